"""What the names of a row, and the header before them, say of each other's parents."""

from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.facts.numerals import only_a_count
from pilotdiff.listing.carried_parents import Carrier, Parts
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.elided_counties import behind_its_county
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.listing.unit_names.name_reading import lowered, may_be_a_town
from pilotdiff.listing.unit_names.names_in_tiers import paths_joined
from pilotdiff.listing.unit_names.path_steps import past_an_unknown_town
from pilotdiff.listing.unit_names.shared_brackets import shared_brackets
from pilotdiff.model import Level
from pilotdiff.names import is_zone, split


def with_parents(
    text: str,
    stated: Sequence[tuple[int, Name]],
    header: Header | None,
    two_levels: bool,
    unread: Sequence[tuple[int, int]] = (),
) -> list[Name]:
    """Return the names of a group with what the header and the names before them say of their
    parents; of a group with 、 in it, a comma begins anew.

    `unread`: the pieces between them that are no names, of which a place that they begin with holds
    the names behind them: 白石镇东岭村，石桥镇八站、西岭村.
    """
    # 鄞州的姜山镇，宁海力洋镇: a county written short reaches no further than the next such.
    placed = header is not None and any(
        level is Level.COUNTY and split(level, name)[0] != name for level, name in header.path
    )
    carrier = Carrier(header.path if header else (), in_county=placed)
    names: list[Name] = []
    last = -1
    passed = deque(unread)
    for left, name in paths_joined(text, shared_brackets(text, stated)):
        while passed and passed[0][0] < left:
            pass_by(carrier, text, *passed.popleft(), begins_anew=two_levels and bool(names))
        # Of names joined by 和 only the first begins a group.
        anew = two_levels and bool(names) and left != last and text[left - 1] in "，,"
        begins, last = "，" if anew else "", left
        named = behind_its_county(name, names[-1].path) if names and not placed else name
        names.append(_placed(named, header, carrier, begins))
    return names


def pass_by(
    carrier: Carrier, text: str, left: int, right: int, *, begins_anew: bool = True
) -> bool:
    """Tell whether an item of a row that is no name, text[left:right], begins with a county or town
    of a path; that is carried on to the names behind it."""
    place = _place_before(text[left:right].strip())
    if place:
        sign = "，" if begins_anew and text[left - 1] in "，," else ""
        carrier.placed((*carrier.above(place, sign), *place, _UNREAD))
    return bool(place)


_UNREAD = (Level.COMMUNITY, "〓")
_ENDS_A_PLACE = frozenset("镇乡道街办处场团县区市旗木")


# Some village: what it could lie in is a place, 白石街 and 白石农场 too.
_ANY = "东岭村"


def _place_before(item: str) -> Parts:
    """Return the county or town, with what stands over it, that an item begins with."""
    for end in range(len(item) - 1, 1, -1):
        reading = read_unit(item[:end] + _ANY) if item[end - 1] in _ENDS_A_PLACE else None
        if reading is not None and reading.sure > DOUBTFUL and reading.parts[-1][1] == _ANY:
            above = reading.parts[:-1]
            return above if above[-1][0].depth >= Level.COUNTY.depth else ()
    return ()


def path_of_all(text: str, spans: Sequence[tuple[int, int]]) -> Name | None:
    """Return the path that all pieces of a row are, one of which is no name by itself."""
    signs = {text[one[1] : other[0]].strip() for one, other in pairwise(spans)}
    return past_an_unknown_town(text, spans) if len(signs) == 1 and "、" not in signs else None


def under_the_first(text: str, stated: list[tuple[int, Name]]) -> list[tuple[int, Name]]:
    """Return the names of a row, each with where its piece begins: numbered ones behind a place
    that bears no number lie in it, 清岗县 1 白石镇 2 长坪镇, and those of one tier behind a gap."""
    if len(stated) < 2 or stated[0][1].ordinal:
        return stated
    (_, first), *rest = stated
    numbered = all(name.ordinal for _, name in rest) and not _goes_on_counting(text, rest[0][0])
    numbered = numbered or _counted_by_the_first(rest)
    if not (numbered or _set_apart(text, first, rest)):
        return stated
    counted = only_a_count(first.note) is not None
    if (first.note and not counted) or text[first.stop : rest[0][0]].strip():
        return stated
    if any(name.path[0][0].depth <= first.reading.level.depth for _, name in rest):
        return stated
    return [(at, name._replace(above=(*first.path, *name.above))) for at, name in rest]


def _goes_on_counting(text: str, at: int) -> bool:
    """Tell whether the number of the name that begins there goes on from that of the line:
    （1）清岗县 （2）白石镇."""
    own, next_one = read_ordinal(text), read_ordinal(text[at:])
    if own is None or next_one is None:
        return False
    return own.style == next_one.style and own.value < next_one.value


def _counted_by_the_first(rest: list[tuple[int, Name]]) -> bool:
    """Tell whether the number before the first of some names counts them all, and the others have
    none: 清岗县 2 白石镇 长坪镇."""
    (_, first), *others = rest
    counts = first.ordinal.isdecimal() and int(first.ordinal) == len(rest)
    return counts and not any(name.ordinal for _, name in others)


def _set_apart(text: str, first: Name, rest: Sequence[tuple[int, Name]]) -> bool:
    """Tell whether blanks alone part names, which are all of one tier but the one before them:
    清岗县  白石镇 长坪镇."""
    names = [first, *(name for _, name in rest)]
    blank = not any(text[one.stop : other.start].strip() for one, other in pairwise(names))
    return blank and len(rest) > 1 and len({name.path[0][0] for _, name in rest}) == 1


def zones_beside_counties(names: list[Name]) -> list[Name]:
    """Return the names of a row with its zones as counties where all others are such or higher:
    海口市、 洋浦经济开发区."""
    zones = [at for at, name in enumerate(names) if _is_zone_alone(name)]
    if not zones or len(zones) == len(names):
        return names
    others = [name for at, name in enumerate(names) if at not in zones]
    if any(name.reading.level.depth > Level.COUNTY.depth for name in others):
        return names
    found = list(names)
    for at in zones:
        raised_ = read_unit(names[at].text, Level.COUNTY)
        if raised_ is not None:
            tier = (names[at].header or Header(""))._replace(heading=Heading("", Level.COUNTY))
            found[at] = names[at]._replace(reading=raised_, header=tier)
    return found


def _is_zone_alone(name: Name) -> bool:
    """Tell whether a name is that of a zone that stands under no county: 洋浦经济开发区."""
    if name.reading.level is not Level.TOWNSHIP or len(name.reading.parts) > 1:
        return False
    over = any(level is Level.COUNTY for level, _ in name.above)
    return not over and is_zone(name.text)


def _placed(name: Name, header: Header | None, carrier: Carrier, begins_group: str) -> Name:
    """Return a name with what its row carries on to it."""
    over = header.path if header else ()
    name = lowered(name, carrier.previous if may_be_a_town(name) else over)
    parts = (*name.above, *name.reading.parts)
    above = (*carrier.above(parts, begins_group), *name.above)
    placed = name._replace(above=above, header=name.header or header)
    carrier.placed(placed.path)
    return placed
