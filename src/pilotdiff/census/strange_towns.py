"""Villages whose own text seems to state another town than the heading over them and their
neighbours: what looks like a town may be the beginning of their name."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Level, Unit, msg

_WHY = msg(
    "its own text seems to state the town {town}, the heading over it {other}: that may be the "
    "beginning of its name"
)
_LONGER = msg(
    "its own text seems to state the town {town}, those beside it {other}: its name may begin "
    "where that ends"
)
_TOWN = Level.TOWNSHIP


def strange_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such villages of text: 白溪镇： / 东岭村 / 石镇堡社区 / 西岭村, and 清岗园区市庄村
    among 清岗园区东岭村 and 清岗园区西岭村."""
    for at, unit in enumerate(units):
        if unit.level is not Level.COMMUNITY or unit.entry.columns:
            continue
        beside = [*units[max(at - 1, 0) : at], *units[at + 1 : at + 2]]
        others = {each.path[_TOWN.depth] for each in beside}
        other = others.pop() if len(others) == 1 else ""
        town = _other_town(unit, other) if other else ""
        if not town or any(each.entry.section != unit.entry.section for each in beside):
            continue
        if town.startswith(other):
            why = _LONGER.given(town=town, other=other)
        elif other in unit.entry.section and all(_TOWN in each.inferred for each in beside):
            why = _WHY.given(town=town, other=other)
        else:
            continue
        yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _other_town(unit: Unit, town: str) -> str:
    """Return what a village's own text states in place of a town, "" where it states none or
    that."""
    stated = unit.path[_TOWN.depth] if _TOWN not in unit.inferred else ""
    county = unit.path[Level.COUNTY.depth]
    if not stated and county.startswith(town) and unit.entry.text.startswith(county):
        stated = county  # 清岗园区市|庄村
    return stated if stated != town else ""
