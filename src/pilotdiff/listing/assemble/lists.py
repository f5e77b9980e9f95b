"""Which of the units that a document names are its list, and which are only spoken of.

What stands in lists and tables is the list; running text names the same units again, and counts
only where nothing else does. Lines of names under no heading are the list of a page that is
little else, and links around the text of any other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.listing.assemble.assembled_entries import Gathered
from pilotdiff.listing.assemble.earlier_lists import of_earlier_batches
from pilotdiff.listing.entries import entry
from pilotdiff.listing.headings import names_honoured
from pilotdiff.listing.omissions import COUNTED_APART, EARLIER, LED_APART, TOO_FEW
from pilotdiff.listing.sections import Sections
from pilotdiff.model import Allotment, Declared, Entry, Level, Line, Section, Skipped, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

if TYPE_CHECKING:
    from pilotdiff.listing.sentences import Run


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
    told = _runs(gathered.prose) if gathered.prose else []
    chosen = _without_described(_choose(gathered, told), gathered.prose)
    chosen = _without_earlier(_without_abstracts(chosen, lines), lines, title)
    rows = tuple(_unread_rows(gathered.prose, told, chosen))
    return chosen._replace(allotments=tuple(_allotments(told)), skipped=(*chosen.skipped, *rows))


def _unread_rows(
    prose: Iterable[Text], told: Sequence[tuple[Text, Run]], chosen: ChosenList
) -> Iterator[Skipped]:
    """Yield the items of rows that sentences count and decide on, where none is read, and no
    entry is called so."""
    from pilotdiff.listing.sentences import unread_rows

    of_line: dict[int, list[Run]] = {}
    for text, run in told:
        of_line.setdefault(text.line, []).append(run)
    for text in prose:
        runs, some = of_line.get(text.line, ()), not chosen.entries
        for left, right in unread_rows(text.text, runs, some=some):
            item = text.text[left:right].strip(" \u3000，,")
            if not any(item.endswith(entry.text) or item in entry.text for entry in chosen.entries):
                yield Skipped(text.line_at(left), item, msg("not read as a unit"), True)


def _choose(gathered: Gathered, told: Sequence[tuple[Text, Run]]) -> ChosenList:
    mentioned = tuple(_entries(told))
    whole = [*gathered.entries, *gathered.loose]
    if 0 < len(gathered.entries) < len(gathered.loose) and _is_nearly_block(whole):
        # One line in the midst of whole paths was taken for a heading of those below it.
        return ChosenList(tuple(sorted(whole, key=_line)), mentioned)
    if gathered.decided and set(gathered.entries) <= set(gathered.decided):
        rest = [one for one in gathered.loose if one not in set(gathered.decided)]
        return ChosenList(tuple(gathered.decided), mentioned, tuple(_skipped(rest)))
    if gathered.entries:
        chosen = _with_other_sentences(gathered.entries, gathered, told, mentioned)
        return chosen._replace(skipped=(*_beside(gathered), *chosen.skipped))
    few = len(gathered.loose) < 2 * _beside_loose(gathered, told)
    if (
        gathered.loose
        and (not few or _is_block(gathered.loose, gathered.prose))
        and not _are_of_rows(gathered.loose, told)
    ):
        return _with_other_sentences(gathered.loose, gathered, told, mentioned)
    if len(gathered.described) > 1:
        return ChosenList(tuple(gathered.described), mentioned, tuple(_skipped(gathered.loose)))
    rows = [(text, run) for text, run in told if _is_list(run)]
    now, earlier = _now_and_earlier(rows)
    listed_in = _without_the_only(_without_tellings(_without_places(now)))
    full = tuple(_entries(listed_in))
    # Where nothing else is the list, names one below the other may be.
    lost = len(full) < 2 and len(gathered.loose) >= _SEVERAL
    alone = (one._replace(suspicious=lost) for one in _skipped(gathered.loose))
    skipped = (*alone, *_unread(listed_in), *_chosen_before(_entries(earlier), full))
    skipped += tuple(_among_bodies(told, full))
    if len(full) < 2:
        return ChosenList((), mentioned, (*skipped, *_too_few(told)))
    listed = set(full)
    mentions = tuple(e for e in mentioned if e not in listed)
    return ChosenList(full, mentions, skipped, declared=tuple(_declared(listed_in)))


def _beside_loose(gathered: Gathered, told: Sequence[tuple[Text, Run]]) -> int:
    """Return how many lines of running text stand beside names under no heading: beside names of
    sentences those that name units too."""
    sentences = all(one.line in gathered.sentences for one in gathered.loose)
    naming = {text.line for text, run in told if run.decided} if sentences else ()
    return len(naming or gathered.prose)


_THE_ONLY = pattern(r"[^。；;]{0,12}唯一", needs="唯")


def _without_the_only(told: Sequence[tuple[Text, Run]]) -> list[tuple[Text, Run]]:
    """Return the rows without those that say of a unit named before that it is the only one of a
    place: 值得一提的是，白溪东岭村是全省唯一入选的村."""
    found: list[tuple[Text, Run]] = []
    named: set[str] = set()
    for text, run in told:
        own = [name.reading.parts[-1][1] for name in run.names]
        only = len(own) == 1 and _THE_ONLY.match(text.text, run.names[0].stop) is not None
        if not (only and any(own[0].endswith(one) for one in named)):
            found.append((text, run))
        named.update(own)
    return found


def _are_of_rows(loose: Sequence[Entry], told: Iterable[tuple[Text, Run]]) -> bool:
    """Tell whether names one below the other are but some of those that sentences decide on and
    count whole, as under pictures: 白溪镇、南岭镇等2个镇入选，东岭村等1个村入选。 / 白溪镇."""
    rows = [run for _, run in told if (run.decided or run.announced) and _counts_all(run)]
    named = {name.text for run in rows for name in run.names}
    return len(named) > len(loose) and all(
        any(text.endswith(one.text) or one.text.endswith(text) for text in named) for one in loose
    )


def _too_few(told: Iterable[tuple[Text, Run]]) -> Iterator[Skipped]:
    """Yield the units that sentences decide on where nothing is read as a list: a town or village
    that is all, or some of many (欣怡社区、滨河社区等10家); not the first of many alone, by which
    all are called."""
    for text, run in told:
        alone = _is_list(run) and run.names[0].reading.level.depth >= Level.TOWNSHIP.depth
        if run.decided and (alone or len(run.names) > 1):
            for name in run.names:
                yield Skipped(text.line_at(name.start), name.text, TOO_FEW, False)


def _among_bodies(told: Iterable[tuple[Text, Run]], listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the units that stand among bodies in rows that sentences count whole and decide on, and
    that no entry names: 命名清岗纪念馆、白溪一中、东岭镇西岭村3家单位为教育基地."""
    known = {one.text for one in listed}
    for text, run in told:
        whole = run.declared == len(run.names) + len(run.unread) and not _is_list(run)
        for name in run.names if whole and run.decided and not run.earlier else ():
            if not any(one.endswith(name.text) for one in known):
                yield Skipped(text.line_at(name.start), name.text, COUNTED_APART, False)


_SEVERAL = 3
# Before the names of a line that says no more stands no sign, or little, and little behind them.
_PARTED = pattern(r"[，,。；;：:]")
_FEW_WORDS = 10
# The characters that a name and its path end with, by which rows are found.
_END = 2


def _with_other_sentences(
    listed: Sequence[Entry],
    gathered: Gathered,
    told: Sequence[tuple[Text, Run]],
    mentioned: Sequence[Entry],
) -> ChosenList:
    """Return the entries, and beside them the rows of running text that name none of them, behind
    colons or alone on their lines, where all others stand in sentences too; else the census tells
    them."""
    alone = all(one.line in gathered.sentences for one in listed)
    alike: list[tuple[Text, Run]] = []
    others: list[tuple[Text, Run]] = []
    for text, run in told:
        is_alike = alone and (_is_announced(run) or _is_all(text, run))
        (alike if is_alike else others).append((text, run))
    beside = tuple(_counted_apart(others, listed, gathered.sections))
    if not alone:
        return ChosenList(tuple(listed), tuple(mentioned), beside)
    new = _new(alike, listed, gathered.sections)
    more = _entries(new)
    entries = tuple(sorted([*listed, *more], key=_line))
    added = set(more)
    rest = tuple(one for one in mentioned if one not in added)
    skipped = (*beside, *_unread(new))
    return ChosenList(entries, rest, skipped, declared=tuple(_declared(new)))


def _counted_apart(
    told: Sequence[tuple[Text, Run]], listed: Sequence[Entry], sections: Sequence[Section]
) -> Iterator[Skipped]:
    """Yield the units of sentences that name all that they count, and none of the list: 此外，
    试点名单还有清岗市等1个市; of those that are nothing else; and of rows behind colons, bodies
    among them: 文明单位：清岗市政务中心、白溪社区."""
    whole = [each for each in told if each[1].decided and (_counts_all(each[1]) or _is_all(*each))]
    led = [each for each in told if each not in whole and _is_led_row(*each)]
    for rows, why in ((whole, COUNTED_APART), (led, LED_APART)):
        for text, run in _new(rows, listed, sections):
            items = [(name.start, name.text) for name in run.names]
            if why is COUNTED_APART:
                items += [(left, text.text[left:right].strip()) for left, right in run.unread]
            for at, item in items:
                yield Skipped(text.line_at(at), item, why, False)


def _is_led_row(text: Text, run: Run) -> bool:
    """Tell whether a colon leads up to several items, units among them, and nothing is said behind
    them."""
    if not run.announced or run.earlier or len(run.names) + len(run.unread) < 2:
        return False
    return text.text[_end_of(run) :].lstrip()[:1] in ("", "。", "；", ";")


def _is_all(text: Text, run: Run) -> bool:
    """Tell whether a line decides on several items, units among them, and says no more:
    清岗市的白溪县和北岭县入选。"""
    before = text.text[: run.names[0].start].strip()
    behind = text.text[_end_of(run) :].strip()
    opens = len(before) < _FEW_WORDS or _PARTED.search(before) is None
    short = opens and len(behind) <= _FEW_WORDS
    several = len(run.names) + len(run.unread) > 1
    return short and run.decided and several and not run.earlier


def _end_of(run: Run) -> int:
    """Return where the last item of a row ends."""
    return max(run.names[-1].stop, *(end for _, end in run.unread), 0)


def _names_all(run: Run) -> bool:
    return not run.earlier and run.declared == len(run.names)


def _counts_all(run: Run) -> bool:
    """Tell whether a sentence counts what it names, behind it or before: 入选的2个村分别是东岭村、
    西岭村."""
    stated = run.told is not None and run.told.number == run.told.names
    return _names_all(run) or (stated and not run.earlier)


def _is_announced(run: Run) -> bool:
    """Tell whether a colon leads up to some units, all that the sentence counts."""
    several = len(run.names) >= _SEVERAL
    return run.announced and several and not run.earlier and _is_list(run)


def _new(
    rows: Sequence[tuple[Text, Run]], listed: Sequence[Entry], sections: Sequence[Section]
) -> list[tuple[Text, Run]]:
    """Return the rows of which no unit is an entry, or lies in one, nor lies over one or over the
    list."""
    if not rows:
        return []
    entries = {one.text for one in listed}
    over = {part for one in listed for part in one.above}
    known = "|".join((*entries, *over, *(section.title for section in sections)))
    return [
        (text, run)
        for text, run in rows
        if not any(name.text[-_SEVERAL:] in known for name in run.names)
        and not any(part in entries for name in run.names for _, part in name.path[:-1])
    ]


def _now_and_earlier(
    rows: list[tuple[Text, Run]],
) -> tuple[list[tuple[Text, Run]], list[tuple[Text, Run]]]:
    """Return the rows of this list, and those chosen before: 白溪县入选。此前，清岗县已入选; all
    are of the list where nothing else is."""
    now = [one for one in rows if not one[1].earlier]
    return (now, [one for one in rows if one[1].earlier]) if now else (rows, [])


def _chosen_before(earlier: Sequence[Entry], listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the names chosen before, that the list does not name again."""
    known = {one.text for one in listed}
    for one in earlier:
        if not any(text.endswith(one.text) for text in known):
            yield Skipped(one.line, one.text, EARLIER)


def _without_places(told: list[tuple[Text, Run]]) -> list[tuple[Text, Run]]:
    """Return the rows without those of provinces alone on which nothing decides, where something
    decides on others: 确定清岗、白溪二县…，开展示范的省份有…."""
    decided = any(run.decided and not _are_provinces(run) for _, run in told)
    return [one for one in told if one[1].decided or not (decided and _are_provinces(one[1]))]


def _without_tellings(told: list[tuple[Text, Run]]) -> list[tuple[Text, Run]]:
    """Return the rows without those that name some of another row again: 白溪镇、南岭镇等3个镇入选,
    before the sentence that names all three. A row that names all it counts stands, but for the
    first of two that say the same, as a page's abstract does."""
    paths = [[name.text for name in run.names] for _, run in told]
    whole = [paths[at] if _names_all(run) else [] for at, (_, run) in enumerate(told)]

    ending: dict[str, dict[int, None]] = {}
    for at, path in enumerate(paths):
        for name in path:
            ending.setdefault(name[-_END:], {})[at] = None

    def again(at: int) -> bool:
        if whole[at]:
            return len(paths[at]) > 1 and paths[at] in whole[at + 1 :]
        others = ending[paths[at][0][-_END:]] if paths[at] else range(len(paths))
        return any(_tells_of(paths[at], paths[by], later=by < at) for by in others)

    return [one for at, one in enumerate(told) if not again(at)]


def _without_described(chosen: ChosenList, prose: Sequence[Text]) -> ChosenList:
    """Return the list without what a page tells of each unit of its row again, a heading and a text
    a unit: 分别是白溪村、东岭村、西岭村。 / 白溪村 / 该村位于…."""
    by_line: dict[int, list[Entry]] = {}
    for one in chosen.entries if prose else ():
        by_line.setdefault(one.line, []).append(one)
    if len(by_line) < _SEVERAL:
        return chosen
    at, row = max(by_line.items(), key=lambda each: len(each[1]))
    alone = [of_line[0] for line, of_line in by_line.items() if line > at and len(of_line) == 1]
    if len(row) < _SEVERAL or len(row) + len(alone) < len(chosen.entries):
        return chosen
    names = [one.text for one in row]
    again = all(any(name.endswith(one.text) for name in names) for one in alone)
    if not (again and _are_parted(alone, prose)):
        return chosen
    return chosen._replace(entries=tuple(row), mentions=(*chosen.mentions, *alone))


# Of what a page quotes from itself: no shorter line is.
_ABSTRACT = 16
_MOST_ROWS = 50


def _without_abstracts(chosen: ChosenList, lines: Sequence[Line]) -> ChosenList:
    """Return the list without rows of lines that another row's line holds word by word: the first
    words of a page stand over it as its abstract."""
    sizes = Counter(one.line for one in chosen.entries)
    if len(sizes) < 2 or not 1 < sum(size > 1 for size in sizes.values()) <= _MOST_ROWS:
        return chosen
    rows = {
        line.number: line.text.strip()
        for line in lines
        if sizes[line.number] > 1 and not line.cells
    }
    quoted = {
        at
        for at, text in rows.items()
        if len(text) >= _ABSTRACT
        and any(text in other and (len(text), at) < (len(other), by) for by, other in rows.items())
    }
    if not quoted:
        return chosen
    entries = tuple(one for one in chosen.entries if one.line not in quoted)
    told = tuple(one for one in chosen.entries if one.line in quoted)
    return chosen._replace(entries=entries, mentions=(*chosen.mentions, *told))


def _without_earlier(chosen: ChosenList, lines: Sequence[Line], title: str) -> ChosenList:
    """Return the list without that of an earlier batch, whose units are told."""
    earlier = of_earlier_batches(chosen.entries, lines, title)
    if not earlier:
        return chosen
    now = tuple(one for one in chosen.entries if one not in earlier)
    told = [Skipped(one.line, one.text, EARLIER) for one in chosen.entries if one in earlier]
    return chosen._replace(entries=now, skipped=(*chosen.skipped, *told))


def _are_parted(alone: Sequence[Entry], prose: Sequence[Text]) -> bool:
    """Tell whether running text follows each name before the next."""
    told = {text.line for text in prose}
    pairs = pairwise(one.line for one in alone)
    return len(alone) > 1 and all(any(a < line < b for line in told) for a, b in pairs)


def _tells_of(names: Sequence[str], row: Sequence[str], *, later: bool) -> bool:
    """Tell whether a row names every one of these names, and more; or as many, where these come
    `later`.

    >>> _tells_of(["白溪镇"], ["清岗县白溪镇", "清岗县南岭镇"], later=False)
    True
    """
    if len(row) < len(names) + (not later):
        return False
    return all(any(one.endswith(name) or name.endswith(one) for one in row) for name in names)


def _are_provinces(run: Run) -> bool:
    return all(name.reading.level is Level.PROVINCE for name in run.names)


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
    apart = max((b - a for a, b in pairwise(lines)), default=0)
    if len(lines) < _BLOCK or apart > _APART:
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
    one_level = len({e.level for e in loose}) == 1
    return below and gaps and one_level and bool(_ANNOUNCES(last.text))


def _runs(prose: Iterable[Text]) -> list[tuple[Text, Run]]:
    from pilotdiff.listing.sentences import runs

    return [(text, run) for text in prose for run in runs(text.text)]


def _is_list(run: Run) -> bool:
    """Tell whether the names of a run of text are a list, and not one of many that it counts:
    温江区等41个区."""
    return run.declared is None or 2 * len(run.names) > run.declared


def _entries(told: Iterable[tuple[Text, Run]]) -> list[Entry]:
    return [entry(name, text, Sections()) for text, run in told for name in run.names]


def _declared(listed: Iterable[tuple[Text, Run]]) -> Iterator[Declared]:
    """Yield what the sentences say there are in the rows that are read from them."""
    for text, run in listed:
        if run.told is not None:
            line = text.line_at(run.names[0].start)
            yield Declared(run.told.number, line, "", until=line, names=run.told.names)


def _allotments(told: Iterable[tuple[Text, Run]]) -> Iterator[Allotment]:
    for text, run in told:
        if len(run.names) > 1 and len(run.categories) > 1:
            names = tuple(name.text for name in run.names)
            yield Allotment(names, run.categories, text.line_at(run.names[0].start))


def _unread(told: Iterable[tuple[Text, Run]]) -> Iterator[Skipped]:
    """Yield the items of a row that are no units, or cannot be read."""
    for text, run in told:
        for left, right in run.unread:
            bit = text.text[left:right].strip()
            yield Skipped(text.line_at(left), bit, msg("not read as a unit"), True)


def _skipped(loose: Iterable[Entry]) -> list[Skipped]:
    return [Skipped(e.line, e.raw, msg("a unit's name outside the list")) for e in loose]


def _beside(gathered: Gathered) -> Iterator[Skipped]:
    """Yield the names outside the list; what is named nowhere in it may be lost where it stands
    between the first heading of a list and the last entry, is a whole path right beside it, or
    stands with others below a text that makes a list public."""
    if not gathered.loose:
        return
    near = {e.line + by for e in gathered.entries for by in (-1, 1)}
    nearby = {e.line + by for e in gathered.entries for by in range(-_NEAR, _NEAR + 1)}
    first = min((each.line for each in gathered.sections if _heads_units(each)), default=None)
    last = max(e.line for e in gathered.entries)
    announced = _announced(gathered)
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
    level = {one.line: one.level for one in gathered.loose}
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


def _heads_units(section: Section) -> bool:
    """Tell whether a heading says what the units below it are, or how many."""
    told = section.level is not None or section.category or section.declared is not None
    return bool(told) or names_honoured(section.title)
