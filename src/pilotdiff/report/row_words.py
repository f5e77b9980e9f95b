"""What was said of a row, in one line: the reason and a person's verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.model import Decision, Row
from pilotdiff.report.report_terms import VERDICTS

if TYPE_CHECKING:
    from pilotdiff.record import Register


def reason(row: Row, words: Words) -> str:
    """Tell why the row came out so; "" where nobody says."""
    return words(row.reason or (row.pairing.reason if row.pairing else ""))


def verdict(decision: Decision, words: Words) -> str:
    """Return a verdict: what, who, when and why."""
    facts = (words(VERDICTS[decision.verdict]), decision.by, decision.on, decision.reason)
    return " · ".join(filter(None, facts))


def record_facts(row: Row, register: Register | None, words: Words) -> Iterator[str]:
    """Yield what the official record says of a row: its sentence, and the codes."""
    if register is None:
        return
    told = register.of(row)
    if told.said:
        yield words("official record: {said}", said=told.said)
    codes = " → ".join(dict.fromkeys(filter(None, (told.pilot_code, told.result_code))))
    if codes:
        yield words("code: {code}", code=codes)
