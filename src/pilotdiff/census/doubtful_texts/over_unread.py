"""Places read as entries right over a line that is not read: its parents, perhaps."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pilotdiff.in_groups import in_groups
from pilotdiff.listing.lines.ordinals import number_end, read_ordinal
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.model import DoubtfulLine, Level, Line, Listing, Role, Unit, msg

_WHY = msg(
    "the line right below it is not read and may lie in it: it may be the parent of that, and no "
    "entry of the list"
)
_SET_IN = msg(
    "the line above it, which is not read, is set less far in: it may be its parent, and not "
    "{place}"
)
_OVER = (Role.HEADING, Role.PARENT, Role.TITLE)


def over_unread(
    listing: Listing, units: Sequence[Unit], told: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the places that stand alone between a heading and a line of which it is told that it is
    not read: 一、清岗县 / 白溪镇 / 东岭生活区.

    `told` are the lines of which something is told. Beside other entries a place is one of them.
    """
    by_line = in_groups(units, lambda unit: unit.entry.line)
    roles = {reading.line: reading.role for reading in listing.readings}
    said = [line for line in listing.solid_lines() if not line.cells]
    for above, line, below in zip(said, said[1:], said[2:], strict=False):
        own = by_line.get(line.number, [])
        if len(own) != 1 or own[0].level is Level.COMMUNITY or own[0].entry.columns:
            continue
        unread = below.number in told and below.number not in by_line
        heads = roles.get(above.number) in _OVER
        place = roles.get(below.number) in (Role.PARENT, Role.TITLE)
        beside = _go_on(line, below) or _states_its_parent(own[0], below)
        if unread and heads and not place and not beside:
            yield DoubtfulLine(line.number, own[0].entry.raw, _WHY)


def set_in_below_unread(
    listing: Listing, units: Sequence[Unit], told: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the first unit set in below a line that is not read, where a place further above holds
    it: 清岗市 / 　东岭村 / 垦区集团 / 　西岭村."""
    if not units:
        return
    first = {unit.entry.line: unit for unit in reversed(units)}
    said = [line for line in listing.solid_lines() if not line.cells]
    for line, below in pairwise(said):
        unit = first.get(below.number)
        if unit is None or line.number not in told or line.number in first:
            continue
        held = [part for part in unit.parents if part and part not in below.text]
        if held and _margin(line) < _margin(below):
            yield DoubtfulLine(below.number, unit.entry.raw, _SET_IN.given(place=held[-1]))


def _margin(line: Line) -> int:
    """Return how far a line is set in."""
    return len(line.text) - len(line.text.lstrip())


def _states_its_parent(unit: Unit, below: Line) -> bool:
    """Tell whether a line begins with a parent that the place above it has, or with one that stands
    no lower: 清岗县白溪镇 / 清岗县沙坪."""
    above = (part for part in unit.path if part and part != unit.own)
    text = below.text.strip()
    text = text[number_end(text) :]
    place = leading_place(text)
    beside = bool(place) and place[0][0].depth <= unit.level.depth and place[0][1] != unit.own
    return beside or text.startswith(tuple(above))


def _go_on(line: Line, below: Line) -> bool:
    """Tell whether two lines are numbered as neighbours: 1.白溪镇 / 2.东岭生活区."""
    numbers = (read_ordinal(each.text) for each in (line, below))
    return any(
        one is not None and other is not None and one.style == other.style
        for one, other in pairwise(numbers)
    )
