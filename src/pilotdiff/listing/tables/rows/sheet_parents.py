"""The unit that a sheet of a workbook is called by, 成都市 over the rows of its counties, or that
opens the head of a table's names: 清岗县各村名称."""

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.headings import names_honoured
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.listing.sections import Sections
from pilotdiff.listing.tables.cell_reading import CellReader
from pilotdiff.listing.tables.table_body import TableBody
from pilotdiff.model import Clean, Level, Line, Message
from pilotdiff.names import known
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text


def open_sheet(line: Line, reader: CellReader, sections: Sections) -> None:
    """Put the unit that the sheet of a row is called by over it; that of another sheet ends, and so
    does a place that its title named."""
    said = dict(line.place.values) if isinstance(line.place, Message) else {}
    if (name := said.get("sheet")) is None:
        return
    sections.close("sheet")
    path = place_called(str(name), reader)
    if path:
        sections.end_elsewhere(path)
        piece = Piece(Shape.NAMES, Text(line.number, Clean(str(name), str(name))))
        sections.open(piece, str(name), path=path, style="sheet")


# A town's name, not a type of towns: 农业大镇, 产业强镇, 重点镇街道, 民族乡.
_TOWN = pattern(r"[^省市县区]{1,5}[^省市县区强名大小](?:镇|乡|(?<!镇)街道|苏木)(?<!民族乡)")
# What stands round the unit that a sheet is called by: 附件1清岗县, 清岗县示范村名单.
_BEFORE = pattern(r"^附[件表]\s*[\d一二三四五六七八九十]*\s*[：:、.．-]?\s*")
_BEHIND = pattern(
    r"(?:[-_\s]|\d+(?:年度?|个|家)?|（[^（）]*）|\([^()]*\)|名单|名册|名录|清单|汇总|统计|一览|明细|信息|情况|表"
    r"|(?:示范|试点|创建|培育|候选|推荐|入选|申报|先进|达标)(?:村居|村社区|村庄|村|社区|乡镇|镇|街道|单位|点)?)+$"
)


def open_head(body: TableBody, sections: Sections) -> None:
    """Put the place that opens the head of a table's only column of units over its rows, where its
    other columns name lower ones alone and none of its units lies elsewhere."""
    columns = body.columns[0]
    (target,) = columns.targets if len(columns.targets) == 1 == len(body.columns) else (-1,)
    if not 0 <= target < len(body.head):
        return
    head = body.reader.wash(body.head[target].strip())
    path = _leading_town(head.text, body.reader) or leading_place(head.text)
    own = path[-1][1] if path else ""
    if own in ("", head.text) or _QUARTER.fullmatch(own) or _HELPED.search(head.text):
        return
    town = path[-1][0] is Level.TOWNSHIP
    if not town and not known(own):
        return
    above = [d for d, at in enumerate(columns.levels) if at not in (-1, target)]
    if any(path[0][0].depth * town <= depth <= path[-1][0].depth for depth in above):
        return
    read = (body.reader.read(row.cells[target]) for row in body.rows if target < len(row.cells))
    firsts = [unit.parts[0] for cell in read for unit in cell.units]
    if town and any(level.depth <= Level.TOWNSHIP.depth for level, _ in firsts):
        return
    if all(holds(path[-1], part) is not False for part in firsts):
        piece = Piece(Shape.NAMES, Text(body.rows[0].number, head))
        sections.open(piece, head.text, path=path, style="head")


# What the head of the villages of a town says behind its name: 石桥镇|各村名称.
_OF_A_TOWN = pattern(
    r"(?<=[镇乡道木])(?:各|[所下]?辖|的)*(?:行政|自然|试点|示范|创建|入选|建制)*"
    r"(?:村居|村[（(、/和]?社区[）)]?|村庄|村|社区|居委会|村委会)(?:名称?|名单|一览表?)?$"
)
# Words with 镇 and 乡 that are no town's name, and towns that are no more: 建制镇, 我镇, 原石桥镇.
_NO_TOWN = pattern(
    r"(?:制|点|色|在|属|各|全|本|我|该|范|心|城|民族|下|上级|新|街|乡)[镇乡]|[原现].|.*[和与及、/]"
)


def _leading_town(head: str, reader: CellReader) -> Parts:
    """Return the town whose villages the head of a column says it names, with the places before
    it; () for none."""
    words = _OF_A_TOWN.search(head)
    path = place_called(head[: words.start()], reader) if words is not None else ()
    is_town = bool(path) and path[-1][0] is Level.TOWNSHIP
    return path if is_town and not _NO_TOWN.search(path[-1][1]) else ()


# What lies in another place: 浙江省对口支援县.
_HELPED = pattern(r"对口|结对|帮扶|支援|协作|合作|援[建助]")
# 城区, 矿区, 郊区 are counties, and what the head of a column calls a part of any town.
_QUARTER = pattern(r"\p{Han}[市区]")


def place_called(name: str, reader: CellReader) -> Parts:
    """Return the place that a sheet or a column is called by, with words of a list about it or
    not; () where it is called by none: 附件1清岗县示范村名单, 示范镇."""
    ordinal = read_ordinal(name)
    bare = name[ordinal.end :] if ordinal is not None and ordinal.end < len(name) else name
    bare = _BEFORE.sub("", bare.strip())
    parts = _parts(bare, reader)
    return parts or _parts(_BEHIND.sub("", bare), reader)


def _parts(text: str, reader: CellReader) -> Parts:
    """Return the parts of a name whose last one the gazetteer has, or is a town's: 清岗县石桥镇,
    石桥镇, but not 示范镇."""
    units = reader.read(text).units if text else ()
    parts = units[0].parts if len(units) == 1 else ()
    if not parts or known(parts[-1][1]):
        return parts
    level, last = parts[-1]
    town = level is Level.TOWNSHIP and _TOWN.fullmatch(last) and not names_honoured(last[:2])
    return parts if town else ()
