"""What a cell holds; each distinct one is read once."""

import re
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cache
from typing import NamedTuple

from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.tables.cell_units import COUNTRY, CellUnit, cell_units, named_short
from pilotdiff.listing.tables.columns.column_heads import is_head_row
from pilotdiff.listing.tables.rows.parents_in_names import within_its_place
from pilotdiff.listing.unit_names.remarks_around import remark_words
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Clean, DivisionPath, Level
from pilotdiff.names import PLACEHOLDERS, known, split
from pilotdiff.names.gazetteer import is_municipality
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold, part

_NUMBER = pattern(
    r"[（(]?[+-]?[\d０-９][\d０-９.,，%％‰\s/:：年月日度季期+-]*[）)]?[、.．]?(?:[（(][+-]?[\d０-９.]+[）)])?"
)
# How many a place has of each tier: 7区, 1市3镇7乡2山地乡; 1201社区 is a name.
_TIERS = pattern(r"(?:\d{1,3}\s*个?(?:山地)?(?:[区县市旗镇乡]|街道)){2,}|\d{1,3}\s*个?[区县旗]")
_WHOLE = pattern(
    r"(?:整|全)(?P<kind>省|自治区|市|州|区|县|镇|乡|街道|村|社区)(?:域|境|部|试点|推进|实施|纳入|开展)*"
    r"|(?:所有|全部|各)(?:的)?(?:行政)?(?:村|社区|乡镇|街道|镇)(?:[（(](?:社区|村|街道)[）)]|、(?:社区|街道))?"
)
# What spreadsheets put before a number that is text, and exports leave there.
_TEXT_MARKS = ("'", "’", "`")

# What says the cell above again.
SAID_AGAIN = frozenset({"同上", "^", "^^", "〃", "〞", "″", '"', "''", "“", "”"})

# What a cell holds. ABSENT: a word or a sign that there is nothing; SHORT: a division without its
# kind; WHOLE: 整省试点, the parent itself.
Sort = Enum("Sort", "BLANK ABSENT NUMBER UNITS SHORT WHOLE WORDS")


class Cell(NamedTuple):
    """A cell read: what it holds, its clean text, the units it names.

    start    where its text begins behind a number of its own, `ordinal`
    """

    sort: Sort
    clean: Clean = Clean("", "")
    units: tuple[CellUnit, ...] = ()
    start: int = 0
    ordinal: str = ""

    @property
    def text(self) -> str:
        """Its clean text."""
        return self.clean.text


_BLANK = Cell(Sort.BLANK)


@cache
def _absent() -> frozenset[str]:
    return frozenset(phrases("absent.txt"))


def says_whole(text: str) -> bool:
    """Tell whether a text says that all of a place is meant.

    >>> says_whole("全县推进"), says_whole("全县村")
    (True, False)
    """
    return _WHOLE.fullmatch(text) is not None


class CellReader:
    """Reads the cells of a document, each distinct one once for every level it is read at."""

    def __init__(self, wash: Callable[[str], Clean]) -> None:
        """Read cells that `wash` makes clean."""
        self.wash = wash
        self._known: dict[Level | None, dict[str, Cell]] = {}

    def read(self, raw: str, level: Level | None = None) -> Cell:
        """Return what a cell holds; `level` is that of its column where it has one."""
        cells = self._known.setdefault(level, {})
        found = cells.get(raw)
        if found is None:
            found = cells[raw] = self._read(raw, level)
        return found

    def _read(self, raw: str, level: Level | None) -> Cell:
        text = raw.strip()
        if not text or text in SAID_AGAIN:
            return _BLANK
        if text[0] in _TEXT_MARKS and text[0] not in text[1:]:
            text = text[1:].lstrip()
        if text.casefold() in _absent():
            return Cell(Sort.ABSENT)
        if (quoted := _QUOTED_LIST.fullmatch(text)) is not None:
            text = _QUOTES.sub("", quoted[1])
        if "\t" in text and "\n" in text and (units := self._inner_rows(text, level)):
            return Cell(Sort.UNITS, self.wash(_in_one_line(text)), units)
        clean = _one_variant(_trimmed(self.wash(_in_one_line(text))))
        if not clean.text:
            return _BLANK
        if is_placeholder(clean.text) or clean.text.casefold() in _absent():
            return Cell(Sort.ABSENT, clean)
        if _NUMBER.fullmatch(clean.text) or _TIERS.fullmatch(clean.text):
            return Cell(Sort.NUMBER, clean)
        if not holds_han(clean.text):
            return Cell(Sort.WORDS, clean)
        # 全州 is a county, where counties stand.
        if says_whole(clean.text) and not (level and named_short(clean.text, level)):
            return Cell(Sort.WHOLE, clean)
        return _named(clean, level)

    def _inner_rows(self, text: str, level: Level | None) -> tuple[CellUnit, ...]:
        """Return the units of a table within a cell, one a row; () where it is no such table."""
        rows = [[cell.strip() for cell in line.split("\t")] for line in text.splitlines()]
        if is_head_row(rows[0]):
            rows = rows[1:]
        found: list[CellUnit] = []
        above: list[str] = []
        for row in rows:
            blank = next((at for at, cell in enumerate(row) if cell), len(row))
            above = [*above[:blank], *row[blank:]]
            cell = _named(self.wash(" ".join(above)), level)
            if len(above) < 2 or len(cell.units) != 1:
                return ()
            found += cell.units
        return tuple(found)


_HAN = pattern(r"[\u3400-\u9fff\uf900-\ufaff〓\U00020000-\U0003ffff]")


def holds_han(text: str) -> bool:
    """Tell whether a text has Chinese characters, or signs of lost ones.

    >>> holds_han("清岗"), holds_han("〓"), holds_han("○"), holds_han("Qinggang")
    (True, True, False, False)
    """
    return _HAN.search(text) is not None


_DISTRICTS = "市辖区"
_DIRECT = ("直辖县级行政区划", "直辖村级区划")


def is_placeholder(text: str) -> bool:
    """Tell whether a text only groups units, as the country does, and 市辖区 behind its city too:
    北京市市辖区.

    >>> is_placeholder("湖北省-省直辖县级行政区划"), is_placeholder("清岗市")
    (True, False)
    """
    if text in PLACEHOLDERS or text in COUNTRY or text.endswith(_DIRECT):
        return True
    if text.endswith(_DISTRICTS):
        return read_unit(text.removesuffix(_DISTRICTS)) is not None
    return text.endswith("市县") and is_municipality(text[:-1])


# What programs write of several values: ['甲县', '乙县'], c("甲县", "乙县"), {"甲县","乙县"}.
_QUOTED_LIST = pattern(r"(?:c?\(|[\[{])\s*([\"'‘“].*[\"'’”])\s*,?\s*[)\]}]", re.DOTALL)
_QUOTES = pattern(r"[\"'‘’“”]")
_NUMBERED_ROW = pattern(r"^(\d{1,3})\t+(?=\S)", re.MULTILINE)


def _in_one_line(text: str) -> str:
    """Return a cell in one line; a table inside it that numbers its rows is a numbered list, and a
    name that a line's end breaks stands without a blank.

    >>> _in_one_line("清岗\\n区白石镇"), _in_one_line("东岭村\\n石村")
    ('清岗区白石镇', '东岭村 石村')
    >>> _in_one_line("白石镇 东岭村、西岭村\\n青石镇 南岭村")
    '白石镇 东岭村、西岭村；青石镇 南岭村'
    """
    if "\n" not in text:
        return text
    first, *others = _NUMBERED_ROW.sub(r"\1.", text).split("\n")
    whole = last = first
    between = "；" if _place_each_its_own([first, *others]) else " "
    for line in others:
        whole += ("" if _goes_on(last, line) else between) + line
        last = line
    return whole


_IN_ITS_TOWN = pattern(r"\s*\p{Han}{1,8}?(?:[镇乡]|街道)\s*\p{Han}{2}")


def _place_each_its_own(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a cell, of which some name several units, each begin with a town
    over theirs, or each end with a bracket."""
    if not any(sign in line.rstrip(" 、，,；;") for line in lines for sign in "、，；"):
        return False
    bracketed = all(line.rstrip().endswith(("）", ")")) for line in lines)
    return bracketed or all(map(_IN_ITS_TOWN.match, lines))


# What no name begins with, but its kind does, or the end of a road's.
_KIND_FIRST = pattern(r"(?:[省市州盟县区旗镇乡村路]|街道|社区)(?=\p{Han}|$)")


def _goes_on(upper: str, lower: str) -> bool:
    """Tell whether a name goes on in the next line of its cell, its kind or what stands before it
    there: 清岗 / 区白石镇, 清 / 岗区白石镇."""
    upper, lower = upper.strip(), lower.strip()
    if not upper or not lower:
        return False
    kind = _KIND_FIRST.match(lower)
    if read_unit(upper) is not None:
        # 新乡 / 市清岗县: a town's name may be a city's without its kind.
        city = read_unit(upper + kind[0]) if kind else None
        return city is not None and bool(known(city.parts[-1][1]))
    if kind is None and len(upper) > 1 and not _is_kind_of_a_letter(lower):
        return False
    reading = read_unit(upper + lower)
    return reading is not None and reading.sure > DOUBTFUL


def _is_kind_of_a_letter(text: str) -> bool:
    """Tell whether a name has one character before its kind: 西街道, which ends another's."""
    reading = read_unit(text)
    return reading is not None and len(split(*reading.parts[0])[0]) == 1


# What stands before the first of the units that a sum holds.
_AMONG = pattern(r"其中\s*[:：]\s*")


# How many there are, and of what: 共3个, 完成12个（含2个续建）.
_COUNTED = pattern(r"(?<![\d第])\d{1,6}\s*[个家项处户名批](?![镇村屯寨乡]|\p{Han}?社区)")


@cache
def _labelled() -> re.Pattern[str]:
    """Return what finds a remark before all names of a cell: 新增：东岭村."""
    return pattern(rf"\s*(?P<told>{remark_words()})\s*[：:]\s*(?=[^：:]+$)", needs="：:")


@cache
def _remarked() -> re.Pattern[str]:
    """Return what finds a remark behind the names of a cell and a blank: 东岭村 新增."""
    return pattern(rf"(?P<name>.{{2,60}}?[^\s、，,；;：:])\s+(?P<told>{remark_words()})\s*")


def _named(clean: Clean, level: Level | None) -> Cell:
    ordinal = read_ordinal(clean.text)
    start, shown = 0, ""
    if ordinal is not None and ordinal.end < len(clean.text) and ordinal.style != "glued":
        start, shown = ordinal.end, ordinal.shown
    if (among := _AMONG.match(clean.text, start)) is not None and among.end() < len(clean.text):
        start = among.end()
    label = _labelled().match(clean.text, start)
    if label is not None and (units := cell_units(clean, label.end(), level)):
        noted = units[0]._replace(note="; ".join(filter(None, (label["told"], units[0].note))))
        return Cell(Sort.UNITS, clean, (noted, *units[1:]), start, shown)
    behind = _remarked().fullmatch(clean.text, start)
    if behind is not None and (
        units := cell_units(part(clean, 0, behind.end("name")), start, level)
    ):
        last = units[-1]._replace(note="; ".join(filter(None, (units[-1].note, behind["told"]))))
        return Cell(Sort.UNITS, clean, (*units[:-1], last), start, shown)
    units = _under_places(clean, start, level) or cell_units(clean, start, level)
    units = units or _counted(clean, start, level) or _among_figures(clean, start, level)
    if not units:
        sort = Sort.NUMBER if _COUNTED.search(clean.text) else Sort.WORDS
        return Cell(sort, clean, (), start, shown)
    short = level is None and len(units) == 1 and named_short(units[0].own.text) is not None
    return Cell(Sort.SHORT if short else Sort.UNITS, clean, units, start, shown)


_PLACE_BEFORE = pattern(
    r"(?:^|(?<=[；;。、，,\s]))(?P<place>\p{Han}{2,14})"
    rf"\s*(?:{NUMBER_IN_BRACKETS})?\s*[:：]\s*",
    needs=":：",
)
_BETWEEN_PLACES = "；;。、，, "


def _under_places(clean: Clean, start: int, level: Level | None) -> tuple[CellUnit, ...]:
    """Return the units of a cell that sets each place before its own: 清岗县：东岭村、石村
    白溪县：河口村; () where it does not."""
    heads = list(_PLACE_BEFORE.finditer(clean.text, start))
    if not heads or heads[0].start() > start:
        return ()
    ends = [*(head.start() for head in heads[1:]), len(clean.text)]
    found: list[CellUnit] = []
    for head, end in zip(heads, ends, strict=True):
        last = head.end() + len(clean.text[head.end() : end].rstrip(_BETWEEN_PLACES))
        place = cell_units(part(clean, head.start("place"), head.end("place")), 0, None)
        names = cell_units(part(clean, head.end(), last), 0, level) if len(place) == 1 else ()
        if len(place) == 1:
            over = DivisionPath.of(place[0].parts)
            names = tuple(n._replace(parts=within_its_place(n.parts, over)) for n in names)
        if not names or any(unit.parts[0][0].depth <= place[0].level.depth for unit in names):
            return ()
        found += [unit._replace(above=(*place[0].parts, *unit.above)) for unit in names]
    return tuple(found)


_COUNT_BEHIND = pattern(
    rf"(?P<place>\p{{Han}}{{2,12}}?)\s*(?:{NUMBER_IN_BRACKETS}|\d{{1,4}}\s*[个家项处名])"
)


def _counted(clean: Clean, start: int, level: Level | None) -> tuple[CellUnit, ...]:
    """Return a place with the number of its units behind it: 浙江（3）, 浙江3个."""
    match = _COUNT_BEHIND.fullmatch(clean.text, start)
    return cell_units(part(clean, start, match.end("place")), 0, level) if match else ()


_FIGURES_AROUND = pattern(
    r"(?:[（(]?[共计]?\s*\d{1,4}\s*[个家处名][）)]?\s*[:：]\s*|(?:19|20)\d\d年?\s+)?"
    r"(?P<names>\p{Han}.{0,80}?)(?:(?:19|20)\d\d(?:年度?)?|(?:\s+-?\d[\d.,]*[%％]?)*)"
)


def _among_figures(clean: Clean, start: int, level: Level | None) -> tuple[CellUnit, ...]:
    """Return the units behind how many they are or behind their year, and before what was counted
    of them: 1个：白石镇, 2010 清岗市, 东岭村 2019 0.31, 东岭村2019年."""
    match = _FIGURES_AROUND.fullmatch(clean.text, start)
    if match is None or match.span("names") == (start, len(clean.text)):
        return ()
    return cell_units(part(clean, match.start("names"), match.end("names")), 0, level)


def _trimmed(clean: Clean) -> Clean:
    """Return the clean text without the spaces that a repair has left around it."""
    text = clean.text
    left, right = len(text) - len(text.lstrip()), len(text.rstrip())
    return clean if (left, right) == (0, len(text)) else part(clean, left, max(left, right))


def _one_variant(clean: Clean) -> Clean:
    """Return a cell with one of the names that are one in two scripts: 衡阳市|衡陽市."""
    if "|" not in clean.text and "｜" not in clean.text:
        return clean  # most cells
    pieces = re.split(r"\s*[|｜]\s*", clean.text)
    if len(pieces) > 1 and len({fold(piece) for piece in pieces}) == 1:
        return part(clean, 0, len(pieces[0]))
    return clean
