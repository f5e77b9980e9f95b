"""What a reader wants to know first, in sentences with numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.model import Message, Outcome, Severity, msg, msgs
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.summary import Tally, rate

if TYPE_CHECKING:
    from pilotdiff.report.earlier_papers import Since, Turned
    from pilotdiff.report.report_types import Report

_SAID: dict[Outcome, Message] = {
    Outcome.PROMOTED: msgs("{n} kept its name.", "{n} kept their names.", 0),
    Outcome.RENAMED: msgs(
        "{n} changed its name, kind or parent.", "{n} changed their name, kind or parent.", 0
    ),
    Outcome.MERGED: msgs(
        "{n} more went on as part of another unit.",
        "{n} more went on as part of another unit.",
        0,
    ),
    Outcome.DROPPED: msgs("{n} was dropped.", "{n} were dropped.", 0),
    Outcome.NOT_ELIGIBLE: msgs(
        "{n} more could not go on: the result list names no unit of its level.",
        "{n} more could not go on: the result list names no unit of their level.",
        0,
    ),
    Outcome.NEW: msgs(
        "{n} unit of the result list was no pilot.",
        "{n} units of the result list were no pilots.",
        0,
    ),
    Outcome.SPLIT: msgs(
        "{n} unit of the result list came out of a pilot that has another result.",
        "{n} units of the result list came out of pilots that have another result.",
        0,
    ),
    Outcome.REPEATED: msgs(
        "{n} entry stands in its own list already and is counted once.",
        "{n} entries stand in their own list already and are counted once.",
        0,
    ),
    Outcome.REVIEW: msgs(
        "{n} waits for a person to decide.", "{n} wait for a person to decide.", 0
    ),
}


def said_first(report: Report, counts: Tally, words: Words) -> str:
    """Tell how many went on; where a list has grave faults, as far as the lists were read."""
    said = lead(counts, words)
    if any(finding.severity is Severity.ERROR for finding in report.foremost):
        return words("As far as the lists were read, which is not whole: {said}", said=said)
    return said


def lead(counts: Tally, words: Words) -> str:
    """Tell how many went on, of those that could."""
    kept, eligible = counts.went_on(), counts.eligible()
    if not eligible:
        return words("No pilot could go on.")
    return words.number(
        "Of the {n} pilot that could go on, {kept} did: {rate}.",
        "Of the {n} pilots that could go on, {kept} did: {rate}.",
        eligible,
        kept=f"{kept:,}",
        rate=rate(kept, eligible, counts.undecided(), words),
    )


def details(counts: Tally, words: Words) -> Iterator[str]:
    """Yield a sentence an outcome that occurs, and one where nothing is left to decide."""
    for outcome, said in _SAID.items():
        if n := counts.of(outcome):
            yield words.number(said.text, said.many, n)
    if not counts.of(Outcome.REVIEW):
        yield words(msg("Nothing is left to decide."))


def joined(sentences: Iterable[str], words: Words) -> str:
    """Write sentences one after the other; in Chinese nothing stands between them."""
    return ("" if words.language == "zh" else " ").join(sentences)


def said_since(since: Since, words: Words) -> str:
    """Tell how much is otherwise than in earlier papers."""
    if not since.turned:
        return words("As in the papers in {folder}: nothing is otherwise.", folder=since.folder)
    return words(
        "Since the papers in {folder}: otherwise {otherwise}, new in the lists {added}, no longer "
        "in them {gone}; pilots as they were {same}.",
        folder=since.folder,
        otherwise=f"{since.otherwise:,}",
        added=f"{since.added:,}",
        gone=f"{since.gone:,}",
        same=f"{since.same:,}",
    )


def said_of_turned(turned: Turned, words: Words) -> str:
    """Tell what a unit was and what it is: "Dropped → Renamed (甲市乙社区)"."""
    then, now = (
        _standing(outcome, "" if partner == turned.name else partner, words)
        for outcome, partner in ((turned.before, turned.then_with), (turned.now, turned.with_))
    )
    return f"{then} → {now}"


def _standing(outcome: Outcome | None, partner: str, words: Words) -> str:
    if outcome is None:
        return words("not listed")
    said = words(OUTCOMES[outcome])
    return words("{said} ({name})", said=said, name=partner) if partner else said
