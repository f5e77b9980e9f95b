"""A bracket behind the last name of a row that states the place of all before it."""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.names import Reading

_ROW_SIGNS = frozenset("、，,")


def shared_brackets(text: str, stated: Sequence[tuple[int, Name]]) -> Sequence[tuple[int, Name]]:
    """Return names with the place that a bracket behind the last of them states for all: 安吉县、
    德清县（湖州市）.

    By the standard's codes it must hold them. Each stands behind where its piece begins.
    """
    found = list(stated)
    for at in range(len(found) - 1, 0, -1):
        name = found[at][1]
        if not name.above or text[name.end : name.end + 1] not in ("（", "("):
            continue
        for before in range(at - 1, -1, -1):
            left, other = found[before]
            if other.above or holds(name.above[-1], other.path[0]) is not True:
                break
            found[before] = (left, other._replace(above=name.above))
    return found


def shared_by_a_row(text: str, names: Sequence[Name]) -> Sequence[Name]:
    """Return towns or villages with the place that a bracket behind the last of them states, where
    the others state none: 白溪镇、南岭镇（清岗县）, and 清岗县东岭村、西岭村（白溪镇）.

    Of several brackets each holds for what 、 joins to it behind a stronger sign:
    东岭村、西岭村（白溪镇），南岭村（南溪镇）.
    """
    found = list(names)
    ends = [at for at, name in enumerate(names) if _is_bracketed(text, name)]
    for begin, end in pairwise([-1, *ends]):
        signs = [_sign_behind(text, name) for name in names[max(begin, 0) : end]]
        lead, inner = (signs[:1], signs[1:]) if begin >= 0 else ([], signs)
        joined_so = {*inner} <= ({"、"} if len(ends) > 1 else _ROW_SIGNS)
        if inner and joined_so and {*lead} <= {"，", ",", "；", ";"}:
            carried = names[begin].above if begin >= 0 else ()
            found[begin + 1 : end + 1] = _sharing(names[begin + 1 : end + 1], carried)
    return found


def _is_bracketed(text: str, name: Name) -> bool:
    return bool(name.above) and text[name.end : name.end + 1] in ("（", "(")


def _sign_behind(text: str, name: Name) -> str:
    return text[name.stop : name.stop + 1]


def _sharing(names: Sequence[Name], carried: Parts) -> Sequence[Name]:
    """Return names with the place of the last; as they are where one cannot lie in it, or is of
    another form. What the bracket before them states, `carried` on to them, is none of their own.
    """
    *before, last = names
    if in_towns := _in_towns_of_a_county(names):
        return in_towns
    bare = [one._replace(above=()) if one.above == carried else one for one in before]
    low = last.reading.level.depth > Level.COUNTY.depth
    shared = [_lying_in(one, last) for one in bare] if low else []
    found = [one for one in shared if one is not None]
    return [*found, last] if found and len(found) == len(before) else names


def _in_towns_of_a_county(names: Sequence[Name]) -> Sequence[Name]:
    """Return villages, the first in its town and others after it without theirs, in the county that
    the bracket behind the last states: 白溪镇东岭村、西岭村（清岗县）; () for others."""
    county, found = names[-1].above, []
    if not county or county[-1][0].depth > Level.COUNTY.depth:
        return ()
    town: Parts = ()
    for one in names:
        *stated, (level, _) = one.reading.parts
        tiers = [tier for tier, _ in stated]
        if level is not Level.COMMUNITY or tiers not in ([], [Level.TOWNSHIP]) or one.header:
            return ()
        town = tuple(stated) or town
        found.append(one._replace(above=county if stated else (*county, *town)))
    bare = any(len(one.reading.parts) == 1 for one in names)
    return found if bare and names[0].reading.parts[0][0] is Level.TOWNSHIP else ()


def _lying_in(name: Name, last: Name) -> Name | None:
    """Return a name with the place of another of its tier, which its own path, if it states one,
    must begin: 清岗县东岭村 in 清岗县白溪镇; None where it does not."""
    own, stated = name.path[-1], name.path[:-1]
    tiers, others = ([level for level, _ in one.reading.parts] for one in (name, last))
    if (name.header is not None and last.header != name.header) or name.note:
        return None
    if tiers == others and not name.above:
        return name._replace(above=last.above)
    within = own[0] is last.reading.level and last.above[: len(stated)] == stated
    if not within or len(others) > 1 or not name.text.endswith(own[1]):
        return None
    reading = Reading((own,), own[0], name.reading.sure)
    return name._replace(start=name.own_start, text=own[1], reading=reading, above=last.above)
