"""The unit that a sheet of a workbook is called by: 成都市, over the rows of its counties."""

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.headings import names_honoured
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.pieces import Piece, Shape
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.model import Clean, Level, Line, Message
from pilotdiff.names import known
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text


def open_sheet(line: Line, reader: CellReader, sections: Sections) -> None:
    """Put the unit that the sheet of a row is called by over it; that of another sheet ends."""
    said = dict(line.place.values) if isinstance(line.place, Message) else {}
    if (name := said.get("sheet")) is None:
        return
    sections.close("sheet")
    path = _unit(str(name), reader)
    if path:
        piece = Piece(Shape.NAMES, Text(line.number, Clean(str(name), str(name))))
        sections.open(piece, str(name), path=path, style="sheet")


# A town's name, not a type of towns: 农业大镇, 产业强镇, 重点镇街道, 民族乡.
_TOWN = pattern(r"[^省市县区]{1,5}[^省市县区强名大小](?:镇|乡|(?<!镇)街道|苏木)(?<!民族乡)")
# What stands round the unit that a sheet is called by: 附件1涉县, 涉县示范村名单, 涉县（12个）.
_BEFORE = pattern(r"附[件表]\s*[\d一二三四五六七八九十]*\s*[：:、.．-]?\s*")
_BEHIND = pattern(
    r"(?:[-_\s]|\d+(?:年度?|个|家)?|（[^（）]*）|\([^()]*\)|名单|名册|名录|清单|汇总|统计|一览|明细|信息|情况|表"
    r"|(?:示范|试点|创建|培育|候选|推荐|入选|申报|先进|达标)(?:村居|村社区|村庄|村|社区|乡镇|镇|街道|单位|点)?)+$"
)


def _unit(name: str, reader: CellReader) -> Parts:
    ordinal = read_ordinal(name)
    bare = name[ordinal.end :] if ordinal is not None and ordinal.end < len(name) else name
    bare = _BEFORE.sub("", bare.strip(), count=1) if _BEFORE.match(bare.strip()) else bare.strip()
    parts = _parts(bare, reader)
    return parts or _parts(_BEHIND.sub("", bare), reader)


def _parts(text: str, reader: CellReader) -> Parts:
    """Return the parts of a name whose last one the gazetteer has, or is a town's: 涉县石桥镇,
    石桥镇, but not 示范镇."""
    units = reader.read(text).units if text else ()
    parts = units[0].parts if len(units) == 1 else ()
    if not parts or known(parts[-1][1]):
        return parts
    level, last = parts[-1]
    town = level is Level.TOWNSHIP and _TOWN.fullmatch(last) and not names_honoured(last[:2])
    return parts if town else ()
