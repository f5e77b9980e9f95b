"""Names that stand near: one character more, less or another."""

from collections.abc import Callable, Iterable
from functools import partial

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import division_rows
from pilotdiff.record import counties
from pilotdiff.record.locating import WholePath, prefixes
from pilotdiff.record.prefectures import keys, prefecture
from pilotdiff.record.recorded import Recorded


def near(path: WholePath, *, anywhere: bool = False) -> tuple[Recorded, ...]:
    """Return the units under the path's parents whose names are one character off that of its last
    part.

    Below the county only where the county or prefecture is stated: a nation has too many names.
    With `anywhere` townships in all prefectures.

    >>> [each.name for each in near(("北京市", "", "东城区", "东华门街道", "多福苍社区"))]
    ['多福巷社区']
    """
    depth = next((depth for depth in range(4, -1, -1) if path[depth]), None)
    if depth is None:
        return ()
    level, name = LEVELS[depth], path[depth]
    found = (
        each
        for prefix in _prefixes(path[:depth], level, anywhere=anywhere)
        for each in standing_under(level, prefix, partial(one_off, name))
    )
    return tuple(dict.fromkeys(found))


def _prefixes(parents: tuple[str, ...], level: Level, *, anywhere: bool) -> Iterable[str]:
    """Yield how the codes below the parents begin, those of a province or a nation by
    prefecture."""
    for prefix in prefixes(parents):
        yield from (
            keys(prefix) if anywhere and level is Level.TOWNSHIP and len(prefix) < 4 else (prefix,)
        )


def standing_under(
    level: Level, prefix: str, wanted: Callable[[str], bool] | None = None
) -> Iterable[Recorded]:
    """Return all of a level whose codes begin with `prefix`, or those whose names are `wanted`;
    below the county () without a prefecture."""
    if level.depth > Level.COUNTY.depth:
        return prefecture(prefix[:4], level).under(prefix, wanted) if len(prefix) >= 4 else ()
    return (
        counties.as_recorded(span)
        for span in division_rows.tenures()
        if span.code.startswith(prefix) and counties.level_of(span.code) is level
        if wanted is None or wanted(span.name)
    )


def one_off(one: str, other: str) -> bool:
    """Tell whether one edit makes one name of the other: a character more, less or another.

    >>> one_off("多福巷", "多福苍"), one_off("多福巷", "东福苍"), one_off("多福巷", "多福巷")
    (True, False, False)
    """
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    return rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
