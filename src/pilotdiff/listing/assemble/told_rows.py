"""The rows of units that running text tells: which of them are a list, and what they say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.listing.entries import entry
from pilotdiff.listing.omissions import COUNTED_APART, EARLIER, LED_APART, NOT_READ, TOO_FEW
from pilotdiff.listing.sections import Sections
from pilotdiff.model import Allotment, Declared, Entry, Level, Said, Section, Skipped
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

if TYPE_CHECKING:
    from pilotdiff.listing.sentences.runs import Run

SEVERAL = 3
# Before the names of a line that says no more stands no sign, or little, and little behind them.
_PARTED = pattern(r"[，,。；;：:]")
_FEW_WORDS = 10
_THE_ONLY = pattern(r"[^。；;]{0,12}唯一", needs="唯")
# The characters that a name and its path end with, by which rows are found.
_END = 2


class ToldRow(NamedTuple):
    """Units that one sentence names in a row, and the line of running text that it stands in."""

    text: Text
    run: Run

    @property
    def line(self) -> int:
        """The line of its first name."""
        return self.text.line_at(self.run.names[0].start)

    @property
    def names(self) -> list[str]:
        """Its names, as they are read."""
        return [name.text for name in self.run.names]

    @property
    def end(self) -> int:
        """Where its last item ends."""
        return max(self.run.names[-1].stop, *(end for _, end in self.run.unread), 0)

    @property
    def has_several_items(self) -> bool:
        """Whether it has more items than one, units or not."""
        return len(self.run.names) + len(self.run.unread) > 1

    @property
    def is_list(self) -> bool:
        """Whether its names are a list, and not one of many that it counts: 温江区等41个区."""
        return self.run.declared is None or 2 * len(self.run.names) > self.run.declared

    @property
    def names_all(self) -> bool:
        """Whether it names as many as are counted behind it."""
        return not self.run.earlier and self.run.declared == len(self.run.names)

    @property
    def counts_all(self) -> bool:
        """Whether a sentence counts what it names, behind it or before: 入选的2个村分别是东岭村、
        西岭村."""
        told = self.run.told
        stated = told is not None and told.number == told.names
        return self.names_all or (stated and not self.run.earlier)

    @property
    def is_announced(self) -> bool:
        """Whether a colon leads up to some units, all that the sentence counts."""
        several = len(self.run.names) >= SEVERAL
        return self.run.announced and several and not self.run.earlier and self.is_list

    @property
    def is_led(self) -> bool:
        """Whether a colon leads up to several items, units among them, and nothing is said behind
        them."""
        led = self.run.announced and not self.run.earlier and self.has_several_items
        return led and self.text.text[self.end :].lstrip()[:1] in ("", "。", "；", ";")

    @property
    def is_whole_line(self) -> bool:
        """Whether its line decides on several items, units among them, and says no more:
        清岗市的白溪县和北岭县入选。"""
        before = self.text.text[: self.run.names[0].start].strip()
        behind = self.text.text[self.end :].strip()
        opens = len(before) < _FEW_WORDS or _PARTED.search(before) is None
        decides = self.run.decided and self.has_several_items and not self.run.earlier
        return decides and opens and len(behind) <= _FEW_WORDS

    @property
    def is_told_whole(self) -> bool:
        """Whether its sentence decides on all that it counts, or its line on all it names."""
        return self.run.decided and (self.counts_all or self.is_whole_line)

    @property
    def is_of_provinces(self) -> bool:
        """Whether it names provinces alone."""
        return all(name.reading.level is Level.PROVINCE for name in self.run.names)


def rows_told(prose: Iterable[Text]) -> list[ToldRow]:
    """Return the rows of units of the lines of running text."""
    texts = tuple(prose)
    if not texts:
        return []
    from pilotdiff.listing.sentences.runs import runs

    above = ("", *(text.text for text in texts))
    return [
        ToldRow(text, run)
        for text, before in zip(texts, above, strict=False)
        for run in runs(text.text, before)
    ]


def entries_of(told: Iterable[ToldRow]) -> list[Entry]:
    """Return the units of rows as entries."""
    return [entry(name, row.text, Sections()) for row in told for name in row.run.names]


def listed_rows(told: Iterable[ToldRow]) -> tuple[list[ToldRow], list[ToldRow]]:
    """Return the rows that are the list, where nothing else is, and those chosen before, which are
    of it where no others are: 白溪县入选。此前，清岗县已入选."""
    rows = [row for row in told if row.is_list]
    now = [row for row in rows if not row.run.earlier]
    earlier = [row for row in rows if row.run.earlier] if now else []
    return _without_the_only(_without_tellings(_without_places(now or rows))), earlier


def _without_places(told: list[ToldRow]) -> list[ToldRow]:
    """Return the rows without those of provinces alone on which nothing decides, where something
    decides on others: 确定清岗、白溪二县…，开展示范的省份有…."""
    decided = any(row.run.decided and not row.is_of_provinces for row in told)
    return [row for row in told if row.run.decided or not (decided and row.is_of_provinces)]


def _without_tellings(told: list[ToldRow]) -> list[ToldRow]:
    """Return the rows without those that name some of another row again: 白溪镇、南岭镇等3个镇入选,
    before the sentence that names all three. A row that names all it counts stands, but for the
    first of two that say the same, as a page's abstract does."""
    paths = [row.names for row in told]
    whole = [path if row.names_all else [] for row, path in zip(told, paths, strict=True)]

    ending: dict[str, dict[int, None]] = {}
    for at, path in enumerate(paths):
        for name in path:
            ending.setdefault(name[-_END:], {})[at] = None

    def again(at: int) -> bool:
        if whole[at]:
            return len(paths[at]) > 1 and paths[at] in whole[at + 1 :]
        others = ending[paths[at][0][-_END:]] if paths[at] else range(len(paths))
        return any(_tells_of(paths[at], paths[by], later=by < at) for by in others)

    return [row for at, row in enumerate(told) if not again(at)]


def _tells_of(names: Sequence[str], row: Sequence[str], *, later: bool) -> bool:
    """Tell whether a row names every one of these names, and more; or as many, where these come
    `later`.

    >>> _tells_of(["白溪镇"], ["清岗县白溪镇", "清岗县南岭镇"], later=False)
    True
    """
    if len(row) < len(names) + (not later):
        return False
    return all(any(one.endswith(name) or name.endswith(one) for one in row) for name in names)


def _without_the_only(told: Sequence[ToldRow]) -> list[ToldRow]:
    """Return the rows without those that say of a unit named before that it is the only one of a
    place: 值得一提的是，白溪东岭村是全省唯一入选的村."""
    found: list[ToldRow] = []
    named: set[str] = set()
    for row in told:
        own = [name.reading.parts[-1][1] for name in row.run.names]
        only = len(own) == 1 and _THE_ONLY.match(row.text.text, row.run.names[0].stop) is not None
        if not (only and any(own[0].endswith(one) for one in named)):
            found.append(row)
        named.update(own)
    return found


def rows_of_others(
    told: Sequence[ToldRow], listed: Sequence[Entry], sections: Sequence[Section]
) -> list[ToldRow]:
    """Return the rows of which no unit is an entry, or lies in one, nor lies over one or over the
    list."""
    if not told:
        return []
    entries = {one.text for one in listed}
    over = {part for one in listed for part in one.above}
    known = "|".join((*entries, *over, *(section.title for section in sections)))
    return [
        row
        for row in told
        if not any(name.path[-1][1] in known for name in row.run.names)
        and not any(part in entries for name in row.run.names for _, part in name.path[:-1])
    ]


def counted_apart(
    told: Sequence[ToldRow], listed: Sequence[Entry], sections: Sequence[Section]
) -> Iterator[Skipped]:
    """Yield the units of sentences that name all that they count, and none of the list: 此外，
    试点名单还有清岗市等1个市; of those that are nothing else; and of rows behind colons, bodies
    among them: 文明单位：清岗市政务中心、白溪社区."""
    whole = [row for row in told if row.is_told_whole]
    led = [row for row in told if row.is_led and not row.is_told_whole]
    for row in rows_of_others(whole, listed, sections):
        yield from _left_out(row, COUNTED_APART)
        yield from _unread(row, COUNTED_APART, suspicious=False)
    for row in rows_of_others(led, listed, sections):
        yield from _left_out(row, LED_APART)


def too_few(told: Iterable[ToldRow]) -> Iterator[Skipped]:
    """Yield the units that sentences decide on where nothing is read as a list: a town or village
    that is all, or some of many (欣怡社区、滨河社区等10家); not the first of many alone, by which
    all are called."""
    for row in told:
        low = row.run.names[0].reading.level.depth >= Level.TOWNSHIP.depth
        if row.run.decided and (len(row.run.names) > 1 or (row.is_list and low)):
            yield from _left_out(row, TOO_FEW)


def among_bodies(told: Iterable[ToldRow], listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the units that stand among bodies in rows that sentences count whole and decide on, and
    that no entry names: 命名清岗纪念馆、白溪一中、东岭镇西岭村3家单位为教育基地."""
    for row in told:
        run = row.run
        whole = run.declared == len(run.names) + len(run.unread) and not row.is_list
        if whole and run.decided and not run.earlier:
            yield from _unlisted(row, COUNTED_APART, listed)


def some_of_many(told: Iterable[ToldRow], listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the units that stand for the many of their row, where a sentence lists it as others do
    theirs, and that no entry names: 项目区：东岭村、西岭村等5个村; the first of many alone where
    its own text lists others."""
    told = list(told) if listed else []
    lists = {row.text.line for row in told if row.is_list}
    for row in told:
        run = row.run
        several = len(run.names) > 1 or row.text.line in lists
        some = several and not row.is_list and not run.earlier
        if some and (run.decided or run.announced):
            yield from _unlisted(row, TOO_FEW, listed)


def _unlisted(row: ToldRow, why: Said, listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the units of a row that no entry names as left out."""
    for left_out in _left_out(row, why):
        if not any(_names(one, left_out.text) for one in listed):
            yield left_out


def _names(entry: Entry, path: str) -> bool:
    """Tell whether an entry is the unit of a path, written with more parents or with fewer; one of
    its name in another place is not."""
    fewer = path.endswith(entry.text) and all(part in path for part in entry.above)
    return fewer or entry.text.endswith(path)


def _left_out(row: ToldRow, why: Said) -> Iterator[Skipped]:
    """Yield the units of a row as left out."""
    for name in row.run.names:
        yield Skipped(row.text.line_at(name.start), name.text, why, False)


def _unread(row: ToldRow, why: Said, *, suspicious: bool) -> Iterator[Skipped]:
    """Yield the items of a row that are no units, or cannot be read."""
    for left, right in row.run.unread:
        item = row.text.text[left:right].strip()
        yield Skipped(row.text.line_at(left), item, why, suspicious)


def chosen_before(earlier: Iterable[ToldRow], listed: Sequence[Entry]) -> Iterator[Skipped]:
    """Yield the names chosen before, that the list does not name again."""
    known = {one.text for one in listed}
    for one in entries_of(earlier):
        if not any(text.endswith(one.text) for text in known):
            yield Skipped(one.line, one.text, EARLIER)


def unread_of_rows(told: Iterable[ToldRow]) -> Iterator[Skipped]:
    """Yield the items of rows that are no units, or cannot be read."""
    for row in told:
        yield from _unread(row, NOT_READ, suspicious=True)


def unread_in_prose(
    prose: Iterable[Text], told: Iterable[ToldRow], listed: Sequence[Entry]
) -> Iterator[Skipped]:
    """Yield the items of rows that sentences count and decide on, where none is read, and no
    entry is called so."""
    from pilotdiff.listing.sentences.unread_rows import unread_rows

    of_line: dict[int, list[Run]] = {}
    for row in told:
        of_line.setdefault(row.text.line, []).append(row.run)
    for text in prose:
        for left, right in unread_rows(text.text, of_line.get(text.line, ()), some=not listed):
            item = text.text[left:right].strip(" \u3000，,")
            if not any(item.endswith(one.text) or item in one.text for one in listed):
                yield Skipped(text.line_at(left), item, NOT_READ, True)


def totals_of(told: Iterable[ToldRow]) -> Iterator[Declared]:
    """Yield what the sentences say there are in the rows that are read from them."""
    for row in told:
        if (total := row.run.told) is not None:
            yield Declared(total.number, row.line, "", until=row.line, names=total.names)


def allotments_of(told: Iterable[ToldRow]) -> Iterator[Allotment]:
    """Yield the categories that sentences give the units of their rows in turn."""
    for row in told:
        if len(row.run.names) > 1 and len(row.run.categories) > 1:
            yield Allotment(tuple(row.names), row.run.categories, row.line)
