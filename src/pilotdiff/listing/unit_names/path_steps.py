"""Paths and rows whose names stand apart by a sign: 浙江-湖州-安吉县, 安吉县 • 德清县."""

from collections.abc import Sequence

from pilotdiff.listing.among_lines.towns_by_place import ends_like_a_spot
from pilotdiff.listing.carried_parents import as_prefecture, holds
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.naming import CERTAIN, is_surely_a_unit, read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import lowered, read_name
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import below_township, gazetteer, whole_name
from pilotdiff.patterns import pattern

_LAST_TWO = 2
_FEWEST = 3
_UNKNOWN = pattern(r"\p{Han}{2,8}")
# Between the names of a path: 浙江·湖州·安吉县, 浙江-湖州-德清县, 浙江>杭州>桐庐县.
_STEP = pattern(
    r"\s*(?:[·•>＞›»_＿\\＼]|(?<=\p{Han})(?:[-－–]|—{1,2})(?=\p{Han}))\s*|(?<=[省市州盟县区旗])\s*[.．]\s*(?=\p{Han})",
    needs="·•>＞›»_＿\\＼-－—–.．",
)
# Signs that always part a name from one that lies in it.
_BELOW = frozenset(">＞›»")


def read_steps(text: str, start: int, end: int) -> list[Name]:
    """Read a path whose names stand apart by a sign, each in the one before: 浙江-湖州-安吉县.

    >>> [name for _, name in read_steps("浙江-湖州-安吉县", 0, 9)[0].path]
    ['浙江省', '湖州市', '安吉县']
    """
    spans = list(pieces_between(text, start, end, _STEP))
    if len(spans) < 2:
        return []
    if (themed := _with_its_theme(text, spans)) is not None:
        return [themed]
    name = read_name(text, *spans[-1])
    if name is None:
        return []
    steps = ["".join(text[left:right].split()) for left, right in spans[:-1]]
    # What is told of the last stands behind it: 清岗县-白溪镇-东岭村（新增）, …-东岭村 98.5.
    told = name.note or name.end < len(text[: spans[-1][1]].rstrip())
    steps.append(name.text if told else "".join(text[slice(*spans[-1])].split()))
    parts: list[tuple[Level, str]] = []
    for at, own_text in enumerate(steps):
        own = _step(own_text, parts[-1][0] if parts else None) or _street(steps[at:])
        if not own and len(parts) == 1 < len(steps) - at:
            own = _step(own_text, None)
            parts = [as_prefecture(parts[0], own[0])] if own else parts
            own = own if own and own[0][0].depth > parts[0][0].depth else ()
        if not own or (parts and holds(parts[-1], own[0]) is False):
            past = past_an_unknown_town(text, spans)
            return [past] if past is not None else []
        parts += own
    name = lowered(name, tuple(parts[:-1]))
    upper = tuple(part for part in parts if part[0].depth < name.reading.parts[0][0].depth)
    return [name._replace(above=upper)]


def _with_its_theme(text: str, spans: Sequence[tuple[int, int]]) -> Name | None:
    """Return a town with what it is called for behind the sign as its note: 白溪镇·茶叶小镇."""
    (start, _), (_, end), (left, right) = spans[0], spans[-2], spans[-1]
    theme = text[left:right].strip()
    if not theme.endswith("小镇"):
        return None
    name = read_name(text, start, end) if len(spans) == _LAST_TWO else None
    found = [name] if name is not None else read_steps(text, start, end)
    if len(found) != 1 or found[0].note or found[0].reading.level is not Level.TOWNSHIP:
        return None
    if found[0].reading.sure < CERTAIN or found[0].text.endswith("小镇"):
        return None
    return found[0]._replace(note=theme, stop=right)


def past_an_unknown_town(text: str, spans: Sequence[tuple[int, int]]) -> Name | None:
    """Return the village of a path whose pieces a sign or blanks part, where what stands between a
    county of the standard and the village has no kind that is known: 清岗市 白溪区 石桥花园 东岭村.

    It is the town where it ends like a place, and else a remark: a person, a body.
    """
    if len(spans) < _FEWEST:
        return None
    *upper, (left, right), last = spans
    town = "".join(text[left:right].split())
    name = read_name(text, *last)
    if name is None or _UNKNOWN.fullmatch(town) is None or len(name.path) > 1:
        return None
    if name.reading.level is not Level.COMMUNITY or is_surely_a_unit(town):
        return None
    above: list[tuple[Level, str]] = []
    for span in upper:
        over = read_name(text, *span)
        if (
            over is None
            or over.note
            or over.path[0][0].depth <= (above[-1][0].depth if above else -1)
        ):
            return None
        above += over.path
    if above[-1][0] is not Level.COUNTY or not gazetteer.find_whole(above[-1][1]):
        return None
    if not ends_like_a_spot(town):
        return name._replace(above=tuple(above), note="; ".join(filter(None, (town, name.note))))
    return name._replace(above=(*above, (Level.TOWNSHIP, town)))


def read_side_by_side(text: str, start: int, end: int) -> list[Name]:
    """Read names of one tier with signs between them that else part a path: 安吉县 • 德清县.

    >>> [name.text for name in read_side_by_side("安吉县 • 德清县", 0, 9)]
    ['安吉县', '德清县']
    """
    spans = list(pieces_between(text, start, end, _STEP))
    if len(spans) < 2:
        return []
    if _BELOW.intersection(text[start:end]):
        return []  # 清岗区>白溪区: the second lies in the first, or the sign is none of a path
    names = [name for span in spans if (name := read_name(text, *span)) is not None]
    tiers = {name.reading.level for name in names}
    return names if len(names) == len(spans) and len(tiers) == 1 else []


def _street(steps: Sequence[str]) -> Sequence[tuple[Level, str]]:
    """Return the street of a step, which its kind 街 alone does not tell, with its kind in full:
    白溪街-东岭社区 is one of 白溪街道."""
    if len(steps) != _LAST_TWO or not steps[0].endswith("街"):
        return ()
    reading = read_unit("".join(steps))
    told = reading is not None and reading.parts[0][1] == steps[0]
    return ((Level.TOWNSHIP, f"{steps[0]}道"),) if told else ()


def _step(text: str, above: Level | None) -> Sequence[tuple[Level, str]]:
    """Return what one step of a path names below a level; () for none."""
    depth = -1 if above is None else above.depth
    for level in LEVELS[depth + 1 :]:
        if short := whole_name(text, level):
            return short
    reading = read_unit(text)
    if reading is not None and above is Level.TOWNSHIP:
        reading = below_township(text, reading)
    return reading.parts if reading is not None and reading.parts[0][0].depth > depth else ()
