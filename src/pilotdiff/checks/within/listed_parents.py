"""Units against the lists of a higher level in the same document."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.within.each_or_all import EACH_UP_TO
from pilotdiff.matching.names.name_keys import place_key
from pilotdiff.model import LEVELS, Filed, Finding, Level, Unit, msg, msgs
from pilotdiff.model.paths import agree
from pilotdiff.model.terms import LEVEL_NAMES, counted

# Up to so many units outside are told one by one; _NAMED childless parents are named.
_NAMED = 12


class _Lists(NamedTuple):
    """Two levels that a document lists apart, and the units of the lower one that stand outside."""

    upper: Level
    lower: Level
    parents: list[Unit]
    units: list[Unit]
    outside: list[Unit]


@finds(
    warning(
        "parent-not-listed",
        msg("A unit's parent is not in the list of that level"),
        msg("A street's county is not among the counties of the list"),
    ),
    note(
        "units-outside",
        msg("Several units stand outside the parents that the document lists"),
        msg("52 of 150 communities lie outside the 38 streets of the list"),
    ),
    note(
        "parents-without-units",
        msg("Parents in the list have no unit below them"),
        msg("Six of 41 counties have no street in the list"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find units outside the parents that the list names, and parents without units."""
    for upper, lower in combinations(_listed_apart(filed.units.units), 2):
        lists = _lists(filed.units.units, upper, lower)
        if 2 * len(lists.outside) < len(lists.units):
            yield from _outside(filed, lists)
            yield from _childless(filed, lists)


def _listed_apart(units: Sequence[Unit]) -> list[Level]:
    """Return the levels of which no heading holds another as well."""
    levels: dict[str, set[Level]] = {}
    for unit in units:
        levels.setdefault(unit.entry.section, set()).add(unit.level)
    counts = Counter(unit.level for unit in units)
    mixed = Counter[Level]()
    for unit in units:
        mixed[unit.level] += len(levels[unit.entry.section]) > 1
    return [level for level in LEVELS if counts[level] and mixed[level] * 10 < counts[level]]


def _lists(units: Sequence[Unit], upper: Level, lower: Level) -> _Lists:
    parents = [unit for unit in units if unit.level is upper]
    below = [unit for unit in units if unit.level is lower and unit.path[upper.depth]]
    known = _Places(parents, upper)
    outside = [unit for unit in below if not known.hold(unit)]
    return _Lists(upper, lower, parents, below, outside)


class _Places:
    """Where the units of a level, or the parents of that level, stand."""

    def __init__(self, units: Sequence[Unit], level: Level) -> None:
        self._level = level
        self._known: dict[str, set[tuple[str, ...]]] = {}
        for unit in units:
            *above, own = self._place(unit)
            self._known.setdefault(own, set()).add(tuple(above))

    def hold(self, unit: Unit) -> bool:
        """Tell whether the part of the unit's path is there, under parents that do not differ."""
        *above, own = self._place(unit)
        return any(agree(above, place) for place in self._known.get(own, ()))

    def _place(self, unit: Unit) -> tuple[str, ...]:
        parts = enumerate(unit.path[: self._level.depth + 1])
        return tuple(place_key(depth, part) for depth, part in parts)


def _outside(filed: Filed, lists: _Lists) -> Iterator[Finding]:
    upper, outside = lists.upper, lists.outside
    if len(outside) > EACH_UP_TO:
        message = msg(
            "{outside} of {units} stand outside the {parents} that the document lists",
            outside=len(outside),
            units=counted(lists.lower, len(lists.units)),
            parents=counted(upper, len(lists.parents)),
        )
        figures = (
            ("outside", len(outside)),
            ("units", len(lists.units)),
            ("parents", len(lists.parents)),
        )
        yield found("units-outside", filed, outside[0].entry.line, message, figures)
        return
    for unit in outside:
        message = msg(
            "{name} stands in {parent}, a {level} that the document does not list",
            name=unit.own,
            parent=unit.path[upper.depth],
            level=LEVEL_NAMES[upper],
        )
        yield found("parent-not-listed", filed, unit.entry.line, message)


def _childless(filed: Filed, lists: _Lists) -> Iterator[Finding]:
    """Yield one note for all of them: they are rarely wrong."""
    if lists.upper.depth + 1 != lists.lower.depth:
        return
    used = _Places(lists.units, lists.upper)
    without = [unit for unit in lists.parents if not used.hold(unit)]
    if not without:
        return
    named = tuple(unit.own for unit in without[:_NAMED])
    message = msgs(
        "{n} of {parents} has none of the {units}: {names}",
        "{n} of {parents} have none of the {units}: {names}",
        len(without),
        parents=counted(lists.upper, len(lists.parents)),
        units=counted(lists.lower, len(lists.units)),
        names=named if len(without) <= _NAMED else (*named, "…"),
    )
    figures = (("without", len(without)), ("parents", len(lists.parents)))
    yield found("parents-without-units", filed, without[0].entry.line, message, figures)
