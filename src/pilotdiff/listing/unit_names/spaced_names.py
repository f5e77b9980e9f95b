"""Names that blanks part: several in a row, or the tiers of one path."""

from collections.abc import Sequence
from itertools import dropwhile, pairwise

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.abutting_names import places_again, read_abutting
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.names_in_tiers import columns_joined, under_their_city
from pilotdiff.listing.unit_names.path_steps import past_an_unknown_town, read_steps
from pilotdiff.listing.unit_names.short_forms import read_in_a_place, short_city
from pilotdiff.listing.unit_names.told_behind import CLOSING_SIGNS
from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import has_generic_stem, is_zone, split, whole_name, whole_within
from pilotdiff.names.called_by_programmes import titles_borne
from pilotdiff.names.head_words import PROGRAMME, head_level
from pilotdiff.patterns import pattern

_SPACE = pattern(r"\s+")
_LAST_TWO = 2
_FEWEST = 3
_SURE = 0.5
# What parts the names of a row or a path: 浙江、湖州, 浙江-湖州.
_APART = pattern(r"[、，,\s]+|\s*[-－–—·•/／>＞]+\s*")
_REMARK = pattern(r"(?<=\p{Han})\s*(?:[（(][^（()）]{1,20}[）)]|[*＊※★#①-⑳]){1,3}$")
_COUNTS = pattern(r"[\d一二三四五六七八九十两]\s*[个家]|[共计]")
_SCORE = pattern(r"\d{2,3}\.\d{1,3}[分票]?|\d{1,4}[分票]")
# A name in letters beside the one in characters: Anji 安吉县.
_LATIN = pattern(r"[A-Za-z][A-Za-z.'’-]+")


def read_spaced(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Read names with spaces between them, a path set apart by spaces put together again.

    >>> [name.text for name in read_spaced("清岗县 白溪县", 0, 7, None)]
    ['清岗县', '白溪县']
    """
    if not text[start:end].strip().count(" ") + text[start:end].strip().count("\u3000"):
        return []
    pieces = _with_scores(text, list(pieces_between(text, start, end, _SPACE)))
    own = [piece for piece in pieces if _LATIN.fullmatch(text, *piece) is None]
    pieces = own if len(own) > 1 else pieces
    if len(pieces) > _FEWEST:
        told = list(dropwhile(lambda piece: text[slice(*piece)].isascii(), pieces))
        pieces = told if len(told) >= _FEWEST else pieces
    if len(pieces) < 2:
        return []
    pieces = [span for piece in pieces for span in _without_repeats(text, piece)]
    names = [_spaced_name(text, *piece, level) for piece in pieces]
    if _is_called_in_front(names):
        pieces, names = pieces[1:], names[1:]
    called = _called_units(text[slice(*pieces[-1])]) if len(pieces) > 1 else None
    if called is not None:
        first, last = start, pieces[-2][1]
        before = read_spaced(text, first, last, level) or short_in_a_province(text, first, last)
        before = before or [name for name in names[:-1] if name is not None]
        if before and before[-1].reading.level.depth >= called[0].depth:
            return [_noted(name, called[1], end) for name in before]
    above = text[slice(*pieces[0])] if names[0] is None and len(pieces) >= _FEWEST else ""
    if above and (under := _under_short_province(above, names[1:])):
        return under
    doubtful = any(name is None or name.reading.sure < _SURE for name in names)
    path = along_the_blanks(text, pieces) if doubtful else None
    if path is None and not all(names):
        path = past_an_unknown_town(text, pieces)
    if path is not None:
        return [path]
    if not all(names):
        names = _with_abutting(text, pieces, names) or _with_short_ones(text, pieces, names)
    found = under_their_city([name for name in names if name is not None])
    upward = _upward(found) if len(found) == len(pieces) else None
    return [upward] if upward is not None else columns_joined(text, found)


def _with_scores(text: str, pieces: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pieces of a row, each with the score behind it: 东岭村 98.5 西岭村 97.5."""
    joined: list[tuple[int, int]] = []
    for left, right in pieces:
        if joined and _SCORE.fullmatch(text, left, right) is not None:
            joined[-1] = (joined[-1][0], right)
        else:
            joined.append((left, right))
    return joined


def _upward(names: Sequence[Name]) -> Name | None:
    """Return the village of a row that names what it lies in behind it: 东岭村 白溪镇 清岗县."""
    depths = [name.reading.level.depth for name in names]
    if len(names) < _FEWEST or depths != sorted({*depths}, reverse=True):
        return None
    first, *over = names
    if any(len(name.path) > 1 or name.former or name.ordinal for name in over):
        return None
    if any(name.note for name in over[:-1]):
        return None
    if first.above or len(first.path) > 1:
        return None
    above = tuple(name.path[0] for name in reversed(over))
    if any(holds(upper, lower) is False for upper, lower in pairwise((*above, first.path[0]))):
        return None
    return _noted(first._replace(above=above), names[-1].note, names[-1].stop)


def along_the_blanks(text: str, pieces: Sequence[tuple[int, int]]) -> Name | None:
    """Return the path whose parts are the pieces, one of which is no name by itself: 清岗县 白溪镇
    文明村."""
    whole = read_name(text, pieces[0][0], pieces[-1][1])
    if whole is None or whole.note or whole.above:
        return None
    first, *others = parts = [name for _, name in whole.reading.parts]
    # The names behind a zone called by its kind vouch for it: 高新区 白溪镇 东岭村.
    units = map(read_unit, others) if is_zone(first) and len(others) > 1 else ()
    of_zone = [unit is not None and unit.sure >= CERTAIN for unit in units]
    if whole.reading.sure < CERTAIN and not (of_zone and all(of_zone)):
        return None
    return whole if parts == [text[slice(*piece)] for piece in pieces] else None


def _under_short_province(text: str, names: Sequence[Name | None]) -> list[Name]:
    """Return several names of one tier with the province before them, its kind left out:
    浙江 安吉县 德清县."""
    province = whole_name(text.strip(), Level.PROVINCE)
    below = [name for name in names if name is not None]
    tiers = {name.path[0][0] for name in below}
    if not province or len(below) < len(names) or len(tiers) > 1 or Level.PROVINCE in tiers:
        return []
    if any(name.note or holds(province[0], name.path[0]) is False for name in below):
        return []
    return [name._replace(above=(*province, *name.above)) for name in below]


def short_in_a_province(text: str, start: int, end: int) -> list[Name]:
    """Return several cities behind their province, none with its kind, or the county of a city that
    stands between.

    >>> [name.text for name in short_in_a_province("浙江  湖州 嘉兴", 0, 9)]
    ['湖州', '嘉兴']
    >>> [name for _, name in short_in_a_province("浙江  湖州 安吉", 0, 9)[0].path]
    ['浙江省', '湖州市', '安吉']
    """
    remark = _REMARK.search(text, start, end)
    if remark is None or _COUNTS.search(remark[0]):
        return _short_row(text, start, end)
    names = _short_row(text, start, remark.start())
    return [_noted(one, remark[0].strip(" （()）"), end) for one in names]


def _short_row(text: str, start: int, end: int) -> list[Name]:
    """Return them where no remark stands behind the last."""
    spans = list(pieces_between(text, start, end, _APART))
    if len(spans) < _FEWEST:
        return []
    first, *pieces = spans
    province = whole_name(text[slice(*first)].strip(), Level.PROVINCE)
    if not province:
        return []
    city = whole_within(text[slice(*pieces[0])], Level.PREFECTURE, DivisionPath.of(province))
    if not city:
        return []
    county = read_name(text, *pieces[1]) if len(pieces) == _LAST_TWO else None
    if county is not None and county.path[0][0] is Level.COUNTY:
        held = holds(city[-1], county.path[0])
        return [county._replace(above=(*province, *city))] if held else []
    within = read_in_a_place(text, pieces[1:], (*province, *city))
    if within:
        names = within.get(pieces[1][0], []) if len(pieces) == len(within) + 1 else []
        return [name._replace(above=(*province, *city)) for name in names[: len(pieces) == 2]]
    found = read_in_a_place(text, pieces, province)
    names = [name for names in found.values() for name in names]
    alike = len(found) == len(pieces) and len({name.reading.level for name in names}) == 1
    return [name._replace(above=province) for name in names] if alike else []


def _with_abutting(
    text: str, pieces: Sequence[tuple[int, int]], names: Sequence[Name | None]
) -> list[Name | None]:
    """Return the names of a row with those that lack the blank between them: 安吉县 德清县长兴县
    桐乡市; [] where others cannot be read."""
    if 2 * sum(name is not None for name in names) <= len(names):
        return []
    whole = [
        [name] if name is not None else read_abutting(text, *span)
        for name, span in zip(names, pieces, strict=True)
    ]
    return [name for each in whole for name in each] if all(whole) else []


def _with_short_ones(
    text: str, pieces: Sequence[tuple[int, int]], names: Sequence[Name | None]
) -> list[Name | None]:
    """Return the names of a row with the few cities among them that are written without their
    kind: 湘潭市 张家界 怀化市; [] where others cannot be read."""
    read = [name for name in names if name is not None]
    tiers = {name.reading.level for name in read}
    if 2 * len(read) < len(names) or len(tiers) != 1:
        return []
    whole = [name or short_city(text, *span) for name, span in zip(names, pieces, strict=True)]
    alike = all(name is not None and name.reading.level in tiers for name in whole)
    # One place beside another: of counties' short names many are words.
    known = len(read) >= _LAST_TWO or Level.COUNTY not in tiers
    return whole if alike and known else []


def _is_called_in_front(names: Sequence[Name | None]) -> bool:
    """Tell whether what a programme calls its units stands before one that states where it lies:
    示范村 清岗县白溪镇东岭村. Alone it may be a name."""
    called, *units = names
    if called is None or len(called.path) > 1 or not units or units[0] is None:
        return False
    level, own = called.path[0]
    stated = units[0].path[0][0].depth < level.depth
    return stated and PROGRAMME.fullmatch(split(level, own)[0]) is not None


def _called_units(words: str) -> tuple[Level, str] | None:
    """Return what a programme calls its units, with their tier, where words are that alone: 示范村.
    A word that villages bear may be one behind another: 东岭村 文明村."""
    called = words.strip(CLOSING_SIGNS)
    tier, _ = head_level(called)
    if tier is None and called.endswith(_OF_TWO_TIERS):
        tier = Level.PREFECTURE
    if tier is None or split(tier, called)[0] in titles_borne():
        return None
    lower = max(tier, Level.COUNTY, key=lambda level: level.depth)
    return (tier, called) if has_generic_stem(lower, called) else None


# A city or a county may be called so: 示范市, 示范区.
_OF_TWO_TIERS = ("市", "区", "旗")


def _noted(name: Name, told: str, stop: int) -> Name:
    """Return a name with what is told behind it as its note."""
    return name._replace(note="; ".join(filter(None, (name.note, told))), stop=stop)


def _without_repeats(text: str, piece: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the spans of a piece's paths whose place is written again and again, else the piece:
    清岗县白溪镇清岗县石桥镇."""
    return [(name.start, name.stop) for name in places_again(text, *piece)] or [piece]


def _spaced_name(text: str, left: int, right: int, level: Level | None) -> Name | None:
    """Return one of the names that blanks part, which may be a path of signs: 浙江·安吉县."""
    steps = read_steps(text, left, right)
    return steps[0] if steps else read_name(text, left, right, level)
