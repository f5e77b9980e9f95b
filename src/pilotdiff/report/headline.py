"""What a reader wants to know first, in sentences with numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.model import Message, Outcome, msg, msgs
from pilotdiff.report.pilot_shares import rate
from pilotdiff.report.report_terms import LEVEL_HEADINGS, OUTCOMES
from pilotdiff.report.summary import Tally

if TYPE_CHECKING:
    from pilotdiff.report.earlier_papers import Since, Turned
    from pilotdiff.report.filters import Filter
    from pilotdiff.report.report_types import Report

_SAID: dict[Outcome, Message] = {
    Outcome.PROMOTED: msgs("{n} kept its name.", "{n} kept their names.", 0),
    Outcome.RENAMED: msgs(
        "{n} changed its name, kind or parent.", "{n} changed their name, kind or parent.", 0
    ),
    Outcome.MERGED: msgs(
        "{n} more went on as part of another unit.", "{n} more went on as part of another unit.", 0
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


# What bears on the counts, by the codes of the findings that tell it; notes do not.
_NOT_WHOLE = msg("the lists may not have been read whole")
_A_PART = msg("a list goes on elsewhere, or breaks off")
_TOTAL = msg("a total that is stated is not what was read")
_WITHDRAWN = msg("a list holds units that it calls withdrawn, failed or planned")
_LOWER = msg("a list of demonstrations has units of a lower tier, which are counted")
_OTHER_PROGRAMME = msg("units that may be of another programme are counted")
_OF_A_PART = msg("the results are of a part of the pilots' places alone")
_OTHER_SHEETS = msg("a workbook's other sheets are counted with its list")
_MORE_BATCHES = msg("one list is of batches of which the other is not")
_NOT_THESE = msg("the lists may be the wrong ones, or in the wrong order")
DOUBTS: dict[str, Message] = {
    "list-not-whole": _NOT_WHOLE,
    "names-left-out": _NOT_WHOLE,
    "named-beside": _NOT_WHOLE,
    "mention-not-listed": _NOT_WHOLE,
    "ordinal-gap": _NOT_WHOLE,
    "line-not-read": _NOT_WHOLE,
    "pages-missing": _NOT_WHOLE,
    "list-goes-on": _A_PART,
    "total-unread": _NOT_WHOLE,
    "total-differs": _TOTAL,
    "total-counts-again": _TOTAL,
    "heading-withdraws": _WITHDRAWN,
    "heading-plans": _WITHDRAWN,
    "heading-of-lower-tier": _LOWER,
    "heading-persons": _NOT_THESE,
    "unit-failed": _WITHDRAWN,
    "sheet-beside": _OTHER_SHEETS,
    "other-programme": _OTHER_PROGRAMME,
    "lists-swapped": _NOT_THESE,
    "lists-of-pilots": _NOT_THESE,
    "lists-equal": _NOT_THESE,
    "lists-share-nothing": _NOT_THESE,
    "titles-of-other-programmes": _NOT_THESE,
    "lists-of-other-batches": _NOT_THESE,
    "lists-of-more-batches": _MORE_BATCHES,
    "results-of-one-place": _OF_A_PART,
    "lists-of-other-levels": _NOT_THESE,
    "lists-elsewhere": _NOT_THESE,
    "result-before-pilot": _NOT_THESE,
}


def is_doubted(report: Report) -> bool:
    """Tell whether an answer is in doubt, and so begins with that."""
    left_out = any(units.census.missing for units in (report.pilots, report.results))
    return left_out or any(one.code in DOUBTS for one in report.foremost)


def said_first(report: Report, counts: Tally, words: Words) -> str:
    """Tell how many went on; before it what puts the counts in doubt, the gravest first, and of
    what part of the lists they are."""
    said = _of_a_part(report.filter, lead(counts, words), words)
    if doubts := _doubts(report, words):
        return words("With a doubt ({doubts}): {said}", doubts=doubts, said=said)
    return said


def doubted(report: Report, words: Words) -> str:
    """Tell what puts the answer in doubt, to whoever sees a part of it alone; "" where nothing
    does."""
    doubts = _doubts(report, words)
    return words("What is said below is in doubt: {doubts}.", doubts=doubts) if doubts else ""


def _doubts(report: Report, words: Words) -> str:
    told = dict.fromkeys(DOUBTS[one.code] for one in report.foremost if one.code in DOUBTS)
    return words("; ").join(map(words, told))


def _of_a_part(asked: Filter, said: str, words: Words) -> str:
    """Name the places, levels and categories that a sentence counts: who copies it copies no more
    than it says."""
    levels = [words(LEVEL_HEADINGS[level]) for level in asked.levels]
    parts = [words(", ").join(each) for each in (asked.places, levels, asked.categories) if each]
    if not parts:
        return said
    return words("{part}: {said}", part=words("; ").join(parts), said=said)


def lead(counts: Tally, words: Words) -> str:
    """Tell how many went on, of those that could."""
    kept, eligible = counts.went_on(), counts.eligible()
    if not eligible:
        return words("No pilot could go on.")
    unread = len(counts.unread_pilots)
    shown = rate(kept, eligible, counts.undecided(), words, unread)
    if unread:
        return words.number(
            "Of the {n} pilot read that could go on, {kept} did; with {unread} not read, {rate}.",
            "Of the {n} pilots read that could go on, {kept} did; with {unread} not read, {rate}.",
            eligible,
            kept=f"{kept:,}",
            unread=f"{unread:,}",
            rate=shown,
        )
    return words.number(
        "Of the {n} pilot that could go on, {kept} did: {rate}.",
        "Of the {n} pilots that could go on, {kept} did: {rate}.",
        eligible,
        kept=f"{kept:,}",
        rate=shown,
    )


_NONE_COULD = msgs(
    "{n} could not: the result list names no unit of its level.",
    "{n} could not: the result list names no unit of their level.",
    0,
)


_OF_FEW = msgs(
    "{n} pair rests on the likeness of names, weighed as in lists of a chosen few.",
    "{n} pairs rest on the likeness of names, weighed as in lists of a chosen few.",
    0,
)
_OF_ALL = msgs(
    "{n} pair rests on the likeness of names, weighed as in lists that name all units.",
    "{n} pairs rest on the likeness of names, weighed as in lists that name all units.",
    0,
)


def details(counts: Tally, words: Words) -> Iterator[str]:
    """Yield a sentence an outcome that occurs, one on pairs of names that are only alike, and one
    where no pair waits for a person."""
    for outcome, said in _SAID.items():
        if n := counts.of(outcome):
            none_could = outcome is Outcome.NOT_ELIGIBLE and not counts.eligible()
            told = _NONE_COULD if none_could else said
            yield words.number(told.text, told.many, n)
    for count, said in _OF_COUNTS:
        if n := count(counts):
            yield words.number(said.text, said.many, n)
    if not counts.elsewhere and not counts.of(Outcome.REVIEW):
        yield words(msg("No pair waits for a person."))


_OF_COUNTS: tuple[tuple[Callable[[Tally], int], Message], ...] = (
    (lambda counts: counts.of_few, _OF_FEW),
    (lambda counts: counts.of_all, _OF_ALL),
    (
        lambda counts: sum(counts.beside.values()),
        msgs(
            "{n} of the dropped is named in the result document, in no entry: it may have gone on.",
            "{n} of the dropped are named in the result document, in no entry: they may have gone "
            "on.",
            0,
        ),
    ),
    (
        lambda counts: counts.rivals,
        msgs(
            "{n} of the dropped may have gone on in place of a pilot that waits for a person.",
            "{n} of the dropped may have gone on in place of pilots that wait for a person.",
            0,
        ),
    ),
    (
        lambda counts: counts.absorbed,
        msgs(
            "{n} of the dropped went, whole or in part, into a unit that the result list names, as "
            "the official record says.",
            "{n} of the dropped went, whole or in part, into units that the result list names, as "
            "the official record says.",
            0,
        ),
    ),
    (
        lambda counts: counts.unread.get(None, 0),
        msgs(
            "{n} of the dropped may stand where the result document was not read, or among what it "
            "states and does not list.",
            "Up to {n} of the dropped may stand where the result document was not read, or among "
            "what it states and does not list.",
            0,
        ),
    ),
    (
        lambda counts: counts.elsewhere,
        msgs(
            "{n} pair that waits for a person elsewhere may be of one of these pilots.",
            "{n} pairs that wait for a person elsewhere may be of these pilots.",
            0,
        ),
    ),
)


def told_together(sentences: Iterable[str], words: Words) -> str:
    """Write sentences one after the other; in Chinese nothing stands between them."""
    return ("" if words.language == "zh" else " ").join(sentences)


def said_since(since: Since, words: Words) -> str:
    """Tell how much is otherwise than in earlier papers, and that these followed verdicts where the
    answer of now follows none."""
    said = _turned(since, words)
    if since.verdicts and not since.decided:
        told = words.number(
            "Those papers followed {n} verdict; this answer follows none: --decisions gives them.",
            "Those papers followed {n} verdicts; this answer follows none: --decisions gives them.",
            since.verdicts,
        )
        return told_together((said, told), words)
    return said


def _turned(since: Since, words: Words) -> str:
    if not since.turned:
        return words("As in the papers in {folder}: nothing is otherwise.", folder=since.folder)
    return words(
        "Since the papers in {folder}: units that come out otherwise {otherwise}, pilots as they "
        "were {same}; pilot list: new {pilots_added}, gone {pilots_gone}; result list: new "
        "{results_added}, gone {results_gone}.",
        folder=since.folder,
        otherwise=f"{since.otherwise:,}",
        same=f"{since.same:,}",
        pilots_added=f"{since.pilots.added:,}",
        pilots_gone=f"{since.pilots.gone:,}",
        results_added=f"{since.results.added:,}",
        results_gone=f"{since.results.gone:,}",
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


def more_in_record(more: int, words: Words) -> str:
    """Return where the changes and remarks stand that a screen or a paper does not tell."""
    return words.number("{n} more stands in run.json.", "{n} more stand in run.json.", more)
