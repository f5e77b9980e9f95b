"""The name that opens a line whose rest is a remark."""

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.behind_names import HOUSE
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.names_in_tiers import columns_joined
from pilotdiff.listing.unit_names.path_steps import read_steps
from pilotdiff.listing.unit_names.spaced_names import read_spaced, short_in_a_province
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, whole_name
from pilotdiff.patterns import pattern

_REMARKED = pattern(rf"[\s：:—－–，,-]+|{HOUSE}")
_LONGEST = 50


def read_first_name(text: str, start: int = 0) -> Name | None:
    """Return the name that opens a line whose rest is a remark: 石景山区 打造“老街坊”品牌.

    >>> read_first_name("石景山区 打造“老街坊”品牌").text
    '石景山区'
    """
    if (path := _along_signs(text, start) or _behind_its_colon(text, start)) is not None:
        return path
    found: Name | None = None
    for match in _REMARKED.finditer(text, start, start + _LONGEST):
        names = read_spaced(text, start, match.start(), None) if found else []
        names = names or read_steps(text, start, match.start())
        names = names or short_in_a_province(text, start, match.start())
        name = names[0] if len(names) == 1 else None
        if len(names) > 1:
            return None  # 清岗县 白溪县 …: a row, of which the rest is no remark
        if name is None and found is None:
            name = read_name(text, start, match.start())
        if name is not None and name.reading.sure > DOUBTFUL:
            # 清岗县白溪镇 东岭村 张华: the path goes on behind the space, or the dash.
            found = name._replace(note=text[match.end() :].strip())
        elif found is not None:
            break
    return None if found is not None and _goes_on_with_a_name(found) else found


_COLON = pattern(r"\s*(?P<place>\p{Han}{2,12})[：:]\s*(?=\p{Han}{2})", needs="：:")
_MORE = pattern(r"[、，,；;：:](?=.)")


def _behind_its_colon(text: str, start: int) -> Name | None:
    """Return the one name behind its place and a colon, with the remark behind it; None for any
    other text: 清岗省：白溪县 新增, 白溪镇：东岭村 新增."""
    match = _COLON.match(text, start)
    place = _place(text, *match.span("place")) if match else ()
    if match is None or not place or _MORE.search(text, match.end()):
        return None
    name = read_first_name(text, match.end())
    if name is None or not name.note or name.reading.sure < CERTAIN:
        return None
    first, lowest = name.path[0], place[-1]
    if first[0].depth <= lowest[0].depth or holds(lowest, first) is False:
        return None
    return name._replace(above=(*place, *name.above))


def _place(text: str, start: int, end: int) -> Parts:
    """Return a place by its whole name, or a province or city without its kind; () for none."""
    name = read_name(text, start, end)
    if name is not None:
        return name.path if name.reading.sure >= CERTAIN and not name.note else ()
    bare = text[start:end]
    return whole_name(bare, Level.PROVINCE) or whole_name(bare, Level.PREFECTURE)


_SIGNS = pattern(r"\s*[/／，,]\s*", needs="/／，,")


def _along_signs(text: str, start: int) -> Name | None:
    """Return the unit of a path whose names a slash or a comma parts, with the remark behind it;
    None for any other text: 清岗县/白溪镇/东岭村 新增, 清岗县，白溪镇，东岭村：新增."""
    if _SIGNS.search(text, start, start + _LONGEST) is None:
        return None
    for match in _REMARKED.finditer(text, start, start + _LONGEST):
        spans = list(pieces_between(text, start, match.start(), _SIGNS))
        names = [name for span in spans if (name := read_name(text, *span)) is not None]
        joined = columns_joined(text, names) if len(names) == len(spans) > 1 else []
        if len(joined) == 1 and joined[0].above:
            note = text[match.end() :].strip()
            # Another path of the row is no remark: 清岗县/白溪镇/东岭村：石桥镇/西岭村.
            other = read_unit(_WORDS.split(note, maxsplit=1)[0])
            named = other is not None and other.sure >= CERTAIN
            return None if named else joined[0]._replace(note=note)
    return None


def _goes_on_with_a_name(found: Name) -> bool:
    """Tell whether what stands behind a county or city is no remark: a known one of its tier, or
    what a path goes on with (清岗县，白溪镇，东岭村 张华)."""
    level = found.reading.level
    if level.depth > Level.COUNTY.depth:
        return False
    words = _WORDS.split(found.note, maxsplit=1)
    other = read_unit(words[0])
    if other is None:
        return False
    top, own = other.parts[0]
    if top is level:
        return bool(gazetteer.find(own))
    return top.depth > level.depth and other.sure >= CERTAIN and len(words) > 1


_WORDS = pattern(r"[\s，,、；;/／]+")
