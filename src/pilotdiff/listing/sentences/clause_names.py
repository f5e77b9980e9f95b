"""Where the names of a clause begin and end, and which of them are names at all."""

from functools import cache
from itertools import islice

from pilotdiff.facts.numerals import CHINESE
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.line_pieces import read_piece
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.sentences.words import COUNT_BEHIND, uses
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, kind_words, split
from pilotdiff.patterns import pattern

_END = pattern(r"等|(?<=[)）])|共(?=[\d一二两三四五六七八九十计有])|合计|[“「『《（(]")
_MOST_ENDS = 8
_SOUND = 0.3
_SHORTEST_STEM = 2


def names_from(
    text: str, start: int, right: int, levels: tuple[Level, ...]
) -> tuple[list[Name], bool]:
    """Return the units that begin at `start`, and whether other words follow them."""
    if whole := _sure(read_piece(text, start, right, None, read_names)):
        return whole, False
    for stop in ends_of(text, start, right):
        if cut := _sure(read_piece(text, start, stop, None, read_names)):
            return ([], False) if _owns(text, stop) else (cut, True)
    before_words = _before_words(text, start, right, levels) if levels else None
    return ([before_words], True) if before_words else ([], False)


# What is said of a unit itself: 清岗县的示范县称号, 白溪镇的做法.
_OF_ITSELF = pattern(
    r"的(?:[“「『《]|.{0,12}(?:称号|资格|荣誉|牌匾|工作|做法|经验|申请|请示|申报|部分))"
)


def _owns(text: str, stop: int) -> bool:
    """Tell whether a unit is but the owner of what is chosen: 白溪街道的梅园小区."""
    return text.startswith("的", stop) and _OF_ITSELF.match(text, stop) is None


def ends_of(text: str, start: int, right: int) -> list[int]:
    """Return where the units that begin at `start` may end, the farthest first."""
    # Each gives the nearest first, of which at most two are too near.
    stops = {
        match.start()
        for sought in (uses("end", "tail"), _END, COUNT_BEHIND)
        for match in islice(sought.finditer(text, start, right), _MOST_ENDS + 2)
    }
    nearest = sorted(stop for stop in stops if stop > start + 1)[:_MOST_ENDS]
    # 清岗县将军镇为试点: 将 is a part of the name, since more of the clause is a name.
    return nearest[::-1]


_LONGEST_NAME = 30


# Words that begin like the kind of a unit: 保留乡|土特色.
_WORDS = pattern(r"乡[土愁风贤亲情韵间]|村[民落容规集]|市[场民级域]|县[域级]|区[域位间]|镇域")


def _before_words(text: str, start: int, right: int, levels: tuple[Level, ...]) -> Name | None:
    """Return a unit of the row's levels with words right behind it that are in no table."""
    last, going_on = _kind_ends()
    for stop in range(start + 2, min(right, start + _LONGEST_NAME)):
        if text[stop - 1] not in last or text[stop] in going_on:
            continue
        if _WORDS.match(text, stop - 1):
            continue
        name = read_name(text, start, stop)
        if name is None or name.reading.level not in levels or name.reading.sure <= _SOUND:
            continue
        if not _ends_within_words(name):
            cut = _office_follows(text, stop) or _is_cut(text, start, stop, right)
            return None if cut or _goes_on(text, name, right) else name
    return None


_LONGEST_PART = 4


_NATURAL_VILLAGES = frozenset("寨屯庄组湾坝坪沟塘坡冲岭堡院屋垸畈圩")


def _goes_on(text: str, name: Name, right: int) -> bool:
    """Tell whether what stands behind a village up to the next sign is a part of its name rather
    than words: 南岭村|曹家寨、西坪村."""
    rest = text[name.stop : right].strip()
    if name.reading.level is not Level.COMMUNITY or not 0 < len(rest) <= _LONGEST_PART:
        return False
    if has_clause_word(rest) or not rest.isalpha():
        return False
    return text[right : right + 1] == "、" or rest[-1] in _NATURAL_VILLAGES


_KIND_OFF = 4


def _is_cut(text: str, start: int, stop: int, right: int) -> bool:
    """Tell whether a unit ends amid the name of a higher one: 清岗县石村|营乡东岭."""
    for end in range(stop + 1, min(right, stop + _KIND_OFF)):
        name = read_unit(text[start:end]) if text[end - 1] in "乡镇" else None
        if name is not None and name.sure > _SOUND and name.level is Level.TOWNSHIP:
            return len(name.parts[-1][1]) > end - stop
    return False


def _ends_within_words(name: Name) -> bool:
    """Tell whether a county's whole name stands before the last sign of a town's: 和政县乡|语景区.
    旧县镇 and 古县镇 are towns."""
    stem = split(*name.reading.parts[-1])[0]
    return len(stem) > _SHORTEST_STEM and any(
        found.level is Level.COUNTY for found in gazetteer.find_whole(stem)
    )


def _office_follows(text: str, stop: int) -> bool:
    """Tell whether a unit's name is but the beginning of a body's: 清岗县|人民医院."""
    return text[stop] in "委政人党局厅院校法检公中第大小" or text.startswith("城", stop)


@cache
def _kind_ends() -> tuple[frozenset[str], frozenset[str]]:
    words = [word for level in LEVELS for word in kind_words(level).values()]
    last = frozenset(word.word[-1] for word in words if word.weight > _SOUND)
    return last, frozenset("省市州盟县区旗镇乡村街社居办")


# 白溪、清岗两县: of the kind that the number counts, and no county's name.
_COUNTED_KIND = pattern(r"\p{Han}{2,4}[两二三四五六七八九十][县市区旗]")


def _sure(names: list[Name]) -> list[Name]:
    return names if all(map(_is_sure, names)) and not _is_a_count(names) else []


_COUNTED_VILLAGES = pattern(rf"{CHINESE}{{1,2}}(?:村|社区)")


def _is_a_count(names: list[Name]) -> bool:
    """Tell whether a number of villages is all there is, and no town over it: 五村|入选."""
    if len(names) != 1 or _COUNTED_VILLAGES.fullmatch(names[0].path[-1][1]) is None:
        return False
    return all(level is not Level.TOWNSHIP for level, _ in names[0].path)


def _is_sure(name: Name) -> bool:
    counted = _COUNTED_KIND.fullmatch(name.text) and not gazetteer.find(name.text)
    return name.reading.sure > DOUBTFUL and not counted
