"""The role that a column of a table has: told by its cells first, by its heading second."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.listing.institutions import is_body_heading
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, role
from pilotdiff.listing.tables.columns.column_profile import Profile, profile
from pilotdiff.listing.tables.columns.ticks import are_ticks_alone, holds_ticks
from pilotdiff.model import LEVELS, Level
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import IN_BRACKETS, pattern

UNIT = "unit"
# Below such a heading anything may stand, the units too.
_TELLS = pattern(r"结果|内容|情况|详情|明细")
# Who helps, and no unit of the list: 帮扶单位, 结对村.
_HELPING = pattern(r"帮扶|结对|支援|协作|联系|包联|派出|牵头|责任|指导|依托")
# Who chose the units of a column: 国家级 | 省级 | 市级.
GRADE = pattern(r"(?:国家|部|省|自治区|市|州|县|区)级")
_PROPOSING = pattern(r"推荐|申报|报送|上报|填报|主管|组织|属地|所属|隶属")

# What is counted or measured, and no unit: 户数, 人口（人）.
_ASKS_HOW_MANY = pattern(rf"(?:[户人个]数|数量|人口|面积|得分|金额)(?:{IN_BRACKETS})?$")
_ADDRESS = pattern(r"(?:地址|住址)$")
_COMPRISED = pattern(r"^(?:所辖|下辖|管辖|辖区?|辖内|涉及|覆盖|包含|包括|惠及|受益)(?=.)")

_FORMERLY = ("原", "旧", "from", "old", "former", "previous")


class Column(NamedTuple):
    """A column with what its heading says, what its cells are, and the role that both give it."""

    at: int
    heading: str
    role: str
    cells: Profile

    @property
    def level(self) -> Level | None:
        """The tier of its role, None for any other role."""
        return LEVEL_ROLES.get(self.role)

    @property
    def depth(self) -> int:
        """The depth of its units by their own kinds, else that of its heading."""
        if self.cells.depth >= 0:
            return self.cells.depth
        return self.level.depth if self.level else -1


def cells_beside(
    one: Column, other: Column, sample: Sequence[Sequence[str]]
) -> list[tuple[str, str]]:
    """Return what stands in two columns, row by row."""
    last = max(one.at, other.at)
    return [(row[one.at].strip(), row[other.at].strip()) for row in sample if last < len(row)]


def column_of(
    at: int,
    head: Sequence[str],
    sample: Sequence[Sequence[str]],
    reader: CellReader,
    forced: dict[int, str],
) -> Column:
    """Return a column by its place, its heading and a sample of its cells; `forced` are the roles
    of columns that the reader of the list names."""
    heading = reader.wash(head[at]).text.strip() if at < len(head) else ""
    said = role(heading) if heading else ""
    if said == "name" and are_ticks_alone(at, sample):
        said = ""  # 试点 over √ and blanks
    if said in LEVEL_ROLES and holds_ticks(at, sample):
        said = ""  # 省级 over √ and ○
    if forced:
        said = forced.get(at, "" if said in forced.values() else said)
    found = profile(sample, at, reader, LEVEL_ROLES.get(said))
    own = said if at in forced else _weighed(said, heading, found)
    if not own and not heading and _are_types(at, sample):
        own = "category"
    return Column(at, heading, own, found)


def _are_types(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether the cells of a column that nothing heads name types: 便民服务型."""
    texts = {text for row in sample if at < len(row) and (text := row[at].strip())}
    return bool(texts) and all(read_heading(text).category == text for text in texts)


def _weighed(said: str, heading: str, cells: Profile) -> str:
    """Return the role of a column, when its heading says one and its cells may say another."""
    if not cells.filled:
        return said
    if said in LEVEL_ROLES:
        level = LEVEL_ROLES[said]
        if cells.has_numbers or not cells.has_han:
            # 示范县 over 3, or over ★★: how many there are.
            how_many = cells.sorts[Sort.WORDS] if not cells.has_numbers else not cells.long_codes
            return "count" if how_many and PROGRAMME.search(heading) else "ignore"
        if cells.has_units and cells.depth >= 0 and not cells.depths[level.depth]:
            if GRADE.fullmatch(heading):
                return UNIT  # 省级 over villages: who chose them
            return LEVELS[cells.depth].value if not cells.is_mixed else said
        return said
    if said == "name":
        return "" if cells.has_numbers or cells.says_one_thing else said
    if said == "former" and cells.has_numbers:
        return ""  # an earlier code
    if said in ("id", "ordinal") and cells.has_sure_units:
        return UNIT
    if said == "short":
        return "ignore"  # 清岗 beside 清岗县, whatever it holds
    if said == "parent" and cells.has_sure_units:
        return "place"
    if said == "ignore" and heading.isascii() and cells.has_sure_units and not cells.paths:
        return UNIT  # areaName is no figure of an area
    if said in ("ignore", "count") and cells.has_sure_units and _ASKS_HOW_MANY.search(heading):
        return said if cells.has_numbers else UNIT  # 户数 over villages stands over another column
    if said == "ignore" and cells.has_sure_units and not cells.paths and _TELLS.search(heading):
        return UNIT
    if said:
        return said
    if cells.has_sure_units:
        return UNIT
    if cells.has_bodies and is_body_heading(heading):
        return "name"
    if cells.has_years:
        return "year"
    if cells.has_long_codes:
        return "code"
    return "numbers" if cells.has_ordinals else ""


def is_of_before(column: Column) -> bool:
    """Tell whether a column's heading is of what units were called before: 原名称."""
    return column.heading.lower().startswith(_FORMERLY)


def comprises(column: Column) -> bool:
    """Tell whether a column's heading is of what lies in the units: 辖区村, 涉及自然村."""
    return _COMPRISED.search(column.heading) is not None


def is_of_others(column: Column) -> bool:
    """Tell whether a column's heading is of those who help or propose: 结对社区, 推荐单位."""
    return names_others(column.heading)


def names_others(heading: str) -> bool:
    """Tell whether a heading is of those who help or propose.

    >>> names_others("推荐单位"), names_others("单位名称")
    (True, False)
    """
    return is_of_helpers(heading) or bool(_PROPOSING.search(heading))


def is_of_helpers(heading: str) -> bool:
    """Tell whether a heading is of those who help, 帮扶单位."""
    return _HELPING.search(heading) is not None


def proposes(column: Column) -> bool:
    """Tell whether a column holds the offices of the places that units lie in, which propose them
    or do the work: 申报单位, 实施主体; who helps them is elsewhere."""
    elsewhere = is_of_helpers(column.heading) and not _PROPOSING.search(column.heading)
    return not elsewhere and 2 * column.cells.offices > column.cells.filled


def is_address(column: Column, *, streets: bool = False) -> bool:
    """Tell whether a column's addresses are divisions and no more, 清岗市东岭县, or `streets`."""
    return _ADDRESS.search(column.heading) is not None and column.cells.has_sure_units != streets


def holds_whole_paths(address: Column, name: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column of addresses holds the whole paths of the names beside it."""
    if 2 * address.cells.paths <= address.cells.filled:
        return False
    told = [pair for pair in cells_beside(address, name, sample) if all(pair)]
    return bool(told) and all(path.endswith(own) for path, own in told)
