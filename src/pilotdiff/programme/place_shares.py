"""What became of the pilots by place and category, where both lists of a batch are known."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pilotdiff.matching.names.name_keys import category_of, place_key
from pilotdiff.model import LEVELS, NOT_COUNTED, WENT_ON, Level, Outcome, Unit, Units
from pilotdiff.outcomes.contested import contested, yet_open
from pilotdiff.outcomes.unread_whereabouts import NONE_UNREAD, UnreadPilots
from pilotdiff.programme.programme_types import Matrix, MatrixColumn, PlaceShare
from pilotdiff.reconciliation import Reconciler

# A breakdown is read at a glance: by prefecture if that makes a table one can take in.
_DEPTHS = (1, 0, 2, 3)
_READABLE = 40
COUNTY = Level.COUNTY
ShareKey = tuple[str, ...]


class Went(NamedTuple):
    """A pilot, what became of it, and the numbers of the rows under review that speak of it."""

    unit: Unit
    outcome: Outcome
    contested: tuple[int, ...] = ()


def went(pilots: Units, results: Units, reconciler: Reconciler) -> tuple[Went, ...]:
    """Return what became of every pilot."""
    rows = reconciler.rows(pilots, results)
    found = contested(rows)
    return tuple(
        Went(row.pilot, row.outcome, found.get(id(row.pilot), ())) for row in rows if row.pilot
    )


def place_level(all_: Sequence[Went]) -> Level | None:
    """Return the level that divides the pilots into a readable number of places, None where none
    does."""
    for depth in _DEPTHS:
        names = {each.unit.path[depth] for each in all_ if each.unit.path[depth]}
        if 2 <= len(names) <= _READABLE:
            return LEVELS[depth]
    return None


def of_places(
    all_: Sequence[Went], level: Level, unread: UnreadPilots = NONE_UNREAD
) -> tuple[PlaceShare, ...]:
    """Return shares by the places of a level in which pilots could go on, in the order of the
    list; `unread` are pilots that none of them are."""
    depth = level.depth
    listed = {_place(each.unit, depth) for each in all_ if each.unit.level is level}
    above = 1 if len({each.unit.path[0] for each in all_}) == 1 else 0
    found = _grouped(all_, lambda unit: _place(unit, depth) if unit.path[depth] else ())
    shares = (
        _share(some, path[depth])._replace(
            listed=key in listed,
            within="".join(path[above:depth]),
            unread=unread.within(path[: depth + 1]),
        )
        for key, some in found.items()
        for path in [some[0].unit.path]
    )
    return tuple(share for share in shares if share.of)


def of_categories(
    all_: Sequence[Went], unread: UnreadPilots = NONE_UNREAD
) -> tuple[PlaceShare, ...]:
    """Return shares by level and category, from the top level, in the order of the list."""
    shares = [
        _share(some, first.entry.category)._replace(
            level=first.level, unread=unread.within((), first.level)
        )
        for some in _grouped(all_, _category).values()
        for first in [some[0].unit]
    ]
    return tuple(share for level in LEVELS for share in shares if share.level is level and share.of)


def of_level(all_: Sequence[Went], level: Level, unread: UnreadPilots = NONE_UNREAD) -> PlaceShare:
    """Return the share of all pilots of a level."""
    some = [each for each in all_ if each.unit.level is level]
    return _share(some, "")._replace(level=level, unread=unread.within((), level))


def matrix(all_: Sequence[Went], level: Level, unread: UnreadPilots = NONE_UNREAD) -> Matrix | None:
    """Place × category; None where fewer than two categories are known."""
    columns = [(share.level, share.name) for share in of_categories(all_)]
    if len(columns) < 2:
        return None
    cells = _grouped(all_, lambda unit: (*_place(unit, level.depth), *_category(unit)))
    found = _grouped(all_, lambda unit: _place(unit, level.depth) if unit.path[level.depth] else ())
    rows = {key: some for key, some in found.items() if _share(some, "").of}
    shares = tuple(
        tuple(
            _share(cells.get((*key, of, category_of(name)), ()), name)._replace(
                level=of, unread=unread.within(some[0].unit.path[: level.depth + 1], of)
            )
            for of, name in columns
            if of
        )
        for key, some in rows.items()
    )
    titles = tuple(MatrixColumn(of, name) for of, name in columns if of)
    names = tuple(some[0].unit.path[level.depth] for some in rows.values())
    return Matrix(level, names, titles, shares)


def _place(unit: Unit, depth: int) -> ShareKey:
    """Return the keys of a unit's places down to a depth: 会理市 is one however it is written."""
    return tuple(place_key(at, part) for at, part in enumerate(unit.path[: depth + 1]))


def _category(unit: Unit) -> ShareKey:
    """Return level and category, () where it has none."""
    category = unit.entry.category
    return (unit.level, category_of(category)) if category else ()


def _grouped(all_: Iterable[Went], key: Callable[[Unit], ShareKey]) -> dict[ShareKey, list[Went]]:
    """Return units by their key, in the order of the list; those whose key is empty are left
    out."""
    found: dict[ShareKey, list[Went]] = {}
    for each in all_:
        if of := key(each.unit):
            found.setdefault(of, []).append(each)
    return found


def _share(some: Sequence[Went], name: str) -> PlaceShare:
    outcomes = [each.outcome for each in some]
    return PlaceShare(
        name,
        kept=sum(outcome in WENT_ON for outcome in outcomes),
        of=sum(outcome not in NOT_COUNTED for outcome in outcomes),
        undecided=yet_open(each.contested for each in some),
        joined=outcomes.count(Outcome.MERGED),
    )
