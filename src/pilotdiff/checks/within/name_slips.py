"""Names in one place that are so alike that one may be a slip for the other."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.matching.names.families import look_alike, opposed
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import LEVELS, Filed, Finding, PathPrefix, Unit, msg
from pilotdiff.repair.tables import readings

# Rarely written, a spelling of a parent is a slip; so many slips are a long list's nature.
_SLIPS, _SINGLY = 2, 10
_NUMERALS = frozenset("〇零一二三四五六七八九十百0123456789")


@finds(
    note(
        "near-twin",
        msg("Two units of one parent sound or look almost the same: one may be a slip"),
        msg("傅家村 and 付家村 in one town"),
    ),
    warning(
        "parent-spelt-twice",
        msg("A parent is spelt in two ways that sound or look almost the same"),
        msg("A community stands in 濛阳街道, all others in 蒙阳街道"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Find names of one parent, and spellings of parents, that are so alike that one may be
    a slip."""
    units = [unit for unit in filed.units.units if not unit.entry.wildcards]
    first: dict[PathPrefix, Unit] = {}
    uses: Counter[PathPrefix] = Counter()
    for unit in units:
        for depth in range(1, unit.level.depth + 1):
            if unit.path[depth]:
                first.setdefault(unit.path[: depth + 1], unit)
                uses[unit.path[: depth + 1]] += 1
    listed = {unit.path[: unit.level.depth + 1] for unit in units}
    slips: list[Finding] = []
    for place, other in _slips(first):
        if uses[other] < uses[place]:
            place, other = other, place
        if place in listed and other in listed:
            slips.append(_slip(filed, first[other], first[place]))
        elif place not in listed and uses[place] <= _SLIPS:
            yield _spelt(filed, place, first[place], first[other], uses[place])
    yield from slips if len(slips) <= _SINGLY else [_many(filed, slips)]


def _slips(places: Iterable[PathPrefix]) -> Iterator[tuple[PathPrefix, PathPrefix]]:
    """Yield the pairs of places with one parent whose names sound or look alike."""
    holes: dict[tuple[PathPrefix, str, int], list[tuple[PathPrefix, str]]] = {}
    for place in places:
        name = name_of(LEVELS[len(place) - 1], place[-1])
        stem = name.stem
        for hole in range(len(stem)):
            key = (place[:-1], stem[:hole] + " " + stem[hole + 1 :] + name.kind, hole)
            for other, its in holes.setdefault(key, []):
                if len(stem) > 1 and is_slip(stem, its, hole):
                    yield other, place
            holes[key].append((place, stem))


def is_slip(one: str, other: str, hole: int) -> bool:
    """Tell whether what differs at `hole` looks alike, or is read alike in the reading most in
    use.

    Numerals and contradictions (东/西) are no slips.
    """
    return _taken_for(one[hole], other[hole]) and not tells_two(one, other, hole)


@lru_cache(maxsize=1 << 16)
def _taken_for(sign: str, other: str) -> bool:
    """Tell whether two characters look alike or are mostly read alike; none for itself."""
    if sign == other:
        return False
    return look_alike(sign, other) or (readings(sign)[:1] == readings(other)[:1] != ())


def tells_two(one: str, other: str, hole: int) -> bool:
    """Tell whether what differs at `hole` is a numeral or a contradiction: two units, and no slip.

    >>> tells_two("桑梓一", "桑梓二", 2), tells_two("天福", "天府", 1)
    (True, False)
    """
    return bool({one[hole], other[hole]} & _NUMERALS) or opposed(one, other)


def _slip(filed: Filed, unit: Unit, other: Unit) -> Finding:
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


def _many(filed: Filed, slips: Sequence[Finding]) -> Finding:
    message = msg(
        "{n} pairs of names differ in one character of the same sound or look", n=len(slips)
    )
    line = min(slip.line for slip in slips)
    return found("near-twin", filed, line, message, (("pairs", len(slips)),))


def _spelt(filed: Filed, place: PathPrefix, unit: Unit, other: Unit, uses: int) -> Finding:
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
