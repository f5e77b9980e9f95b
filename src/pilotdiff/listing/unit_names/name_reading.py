"""One name on a line, with its marks, its notes and the places around it."""

import re
from itertools import pairwise

from pilotdiff.listing.among_lines.towns_by_place import place_begun
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.lines.cuts import OPENING
from pilotdiff.listing.naming import (
    CERTAIN,
    DOUBTFUL,
    last_characters,
    read_unit,
    vouched_by_its_town,
)
from pilotdiff.listing.unit_names.behind_names import remark_behind
from pilotdiff.listing.unit_names.bracketed_places import city_over, stated_first, stated_parents
from pilotdiff.listing.unit_names.former_names import former_names
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.phrases_like_units import ALL_OF_A_PLACE
from pilotdiff.listing.unit_names.remarks_around import remark_in_front
from pilotdiff.model import Level
from pilotdiff.names import (
    Reading,
    below_county,
    below_township,
    gazetteer,
    is_zone,
    parse,
    whole_name,
)
from pilotdiff.names.head_words import head_level
from pilotdiff.names.kinds import is_kind_word, is_part_of_a_zone
from pilotdiff.patterns import END_OF_A_NAME, IN_BRACKETS, pattern

_COUNTY = Level.COUNTY.depth
_MARKS = "*＊※★☆△▲◆●✅✔✓☑√#①-⑳¹²³⁴⁵⁶⁷⁸⁹"
# What was counted of a unit: 清岗县 1203票, 清岗县98.5.
_SCORE = (
    r"(?:(?<=\s)\d[\d.,]*\s*(?:票|分|亩|公顷|人|户|万?元|万人|％|%|平方公里|公里)"
    rf"|{END_OF_A_NAME}\d{{1,4}}(?:\.\d{{1,3}})?(?:票|分)"
    rf"|(?:(?<=\s)|{END_OF_A_NAME})\d{{2,3}}\.\d{{1,3}}(?![\d.]))"
)
_NOTE = pattern(rf"[（(【〔\[].*?[）)】〕\]]+|[（(][^（()）]+$|[{_MARKS}]+|{_SCORE}")
_PLAIN = rf"[^（(【〔\[“”\"「」『』《》{_MARKS}]"
_COLOUR = r"(?:\s*#[0-9A-Fa-f]{6}\s+)?"
# A name in English before that in Chinese: Qinggang County 清岗县.
_ENGLISH = r"(?:[A-Za-z][A-Za-z .'’-]{2,40}(?:\([A-Za-z .'’-]{2,30}\))?\s+(?=\p{Han}))?"
# A day before a name: 5月6日 清岗县.
_DATED = r"(?:(?:(?:19|20)\d\d年)?\d{1,2}月\d{1,2}[日号](?:上午|下午)?\s*(?=\p{Han}{2}))?"
_NAME = pattern(
    rf"{_COLOUR}{_DATED}[\s“\"「『《{_MARKS}]*{_ENGLISH}(?P<name>{_PLAIN}+?(?:[（(][^（）()]{{1,12}}[）)](?!\s+\S\S|等){_PLAIN}+?)??)[\s”\"」』》]*"
    rf"(?P<notes>(?:\s*(?:[（(][^（）()]*(?:{IN_BRACKETS}[^（）()]*)*[）)]|【[^【】]*】|〔[^〔〕]*〕|\[[^\[\]]*\]|[{_MARKS}]|{_SCORE}))*"
    # A bracket that nobody closed.
    r"(?:\s*[（(][^（()）]{1,20})?)\s*$"
)
_THEME = pattern(r"(?<=.)[“「『\"](?P<theme>[^“”「」『』\"]{2,40})[”」』\"]\s*$", needs='“「『"')
_PLACE_BEFORE = pattern(
    r"\s*[（(【〔\[](?P<inner>[^（()）【】〔〕\[\]]{2,12})[）)】〕\]](?=.)", needs="（(【〔["
)
# It closes a row and is no part of its last name: 大东区等地区.
_AND_OTHERS = pattern(
    rf"{END_OF_A_NAME}等(?:地区?|单位|省份|城市|[省市州县区旗]|[县市区旗]{{2,3}}|县（市、区）|乡镇|镇|街道|社区|村)?$",
    needs="等",
)
ITSELF = "本级"
# What is said right behind a name: all of its area, or the body of the party in a village or town.
_ADDED = pattern(
    r"(?<=...)全[境域]$|(?<=社区|.村|嘎查|.镇|.乡|街道)党工?委$"
    r"|(?<=社区|.村|嘎查)(?:党支部|党总支部?|党组织|党?总?支部委员会)$"
    r"|(?<=.镇|.乡)委员会$"
    # The city or county itself, and not those in it.
    rf"|(?<=..[市州盟县区旗]){ITSELF}$",
    needs="境域部支委织会级",
)
_PARTY = "中共"
LONGEST_PIECE = 160
_SHORTEST = 2
_TWO_NAMES_LEAST = 4


def read_name(text: str, start: int, end: int, level: Level | None = None) -> Name | None:
    """Return the name at text[start:end] with its marks and notes; None when it is no unit.

    A county's seat (清岗县城, 清岗县县城) is its county, and that it is the seat a note.

    >>> read_name("清岗县城", 0, 4).note
    '县城'
    """
    remark = remark_in_front(text, start, end)
    name = _read_name(text, remark.end(), end, level) if remark is not None else None
    if name is None or remark is None:
        return _read_name(text, start, end, level)
    return name._replace(note="; ".join(filter(None, (remark["told"], name.note))))


def _read_name(text: str, start: int, end: int, level: Level | None) -> Name | None:
    """Return the name at text[start:end], before which no remark stands."""
    match = _NAME.match(text, start, end) if end - start <= LONGEST_PIECE else None
    if match is None:
        return _with_theme(text, start, end, level) or _behind_a_place(text, start, end, level)
    left, right = match.span("name")
    core = "".join(match["name"].split())
    if "等" in core and (others := _AND_OTHERS.search(core)) and len(core) == right - left:
        core, right = core[: others.start()], left + others.start()
    seat = _words_of_a_seat(core) if level in (None, Level.COUNTY) else 0
    if seat is None:
        return None
    core, right = core[: len(core) - seat], right - seat
    if (all_of := ALL_OF_A_PLACE.fullmatch(core)) and len(core) == right - left:
        return _whole_area(match, all_of)
    core, said = _with_what_is_said(core, level)
    right -= len(said)
    if said and core.startswith(_PARTY):
        core, left = core[len(_PARTY) :], left + len(_PARTY)
    if (within := _PLACE_WITHIN.fullmatch(core)) and len(core) == right - left:
        name = _behind_both(left, right, within)
        if name is not None:
            return name._replace(stop=start + len(text[start:end].rstrip()))
    if is_called(core):
        return None
    was = added = ""
    if (within := _former_within(core)) and len(core) == right - left:
        added, was = within["kind"], f"（{within['was']}{within['kind']}）"
        core, right = within["own"] + added, left + len(within["own"])
    reading = read_unit(core, level)
    if reading is None or (len(core) < right - left and runs_over(match["name"], reading)):
        return None
    emphasis = match["notes"].strip() == "**" and text[left - 2 : left] == "**"
    reading = _as_the_bracket_says(core, reading, match["notes"])
    note, former, above = _notes(was + ("" if emphasis else match["notes"]), reading)
    reading = vouched_by_its_town(_doubted(reading, note), above)
    note = "; ".join(filter(None, ("县城" if seat else said, note)))
    stop = start + len(text[start:end].rstrip())
    return Name(left, right, core, reading, note, former, above, stop=stop, added=added)


def _words_of_a_seat(core: str) -> int | None:
    """Return how many characters of a name say that the seat of its county is meant, 0 for none;
    None where they name an old town."""
    if not core.endswith("县城"):
        return 0
    if _OLD_TOWN.search(core) and not gazetteer.find_whole(core[:-1]):
        return None
    return 2 if core.endswith("县县城") else 1


def _doubted(reading: Reading, note: str) -> Reading:
    """Return a reading of one part as doubtful where its note words a tier alone."""
    alone = note and len(reading.parts) == 1 and _words_a_tier(note)
    return reading._replace(sure=min(reading.sure, DOUBTFUL)) if alone else reading


def _with_what_is_said(core: str, level: Level | None) -> tuple[str, str]:
    """Return a name and what is said right behind it: that all of it is meant, the body of the
    party there, a house in it, or what it is known for."""
    if added := _ADDED.search(core):
        return core[: added.start()], added[0]
    at = remark_behind(core)
    return (core[:at], core[at:]) if at and read_unit(core, level) is None else (core, "")


def _whole_area(line: re.Match[str], all_of: re.Match[str]) -> Name | None:
    """Return the place of the standard of which a text says that all of it is meant, and that as
    its note; None for any other text."""
    place, kind = all_of["place"], all_of["kind"]
    full = place if place.endswith(kind) else place + kind
    reading = read_unit(full)
    if reading is None or not gazetteer.find_whole(reading.parts[-1][1]):
        return None
    left, right = line.span("name")
    end = left + len(place)
    added = "" if full == place else kind
    return Name(left, end, full, reading, note="全境", stop=right, added=added)


# What the words before units call them: 示范村为|白溪镇东岭村.
_CALLED = pattern(
    r"\p{Han}{0,6}(?:示范|试点|创建|培育|先进|样板|文明|入选|获评)\p{Han}{0,3}"
    r"(?:[县市区镇乡村]|社区|街道|单位)(?:分别)?为(?=\p{Han}{3})",
    needs="为",
)


def is_called(text: str) -> bool:
    """Tell whether a text begins with what units are called, and goes on with 为.

    >>> is_called("示范村为白溪镇东岭村"), is_called("白溪镇为民村")
    (True, False)
    """
    return _CALLED.match(text) is not None


# An old town is a sight, and no county is called 清岗古县: 清岗古县城, 清岗县老县城.
_OLD_TOWN = pattern(r".[古老旧]县城$", needs="古老旧")


def _words_a_tier(note: str) -> bool:
    """Tell whether a bracket says nothing but that the words before it may be of another tier, as
    headings do: 实验街道（乡镇）; a rank (市级) is told of a unit."""
    if note.endswith("级"):
        return False
    level, stem = head_level(note.strip("、，,/和 "))
    return level is not None and not stem


def runs_over(spaced: str, reading: Reading) -> bool:
    """Tell whether a part of a name goes on over a blank between two names, and what stands
    between them: 老村社区　东岭社区, 东岭村 王五 白石镇.

    Blanks within one name part its characters (清 岗 县) or its kind from it (东岭 社区).
    """
    bits = [bit for bit in spaced.split() if not bit.isdecimal()]
    ends = {0}
    for _, part in reading.parts:
        ends.add(max(ends) + len(part))
    at = 0
    closed = False
    for before, behind in pairwise(bits):
        at += len(before)
        closed = _closes_a_name(before) or (closed and at not in ends)
        names = len(behind) >= _SHORTEST and not is_kind_word(behind)
        if names and closed and at not in ends and read_unit(behind) is not None:
            return True
    return False


def _closes_a_name(text: str) -> bool:
    """Tell whether a text is a name, or what a line's end left of one: 社区, 区."""
    return text[-1] in last_characters() and (len(text) > 2 or is_kind_word(text))


def _with_theme(text: str, start: int, end: int, level: Level | None) -> Name | None:
    """Return a name with its theme in quotes behind it: 清岗县东岭村“三治融合”; a quoted unit is
    none."""
    theme = _THEME.search(text, start, end)
    # What was cited is blanked in a sentence: 授予清岗县“    ”称号.
    said = theme["theme"].strip() if theme is not None else ""
    if theme is None or said[-1:] in last_characters():
        return None
    name = read_name(text, start, theme.start(), level)
    if name is None or name.reading.sure <= DOUBTFUL:
        return None
    note = "; ".join(filter(None, (name.note, said)))
    return name._replace(note=note, stop=start + len(text[start:end].rstrip()))


def _behind_a_place(text: str, start: int, end: int, level: Level | None) -> Name | None:
    """Return a name with the place that holds it in brackets before it: （清岗市）白溪县."""
    match = _PLACE_BEFORE.match(text, start, end)
    if match is None:
        return None
    inner = match["inner"].strip()
    above = stated_parents(inner) or whole_name(inner, Level.PREFECTURE)
    name = read_name(text, match.end(), end, level) if above else None
    if name is None or name.reading.sure < CERTAIN:
        return None
    if name.above or name.reading.parts[0][0].depth <= above[-1][0].depth:
        return None
    return name._replace(above=above)


# What it was called before, the kind behind both: 东岭（原西岭）村.
_FORMER_WITHIN = pattern(
    r"(?P<own>\p{Han}{2,24})[（(](?P<was>[原曾]\p{Han}{1,8}?)(?:(?P<same>村|社区|镇|乡|街道))?[）)](?P<kind>(?:村|社区)(?:委会)?|镇|乡|街道)",
    needs="（(",
)


def _former_within(core: str) -> re.Match[str] | None:
    """Return a name in which its former one stands, of the same kind where that is told."""
    within = _FORMER_WITHIN.fullmatch(core)
    return within if within and within["same"] in (None, within["kind"]) else None


_PLACE_WITHIN = pattern(
    r"(?P<over>\p{Han}{2,12})[（(](?P<inner>\p{Han}{2,12})[）)](?P<own>\p{Han}{2,20})", needs="（("
)


def _behind_both(left: int, right: int, within: re.Match[str]) -> Name | None:
    """Return a name behind its county and, in brackets, its town: 清岗县（白溪镇）东岭村; None
    where they do not step down."""
    over, inner, own = (read_unit(within[part]) for part in ("over", "inner", "own"))
    if over is None or inner is None or own is None or min(over.sure, inner.sure) < CERTAIN:
        return None
    steps = [level.depth for level, _ in (*over.parts, *inner.parts, *own.parts)]
    if steps != sorted(set(steps)):
        return None
    start = left + within.start("own")
    return Name(start, right, within["own"], own, above=(*over.parts, *inner.parts))


def may_be_a_town(name: Name) -> bool:
    """Tell whether a name begins with an area that is none of the prefectures, 琉璃河地区, or is a
    district that the standard never had, 南坝区."""
    (level, first), *lower = name.reading.parts
    district = level is Level.COUNTY and first.endswith("区") and not is_zone(first)
    unknown = district and not lower and not gazetteer.find(first)
    return unknown or gazetteer.is_unknown_area(level, first)


def lowered(name: Name, parents: Parts) -> Name:
    """Return the name as it reads beneath its parents: 琉璃河地区 under a county is a township, and
    花园北区第二社区 under a township a community."""
    lowest = max((level.depth for level, _ in parents), default=-1)
    if lowest < _COUNTY:
        return name
    reading = name.reading
    county = next((text for level, text in parents if level is Level.COUNTY), "")
    if lowest == Level.TOWNSHIP.depth:
        reading = below_township(name.text, reading, county)
    return name._replace(reading=below_county(name.text, reading, county))


def _notes(notes: str, reading: Reading) -> tuple[str, tuple[str, ...], Parts]:
    """Read marks and brackets behind a name: the note, the former names, parents stated there."""
    said = [bit.strip() for bit in _NOTE.findall(notes)]
    above: Parts = ()
    kept, former = [], []
    for bit in said:
        inner = _together(_within(bit)) if bit[0] in OPENING else bit
        parents, more = stated_first(inner) if bit[0] in OPENING else ((), "")
        parents = parents or (city_over(inner, reading) if bit[0] in OPENING else ())
        if is_part_of_a_zone(reading.parts[-1][1], inner):
            parents = ()
        if parents and parents[-1] == reading.parts[0]:
            parents = parents[:-1]  # 白溪街道东岭社区（清岗市白溪街道）
        if parents and parents[-1][0].depth < reading.parts[0][0].depth:
            above = parents
            kept += [more] if more else []
            former += former_names(more)
            continue
        if len(parents) > 1 and parents[-1][0] is reading.level and len(reading.parts) == 1:
            # 青溪小镇（清岗市白石镇） lies in what holds the town.
            above = tuple(part for part in parents if part[0].depth < reading.level.depth)
        elif not parents and bit[0] in OPENING and not above:
            above = place_begun(inner, reading)
        kept.append(inner)
        former += former_names(inner)
    return "; ".join(kept), tuple(former), above


def _within(bracket: str) -> str:
    """Return what stands in a bracket, which the line's end may have left open."""
    closed = bracket[-1] in "）)】〕]"
    return (bracket[1:-1] if closed else bracket[1:].rstrip("；;，,、 ")).strip()


def _together(text: str) -> str:
    """Return a text whose characters are set apart without the blanks: 清 岗 市 白 溪 镇.

    >>> _together("清 岗 市"), _together("清岗市 白溪镇")
    ('清岗市', '清岗市 白溪镇')
    """
    bits = text.split()
    return "".join(bits) if len(bits) > 1 and max(map(len, bits)) == 1 else text


def _as_the_bracket_says(core: str, reading: Reading, notes: str) -> Reading:
    """Return the reading of a name whose place the bracket behind it states, and which seems to
    begin with that place or another one: 石桥街后街社区（清岗区石桥街街道）, 花园北区第三社区.

    It lies in no second town: 东岗镇村社区（白溪区东岗街道）; nor in a second county: a regiment of
    the corps, and a zone that is called by a city (清岗经济开发区（清岗市白溪县）).
    """
    bits = (bit.strip() for bit in _NOTE.findall(notes))
    stated = [stated_first(bit[1:-1].strip())[0] for bit in bits if bit[0] in OPENING]
    places = [parts[-1] for parts in stated if parts]
    if any(level is Level.COUNTY for level, _ in places):
        reading = below_county(core, reading)
    if any(level is Level.TOWNSHIP for level, _ in places) and len(reading.parts) == 1:
        return below_township(core, reading)
    (first, town), *rest = reading.parts
    if reading.level is not Level.COMMUNITY or not rest:
        return reading
    towns = [place for place in places if place[0] is Level.TOWNSHIP]
    if first is Level.TOWNSHIP and towns and (first, town) not in towns:
        return parse(core, below=first) or reading
    county = next((name for parts in stated for level, name in parts if level is Level.COUNTY), "")
    return below_township(core, reading, county) if towns else reading
