"""What was said of a row, in one line: the reason and a person's verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.matching.level_steps import CODE, RECORD
from pilotdiff.matching.match_weights import certain
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Decision, Outcome, Row
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import VERDICTS

if TYPE_CHECKING:
    from pilotdiff.matching.evidence import ConsideredUnit
    from pilotdiff.outcomes.thresholds import Thresholds
    from pilotdiff.record import Register


def reason(row: Row, words: Words) -> str:
    """Tell why the row came out so; "" where nobody says."""
    return words(row.reason or (row.pairing.reason if row.pairing else ""))


def verdict(decision: Decision, words: Words) -> str:
    """Return a verdict: what, who, when and why."""
    facts = (words(VERDICTS[decision.verdict]), decision.by, decision.on, decision.reason)
    return " · ".join(filter(None, (*facts, _second(decision, words))))


def _second(decision: Decision, words: Words) -> str:
    """Return whether a second reader agrees with a verdict, who and when; "" where nobody read."""
    second = decision.second
    if second is None:
        return ""
    by = second.by
    said = words("{by} agrees", by=by) if second.agrees else words("{by} disagrees", by=by)
    return " ".join(filter(None, (said, second.on)))


def grounds(row: Row, words: Words) -> str:
    """Tell why the row came out so; where a person was unsure of it, who that was, and why: nothing
    else tells why a sure pair waits."""
    doubt = row.decision if row.outcome is Outcome.REVIEW else None
    told = reason(row, words), verdict(doubt, words) if doubt else ""
    return words("; ").join(filter(None, told))


def why_waiting(row: Row, thresholds: Thresholds, words: Words) -> str:
    """Tell which number keeps a proposed pairing from being accepted; "" where none does."""
    pairing = row.pairing
    if row.outcome is not Outcome.REVIEW or pairing is None or row.decision:
        return ""
    few, confidence = thresholds.few, probability(pairing.confidence)
    if pairing.few and thresholds.accept <= pairing.confidence < few:
        return words(
            "for a person: in lists of a chosen few likeness is accepted from {least}, and this is "
            "{value}",
            least=few,
            value=confidence,
        )
    least = few if pairing.few else thresholds.accept
    if pairing.confidence < least:
        return words(
            "for a person: accepted is from {least}, and this is {value}",
            least=least,
            value=confidence,
        )
    if pairing.margin < thresholds.margin:
        return words(
            "for a person: accepted is with a margin of {least}, and this has {value}",
            least=thresholds.margin,
            value=probability(pairing.margin),
        )
    return ""


def compared_confidence(row: Row, found: Sequence[ConsideredUnit]) -> float | None:
    """Return the confidence that name and place gave a row's pairing, None where the two were not
    compared; `found` is what either was compared with."""
    if row.pairing is None:
        return None
    ends = id(row.pairing.pilot), id(row.pairing.result)
    return next((one.confidence for one in found if id(one.unit) in ends), None)


def share_in_benchmark(row: Row, compared: float | None, words: Words) -> str:
    """Tell a confidence as a share of the pairs like it in the benchmark, "" where it was not
    measured there: a person, the record or a namesake decided.

    compared  the confidence that name and place gave the pairing, where they were compared
    """
    pairing = row.pairing
    if pairing is None:
        return ""
    if pairing.rule in certain() and not pairing.rivals:
        measured = certain()[pairing.rule][pairing.moved]
        if pairing.rule == CODE and pairing.confidence < measured:
            return ""  # one code beside two names was not measured
    else:
        measured = compared or 0.0
    if not 0 < measured < _ALL:
        return ""
    if pairing.rule == RECORD or abs(measured - pairing.confidence) > _APART:
        return words("name and place alone would give {value}", value=round(measured, 4))
    if pairing.rivals:
        return ""
    if measured > _MOST:
        n = round(10_000 * measured)
        return words("of ten thousand such pairs in the benchmark, {n} were the same", n=n)
    n = round(100 * measured)
    return words.number(
        "of a hundred such pairs in the benchmark, {n} was the same",
        "of a hundred such pairs in the benchmark, {n} were the same",
        n,
    )


# Confidences that no share of a hundred tells, and those that no share tells.
_MOST, _ALL = 0.995, 0.99995
_APART = 0.0001


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
        yield words("both lists have the code {code}, beside another name each", code=ours)


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
