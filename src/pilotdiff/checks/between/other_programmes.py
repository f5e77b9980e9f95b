"""Parts of the later list that belong to another programme than the earlier one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache

from pilotdiff.checks.between.groups import lists_of
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Filed, Finding, Listing, SourceKind, msg
from pilotdiff.model.terms import counted
from pilotdiff.patterns import IN_BRACKETS, pattern

_LIST = pattern("名单|名录|目录")


@cache
def _common() -> re.Pattern[str]:
    """Return what titles of all programmes have: brackets, numbers, and words of all of them."""
    return pattern(
        rf"{IN_BRACKETS}|附件|[\d０-９]+年?度?|第?[一二三四五六七八九十]+[批期次、]?"
        rf"|{'|'.join(phrases('title_words.txt'))}|[省市州县区旗镇乡村]"
    )


@finds(
    warning(
        "other-programme",
        msg("A part of the later list names another programme than the earlier list"),
        msg("Pilots of 数字乡村; below 数字乡村示范县名单 stands 质量安全县名单"),
    ),
    warning(
        "titles-of-other-programmes",
        msg("Two lists are compared whose titles have no word of a programme in common"),
        msg("The pilots of 数字乡村 and the results of 卫生县城"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield such parts of each list of results, held against each list of pilots."""
    for pilots in lists_of(documents, SourceKind.PILOTS):
        for results in lists_of(documents, SourceKind.RESULTS):
            yield from in_order(pilots, results)


def in_order(pilots: Filed, results: Filed) -> Iterator[Finding]:
    """Yield the headings that share no two characters with the title of the earlier list, where
    another heading of the later list does."""
    programme = _pairs(pilots.units.listing.title)
    listing = results.units.listing
    held = _held(listing)
    if not programme:
        return
    said = {title: _pairs(title) for title in held}
    if are_of_other_programmes(pilots, results):
        message = msg(
            "The titles name no programme in common: {ours}; {theirs}",
            ours=pilots.units.listing.title,
            theirs=listing.title,
        )
        yield found("titles-of-other-programmes", results, 0, message, other=(pilots.source.id, 0))
        return
    if not any(pairs & programme for pairs in said.values()):
        return
    is_named_whole = any(programme <= pairs for pairs in said.values())
    for section in listing.sections:
        pairs = said.pop(section.title, frozenset())
        # Two characters are any word, and types of a programme's units have names of their own.
        is_other = not pairs & programme and len(pairs) > 1 and _LIST.search(section.title)
        # 美丽乡村示范村 beside 乡村治理示范村, which names the programme whole.
        is_beside = is_named_whole and pairs and 2 * len(pairs & programme) <= len(programme)
        if (is_other or is_beside) and not section.category:
            message = msg(
                "“{title}” does not name the programme of {first}; {units} below it count as its "
                "results",
                title=section.title,
                first=pilots.units.listing.title,
                units=counted(None, held[section.title]),
            )
            other = (pilots.source.id, 0)
            yield found("other-programme", results, section.line, message, other=other)


def are_of_other_programmes(pilots: Filed, results: Filed) -> bool:
    """Tell whether the titles of two lists, and all headings of the later one, name no programme in
    common."""
    programme = _pairs(pilots.units.listing.title)
    listing = results.units.listing
    return bool(programme) and _are_foreign(programme, listing, map(_pairs, _held(listing)))


def _held(listing: Listing) -> Counter[str]:
    """Return how many entries stand below each of the lowest headings."""
    return Counter(entry.section.rpartition(" / ")[2] for entry in listing.entries)


def _are_foreign(programme: Set[str], listing: Listing, below: Iterable[Set[str]]) -> bool:
    """Tell whether a title that speaks of a list, and all headings below it, name another programme
    than the earlier title; a title with no programme's words names none."""
    title = _pairs(listing.title)
    if not title or not _LIST.search(listing.title):
        return False
    # 美丽乡村 and 美好乡村 may be one programme: no character is shared.
    apart = set("".join(title)).isdisjoint("".join(programme))
    return apart and not any(pairs & programme for pairs in below)


def _pairs(title: str) -> frozenset[str]:
    """Return each two characters that stand side by side in what is the programme's own.

    >>> sorted(_pairs("2023年数字乡村示范县名单"))
    ['数字']
    """
    subject = title.rpartition("关于")[2]
    place = sum(map(len, leading_units(subject)))
    pieces = _common().sub(" ", subject[place:]).split()
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))
