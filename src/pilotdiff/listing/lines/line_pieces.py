"""One piece of a row between its separators: a name, or several that words or blanks join."""

import re
from functools import cache

from pilotdiff.facts.chosen_words import without_proposing
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.abutting_names import read_abutting, read_paths_abutting
from pilotdiff.listing.unit_names.bracketed_names import (
    ReadNames,
    names_in_brackets,
    under_short_place,
)
from pilotdiff.listing.unit_names.joins import read_joined
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import LONGEST_PIECE, read_name
from pilotdiff.listing.unit_names.path_steps import read_side_by_side, read_steps
from pilotdiff.listing.unit_names.spaced_names import read_spaced
from pilotdiff.listing.unit_names.told_behind import CODE_BEHIND, GROUPS_BEHIND
from pilotdiff.model import Level
from pilotdiff.names import PLACEHOLDERS, Reading, gazetteer, has_generic_stem, whole_name
from pilotdiff.patterns import END_OF_A_NAME, pattern

# That a place has one alone, 清岗市：仅白溪县一地入选, or opens those of it: 其中清岗县白溪镇.
_ONLY = pattern(r"\s*(?:仅有?|只有|其中)(?=\p{Han}{2,12}[市县区旗镇乡村道])", needs="仅只其")
_SHORTEST_NAME = 2


@cache
def _placeholder() -> re.Pattern[str]:
    """Return what finds a row of the codes that groups units without being one, set apart before
    one of them: 省直管县 清岗市白溪镇."""
    rows = "|".join(sorted((row for row in PLACEHOLDERS if len(row) > 1), key=len, reverse=True))
    return pattern(rf"\s*(?:{rows})\s+(?=\p{{Han}}{{2}})", needs="直管辖其")


def read_piece(
    text: str, start: int, end: int, level: Level | None, read_names: ReadNames
) -> list[Name]:
    """Return one piece between separators: a name, names joined by 和, or names with spaces
    between; `read_names` reads those in its brackets.

    >>> [name.text for name in read_piece("清岗镇和白溪镇", 0, 7, None, lambda text, start: None)]
    ['清岗镇', '白溪镇']
    """
    if end - start < _SHORTEST_NAME:
        return []
    ordinal = read_ordinal(text[start:end])
    shown = ""
    if ordinal is not None and ordinal.end < end - start:
        start, shown = start + ordinal.end, ordinal.shown
    if end - start > LONGEST_PIECE:
        return []
    if (group := _placeholder().match(text, start, end)) is not None:
        start = group.end()
    if text[end - 1].isdecimal() and (code := CODE_BEHIND.search(text, start, end)) is not None:
        end = code.start()
    found = _before_what_is_its_own(text, start, end, level)
    if found is None and (only := _ONLY.match(text, start, end)) is not None:
        start = only.end()
    if found is None:
        found = _renamed(text, start, end, level)
    if found is None:
        found = _several(text, start, end, level) or None
    if found is not None:
        return [one._replace(ordinal=shown) for one in found[:1]] + found[1:]
    name = read_name(text, start, end, level)
    if name is None and ordinal is not None and ordinal.style == "glued":
        # 29团2连: the number is a part of the name.
        shown, name = "", read_name(text, start - ordinal.end, end, level)
    if name is not None:
        return names_in_brackets(text, name, read_names) or [name._replace(ordinal=shown)]
    closed = text[end - 1 : end] in ("）", ")")
    return under_short_place(text, start, end, read_names) if closed else []


# A town's government stands for the town: 清岗县白溪镇人民政府.
_GOVERNMENT = pattern(r"(?<=[镇乡])(?:人民)?政府\s*$", needs="府")
# Whom a message calls on behind a unit of a row: 东岭村@张三、西岭村@李四.
_CALLED_ON = pattern(rf"{END_OF_A_NAME}\s*[@＠]\s*\p{{Han}}{{2,4}}\s*$", needs="@＠")


def _before_what_is_its_own(
    text: str, start: int, end: int, level: Level | None
) -> list[Name] | None:
    """Return the name before its government, its groups or whom it is called on, or the names
    behind the place that they belong to or what they are; None where none of these stands there:
    白溪镇政府, 东岭村5组, 白溪镇的东岭村."""
    if (government := _GOVERNMENT.search(text, start, end)) is not None:
        town = read_name(text, start, government.start(), level)
        return [town._replace(stop=end)] if town else []
    part = GROUPS_BEHIND.search(text, start, end) or _CALLED_ON.search(text, start, end)
    if part is not None:
        village = read_name(text, start, part.start(), level)
        return [village._replace(note=part[0].strip(), stop=end)] if village else []
    return _owned(text, start, end) or _behind_words(text, start, end) or None


# What a unit is, of which rank, before its path: 国家级示范村|白溪镇东岭村.
_HONOUR_BEFORE = pattern(
    r"\s*(?P<place>\p{Han}{2,12}?[省市州盟县区旗])??"
    r"(?P<said>(?:全国|国家级?|自治区级|[省市县区]级|全[省市县区])\p{Han}{0,12}?"
    r"(?:示范|试点|先进|文明|卫生|样板|达标|美丽|特色|生态|平安)\p{Han}{0,6}?"
    r"(?:[县市区镇乡村]|社区|街道))(?=\p{Han}{2,10}?(?:[县市区镇乡]|街道)\p{Han})",
    needs="国级全",
)
# When a unit of a row was chosen: 2021年|清岗县、白溪县入选，2022年|南岭县入选.
_CHOSEN_IN = pattern(
    r"\s*(?P<said>(?:19|20)\d\d年度?(?:第[一二三四五六七八九十\d]{1,3}批)?|第[一二三四五六七八九十\d]{1,3}批|首批)"
    r"\s*(?=\p{Han}{2})",
    needs="年批",
)
_OF_A_PATH = 2


def _behind_words(text: str, start: int, end: int) -> list[Name]:
    """Return a unit behind the year or batch in which it was chosen, or a path behind what its unit
    is of which rank, with the place before that: 2021年清岗县, 清岗县省级示范村白溪镇东岭村."""
    chosen = _CHOSEN_IN.match(text, start, end)
    words = chosen or _HONOUR_BEFORE.match(text, start, end)
    name = read_name(text, words.end(), end) if words else None
    if words is None or name is None or name.reading.sure < CERTAIN:
        return []
    alone = not text[:start].strip() and not text[end:].strip(" 。；;")
    if not (_is_chosen(name, alone=alone) if chosen else len(name.path) >= _OF_A_PATH):
        return []
    top, _ = name.path[0]
    said = words.groupdict()
    place = _owner(text, *words.span("place")) if said.get("place") else ()
    if said.get("place") and (not place or place[-1][0].depth >= top.depth):
        return []
    note = "; ".join(filter(None, (said["said"], name.note)))
    return [name._replace(note=note, above=(*place, *name.above))]


def _is_chosen(name: Name, *, alone: bool) -> bool:
    """Tell whether a name behind a batch or year is a unit: alone in its line a county may head
    others (2021年清岗省), and a name without a place be what a programme calls its units."""
    level, own = name.path[-1]
    low = level.depth > Level.COUNTY.depth
    if len(name.path) >= _OF_A_PATH:
        return low or not alone
    if alone:
        return False
    return bool(gazetteer.find(own)) or (low and not has_generic_stem(level, own))


# What was renamed stands before it: 思茅市→普洱市.
_ARROW = pattern(
    r"\s*(?:→|⟶|➔|➡|⇒|->|=>)\s*"
    rf"|{END_OF_A_NAME}[”」』\"]?\s*(?:已|现)?(?:更名|改名|变更|调整|改设|改|替换|更换|更正|应)为\s*",
    needs="→⟶➔➡⇒>为",
)
_AROUND_NAMES = ' \t\u3000“”「」『』"'


def _renamed(text: str, start: int, end: int, level: Level | None) -> list[Name] | None:
    """Return the name behind an arrow, with that before it as its former one; None where no arrow
    stands there: 思茅市→普洱市."""
    arrow = _ARROW.search(text, start, end)
    if arrow is None or _within_brackets(text, start, arrow):
        return None
    present = read_name(text, arrow.end(), end, level)
    former = text[start : arrow.start()].strip(_AROUND_NAMES)
    earlier = read_unit(former)
    if present is None or earlier is None:
        return []
    above = tuple(p for p in earlier.parts if p[0].depth < present.path[0][0].depth)
    formers = (*present.former, former)
    return [present._replace(former=formers, above=(*above, *present.above))]


def _several(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return the names that words, blanks or nothing join in a piece; [] where it is one name."""
    return (
        read_steps(text, start, end)
        or read_joined(text, start, end)
        or read_abutting(text, start, end)
        or read_paths_abutting(text, start, end)
        or read_spaced(text, start, end, level)
        or read_side_by_side(text, start, end)
    )


def _within_brackets(text: str, start: int, found: re.Match[str]) -> bool:
    """Tell whether what is found is told of a name in brackets: 白溪镇（由石桥镇更名为白溪镇）."""
    before = text[start : found.start()]
    return max(before.rfind("（"), before.rfind("(")) > max(before.rfind("）"), before.rfind(")"))


def _owned(text: str, start: int, end: int) -> list[Name]:
    """Return a name behind the place that it belongs to, or several joined: 清岗市的白溪区,
    正定的白溪镇东岭村, 白溪镇的东岭村和西岭村."""
    at = text.find("的", start, end)
    place = _owner(text, start, start + len(without_proposing(text[start:at]))) if at >= 0 else ()
    if not place:
        return []
    name = read_name(text, at + 1, end)
    names = read_joined(text, at + 1, end) or ([name] if name is not None else [])
    names = names or read_spaced(text, at + 1, end, None)
    lowest = place[-1][0].depth
    if any(one.reading.sure < CERTAIN or one.path[0][0].depth <= lowest for one in names):
        return []
    return [one._replace(above=(*place, *one.above)) for one in names]


def _owner(text: str, start: int, end: int) -> Parts:
    """Return a place by its whole name, or a county of the standard without its kind; () for
    anything else."""
    place = read_name(text, start, end)
    if place is None:
        return whole_name(text[start:end].strip(), Level.COUNTY)
    return () if place.note or place.reading.sure < CERTAIN else place.path


def short_name(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Return a division written without its kind where its level is told:
    示范省份：河北、内蒙古.

    >>> [name.text for name in short_name("内蒙古", 0, 3, Level.PROVINCE)]
    ['内蒙古']
    """
    bare = text[start:end].strip()
    parts = whole_name(bare, level) if level is not None else ()
    if not parts:
        return []
    start += text[start:end].index(bare)
    reading = Reading(((parts[0][0], bare),), parts[0][0], 1.0)
    return [Name(start, start + len(bare), bare, reading, stop=end)]
