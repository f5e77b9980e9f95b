"""Which rows a report shows: by outcome, level, category and place."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from pilotdiff.model import Level, Outcome, Row, Unit
from pilotdiff.repair.fold import fold

Test = Callable[[Row], bool]


class Filter(NamedTuple):
    """Values of one kind are alternatives, kinds add up; an empty kind keeps all.

    categories  canonical or short: 智慧科技 is 智慧科技型
    places      a part of the path (绵阳市), its beginning (绵阳) or a run of parts (成都市温江区)
    """

    outcomes: tuple[Outcome, ...] = ()
    levels: tuple[Level, ...] = ()
    categories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        outcomes: Iterable[Outcome] | None = None,
        levels: Iterable[Level] | None = None,
        categories: Iterable[str] | None = None,
        places: Iterable[str] | None = None,
    ) -> Filter:
        """Return the filter of options, None where one was not given."""
        return cls(
            tuple(outcomes or ()),
            tuple(levels or ()),
            tuple(categories or ()),
            tuple(places or ()),
        )

    def __bool__(self) -> bool:
        return bool(self.outcomes or self.levels or self.categories or self.places)

    def keep(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows that fit, in their order."""
        if not self:
            return rows
        tests = [[_of(self.outcomes)], [_at(self.levels)]]
        tests.append([_listed(name, rows) for name in self.categories])
        tests.append([_within(place, rows) for place in self.places])
        return tuple(row for row in rows if all(map(partial(_any, row), filter(None, tests))))


def units(row: Row) -> Iterable[Unit]:
    """Return the one or two units of a row, the pilot first."""
    return (unit for unit in (row.pilot, row.result) if unit is not None)


def _any(row: Row, tests: list[Test]) -> bool:
    return any(test(row) for test in tests)


def _of(outcomes: tuple[Outcome, ...]) -> Test:
    return lambda row: not outcomes or row.outcome in outcomes


def _at(levels: tuple[Level, ...]) -> Test:
    return lambda row: not levels or any(unit.level in levels for unit in units(row))


def _listed(name: str, rows: tuple[Row, ...]) -> Test:
    """Whole names win: 智慧科技 is not 智慧科技创新 where a category of that very name exists."""
    # Not at the top: the help of a command needs no listing.
    from pilotdiff.listing.categories import category_key

    wanted = category_key(fold(name))

    def whole(row: Row) -> bool:
        return any(category_key(fold(unit.entry.category)) == wanted for unit in units(row))

    def begun(row: Row) -> bool:
        return any(
            category_key(fold(unit.entry.category)).startswith(wanted) for unit in units(row)
        )

    return whole if any(map(whole, rows)) else begun


def _within(place: str, rows: tuple[Row, ...]) -> Test:
    """Whole parts win: 城区 is not 城区社区 where a unit of that very name exists."""
    wanted = fold(place.strip())

    def whole(row: Row) -> bool:
        return any(wanted in _runs(unit) for unit in units(row))

    def begun(row: Row) -> bool:
        return any(run.startswith(wanted) for unit in units(row) for run in _runs(unit))

    return whole if any(map(whole, rows)) else begun


def _runs(unit: Unit) -> set[str]:
    """Every run of neighbouring parts of the path, joined."""
    parts = [fold(part) for part in unit.path if part]
    starts = range(len(parts))
    return {"".join(parts[a:b]) for a in starts for b in range(a + 1, len(parts) + 1)}
