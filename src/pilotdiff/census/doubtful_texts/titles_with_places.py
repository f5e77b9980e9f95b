"""First lines read as the title of a document that may be its first unit, or the place of all of
them: 清岗市/—/白溪镇/东岭村, 白溪镇文明区 over villages without a place, 清岗县白溪镇老街."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, Unit, msg
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.patterns import pattern

_ROW = msg("taken for the title, but parted by signs like the rows below it: it may be a unit")
_PLACE = msg("taken for the title, but it may be the place of the names below, which state none")
_ROW_OF_SPOTS = msg(
    "taken for the title, but it begins with a place as the rows below it: it may name units"
)
# 清岗县白溪镇一、二、三街, 清岗县白溪镇张庄、李庄
_PATH_TO_SPOTS = pattern(
    r"\p{Han}{1,12}[市县区旗]\p{Han}{1,6}(?:镇|乡|街道)[：:]?(?:\p{Han}{1,5}[、，])*"
    r"\p{Han}{0,4}[街路巷庄屯寨沟坪湾坝坡岭堡营店铺集口]"
)
_PARTED = pattern(r"\s*[/／|｜>＞\\_]\s*|\s*[-－–—]{1,2}\s*|\t")
_FEWEST = 3
# 白溪镇文明区, 清岗县先进片区; 第三批先行区 and 清岗县示范区 are what is listed.
_OF_A_PLACE = pattern(
    r"(?!第|首批|全|各|省|市|县|关于|.*(?:示范|试点|试验|先行|先导|创建))\p{Han}{1,8}[省市州县区旗镇乡]\p{Han}{1,8}(?:区|片|管委会|办事处)"
)


def titles_with_places(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the line of the title where it is written like a row, like a place of units that state
    none, or as a path to spots over such paths."""
    if not units:  # a table, whose readings stay packed
        return
    first = next((each for each in listing.readings if each.role is Role.TITLE), None)
    if first is None:
        return
    text = first.text.strip()
    if _is_row(text, units):
        yield DoubtfulLine(first.line, text, _ROW)
    elif _OF_A_PLACE.fullmatch(text) and _state_no_place(units):
        yield DoubtfulLine(first.line, text, _PLACE)
    elif _PATH_TO_SPOTS.fullmatch(text):
        below = (line.text for line in listing.document.lines if line.number > first.line)
        if leading_place(next(below, "")):
            yield DoubtfulLine(first.line, text, _ROW_OF_SPOTS)


def _is_row(text: str, units: Sequence[Unit]) -> bool:
    """Tell whether a text is parted by signs into places, the last a unit of a tier of the list."""
    pieces = [piece.strip() for piece in _PARTED.split(text)]
    own = read_unit(pieces[-1]) if len(pieces) >= _FEWEST else None
    if own is None or own.sure < CERTAIN or is_of_programmes(own.level, pieces[-1]):
        return False
    return any(unit.level is own.level for unit in units)


def _state_no_place(units: Sequence[Unit]) -> bool:
    return all(
        unit.level.depth > Level.COUNTY.depth
        and not unit.entry.above
        and unit.entry.raw.strip() == unit.own
        for unit in units
    )
