"""What was said of a row, in one line: the reason and a person's verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.matching.name_keys import name_of
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


def code_facts(row: Row, words: Words) -> Iterator[str]:
    """Yield what the codes say that both lists have beside the two names of a row."""
    pairing = row.pairing
    if pairing is None or not (pairing.pilot.entry.code and pairing.result.entry.code):
        return
    ours, theirs = pairing.pilot.entry.code, pairing.result.entry.code
    if ours != theirs:
        yield words("the lists have other codes beside the names: {a} and {b}", a=ours, b=theirs)
    elif name_of(pairing.pilot.level, pairing.pilot.own).stem == (
        name_of(pairing.result.level, pairing.result.own).stem
    ):
        yield words("both lists have the code {code} beside the name", code=ours)
    else:
        yield words(
            "both lists have the code {code}, beside another name each: no evidence", code=ours
        )


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
