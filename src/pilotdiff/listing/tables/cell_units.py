"""The units that one cell names, as written."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name, runs_over
from pilotdiff.listing.unit_names.phrases_like_units import BREAKS_OFF
from pilotdiff.listing.unit_names.shared_brackets import shared_by_a_row
from pilotdiff.listing.unit_names.told_behind import in_brackets
from pilotdiff.listing.unit_names.written_names import as_written
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import LEVELS, Clean, DivisionPath, Level, Repair
from pilotdiff.names import gazetteer, is_zone, known, parse, split, whole_name, whole_within
from pilotdiff.names.gazetteer import is_municipality
from pilotdiff.names.kinds import is_kind_word, kind_at_end
from pilotdiff.patterns import IN_BRACKETS, pattern
from pilotdiff.repair import part
from pilotdiff.repair.texts import joined_texts, without_spaces

_ARROW = pattern(r"\s*(?:→|⟶|➔|➡|⇒|->|—>|=>|－>)\s*")
_BETWEEN = pattern(r"[、，,；;\s]+")


class CellUnit(NamedTuple):
    """One unit that a cell names.

    own      its text by itself, clean
    raw      as written, with its notes; `repairs` what was mended in that
    parts    its path as far as the cell tells it
    above    parents that the cell states elsewhere, in brackets
    unread   what stands among the names of its cell and is read as none, of the first one
    sure     0 to 1: how far its kind or the gazetteer vouches for it; 0 where only its place does
    """

    own: Clean
    raw: str
    repairs: tuple[Repair, ...]
    parts: Parts
    above: Parts = ()
    sure: float = 1.0
    note: str = ""
    former: tuple[str, ...] = ()
    ordinal: str = ""
    unread: str = ""

    @property
    def level(self) -> Level:
        """The tier of the unit."""
        return self.parts[-1][0]


def cell_units(clean: Clean, start: int, level: Level | None) -> tuple[CellUnit, ...]:
    """Return the units of a cell whose text begins at `start`; () when it names none.

    `level` is that of the cell's column. It decides where a name's own kind leaves several levels
    open (虹川市) or is not written (三亚), and nowhere else (东城区).
    """
    arrow = list(_ARROW.finditer(clean.text, start))
    if arrow:
        return _renamed(clean, start, [m.span() for m in arrow], level)
    one = _path(clean, start) or _short(clean, start, level) or _numbered(clean, start, level)
    if one is not None:
        return (one,)
    names = read_names(clean.text, start, trusting=True)
    if names is None and level is not None:
        names = read_names(clean.text, start, level, trusting=True)
    if names is None:
        return _several_short(clean, start, level)
    row = shared_by_a_row(in_brackets(clean.text), names.names)
    found = [_of_name(name, clean, level) for name in row]
    found = [_whole_if_short(unit, level, found) for unit in found]
    lost = names.unread
    if level is not None:
        at = [(name.start, unit) for name, unit in zip(row, found, strict=True)]
        alike = {unit.level for unit in found}
        own = alike.pop() if len(alike) == 1 else level
        bare = [(span, _bare(clean, span, level)) for span in names.unread]
        at += [(span[0], _of_level(unit, own)) for span, unit in bare if unit is not None]
        lost = tuple(span for span, unit in bare if unit is None)
        found = [unit for _, unit in sorted(at, key=lambda pair: pair[0])]
    unread = "、".join(text for span in lost if (text := _told(clean.text[slice(*span)])))
    return (found[0]._replace(unread=unread), *found[1:]) if unread else tuple(found)


_NAMELIKE = pattern(r"\p{Han}{2,}")


def _told(text: str) -> str:
    """Return what stands among names, "" where it is no more than a sign, a number, 等 or 3个."""
    text = text.strip(" 、，,；;。")
    return "" if _HOW_MANY.fullmatch(text) or _NAMELIKE.search(text) is None else text


_LONGEST_VOUCHED = 40
_HOW_MANY = pattern(r"[共计]?\s*\d{1,6}\s*[个家项处名户]")
# （排名不分先后）: a remark, and no name.
_IN_BRACKETS = pattern(r"[（(【〔\[][^（()）]*[）)】〕\]]")
_SENTENCE = pattern(r"[。！？；：!?]")


def vouched_unit(clean: Clean, start: int, level: Level) -> CellUnit | None:
    """Return a text that no grammar reads as a name: its column vouches for it.

    Signs and figures name nothing, nor do words for how a thing stands: ★★, 3（1）, 已完成.
    """
    text = clean.text[start:].strip()
    if len(text) > _LONGEST_VOUCHED or _SENTENCE.search(text) or "、" in text:
        return None
    if not any(map(str.isalpha, text)) or text in phrases("standings.txt"):
        return None
    if _HOW_MANY.fullmatch(text) or _IN_BRACKETS.fullmatch(text):
        return None
    begins = clean.text.index(text, start)
    if (village := _before_words(part(clean, begins, _end(clean)), level)) is not None:
        return village
    own = without_spaces(part(clean, begins, _end(clean)))
    reading = parse(own.text)
    if reading is not None and any(name[0] in BREAKS_OFF for _, name in reading.parts):
        return None  # 德州市·和顺市: a path whose steps do not lie in one another
    if reading is not None and runs_over(text, reading):
        parts = _town_and_village(text)
        return CellUnit(own, own.raw, own.repairs, parts, sure=DOUBTFUL) if parts else None
    if reading is not None and len(reading.parts) > 1:
        return CellUnit(own, own.raw, own.repairs, reading.parts, sure=reading.sure)
    return CellUnit(own, own.raw, own.repairs, ((level, own.text),), sure=0.0)


def _before_words(clean: Clean, level: Level) -> CellUnit | None:
    """Return the unit of a level that a blank parts from words behind it: 东岭村 王建国."""
    first, *others = clean.text.split()
    reading = read_unit(first) if others and not is_kind_word(others[0]) else None
    if reading is None or reading.sure <= DOUBTFUL or reading.level is not level:
        return None
    own, rest = part(clean, 0, len(first)), " ".join(others)
    return CellUnit(own, own.raw, own.repairs, reading.parts, sure=reading.sure, unread=rest)


def _town_and_village(text: str) -> Parts:
    """Return the town and the village that a blank parts, () for anything else.

    >>> [name for _, name in _town_and_village("白石乡镇 刘村")]
    ['白石乡镇', '刘村']
    """
    town, *rest = text.split()
    village = read_unit(rest[0]) if len(rest) == 1 else None
    if village is None or village.level is not Level.COMMUNITY or len(village.parts) > 1:
        return ()
    named = kind_at_end(Level.TOWNSHIP, town) is not None
    return ((Level.TOWNSHIP, town), *village.parts) if named else ()


def _end(clean: Clean) -> int:
    return len(clean.text.rstrip())


def _of_name(name: Name, clean: Clean, level: Level | None) -> CellUnit:
    parts, sure = name.reading.parts, name.reading.sure
    if level is not None and name.reading.level is not level and not _knows_better(parts, level):
        hinted = read_name(clean.text, name.start, name.end, level)
        if hinted is not None and not _misplaces(hinted.reading.parts, parts):
            parts, sure = hinted.reading.parts, hinted.reading.sure
    own, raw, repairs = as_written(name, clean)
    return CellUnit(
        own, raw, repairs, parts, name.above, sure, name.note, name.former, name.ordinal
    )


def _misplaces(hinted: Parts, parts: Parts) -> bool:
    """Tell whether a reading at the column's level, 市, cannot be: 天津津南新区 holds the known
    place 天津, and nothing under a municipality is a prefecture."""
    if len(hinted) < len(parts) and known(parts[0][1]):
        return True
    return hinted[-1][0] is Level.PREFECTURE and is_municipality(hinted[0][1])


def _knows_better(parts: Parts, level: Level) -> bool:
    """Tell whether the gazetteer has a name, and not at the level of its column: 瓦房店市
    under 市."""
    levels = known(parts[-1][1])
    return bool(levels) and level not in levels


def _renamed(
    clean: Clean, start: int, arrows: list[tuple[int, int]], level: Level | None
) -> tuple[CellUnit, ...]:
    """Return the unit behind arrows, with those before it as its former names: 思茅市→普洱市."""
    end = arrows[-1][1]
    present = cell_units(part(clean, end, len(clean.text)), 0, level)
    before = clean.text[start : arrows[-1][0]]
    former = tuple(bit.strip() for bit in _ARROW.split(before) if bit.strip())
    if len(present) != 1:
        return ()
    return (present[0]._replace(former=(*present[0].former, *former)),)


COUNTRY = frozenset({"中国", "中华人民共和国", "全国", "China"})
_STEPS = pattern(r"\s*(?:[/／>＞›»\\|｜·•]|[-_－–—]{1,2}(?=\s*\p{Han}))\s*|\s+")
_COMMAS = pattern(r"\s*[,，;；]\s*")


# A remark, or a sign that points to a note below.
_BEHIND = pattern(rf"\s*(?:{IN_BRACKETS}|[*＊※★☆△▲◆●†‡①-⑳])$")


def _path(clean: Clean, start: int) -> CellUnit | None:
    """Return a path whose names are set apart: 四川省/成都市/温江区; 中国,四川,成都市,温江区; a
    remark may stand behind it."""
    text = clean.text[start:]
    if (behind := _BEHIND.search(text)) is not None and behind.start():
        return _with_remark(clean, start, start + behind.start())
    spans = _spans(clean.text, start, _STEPS) if _STEPS.search(text.strip()) else []
    if len(spans) < 2 and _COMMAS.search(text):
        spans = _spans(clean.text, start, _COMMAS)
        names = [clean.text[slice(*span)] for span in spans]
        top = names[0] if names else ""
        told = _lie_in_one_another(names) or (len(spans) > 2 and Level.PROVINCE in known(top))
        if top not in COUNTRY and not told:
            return None
    if spans and clean.text[slice(*spans[0])] in COUNTRY:
        spans = spans[1:]
    elif len(spans) < 2:
        return None
    return _descending(clean, spans)


def _with_remark(clean: Clean, start: int, end: int) -> CellUnit | None:
    """Return a path that ends at `end`, with the remark behind it: 清岗县-白石镇（复核）."""
    unit = _path(part(clean, 0, end), start)
    steps = list(_STEPS.finditer(clean.text, start, end)) if unit else []
    names = read_names(clean.text, steps[-1].end(), trusting=True) if steps else None
    if unit is None or names is None or len(names.names) != 1 or names.names[0].above:
        return None
    own = names.names[0]
    raw = unit.raw + clean.text[end:]
    return unit._replace(raw=raw, note=own.note, former=own.former)


def _lie_in_one_another(names: list[str]) -> bool:
    """Tell whether each name is one that the standard puts into the one before: 河北省,石家庄市."""
    parts: Parts = ()
    for name in names:
        own = _named_below(name, parts)
        if len(own) != 1 or (parts and not holds(parts[-1], own[0])):
            return False
        parts += own
    return len(names) > 1


def _named_below(text: str, parts: Parts) -> Parts:
    """Return the unit that a text names without its kind, in the last of the places before it
    where one lies there: 平山 behind 石家庄市, 吉林 behind 吉林省; () where it names none."""
    above = DivisionPath.of(parts)
    for level in LEVELS[parts[-1][0].depth + 1 : Level.COUNTY.depth + 1] if parts else ():
        found = whole_within(text, level, above)
        if found and found[0][1] != text and holds(parts[-1], found[0]):
            return found
    return whole_name(text)


def _spans(text: str, start: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    spans, at = [], start
    for match in separator.finditer(text, start):
        spans.append((at, match.start()))
        at = match.end()
    spans.append((at, max(at, len(text.rstrip("。")))))
    return [span for span in spans if text[slice(*span)].strip()]


def _descending(clean: Clean, spans: list[tuple[int, int]]) -> CellUnit | None:
    """Return the names that each lie in the one before, as one path."""
    parts: Parts = ()
    for span in spans:
        text = re.sub(r"\s+", "", clean.text[slice(*span)])
        reading = read_unit(text)
        # 滨海区/兴农街道/红旗队: the last step of several is named by its place.
        least = 0 if span == spans[-1] and len(parts) > 1 else DOUBTFUL
        own = reading.parts if reading is not None and reading.sure > least else ()
        if len(own) > 1 and own[0] in parts[-1:]:
            own = ((own[-1][0], text),)  # 宁武县 / 宁武县居民街道: its parent's name is in its own
        depth = parts[-1][0].depth if parts else -1
        above = len(own) > 1 and own[0][0].depth < depth == Level.COUNTY.depth
        if above and (text.endswith("区") or is_zone(text)) and not known(own[-1][1]):
            own = ((Level.TOWNSHIP, text),)  # 正定县 / 河北正定高新区: its places are in its name
        if not own or own[0][0].depth <= depth:
            own = _named_below(text, parts) or own
        if not own or (len(text) == 1 and not (parts and holds(parts[-1], own[0]))):
            return None  # 金 桥镇 is set wide: 金 is 金县 under its own city alone
        if parts and (own == parts[-1:] or _is_core(text, parts[-1])):
            continue  # 北京 / 北京市, 北京市 / 北京城区
        if own[0][0].depth <= depth or (parts and holds(parts[-1], own[0]) is False):
            return None
        parts += own
    whole = joined_texts([without_spaces(part(clean, *span)) for span in spans])
    return CellUnit(whole, whole.raw, whole.repairs, parts) if parts else None


_CORES = ("城区", "市区", "郊区", "郊县")


def _is_core(text: str, part: tuple[Level, str]) -> bool:
    """Tell whether a text is what maps call the inner or outer part of a city: 北京城区."""
    stem = split(*part)[0]
    return text.startswith(stem) and text[len(stem) :] in _CORES


_CODED = pattern(r"\d{3,}[^\W\d_a-zA-Z]")


def _numbered(clean: Clean, start: int, level: Level | None) -> CellUnit | None:
    """Return a name that begins with a number of three digits or more, which counts no rows:
    768厂社区."""
    if level is None or not level.depth > Level.COUNTY.depth or not _CODED.match(clean.text, start):
        return None
    name = read_name(clean.text, start, _end(clean), level)
    return _of_name(name, clean, level) if name is not None else None


def _short(clean: Clean, start: int, level: Level | None) -> CellUnit | None:
    """Return a division without its kind where its column gives the level: 三亚; 贵州 is no 州."""
    end = len(clean.text[start:].rstrip(_MARKS)) + start
    text = re.sub(r"\s+", "", clean.text[start:end])
    if not 1 < len(text) <= 6:
        return None
    found = named_short(text, level)
    if found is None:
        return None
    own = without_spaces(part(clean, start, end))
    return CellUnit(own, own.raw, own.repairs, (found,))


def named_short(text: str, level: Level | None = None) -> tuple[Level, str] | None:
    """Return the division that a text names without its kind; None where it is a whole name."""
    if level is not None and level.depth > Level.COUNTY.depth:
        return None
    found = whole_name(text, level)
    if level is Level.PREFECTURE and is_municipality(text) and not text.endswith("市"):
        return Level.PROVINCE, f"{text}市"
    if not found or len(found[0][1]) <= len(text):
        return None
    return None if gazetteer.find_whole(text) else found[0]


def _several_short(clean: Clean, start: int, level: Level | None) -> tuple[CellUnit, ...]:
    """Return several divisions of one level without their kinds: 太原、大同."""
    spans = _spans(clean.text, start, _BETWEEN)
    if level is None or len(spans) < 2:
        return ()
    found = [_bare(clean, span, level) for span in spans]
    units = [unit for unit in found if unit is not None]
    enough = sum(unit.sure > 0 for unit in units) * 2 > len(spans)
    return tuple(units) if enough and len(units) == len(spans) else ()


def _whole_if_short(unit: CellUnit, level: Level | None, row: Sequence[CellUnit]) -> CellUnit:
    """Return the unit with its kind where it is a division written without: 南宁、柳州, 贵州 is no
    州, nor is 马村 a district in a column or row of villages."""
    if len(unit.parts) > 1 or (found := named_short(unit.own.text)) is None:
        return unit
    low = unit.level.depth > Level.COUNTY.depth
    alike = len(row) > 1 and all(other.level is unit.level for other in row)
    if low and (alike or level is unit.level):
        return unit
    return unit._replace(parts=(found,), sure=1.0)


def _of_level(unit: CellUnit, level: Level) -> CellUnit:
    """Return a name for which nothing but its place vouches at the level of those beside it."""
    return unit if unit.sure else unit._replace(parts=((level, unit.own.text),))


# What points to a note below: 南京*、无锡.
_MARKS = "*＊※★☆△▲◆●†‡§①②③④⑤⑥⑦⑧⑨¹²³ "
_HAN = pattern(r"[\u3400-\u9fff〇〓\d]+")


def _bare(clean: Clean, span: tuple[int, int], level: Level) -> CellUnit | None:
    """Return one of several names in a cell, without its kind: 小高田、苏家寨村."""
    start, end = span
    own = without_spaces(part(clean, start, start + len(clean.text[start:end].rstrip(_MARKS))))
    if not 1 < len(own.text) <= 6 or _HAN.fullmatch(own.text) is None:
        return None
    found = named_short(own.text, level)
    sure = 1.0 if found else 0.0
    return CellUnit(own, own.raw, own.repairs, (found or (level, own.text),), sure=sure)
