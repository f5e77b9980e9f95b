"""Which of the units that a document names are its list, and which are only spoken of.

What stands in lists and tables is the list; running text names the same units again, and counts
only where nothing else does. Lines of names under no heading are the list of a page that is
little else, and links around the text of any other.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.facts.list_totals import counts_in
from pilotdiff.listing.assemble.assembled_entries import Gathered
from pilotdiff.listing.assemble.chosen_before import in_the_place_chosen_before
from pilotdiff.listing.assemble.earlier_lists import of_earlier_batches
from pilotdiff.listing.assemble.told_again import lines_about_units, lines_of_abstracts
from pilotdiff.listing.assemble.told_rows import (
    SEVERAL,
    ToldRow,
    allotments_of,
    among_bodies,
    chosen_before,
    counted_apart,
    entries_of,
    listed_rows,
    rows_of_others,
    rows_told,
    some_of_many,
    too_few,
    totals_of,
    unread_in_prose,
    unread_of_rows,
)
from pilotdiff.listing.lines.headings import names_honoured
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.omissions import EARLIER
from pilotdiff.model import Allotment, Declared, Entry, Level, Line, Section, Skipped, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

_BLOCK = 3
_WHOLE_PATH = 6
_APART = 5
_NEAR = 3
# A place over the list may stand some lines above it; a town or village is no such place.
_LOW = ("镇", "乡", "村", "街道", "社区")
_ANNOUNCES = pattern(
    r"(?:名单|予以?)[^，。]{0,12}(?:公[布示告]|印发|通报|如下|附后)|以下[^，。]{1,9}个"
).search


class ChosenList(NamedTuple):
    """The entries, the units mentioned beside them, lines found to be no list, sentences that
    give units their categories in turn, and what sentences say there are in their rows."""

    entries: tuple[Entry, ...]
    mentions: tuple[Entry, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    allotments: tuple[Allotment, ...] = ()
    declared: tuple[Declared, ...] = ()


def choose(gathered: Gathered, lines: Sequence[Line] = (), title: str = "") -> ChosenList:
    """Tell the list from what surrounds it; `lines` are those of the document, `title` its own."""
    told = rows_told(gathered.prose)
    chosen = _choose(gathered, told, title)
    chosen = _without(chosen, lines_about_units(chosen.entries, gathered.prose))
    chosen = _without(chosen, lines_of_abstracts(chosen.entries, lines))
    chosen = _without_earlier(chosen, lines, title)
    chosen = chosen._replace(entries=in_the_place_chosen_before(chosen.entries, lines))
    unread = unread_in_prose(gathered.prose, told, chosen.entries)
    skipped = (*chosen.skipped, *unread)
    return chosen._replace(allotments=tuple(allotments_of(told)), skipped=skipped)


def _choose(gathered: Gathered, told: Sequence[ToldRow], title: str) -> ChosenList:
    mentioned = tuple(entries_of(told))
    loose = gathered.loose
    whole = [*gathered.entries, *loose]
    if 0 < len(gathered.entries) < len(loose) and _is_nearly_block(whole):
        # One line in the midst of whole paths was taken for a heading of those below it.
        return ChosenList(tuple(sorted(whole, key=_line)), mentioned)
    if gathered.decided and set(gathered.entries) <= set(gathered.decided):
        decided = set(gathered.decided)
        rest = [one for one in loose if one not in decided]
        return ChosenList(tuple(gathered.decided), mentioned, tuple(_skipped(rest)))
    if gathered.entries:
        chosen = _with_other_sentences(gathered.entries, gathered, told, mentioned)
        return chosen._replace(skipped=(*_beside(gathered), *chosen.skipped))
    counted = _are_counted(loose, [title, *(text.text for text in gathered.prose)])
    if (counted and not _are_of_rows(loose, told)) or _are_the_list(gathered, told):
        return _with_other_sentences(loose, gathered, told, mentioned)
    if len(gathered.described) > 1:
        return ChosenList(tuple(gathered.described), mentioned, tuple(_skipped(loose)))
    return _told_list(loose, told, mentioned)


def _told_list(
    loose: Sequence[Entry], told: Sequence[ToldRow], mentioned: Sequence[Entry]
) -> ChosenList:
    """Return the rows of running text, where nothing else is the list."""
    rows, earlier = listed_rows(told)
    listed = tuple(entries_of(rows))
    few = len(listed) < 2
    # Where nothing else is the list, names one below the other may be.
    lost = few and len(loose) >= SEVERAL
    skipped = (
        *(one._replace(suspicious=lost) for one in _skipped(loose)),
        *unread_of_rows(rows),
        *chosen_before(earlier, listed),
        *among_bodies(told, listed),
        *some_of_many(told, listed),
    )
    if few:
        return ChosenList((), tuple(mentioned), (*skipped, *too_few(told)))
    entries = set(listed)
    mentions = tuple(one for one in mentioned if one not in entries)
    return ChosenList(listed, mentions, skipped, declared=tuple(totals_of(rows)))


def _are_the_list(gathered: Gathered, told: Sequence[ToldRow]) -> bool:
    """Tell whether names under no heading are the list: most of the page, or a block of it, and
    not those that sentences decide on."""
    loose = gathered.loose
    few = len(loose) < 2 * _beside_loose(gathered, told)
    return (
        bool(loose)
        and (not few or _is_block(loose, gathered.prose))
        and not _are_of_rows(loose, told)
    )


def _are_counted(loose: Sequence[Entry], texts: Iterable[str]) -> bool:
    """Tell whether whole paths of one tier, one below the other, are as many as one of the texts
    around them says: 清岗市2个镇入选 / 清岗县白溪镇 / 北岭县南岭镇."""
    lines = sorted({one.line for one in loose})
    tier, *others = {_tier(one) for one in loose} or {None}
    if others or not 1 < len(lines) == len(loose):
        return False
    if any(len(one.text) < _WHOLE_PATH for one in loose) or _apart(lines) > _APART:
        return False
    return any((len(loose), tier) in counts_in(text) for text in texts)


def _tier(entry: Entry) -> Level | None:
    """Return the tier of an entry, told by its heading or by its name alone."""
    reading = read_unit(entry.text) if entry.level is None else None
    return reading.level if reading is not None else entry.level


def _apart(lines: Sequence[int]) -> int:
    return max((b - a for a, b in pairwise(lines)), default=0)


def _beside_loose(gathered: Gathered, told: Sequence[ToldRow]) -> int:
    """Return how many lines of running text stand beside names under no heading: beside names of
    sentences those that name units too."""
    sentences = all(one.line in gathered.sentences for one in gathered.loose)
    naming = {row.text.line for row in told if row.run.decided} if sentences else ()
    return len(naming or gathered.prose)


def _are_of_rows(loose: Sequence[Entry], told: Iterable[ToldRow]) -> bool:
    """Tell whether names one below the other are but some of those that sentences decide on and
    count whole, as under pictures: 白溪镇、南岭镇等2个镇入选，东岭村等1个村入选。 / 白溪镇."""
    rows = (row for row in told if (row.run.decided or row.run.announced) and row.counts_all)
    named = {name for row in rows for name in row.names}
    return len(named) > len(loose) and all(
        any(text.endswith(one.text) or one.text.endswith(text) for text in named) for one in loose
    )


def _with_other_sentences(
    listed: Sequence[Entry],
    gathered: Gathered,
    told: Sequence[ToldRow],
    mentioned: Sequence[Entry],
) -> ChosenList:
    """Return the entries, and beside them the rows of running text that name none of them, behind
    colons or alone on their lines, where all others stand in sentences too; else the census tells
    them."""
    alone = all(one.line in gathered.sentences for one in listed)
    alike: list[ToldRow] = []
    others: list[ToldRow] = []
    for row in told:
        is_alike = alone and (row.is_announced or row.is_whole_line)
        (alike if is_alike else others).append(row)
    new = rows_of_others(alike, listed, gathered.sections)
    more = entries_of(new)
    added = set(more)
    return ChosenList(
        tuple(sorted([*listed, *more], key=_line) if alone else listed),
        tuple(one for one in mentioned if one not in added),
        (*counted_apart(others, listed, gathered.sections), *unread_of_rows(new)),
        declared=tuple(totals_of(new)),
    )


def _without(chosen: ChosenList, told: Container[int]) -> ChosenList:
    """Return the list without the entries of lines that tell it again, which are mentions."""
    entries = tuple(one for one in chosen.entries if one.line not in told)
    again = tuple(one for one in chosen.entries if one.line in told)
    return chosen._replace(entries=entries, mentions=(*chosen.mentions, *again))


def _without_earlier(chosen: ChosenList, lines: Sequence[Line], title: str) -> ChosenList:
    """Return the list without that of an earlier batch, whose units are told."""
    earlier = of_earlier_batches(chosen.entries, lines, title)
    if not earlier:
        return chosen
    now = tuple(one for one in chosen.entries if one not in earlier)
    told = [Skipped(one.line, one.text, EARLIER) for one in chosen.entries if one in earlier]
    return chosen._replace(entries=now, skipped=(*chosen.skipped, *told))


_RARELY = 20


def _is_nearly_block(named: Sequence[Entry]) -> bool:
    """Tell the same of many, of which few stand apart or without their parents."""
    lines = sorted({e.line for e in named})
    odd = sum(b - a > _APART for a, b in pairwise(lines))
    odd += sum(len(e.text) < _WHOLE_PATH for e in named)
    return len(lines) >= _BLOCK and odd * _RARELY <= len(lines)


def _line(entry: Entry) -> int:
    return entry.line


def _is_block(loose: Sequence[Entry], prose: Sequence[Text]) -> bool:
    """Tell whether names under no heading stand one below the other, each with its parents, or
    towns and villages right below a text that makes a list public; or whether names of one level
    are all that stands below such a text."""
    lines = sorted({e.line for e in loose})
    if _closes(lines, loose, prose):
        return True
    if len(lines) < _BLOCK or _apart(lines) > _APART:
        return False
    if all(len(e.text) >= _WHOLE_PATH for e in loose):
        return True
    over = [text for text in prose if 0 < lines[0] - text.line <= _APART]
    return all(e.text.endswith(_LOW) for e in loose) and any(_ANNOUNCES(t.text) for t in over)


def _closes(lines: Sequence[int], loose: Sequence[Entry], prose: Sequence[Text]) -> bool:
    """Tell whether the names, several of one level, stand below the last text, which makes a list
    public: 现将名单予以公示 / 白石市 / 清岗市."""
    last = max(prose, key=lambda text: text.line)
    below = last.line < lines[0] <= last.line + _NEAR and len(lines) > 1
    gaps = all(b - a <= _NEAR for a, b in pairwise(lines))
    one_level = len(set(map(_tier, loose))) == 1
    return below and gaps and one_level and bool(_ANNOUNCES(last.text))


def _skipped(loose: Iterable[Entry]) -> list[Skipped]:
    return [Skipped(e.line, e.raw, msg("a unit's name outside the list")) for e in loose]


def _beside(gathered: Gathered) -> Iterator[Skipped]:
    """Yield the names outside the list; what is named nowhere in it may be lost where it stands
    between the first heading of a list and the last entry, is a whole path right beside it, or
    stands with others below a text that makes a list public, or right above the list."""
    if not gathered.loose:
        return
    near = {e.line + by for e in gathered.entries for by in (-1, 1)}
    nearby = {e.line + by for e in gathered.entries for by in range(-_NEAR, _NEAR + 1)}
    first = min((each.line for each in gathered.sections if _heads_units(each)), default=None)
    last = max(e.line for e in gathered.entries)
    announced = _announced(gathered) | _right_above(gathered)
    for skip, one in zip(_skipped(gathered.loose), gathered.loose, strict=True):
        close = near if not one.text.endswith(_LOW) else nearby
        whole = one.line in close and len(one.text) >= _WHOLE_PATH
        within = first is not None and first < one.line < last
        told = whole or within or one.line in announced
        lost = told and not any(e.text.endswith(one.text) for e in gathered.entries)
        yield skip._replace(suspicious=lost)


def _announced(gathered: Gathered) -> set[int]:
    """Return the lines of names outside the list, several of one level, that stand right below a
    text which makes a list public."""
    entries = {entry.line for entry in gathered.entries}
    over = {text.line for text in gathered.prose if _ANNOUNCES(text.text)}
    level = {one.line: _tier(one) for one in gathered.loose}
    runs: list[list[int]] = []
    for line in sorted(level):
        last = runs[-1][-1] if runs else None
        if last is not None and line - last <= _NEAR and level[line] is level[last]:
            runs[-1].append(line)
        else:
            runs.append([line])
    found: set[int] = set()
    for lines in runs:
        above = range(max(lines[0] - _NEAR, 0), lines[0])
        if len(lines) > 1 and not over.isdisjoint(above) and entries.isdisjoint(above):
            found.update(lines)
    return found


def _right_above(gathered: Gathered) -> set[int]:
    """Return the lines of names outside the list, several of one level, that stand right above its
    first line: 清岗县 / 白溪县 / 清岗县：南岭镇."""
    held = [entry.line for entry in gathered.entries]
    begins = min([*held, *(section.line for section in gathered.sections)])
    loose = {one.line: _tier(one) for one in gathered.loose if one.line < begins}
    run: list[int] = []
    for line in sorted(loose, reverse=True):
        if (run[-1] if run else begins) - line > 2 or (run and loose[line] is not loose[run[0]]):
            break
        run.append(line)
    return set(run) if len(run) > 1 else set()


def _heads_units(section: Section) -> bool:
    """Tell whether a heading says what the units below it are, or how many."""
    told = section.level is not None or section.category or section.declared is not None
    return bool(told) or names_honoured(section.title)
