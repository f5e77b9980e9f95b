"""Names in one place that are so alike that one may be a slip for the other."""

from collections import Counter
from collections.abc import Iterable, Iterator

from pilotdiff.checks.codes import found
from pilotdiff.matching.families import look_alike, opposed
from pilotdiff.matching.keys import name_of
from pilotdiff.matching.sounds import alike
from pilotdiff.model import LEVELS, Filed, Finding, Unit, msg

_NUMERALS = frozenset("〇零一二三四五六七八九十百0123456789")
Place = tuple[str, ...]


def check(filed: Filed) -> Iterator[Finding]:
    """Units of one parent, and parents as the paths of their units spell them."""
    units = [unit for unit in filed.units.units if not unit.entry.wildcards]
    first: dict[Place, Unit] = {}
    uses: Counter[Place] = Counter()
    for unit in units:
        for depth in range(1, unit.level.depth + 1):
            if unit.path[depth]:
                first.setdefault(unit.path[: depth + 1], unit)
                uses[unit.path[: depth + 1]] += 1
    listed = {unit.path[: unit.level.depth + 1] for unit in units}
    for place, other in _twins(first):
        if uses[other] < uses[place] or (uses[other] == uses[place] and other in listed):
            place, other = other, place
        if place in listed and other in listed:
            yield _twin(filed, first[other], first[place])
        elif place not in listed:
            yield _spelt(filed, place, first[place], first[other], uses[place])


def _twins(places: Iterable[Place]) -> Iterator[tuple[Place, Place]]:
    """The pairs of places with one parent whose names sound or look alike."""
    holes: dict[tuple[Place, str, int], list[tuple[Place, str]]] = {}
    for place in places:
        level = LEVELS[len(place) - 1]
        stem = name_of(level, place[-1]).stem
        for hole in range(len(stem)):
            key = (place[:-1], stem[:hole] + " " + stem[hole + 1 :], hole)
            for other, its in holes.setdefault(key, []):
                if len(stem) > 1 and _confusable(stem, its, hole):
                    yield other, place
            holes[key].append((place, stem))


def _confusable(one: str, other: str, hole: int) -> bool:
    a, b = one[hole], other[hole]
    if a == b or {a, b} & _NUMERALS or opposed(one, other):
        return False
    return look_alike(a, b) or alike(a, b)


def _twin(filed: Filed, unit: Unit, other: Unit) -> Finding:
    if unit.entry.line < other.entry.line:
        unit, other = other, unit
    message = msg(
        "{name} is almost {other} in line {line}: one may be a slip for the other",
        name=unit.own,
        other=other.own,
        line=other.entry.line,
    )
    where = (filed.source.id, other.entry.line)
    return found("near-twin", filed, unit.entry.line, message, other=where)


def _spelt(filed: Filed, place: Place, unit: Unit, other: Unit, uses: int) -> Finding:
    depth = len(place) - 1
    message = msg(
        "{name} stands in {parent}, which is {other} in line {line}",
        name=unit.own,
        parent=place[-1],
        other=other.path[depth],
        line=other.entry.line,
    )
    where = (filed.source.id, other.entry.line)
    figures = (("uses", uses),)
    return found("parent-spelt-twice", filed, unit.entry.line, message, figures, where)
