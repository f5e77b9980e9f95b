"""Lines that hold nothing but a date, and the year that a title names."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.facts.calendar import find_day, find_month, iso_day, iso_month
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.model import Stated
from pilotdiff.patterns import pattern

_BRACKETS = "()（）[]【】〔〕 \u3000"
_LONGEST = 100
_YEAR = pattern(r"(?<![到至])(?<!面向)(?P<year>(?:19|20)\d\d)\s?年", needs="年")
_SEVERAL_YEARS = pattern(r"(?:19|20)\d\d年?\s?[-—–~～至到、和]\s?(?:19|20)?\d\d年", needs="年")


class DateLines(NamedTuple):
    """The dates that short lines state, each sort in the document's order.

    alone   days on lines of their own
    loose   days in bylines
    months  a month on lines of its own, where it is the only one: 2023-08
    """

    alone: tuple[Stated, ...]
    loose: tuple[Stated, ...]
    months: tuple[Stated, ...]

    @property
    def told(self) -> Stated:
        """The date of the document, as exactly as a line tells it; "" in line 0 where none does.

        A month under the title stands under the signature again.
        """
        return next(iter(self.alone or self.loose or self.months[::-1]), Stated("", 0))


def read_dates(short: Sequence[Piece]) -> DateLines:
    """Return what the short lines of a document state of its date."""
    alone: list[Stated] = []
    loose: list[Stated] = []
    months: list[Stated] = []
    for piece in short:
        text, line = piece.text.text.strip(), piece.text.line
        match = find_day(text) if len(text) <= _LONGEST else None
        if match is not None and (day := iso_day(match)):
            (alone if match.span() == (0, len(text)) else loose).append(Stated(day, line))
        elif month := _lone_month(text):
            months.append(Stated(month, line))
    several = len({each.value for each in months}) > 1
    return DateLines(tuple(alone), tuple(loose), () if several else tuple(months))


def _lone_month(text: str) -> str:
    """Return the month that a line is, without or in brackets, "" where it is none: 2023年8月."""
    bare = text.strip(_BRACKETS)
    match = find_month(bare) if len(bare) <= _LONGEST else None
    return iso_month(match) if match is not None and match.span() == (0, len(bare)) else ""


def is_date(piece: Piece) -> bool:
    """Tell whether a short line is nothing but a day or a month, without or in brackets."""
    if piece.shape is not Shape.HEADING or piece.ordinal is not None:
        return False
    bare = piece.text.text.strip(_BRACKETS)
    match = find_day(bare) or find_month(bare)
    return match is not None and match.span() == (0, len(bare))


def only_year(title: str) -> int | None:
    """Return the one year that a title names, None where it names none or several.

    >>> only_year("云岭省2023年度示范村名单"), only_year("云岭省2021—2023年示范村名单")
    (2023, None)
    """
    found = {match["year"] for match in _YEAR.finditer(title)}
    return int(found.pop()) if len(found) == 1 and not _SEVERAL_YEARS.search(title) else None


_LONE_YEAR = pattern(r"(?P<year>(?:19|20)\d\d)\s?年度?", needs="年")


def year_below(pieces: Sequence[Piece], title_lines: Sequence[int]) -> int | None:
    """Return the year that is the line right below the title, where no other line is a year and so
    a heading over names: （2022年）."""
    years = {
        piece.text.line: match["year"]
        for piece in pieces
        if (match := _LONE_YEAR.fullmatch(piece.text.text.strip(_BRACKETS)))
    }
    last = max(title_lines, default=0)
    below = next((p.text.line for p in pieces if last and p.text.line > last), 0)
    return int(years[below]) if below in years and len(years) == 1 else None


def with_date_below_title(pieces: Sequence[Piece], told: frozenset[int]) -> list[Piece]:
    """Return the lines of a document, a lone date right below its title being no heading.

    `told` are the lines that state something of the document. Where several dates stand over names
    they are headings: 2021年3月, 2022年8月.
    """
    dates = [piece for piece in pieces if is_date(piece)]
    over = [one for one, below in pairwise(pieces) if is_date(one) and below.names is not None]
    below = {
        piece.text.line
        for above, piece in pairwise(pieces)
        if above.text.line in told and len(over) < 2 and piece in dates[:1]
    }
    return [
        piece._replace(shape=Shape.FURNITURE, heading=None) if piece.text.line in below else piece
        for piece in pieces
    ]
