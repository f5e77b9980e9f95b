"""Parents that an entry leaves out, filled from the list's own other entries and its title."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import itemgetter

from pilotdiff.model import LEVELS, DivisionPath, Level, PathPrefix
from pilotdiff.names import gazetteer, kind_words


class Siblings:
    """Where the parts of a list's paths stand: which parents were stated for them, and where."""

    def __init__(self, stated: Sequence[DivisionPath]) -> None:
        # By (depth, part): the prefixes above it, with the numbers of the entries that state them.
        self._places: dict[tuple[int, str], dict[PathPrefix, list[int]]] = {}
        # What fits above the last part of a path: all that lies in a town asks for the same.
        self._known: dict[PathPrefix, list[PathPrefix]] = {}
        known: set[PathPrefix] = set()
        for number, above in enumerate(map(itemgetter(0, 1, 2, 3), stated)):
            if above not in known:
                known.add(above)
                self._enter(above, number)
            if not above[3] and stated[number][4]:
                self._enter(stated[number], number)

    def _enter(self, path: PathPrefix, number: int) -> None:
        for depth in range(1, len(path)):
            prefix = path[:depth]
            if path[depth] and any(prefix) and not _is_beside_the_corps(prefix, path[depth]):
                places = self._places.setdefault((depth, path[depth]), {})
                places.setdefault(prefix, []).append(number)

    def parents(self, path: DivisionPath, near: int | None) -> DivisionPath:
        """Fill the topmost parents of `path` with those that other entries state for the part
        below.

        Where several parents carry a part of that name, the one nearest to the entry numbered
        `near` is taken; with None only what they have in common, nothing is guessed.
        """
        for depth in (4, 3, 2, 1):
            if path[depth] and not path[depth - 1]:
                prefixes = self._fitting(path, depth)
                if len(prefixes) > 1 and near is not None:
                    prefixes = [min(prefixes, key=lambda p: self._distance(depth, path, p, near))]
                if prefixes:
                    path = path.joined(DivisionPath(*map(_common, zip(*prefixes, strict=True))))
        return path

    def _fitting(self, path: DivisionPath, depth: int) -> list[PathPrefix]:
        """Return the fullest prefixes stated for path[depth] that agree with what the path
        states."""
        asked = path[: depth + 1]
        if asked not in self._known:
            self._known[asked] = self._sought(path, depth)
        return self._known[asked]

    def _sought(self, path: DivisionPath, depth: int) -> list[PathPrefix]:
        places = self._places.get((depth, path[depth]), {})
        if path[depth] in kind_words(LEVELS[depth]):
            return []  # a zone called by its kind alone is another one in each city
        agreeing = [p for p in places if path.agrees(p) and _fits_codes(path, p)]
        # A county may stand right under its province, a town right under its city.
        fitting = [p for p in agreeing if p[-1]] or [p for p in agreeing if any(p[-2:])]
        return [p for p in fitting if not any(_fuller(other, p) for other in fitting)]

    def _distance(self, depth: int, path: DivisionPath, prefix: tuple[str, ...], near: int) -> int:
        numbers = self._places[(depth, path[depth])][prefix]
        at = bisect_left(numbers, near)
        return min(abs(number - near) for number in numbers[max(0, at - 1) : at + 1])


def _is_beside_the_corps(prefix: tuple[str, ...], part: str) -> bool:
    """Tell whether a place that the standard has stands in a prefix of the corps of Xinjiang: a
    regiment may name where it has its land, and others there are none of the corps."""
    return prefix[0] in gazetteer.CORPS and bool(gazetteer.find(part))


def _fits_codes(path: DivisionPath, prefix: tuple[str, ...]) -> bool:
    """Tell whether the codes let the parents of a prefix lie in those that a path states."""
    return all(
        _possible(LEVELS[upper], path[upper], LEVELS[lower], part)
        for lower, part in enumerate(prefix)
        for upper in range(lower)
        if part and not path[lower] and path[upper]
    )


def _common(parts: Iterable[str]) -> str:
    """Return the part that all have, "" where they differ."""
    found = set(parts)
    return found.pop() if len(found) == 1 else ""


def _fuller(prefix: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return prefix != other and all(
        mine == its or not its for mine, its in zip(prefix, other, strict=True)
    )


def from_title(path: DivisionPath, level: Level, context: DivisionPath) -> DivisionPath:
    """Fill the parents of `path` from the document's own context, unless codes forbid it; those
    below its first one where the context goes on from it: 清岗县 in 清岗县白溪镇, and 白溪县 over
    石镇 in 清岗省 where the document is about 清岗省白溪县."""
    if not any(context):
        return path
    stated = [depth for depth in range(5) if path[depth]]
    lowest = context.level.depth if context.level else -1
    told = [depth for depth in stated if depth < level.depth and depth <= lowest]
    goes_on = all(path[depth] == context[depth] for depth in told)
    filled = list(path)
    for depth in range(level.depth if goes_on else min(stated[0], level.depth)):
        lower = next(at for at in stated if at > depth or at == stated[-1])
        fits = _possible(LEVELS[depth], context[depth], LEVELS[lower], path[lower])
        if not path[depth] and context[depth] and fits:
            filled[depth] = context[depth]
    return DivisionPath._make(filled)


def _possible(upper_level: Level, upper: str, lower_level: Level, lower: str) -> bool:
    """Tell whether the gazetteer lets `lower` lie in `upper`; it does when it lacks either."""
    uppers = [d for d in gazetteer.find(upper) if d.level is upper_level]
    lowers = [d for d in gazetteer.find(lower) if d.level is lower_level]
    if not uppers or not lowers:
        return True
    return any(gazetteer.lies_in_by_code(u, d) for u in uppers for d in lowers)


def context_path(parts: Iterable[tuple[Level, str]]) -> DivisionPath:
    """Return the context that title and issuer give: a level named twice differently gives
    nothing."""
    seen: dict[Level, set[str]] = {}
    for level, part in parts:
        seen.setdefault(level, set()).add(part)
    return DivisionPath.of((level, min(found)) for level, found in seen.items() if len(found) == 1)
