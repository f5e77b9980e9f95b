"""Which rows a report shows: by outcome, level, category and place."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pilotdiff.model import LEVELS, Level, Outcome, Row, Unit
from pilotdiff.repair.fold import fold


@dataclass(frozen=True, slots=True)
class Filter:
    """Values of one kind are alternatives, kinds add up; an empty kind keeps all.

    categories  canonical or short: 智慧科技 is 智慧科技型
    places      a part of the path (绵阳市), its beginning (绵阳) or a run of parts (成都市温江区)
    """

    outcomes: tuple[Outcome, ...] = ()
    levels: tuple[Level, ...] = ()
    categories: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.outcomes or self.levels or self.categories or self.places)

    def keep(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """The rows that fit, in their order."""
        if not self:
            return rows
        tests = [_within(place, rows) for place in self.places]
        return tuple(row for row in rows if self._fits(row) and (not tests or _any(tests, row)))

    def _fits(self, row: Row) -> bool:
        return (
            (not self.outcomes or row.outcome in self.outcomes)
            and (not self.levels or any(unit.level in self.levels for unit in units(row)))
            and (not self.categories or any(map(self._listed, units(row))))
        )

    def _listed(self, unit: Unit) -> bool:
        wording = short(unit.entry.category)
        return bool(wording) and any(wording.startswith(short(name)) for name in self.categories)


def units(row: Row) -> Iterable[Unit]:
    """The one or two units of a row, the pilot first."""
    return (unit for unit in (row.pilot, row.result) if unit is not None)


def short(category: str) -> str:
    """A category without the wording that makes no difference: 智慧科技型 is 智慧科技."""
    return fold(category).removesuffix("型")


def _any(tests: list[Callable[[Row], bool]], row: Row) -> bool:
    return any(test(row) for test in tests)


def _within(place: str, rows: tuple[Row, ...]) -> Callable[[Row], bool]:
    """Whole parts win: 城区 is not 城区社区 where a unit of that very name exists."""
    wanted = fold(place)

    def whole(row: Row) -> bool:
        return any(wanted in _runs(unit) for unit in units(row))

    def begun(row: Row) -> bool:
        return any(run.startswith(wanted) for unit in units(row) for run in _runs(unit))

    return whole if any(map(whole, rows)) else begun


def _runs(unit: Unit) -> set[str]:
    """Every run of neighbouring parts of the path, joined."""
    parts = [fold(part) for part in unit.path if part]
    return {
        "".join(parts[start:end])
        for start in range(len(parts))
        for end in range(start + 1, min(len(parts), len(LEVELS)) + 1)
    }
