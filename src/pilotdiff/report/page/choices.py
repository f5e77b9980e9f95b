"""What the filters of the page offer: the levels, categories, places and deciders that occur."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level, Row, Unit
from pilotdiff.report.filters import units
from pilotdiff.report.page.page_limits import MOST_CHOICES


class PlaceChoice(NamedTuple):
    """A place to choose; `value` is its path from the first level that divides the list."""

    value: str
    name: str
    indented: bool


class Choices(NamedTuple):
    """What occurs: levels from the top, categories as listed, places each under the one above, and
    who decided how many rows; `sheets` are the numbers of the places that confirm theirs."""

    levels: tuple[Level, ...]
    categories: tuple[str, ...]
    places: tuple[PlaceChoice, ...]
    deciders: Mapping[str, int]
    sheets: tuple[int, ...]


class ChoiceNumbers(NamedTuple):
    """A row by its numbers in the choices; both its units count."""

    level: int
    categories: list[int]
    places: list[int]


def choices_offered(rows: Sequence[Row]) -> Choices:
    """Return what these rows hold."""
    found = [unit for row in rows for unit in units(row)]
    levels = {unit.level for unit in found}
    categories = dict.fromkeys(unit.entry.category for unit in found if unit.entry.category)
    places = tuple(_places(found))
    deciders = Counter(row.decision.by for row in rows if row.decision)
    listed = tuple(each for each in LEVELS if each in levels)
    # Prefectures confirm what is theirs; where none divides the list, its largest parts do.
    inner = _depths(found)[1:] == [Level.PREFECTURE.depth]
    sheets = tuple(n for n, place in enumerate(places) if place.indented == inner)
    return Choices(listed, tuple(categories), places, deciders, sheets)


def numbers(rows: Iterable[Row], choices: Choices) -> Iterator[ChoiceNumbers]:
    """Yield each row's numbers."""
    levels = {level: number for number, level in enumerate(choices.levels)}
    categories = {category: number for number, category in enumerate(choices.categories)}
    places = {place.value: number for number, place in enumerate(choices.places)}
    depths = _depths([unit for row in rows for unit in units(row)])
    for row in rows:
        both = list(units(row))
        paths = (_value(unit, depths[0], depth) for unit in both for depth in depths)
        yield ChoiceNumbers(
            levels[both[0].level],
            sorted({categories[u.entry.category] for u in both if u.entry.category}),
            sorted({places[path] for path in paths if path}),
        )


def _places(found: Sequence[Unit]) -> Iterator[PlaceChoice]:
    depths = _depths(found)
    groups: dict[str, dict[str, str]] = {}
    for unit in found:
        # Where a county's prefecture is unknown, the county stands for itself.
        upper, *lower = [each for depth in depths if (each := _value(unit, depths[0], depth))] or [
            ""
        ]
        if upper:
            inner = groups.setdefault(upper, {})
            inner.update(dict.fromkeys(lower, unit.path[depths[-1]]))
    for upper, inner in groups.items():
        yield PlaceChoice(upper, upper, indented=False)
        yield from (PlaceChoice(value, name, indented=True) for value, name in inner.items())


def _depths(found: Sequence[Unit]) -> list[int]:
    """Return the first two levels that divide the list, if not into more places than one can look
    over."""
    dividing: list[int] = []
    for depth in range(Level.COMMUNITY.depth):
        values = {unit.path[: depth + 1] for unit in found if unit.path[depth]}
        if 1 < len(values) <= MOST_CHOICES:
            dividing.append(depth)
    return dividing[:2] or [Level.PREFECTURE.depth]


def _value(unit: Unit, first: int, depth: int) -> str:
    """Return the path from the first of these levels to the last, "" where the unit has no such
    part."""
    return " ".join(filter(None, unit.path[first : depth + 1])) if unit.path[depth] else ""
