"""Names of one piece that a word joins: 清岗镇和白溪镇."""

from pilotdiff.listing.lines.cuts import within_brackets
from pilotdiff.listing.unit_names.abutting_names import end_of_a_whole_name
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.spaced_names import read_spaced
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, is_zone, split
from pilotdiff.names.kinds import is_part_of_a_zone
from pilotdiff.patterns import pattern

_SPACE = pattern(r"\s+")
# What is named behind it lies in the place before it: 白溪镇及其东岭村. No unit's name begins so.
_AND_ITS = "及其"
_CONJUNCTION = pattern(rf"以及|{_AND_ITS}|[和及与暨]")
# The number of the name that begins behind it: ⑤和平桥社区.
_NUMBER_BEFORE = pattern(r"[①-⒇❶-❿㊀-㊉.．]")
# What a unit is chosen as, which no 和 joins to it: 东岭村|和美乡村.
_HONOUR = pattern(r"和(?:美(?:乡村|城区)|谐(?:社区|[村镇乡县]|街道|城区))")


def read_joined(text: str, start: int, end: int) -> list[Name]:
    """Read A和B and A及其B, two units or more; 沈阳市和平区, 马鞍山市和县 and 甘泉镇和丰村 are one.

    黄石市和清岗县 are two: no county is called 和清岗县, since all counties are known.

    >>> [name.text for name in read_joined("清岗镇和白溪镇", 0, 7)]
    ['清岗镇', '白溪镇']
    """
    for match in _CONJUNCTION.finditer(text, start + 2, end):
        if within_brackets(text, start, match.start()) or end_of_a_whole_name(
            text, match.start(), end
        ):
            continue
        if _HONOUR.match(text, match.start(), end):
            continue
        if text[match.start() - 1].isspace() and _begins_a_name(text, match.start(), end):
            continue
        if _NUMBER_BEFORE.search(text, match.start() - 1, match.start()):
            continue
        if _is_said_again(text, start, match.start(), end):
            continue
        before = read_name(text, start, match.start())
        lefts = [before] if before else read_spaced(text, start, match.start(), None)
        if not lefts:
            continue
        more = read_joined(text, match.end(), end)
        right = more[0] if more else read_name(text, match.end(), end)
        if right is not None and match[0] == _AND_ITS:
            inner = [_lying_in(name, lefts[-1]) for name in more or [right]]
            return [*lefts, *inner]
        if right is not None and _stand_side_by_side(lefts[-1], right, match[0]):
            return [*lefts, *(more or [right])]
    return []


def _lying_in(name: Name, place: Name) -> Name:
    """Return a name with the place that holds it, where it states none of that tier itself."""
    above = tuple(part for part in place.path if part[0].depth < name.path[0][0].depth)
    return name._replace(above=(*above, *name.above))


def _is_said_again(text: str, start: int, joint: int, end: int) -> bool:
    """Tell whether what stands before a joint begins another name of a row that blanks part: 和 is
    of the first village of 白溪镇和平村 白溪镇东岭村."""
    first = max(text.rfind(" ", start, joint), text.rfind("\u3000", start, joint)) + 1
    place = text[max(first, start) : joint]
    return f" {place}" in text[start:end].replace("\u3000", " ")[joint - start :]


def _begins_a_name(text: str, start: int, end: int) -> bool:
    """Tell whether a name between blanks begins with what may join two: 清岗镇 和日镇 白溪镇."""
    gap = _SPACE.search(text, start, end)
    return read_name(text, start, gap.start() if gap else end) is not None


def _stand_side_by_side(left: Name, right: Name, joint: str) -> bool:
    """Tell whether the second name can't lie in the first, or is a county that the joint is no part
    of.

    Of lower tiers not all names are known: 白溪镇和清岗村 may be 和清岗村 in 白溪镇.
    """
    top, text = right.reading.parts[0]
    if is_part_of_a_zone(left.reading.parts[-1][1], text):
        return False
    if left.text.endswith("委会") and top is left.reading.level:
        return True  # no name goes on behind a committee's: 东岭村委会及西村村委会
    if len(split(top, text)[0]) < 2 and not gazetteer.find(text):
        return False
    if joint + text[0] == "和平" and top is Level.TOWNSHIP and is_zone(left.reading.parts[-1][1]):
        return False  # 清岗新城|和平里街道: hundreds of towns are called so
    if top.depth <= left.reading.level.depth or right.reading.level is left.reading.level:
        return True
    return top.depth <= Level.COUNTY.depth and not gazetteer.find(joint + text)
