"""Which rows a report shows, by outcome, level, category and place; and which ones it counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, NoReturn

from pilotdiff.model import Level, Outcome, Row, Unit, UserError
from pilotdiff.model.errors import nearest
from pilotdiff.repair.fold import fold

Test = Callable[[Unit], bool]
# So many of the values that there are stand in an error.
_SHOWN = 8


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
            tuple(outcomes or ()), tuple(levels or ()), tuple(categories or ()), tuple(places or ())
        )

    def told(self) -> dict[str, object]:
        """Return the values of each kind, as run.json keeps them."""
        return {
            "only": list(self.outcomes),
            "level": list(self.levels),
            "category": list(self.categories),
            "within": list(self.places),
        }

    def given(self) -> Iterator[tuple[str, str]]:
        """Yield each filter as option and value."""
        options = {
            "--only": self.outcomes,
            "--level": self.levels,
            "--category": self.categories,
            "--within": self.places,
        }
        return ((option, str(value)) for option, values in options.items() for value in values)

    def written(self) -> str:
        """Write the filters as they were given.

        >>> Filter(places=("绵阳市",)).written()
        '--within 绵阳市'
        """
        return " ".join(f"{option} {value}" for option, value in self.given())

    def __bool__(self) -> bool:
        return bool(self.outcomes or self.levels or self.categories or self.places)

    def keep(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows of which either unit fits, in their order."""
        if not self:
            return rows
        fits = self._fitting(rows)
        return tuple(
            row
            for row in rows
            if (not self.outcomes or row.outcome in self.outcomes) and any(map(fits, units(row)))
        )

    def refuse_unfit(self, rows: tuple[Row, ...]) -> None:
        """Refuse a place or a category that no unit of the two lists has: a slip in its name would
        look like an empty answer. Raises UserError."""
        for option, value in self.given():
            test = {"--category": _listed, "--within": _within}.get(option)
            if test and not _fits_any(test(value, rows), rows):
                _refuse_value(option, value, rows)

    def counted(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows that rates are taken of: of every outcome, since a share of the pilots
        that were dropped says nothing; those whose pilot fits, or, without one, whose result does.
        """
        if not self:
            return rows
        fits = self._fitting(rows)
        return tuple(row for row in rows if any(map(fits, units(row)[:1])))

    def results(self, rows: tuple[Row, ...]) -> tuple[Unit, ...]:
        """Return the results that fit, whatever became of their pilots."""
        if not self:
            return tuple(row.result for row in rows if row.result)
        fits = self._fitting(rows)
        return tuple(row.result for row in rows if row.result and fits(row.result))

    def _fitting(self, rows: tuple[Row, ...]) -> Test:
        """Tell whether a unit is of the levels, categories and places asked for."""
        kinds = (
            [_at(self.levels)] if self.levels else [],
            [_listed(name, rows) for name in self.categories],
            [_within(place, rows) for place in self.places],
        )
        tests = [kind for kind in kinds if kind]
        return lambda unit: all(any(test(unit) for test in kind) for kind in tests)


def _refuse_value(option: str, value: str, rows: tuple[Row, ...]) -> NoReturn:
    """Say which value there is that is near, else the first of those that there are."""
    listed = [unit for row in rows for unit in units(row)]
    if option == "--within":
        there = [part for unit in listed for part in unit.path if part]
        # The widest places that tell the units apart.
        above = [dict.fromkeys(part for unit in listed if (part := unit.path[n])) for n in range(4)]
        named = list(next((each for each in above if len(each) > 1), above[-1]))
    else:
        named = there = list(dict.fromkeys(u.entry.category for u in listed if u.entry.category))
    if near := nearest(value, dict.fromkeys(there)):
        raise UserError(
            "{option} {value} fits no unit of the two lists: did you mean {near}?",
            option=option,
            value=value,
            near=near,
        )
    if not named:
        raise UserError(
            "{option} {value} fits no unit of the two lists, which name none: leave it out",
            option=option,
            value=value,
        )
    raise UserError(
        "{option} {value} fits no unit of the two lists: give another, such as {known}",
        option=option,
        value=value,
        known=tuple(named[:_SHOWN]),
    )


def asked_beside(
    *, no_record: bool, as_of: int | None, id_column: str, name_column: str
) -> dict[str, object]:
    """Return the options beside the filters that bear on the answer, as run.json keeps them: those
    that were given.

    >>> asked_beside(no_record=True, as_of=None, id_column="", name_column="名称")
    {'no_record': True, 'name_column': '名称'}
    """
    options: dict[str, object] = {
        "no_record": no_record,
        "as_of": as_of,
        "id_column": id_column,
        "name_column": name_column,
    }
    return {name: value for name, value in options.items() if value}


def units(row: Row) -> tuple[Unit, ...]:
    """Return the one or two units of a row, the pilot first."""
    return tuple(unit for unit in (row.pilot, row.result) if unit is not None)


def _at(levels: tuple[Level, ...]) -> Test:
    return lambda unit: unit.level in levels


def _listed(name: str, rows: tuple[Row, ...]) -> Test:
    """Return the test for a category. Whole names win: 智慧科技 is not 智慧科技创新 where a
    category of that very name exists."""
    # Not at the top: the help of a command needs no listing.
    from pilotdiff.listing.categories import category_key

    wanted = category_key(fold(name))

    def whole(unit: Unit) -> bool:
        return category_key(fold(unit.entry.category)) == wanted

    def begun(unit: Unit) -> bool:
        return category_key(fold(unit.entry.category)).startswith(wanted)

    return whole if _fits_any(whole, rows) else begun


def _within(place: str, rows: tuple[Row, ...]) -> Test:
    """Return the test for a place. Whole parts win: 城区 is not 城区社区 where a unit of that very
    name exists."""
    wanted = fold(place.strip())

    def whole(unit: Unit) -> bool:
        return wanted in _runs(unit)

    def begun(unit: Unit) -> bool:
        return any(run.startswith(wanted) for run in _runs(unit))

    return whole if _fits_any(whole, rows) else begun


def _fits_any(test: Test, rows: Iterable[Row]) -> bool:
    return any(test(unit) for row in rows for unit in units(row))


def _runs(unit: Unit) -> set[str]:
    """Return every run of neighbouring parts of the path, joined."""
    parts = [fold(part) for part in unit.path if part]
    starts = range(len(parts))
    return {"".join(parts[a:b]) for a in starts for b in range(a + 1, len(parts) + 1)}
