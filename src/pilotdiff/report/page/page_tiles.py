"""A tile a place, those of a province together in the order of their codes: how many pilots it had,
how many of them went on, and where there were none. No boundary is drawn."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.model import LEVELS, NOT_COUNTED, WENT_ON, Level, Row, Unit
from pilotdiff.outcomes.contested import contested, yet_open
from pilotdiff.outcomes.unread_whereabouts import NONE_UNREAD, UnreadPilots
from pilotdiff.report.page.charts import query, rate_step
from pilotdiff.report.page.page_limits import MOST_TILES

if TYPE_CHECKING:
    from pilotdiff.record import Register

# By prefecture, and by county where all lie in one.
_DEPTHS = (Level.PREFECTURE.depth, Level.COUNTY.depth)
_LAST = "~"
_Place = tuple[str, str]
_Counts = Counter[tuple[_Place, str]]


class Tile(NamedTuple):
    """Of the pilots of a place that could go on (`of`), how many did; `pilots` are all that it had,
    `unread` how many more may be its own that are in no row, and `step` 0 to 5 is the ground of the
    rate, None where there is none."""

    name: str
    pilots: int
    kept: int
    of: int
    undecided: int
    unread: int
    step: int | None
    link: str


class TileGroup(NamedTuple):
    """The tiles of a province, or of a prefecture."""

    name: str
    tiles: tuple[Tile, ...]


class TileMap(NamedTuple):
    """The groups, and the level of their tiles."""

    level: Level
    groups: tuple[TileGroup, ...]


def tile_map(
    rows: Sequence[Row], register: "Register | None", unread: UnreadPilots = NONE_UNREAD
) -> TileMap | None:
    """Return the tiles of these rows' pilots; None where no level divides them into few enough.

    The official record, where it is asked, gives the order and the places without any pilot.
    """
    pilots = [row.pilot for row in rows if row.pilot]
    for depth in _DEPTHS:
        places = list(dict.fromkeys(filter(None, (_place(unit, depth) for unit in pilots))))
        if 1 < len(places) <= MOST_TILES:
            counts = _counts(rows, depth, unread)
            return TileMap(LEVELS[depth], tuple(_groups(counts, places, depth, register)))
    return None


def _place(unit: Unit, depth: int) -> _Place | None:
    """Return the group and the name; a county without a prefecture stands among the prefectures."""
    name = unit.path[depth] or (unit.path[Level.COUNTY.depth] if depth == _DEPTHS[0] else "")
    return (unit.path[depth - 1], name) if name else None


def _groups(
    counts: _Counts, places: Sequence[_Place], depth: int, register: "Register | None"
) -> Iterator[TileGroup]:
    for above in dict.fromkeys(group for group, _ in places):
        listed = [name for group, name in places if group == above]
        named = _ordered(above, listed, LEVELS[depth], register)
        yield TileGroup(above, tuple(_tile(above, name, counts) for name in named))


def _counts(rows: Iterable[Row], depth: int, unread: UnreadPilots) -> _Counts:
    rows = tuple(rows)
    counts: _Counts = Counter()
    numbers: defaultdict[_Place, list[tuple[int, ...]]] = defaultdict(list)
    found = contested(rows)
    for row in rows:
        place = _place(row.pilot, depth) if row.pilot else None
        if place:
            counts[place, "pilots"] += 1
            counts[place, "of"] += row.outcome not in NOT_COUNTED
            counts[place, "kept"] += row.outcome in WENT_ON
            numbers[place].append(found.get(id(row.pilot), ()))
    counts += Counter({(at, "undecided"): yet_open(told) for at, told in numbers.items()})
    return counts + Counter({(at, "unread"): _unread(unread, at, depth) for at in numbers})


def _unread(unread: UnreadPilots, place: _Place, depth: int) -> int:
    """Return how many pilots that were not read may lie in a place: (甲省, 乙市) among those of
    prefectures."""
    return unread.within((*("",) * (depth - 1), *place))


def _tile(above: str, name: str, counts: _Counts) -> Tile:
    pilots, kept, of, open_, unread = (
        counts[(above, name), what] for what in ("pilots", "kept", "of", "undecided", "unread")
    )
    link = query(place=f"{above} {name}".strip()) if pilots else ""
    drawn = rate_step(kept / (of + unread)) if of else None
    return Tile(name, pilots, kept, of, open_, unread, drawn, link)


def _ordered(
    above: str, listed: Sequence[str], level: Level, register: "Register | None"
) -> list[str]:
    """Return the places by code, those of the record that the list does not name among them; what
    has no code comes last, as listed."""
    if register is None:
        return list(listed)
    from pilotdiff.record import named_places, places_under

    upper, year = LEVELS[level.depth - 1], register.pilots.year
    counties = places_under(upper, above, Level.COUNTY, year)
    standing = places_under(upper, above, level, year) or counties
    there = {each.code for each in (*counties, *standing)}
    codes = {
        name: each.code
        for name in listed
        for kind in (Level.COUNTY, level)
        for each in named_places(kind, name)
        if each.code in there
    }
    both = [(codes.get(name, _LAST), name) for name in listed]
    taken = set(codes.values())
    both += [(each.code, each.name) for each in standing if each.code not in taken]
    return [name for _, name in sorted(both, key=lambda pair: pair[0])]
