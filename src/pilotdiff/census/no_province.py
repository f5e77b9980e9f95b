"""Units without a province in a list whose others all lie in one: their place is not known, or what
stands before their names was not read."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from pilotdiff.model import Census, DoubtfulLine, Level, Unit, msg

_WHY = msg("nothing says in which province it lies, as it is known of the others")
_FEWEST, _MOST = 3, 0.6


def with_no_province(census: Census, units: Sequence[Unit]) -> Census:
    """Return a census with the units of no province: 清岗市白溪区东岭镇 / 新港开发区西岭镇.

    It is asked once the record has told the provinces that a list leaves out.
    """
    said = {each.line for each in census.doubtful} | {each.line for each in census.missing}
    found = list(_of_no_province(units, said))
    if not found:
        return census
    doubtful = sorted((*census.doubtful, *found), key=lambda each: each.line)
    return census._replace(doubtful=tuple(doubtful))


def _of_no_province(units: Sequence[Unit], said: Collection[int]) -> Iterator[DoubtfulLine]:
    """Yield the first unit of each run of those without a province, where most others have the same
    and nothing is said of its line."""
    if all(unit.path.province for unit in units):
        return
    below = [unit for unit in units if unit.level is not Level.PROVINCE]
    provinces = Counter(unit.path.province for unit in below)
    lacking = provinces.pop("", 0)
    if not lacking or len(provinces) != 1:
        return
    if provinces.total() < max(_FEWEST, _MOST * len(below)):
        return
    placed = True
    for unit in below:
        has = bool(unit.path.province)
        if placed and not has and unit.entry.line not in said:
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _WHY)
        placed = has
