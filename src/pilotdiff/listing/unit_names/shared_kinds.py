"""Names of a series that share the kind behind the last: 第二、第三社区; 东、西村; 上、下王村."""

import re
from collections.abc import Sequence

from pilotdiff.facts.numerals import CHINESE
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.unit_names.kindless_villages import may_be_called
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import Reading, gazetteer, kind_words
from pilotdiff.patterns import pattern

Span = tuple[int, int]
_NUMBER = rf"第?(?:{CHINESE}{{1,3}}|\d{{1,2}})"
_SIDE = "[东西南北中上下前后左右内外大小新老]"
_LAST = pattern(rf"\s*(?P<mark>{_NUMBER}|{_SIDE})(?P<kind>\p{{Han}}{{1,8}})\s*$")
# Where 和 stands within it the kind is that of the first: 清河、南岭县和石桥区.
_DISTRICT = pattern(
    r"\p{Han}{2,12}?(?P<kind>(?<!社)(?<!小)区|[县市旗])(?:(?:以?及|[和与])\p{Han}{2,12}[区县市旗])?",
    needs="区县市旗",
)
_LONGEST_BARE = 5
_SHORTEST_CITY, _LONGEST_FIRST = 3, 20
_MARKED = pattern(rf"(?P<path>.*?)(?P<mark>{_NUMBER}|{_SIDE})$")


def read_series(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return the names of a row that share their kind, by where their pieces begin.

    A piece that is a name by itself ends the series, and so does one whose last part the mark is
    no beginning of: 城东、西关村 are no series.
    """
    found: dict[int, list[Name]] = {}
    for at in range(1, len(spans)):
        last = _LAST.match(text, *spans[at])
        if last is None or not _is_kind(last["kind"], last["mark"]):
            continue
        series = _before(text, spans[:at], last)
        if series:
            own = _name(text, spans[at], "", _ordinal_word(series[0], last["mark"]))
            if own is not None:
                found |= {name.start: [name] for name in series}
                found[spans[at][0]] = [own]
    return found


def read_shared(text: str, spans: Sequence[Span]) -> dict[int, list[Name]]:
    """Return names of a row that share the kind behind the last, where the standard has each:
    余杭、临平、萧山区.

    What is before it must be no name by itself.

    >>> sorted(read_shared("余杭、临平、萧山区", ((0, 2), (3, 5), (6, 9))))
    [0, 3]
    """
    found: dict[int, list[Name]] = {}
    for at in range(1, len(spans)):
        last = _DISTRICT.fullmatch(text[slice(*spans[at])].strip())
        if last is None:
            continue
        for left, right in reversed(spans[:at]):
            name = district(text, (left, right), last["kind"])
            if name is None:
                first = _behind_its_city(text, (left, right), last["kind"])
                found |= {left: [first]} if first is not None else {}
                break
            found[left] = [name]
    return found


# A village or a town that shares its kind with those before it: 东岭、|西岭村; 白溪、|南岭镇.
_LOWER = pattern(
    r"\s*\p{Han}{1,5}?(?P<kind>村|社区|居委会|村委会|镇|乡|街道)\s*$", needs="村区会镇乡道"
)
_WITHOUT_KIND = pattern(r"\s*\p{Han}{1,12}(?<![省市州盟县区旗镇乡村道社等场])\s*")


def read_lower(text: str, spans: Sequence[Span], place: Parts) -> dict[int, list[Name]]:
    """Return the villages, or towns, of a row whose kind stands once, behind the last of them,
    where what holds such units is over them, or begins the first: 白溪镇东岭、西岭、南岭村; {}
    where one of them may be none. Of several such series, 白溪镇东岭、西岭村，青溪镇南岭、北岭村,
    and beside whole names, each begins with its own place.

    >>> row, town = "东岭、西岭村", ((Level.TOWNSHIP, "白溪镇"),)
    >>> read_lower(row, [(0, 2), (3, 6)], town)[0][0].text, read_lower(row, [(0, 2), (3, 6)], ())
    ('东岭村', {})
    """
    found: dict[int, list[Name]] = {}
    bare: list[Span] = []
    alone = bool(spans) and all(_WITHOUT_KIND.fullmatch(text, *span) for span in spans[:-1])
    for span in spans:
        if _WITHOUT_KIND.fullmatch(text, *span):
            bare.append(span)
        elif bare:
            last = _LOWER.match(text, *span)
            series = _series(text, bare, last["kind"], place if alone else ()) if last else {}
            if not series:
                return {}
            found |= series
            bare = []
    return {} if bare else found


def _series(text: str, spans: Sequence[Span], kind: str, place: Parts) -> dict[int, list[Name]]:
    """Return the units without their kind, which stands behind the one after them; {} where one of
    them may be none, or nothing is over them that holds such units."""
    found: dict[int, list[Name]] = {}
    for span in spans:
        name = _name(text, span, kind, "")
        if name is None or not may_be_called(name.reading.parts[-1][1].removesuffix(kind)):
            return {}
        found[span[0]] = [name]
    (first, *_), *others = found.values()
    above = (*place, *first.reading.parts[:-1])[-1:]
    held = bool(above) and above[0][0].depth + 1 == first.reading.level.depth
    alone = all(len(name.reading.parts) == 1 for name, *_ in others)
    alike = all(name.reading.level is first.reading.level for name, *_ in others)
    return found if held and alone and alike else {}


def district(text: str, span: Span, kind: str) -> Name | None:
    """Return a county or city without its kind, which stands behind the last of the row.

    >>> [name for _, name in district("余杭", (0, 2), "区").path]
    ['余杭区']
    """
    bare = text[slice(*span)].strip()
    if not 2 <= len(bare) <= _LONGEST_BARE or bare[-1] in "区县市旗州盟省镇乡村":
        return None
    whole = bare + kind
    levels = {division.level for division in gazetteer.find_whole(whole)}
    level = next((each for each in (Level.COUNTY, *LEVELS) if each in levels), None)
    if level is None or (level is not Level.COUNTY and kind != "市"):
        return None
    start = text.index(bare, span[0])
    reading = Reading(((level, whole),), level, 1.0)
    return Name(start, start + len(bare), whole, reading, stop=start + len(bare), added=kind)


def _behind_its_city(text: str, span: Span, kind: str) -> Name | None:
    """Return a county without its kind right behind its city: the first of 清岗市白溪、南岭县."""
    piece = text[slice(*span)].strip()
    if len(piece) > _LONGEST_FIRST:
        return None
    for at in range(_SHORTEST_CITY, len(piece) - 1):
        over = read_unit(piece[:at]) if piece[at - 1] in "省市州盟区" else None
        start = text.index(piece, span[0])
        name = district(text, (start + at, span[1]), kind) if over is not None else None
        if over is None or name is None:
            continue
        if holds(over.parts[-1], name.reading.parts[-1]) is True:
            reading = Reading((*over.parts, *name.reading.parts), name.reading.level, 1.0)
            return name._replace(start=start, text=piece + kind, reading=reading)
    return None


def _is_kind(kind: str, mark: str) -> bool:
    """Tell whether what follows a mark is a community's kind, or behind a side a name with one."""
    words = kind_words(Level.COMMUNITY)
    if kind in words:
        return True
    return len(mark) == 1 and any(kind.endswith(word) for word in words if word != "-")


def _before(text: str, spans: Sequence[Span], last: re.Match[str]) -> list[Name]:
    """Return the pieces of the series before its last one, from the first on."""
    series: list[Name] = []
    numbered = re.fullmatch(_SIDE, last["mark"]) is None
    for left, right in reversed(spans):
        piece = _MARKED.fullmatch(text[left:right].strip())
        if piece is None or (re.fullmatch(_SIDE, piece["mark"]) is None) is not numbered:
            break
        own = _name(text, (left, right), last["kind"], "")
        if own is None or own.reading.parts[-1][1] != piece["mark"] + last["kind"]:
            break
        series.insert(0, own)
    first = series[0] if series else None
    return [first, *(_with_word(name, first) for name in series[1:])] if first else []


def _with_word(name: Name, first: Name) -> Name:
    word = _ordinal_word(first, name.text)
    if not word:
        return name
    parts = ((Level.COMMUNITY, word + name.text),)
    reading = Reading(parts, Level.COMMUNITY, name.reading.sure)
    return name._replace(text=word + name.text, reading=reading, before=word)


def _ordinal_word(first: Name, mark: str) -> str:
    """Return 第 where it stands once before the first number of a series."""
    stated = first.reading.parts[-1][1].startswith("第")
    return "第" if stated and not mark.startswith("第") else ""


def _name(text: str, span: Span, kind: str, before: str) -> Name | None:
    bare = text[slice(*span)].strip()
    if kind and (unit := read_unit(bare)) is not None and unit.sure > 0:
        return None
    reading = read_unit(before + bare + kind)
    if reading is None or reading.level.depth < Level.TOWNSHIP.depth:
        return None
    start = text.index(bare, span[0])
    end = start + len(bare)
    whole = before + bare + kind
    return Name(start, end, whole, reading, stop=span[1], added=kind, before=before)
