"""Units named in running text: 确定甲街道为…，确定乙社区、丙社区…分别承担….

Only sentences that decide something name units of the list; that a place is spoken of is not
enough.
"""

import re
from functools import cache
from typing import NamedTuple

from pilotdiff.listing.carry import Carrier
from pilotdiff.listing.cuts import pieces_between
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.items import read_piece
from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.naming import DOUBTFUL
from pilotdiff.listing.numerals import NUMBER, numeral
from pilotdiff.listing.vocabulary import rows
from pilotdiff.patterns import pattern

_SENTENCE = pattern(r"[^。！？!?；;]+")
_CITED = pattern(r"《[^《》]*》")
_SEPARATOR = pattern(r"[、，,：:]")
_CLAUSE_END = pattern(r"[，,。；;]")
_OPENS = pattern(r"(?:其中|分别|包括|以及|[我全][省市州县区]|的)*")
_ANNOUNCES = pattern(r"(?:是|为|有|包括|如下|名单|入选|上榜|单位|社区|街道|[镇乡村县])$")
_COLON_AFTER = pattern(r"(?:是|为|有|包括|如下|名单|单位)[：:]")
_COUNTED = pattern(rf"等(?P<number>{NUMBER})[个家]")
_IN_TURN = pattern(r"[^，,。；;“「]{0,6}分别(?:是|为|承担|开展|实施|属于?|列入|获得?)?")
_QUOTED = pattern(r"[“「『\"](?P<each>[^“”「」『』\"]+)[”」』\"]")
_BETWEEN = pattern(r"[、和与及]")
_MOST_LEADS = 4


class Run(NamedTuple):
    """Units that one sentence names in a row.

    declared    the number that the sentence gives ("等41个"), which may be more than it names
    categories  what it gives them in turn: 分别承担“便民服务型”“自治互助型”任务
    """

    names: tuple[Name, ...]
    declared: int | None = None
    categories: tuple[str, ...] = ()


@cache
def _verbs() -> dict[str, re.Pattern[str]]:
    table: dict[str, list[str]] = {}
    for kind, word in rows("verbs.txt"):
        table.setdefault(kind, []).append(word)
    return {
        kind: re.compile("|".join(sorted(found, key=len, reverse=True)))
        for kind, found in table.items()
    }


def runs(text: str) -> list[Run]:
    """The rows of units that the sentences of a line decide on; places count from its start."""
    text = _CITED.sub(lambda cited: "《" + " " * (len(cited[0]) - 2) + "》", text)
    return [run for sentence in _SENTENCE.finditer(text) for run in _runs(text, *sentence.span())]


def _runs(text: str, start: int, end: int) -> list[Run]:
    told = any(_verbs()[kind].search(text, start, end) for kind in ("lead", "tail"))
    if not told and not _COLON_AFTER.search(text, start, end):
        return []
    sentence = _Sentence(text, end)
    for left, right in pieces_between(text, start, end, _SEPARATOR):
        sentence.take(left, right)
    sentence.flush()
    return sentence.runs


class _Sentence:
    """One sentence on its way from left to right: the row of names being gathered."""

    def __init__(self, text: str, end: int) -> None:
        self._text, self._end = text, end
        self._row: list[Name] = []
        self._decided = False
        self._announced = False
        self._carrier = Carrier()
        self.runs: list[Run] = []

    def take(self, left: int, right: int) -> None:
        """Go on with the clause at [left, right)."""
        if self._row:
            names, closed = _names_in(self._text, left, right)
            if names:
                self._extend(names, closed)
                return
            self.flush()
        self._begin(left, right)

    def _begin(self, left: int, right: int) -> None:
        if self._follows("lead", left, right):
            return
        if self.runs:
            # 仁和区 is a name: "和" joins only where the clause does not begin with one.
            names, closed = _names_in(self._text, left, right)
            if names:
                self._decide(names, closed)
                return
            if self._follows("join", left, right):
                return
        opening = _OPENS.match(self._text, left, right)
        names, closed = _names_in(self._text, opening.end() if opening else left, right)
        if names:
            self._decided = bool(self.runs) or self._announced
            self._extend(names, closed)
        self._announced = self._announces(left, right)

    def _follows(self, kind: str, left: int, right: int) -> bool:
        """Whether names follow a verb, or a word that joins, within the clause; take them then."""
        leads = [m.end() for m in _verbs()[kind].finditer(self._text, left, right)]
        for lead in reversed(leads[-_MOST_LEADS:]):
            names, closed = _names_in(self._text, lead, right)
            if names:
                self._decide(names, closed)
                return True
        return False

    def _decide(self, names: list[Name], closed: bool) -> None:
        self._decided = True
        self._extend(names, closed)

    def _announces(self, left: int, right: int) -> bool:
        """Whether a clause leads up to units with a colon: 这7个村是："""
        colon = self._text[right : right + 1] in ("：", ":") and right < self._end
        return colon and _ANNOUNCES.search(self._text[left:right]) is not None

    def _extend(self, names: list[Name], closed: bool) -> None:
        for name in names:
            above = name.above or self._carrier.above(name.reading.parts)
            self._row.append(name._replace(above=above))
            self._carrier.placed(self._row[-1].path)
        if closed:
            self.flush()

    def flush(self) -> None:
        """End the row; it counts when a verb of deciding stands before or behind it."""
        row, decided = self._row, self._decided
        self._row, self._decided = [], False
        self._carrier = Carrier()
        if not row:
            return
        after = row[-1].end
        tail = _verbs()["tail"].search(self._text, after, min(self._end, after + 12))
        if decided or tail:
            header = _told(self._text, after, self._end)
            names = tuple(name._replace(header=header) for name in row)
            self.runs.append(Run(names, self._count(after), _shared(self._text, after, self._end)))

    def _count(self, after: int) -> int | None:
        match = _COUNTED.match(self._text, after)
        return numeral(match["number"]) if match else None


def _names_in(text: str, start: int, end: int) -> tuple[list[Name], bool]:
    """The names that a clause begins with, and whether other words follow them."""
    if whole := _sure(read_piece(text, start, end, None)):
        return whole, False
    stops = [
        m.start() for kind in ("end", "tail") for m in _verbs()[kind].finditer(text, start, end)
    ]
    for stop in sorted(stops)[:_MOST_LEADS]:
        if stop > start + 1 and (cut := _sure(read_piece(text, start, stop, None))):
            return cut, True
    return [], False


def _sure(names: list[Name]) -> list[Name]:
    return names if all(name.reading.sure > DOUBTFUL for name in names) else []


def _told(text: str, start: int, end: int) -> Header | None:
    """What the units are chosen for: …为“五社联动”机制创新试点街道."""
    clause = _CLAUSE_END.search(text, start, end)
    told = text[start : clause.start() if clause else end]
    if "为" not in told[:24]:
        return None
    title = told[told.index("为") + 1 :].strip()
    if title[:1] == "“" and title.find("”") == len(title) - 1:
        title = title[1:-1]
    heading = read_heading(title)
    return Header(title, heading=heading) if heading.level or heading.category else None


def _shared(text: str, start: int, end: int) -> tuple[str, ...]:
    """The categories that units are given in turn: 分别承担“A型”“B型”和“C型”任务."""
    opening = _IN_TURN.match(text, start, end)
    if opening is None:
        return ()
    clause = _CLAUSE_END.search(text, opening.end(), end)
    told = text[opening.end() : clause.start() if clause else end]
    quoted = [match["each"] for match in _QUOTED.finditer(told)]
    each = (read_heading(part).category for part in quoted or _BETWEEN.split(told))
    return tuple(category for category in each if category)
