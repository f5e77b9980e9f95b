"""What the page draws: numbers first, each with the filter that shows its units."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlencode

from pilotdiff.model import LEVELS, NOT_COUNTED, WENT_ON, Level, Outcome, Row, Unit
from pilotdiff.outcomes.contested import contested, yet_open
from pilotdiff.outcomes.unread_whereabouts import NONE_UNREAD, UnreadPilots
from pilotdiff.report.page.page_limits import MOST_COLUMNS, MOST_PLACES
from pilotdiff.report.pilot_shares import Share, by_category, by_place
from pilotdiff.report.row_places import RowPlace, place_of
from pilotdiff.report.summary import ABOUT_PILOTS, Tally

# The ground of a rate: 0, and then five steps up to 1.
_STEPS = (0.25, 0.5, 0.75, 1.0)


class Segment(NamedTuple):
    """A part of a bar, in per cent of the longest one: where it begins, how long it is."""

    outcome: Outcome
    units: int
    start: float
    length: float
    link: str


class OutcomeShare(NamedTuple):
    """The pilots of one level, or of all (None), and what became of them."""

    level: Level | None
    pilots: int
    kept: int
    eligible: int
    undecided: int
    unread: int
    segments: tuple[Segment, ...]


class Bar(NamedTuple):
    """The share of a place, and the filter that shows its units."""

    share: Share
    link: str


class ChartCell(NamedTuple):
    """A cell of the matrix; `step` 0 to 5 is the ground of its rate, and `most` how many may have
    gone on where that is not known; `of` holds the pilots that are known and were not read."""

    kept: int
    of: int
    step: int
    link: str
    most: int


class ChartColumn(NamedTuple):
    """A column of the matrix: a category of the units of one level."""

    level: Level
    category: str


class ChartMatrix(NamedTuple):
    """Place × category; `cells[i][j]` is of `places[i]` and `columns[j]`, None without pilots."""

    level: Level
    places: tuple[str, ...]
    columns: tuple[ChartColumn, ...]
    cells: tuple[tuple[ChartCell | None, ...], ...]
    sums: tuple[ChartCell | None, ...]

    @property
    def spans(self) -> list[tuple[Level, int]]:
        """The levels over the columns and how many columns each has."""
        return list(Counter(column.level for column in self.columns).items())


def fates(counts: Tally) -> tuple[OutcomeShare, ...]:
    """Return what became of the pilots, level by level; a bar is as long as the level has
    pilots."""
    longest = max(counts.pilots.values(), default=0)
    return tuple(_fate(counts, level, longest) for level in LEVELS if counts.pilots.get(level))


def _fate(counts: Tally, level: Level, longest: int) -> OutcomeShare:
    segments, start = [], 0.0
    for outcome in ABOUT_PILOTS:
        if count := counts.of(outcome, level):
            length = 100 * count / longest
            link = query(outcome=outcome, level=level)
            segments.append(Segment(outcome, count, round(start, 3), round(length, 3), link))
            start += length
    pilots = counts.pilots[level]
    kept, eligible = counts.went_on(level), counts.eligible(level)
    open_, unread = counts.undecided(level), counts.unread_pilots.within((), level)
    return OutcomeShare(level, pilots, kept, eligible, open_, unread, tuple(segments))


def bars(
    rows: Sequence[Row], unread: UnreadPilots = NONE_UNREAD
) -> tuple[Level | None, list[Bar], int]:
    """Return the places by the share that went on, the highest first, and how many are left out."""
    level, shares = by_place(rows, unread)
    ordered = sorted(shares, key=lambda share: (-share.kept / share.of, -share.of))
    made = [Bar(share, _link(share)) for share in ordered]
    return level, made[:MOST_PLACES], max(0, len(made) - MOST_PLACES)


def _link(share: Share) -> str:
    """Return the address of the units of a place, "" where the place is not stated."""
    return query(place=_sought(share)) if share.place else ""


def _sought(share: Share) -> str:
    """Write a place as the page's filter takes it: with its path where two are of one name."""
    return share.name if share.name == share.place[-1] else " ".join(filter(None, share.place))


def chart_matrix(rows: Sequence[Row], unread: UnreadPilots = NONE_UNREAD) -> ChartMatrix | None:
    """Place × category; None where units have no categories or no places."""
    level, places = by_place(rows, unread)
    shares = by_category(rows, unread)
    if level is None or not shares:
        return None
    columns = _columns(shares)
    counts = _counts(rows, level)
    drawn = places[:MOST_PLACES]
    cells = tuple(
        tuple(
            _cell(counts, each, column, unread.within(each.place, column.level))
            for column in columns
        )
        for each in drawn
    )
    sums = tuple(_sum(shares, column) for column in columns)
    return ChartMatrix(level, tuple(each.name for each in drawn), columns, cells, sums)


def _columns(shares: Iterable[Share]) -> tuple[ChartColumn, ...]:
    """Return the largest categories, level by level in the order of the list."""
    found = [(share.of, ChartColumn(share.level, share.name)) for share in shares if share.level]
    largest = sorted(found, key=lambda each: -each[0])[:MOST_COLUMNS]
    chosen = {column for _, column in largest}
    columns = [column for _, column in found if column in chosen]
    return tuple(sorted(columns, key=lambda column: column.level.depth))


_Key = tuple[RowPlace, ChartColumn]


class _Counts(NamedTuple):
    """Pilots that could go on, by place and column: whether they did, and what bears on those of
    which it is not known."""

    went: Counter[tuple[_Key, bool]]
    contested: Mapping[_Key, list[tuple[int, ...]]]


def _counts(rows: Sequence[Row], level: Level) -> _Counts:
    counts = _Counts(Counter(), defaultdict(list))
    found = contested(rows)
    for row in rows:
        unit: Unit | None = row.pilot
        if unit and row.outcome not in NOT_COUNTED:
            key = place_of(unit, level.depth), ChartColumn(unit.level, unit.entry.category)
            counts.went[key, row.outcome in WENT_ON] += 1
            counts.contested[key].append(found.get(id(unit), ()))
    return counts


def _cell(counts: _Counts, share: Share, column: ChartColumn, unread: int) -> ChartCell | None:
    key = share.place, column
    kept, lost = (counts.went[key, went] for went in (True, False))
    link = ""
    if share.place:
        link = query(place=_sought(share), level=column.level, category=column.category)
    return cell(kept, kept + lost, link, yet_open(counts.contested.get(key, ())), unread)


def _sum(shares: Iterable[Share], column: ChartColumn) -> ChartCell | None:
    link = query(level=column.level, category=column.category)
    return next(
        (
            cell(s.kept, s.of, link, s.undecided, s.unread)
            for s in shares
            if (s.level, s.name) == tuple(column)
        ),
        None,
    )


def cell(kept: int, of: int, link: str, undecided: int = 0, unread: int = 0) -> ChartCell | None:
    """Return the cell of these numbers, None where there is nothing to take a share of."""
    if not of:
        return None
    of += unread
    return ChartCell(kept, of, rate_step(kept / of), link, kept + undecided + unread)


def rate_step(rate: float) -> int:
    """Return the step of a rate: 0 for none, 5 for all, 1 to 4 for the quarters between."""
    return 0 if not rate else 1 + sum(rate >= bound for bound in _STEPS)


def query(**wanted: str) -> str:
    """Return the address in the page that shows the units with these values."""
    return "#" + urlencode(wanted)
