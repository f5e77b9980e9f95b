"""What is told of columns by those beside them, before they are put together."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise, permutations

from pilotdiff.listing.among_lines.towns_by_place import ends_like_a_spot
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.tables.cell_reading import CellReader, Sort
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES
from pilotdiff.listing.tables.columns.column_profile import profile
from pilotdiff.listing.tables.columns.column_roles import UNIT, Column, cells_beside, comprises
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import known
from pilotdiff.names.gazetteer import is_municipality
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_PARTNER = pattern(r"^(?:支援|协作|结对|援助|辐射|带动|周边|毗邻|对口(?:支援|协作|帮扶)?)")

# 帮扶村 may be one that is helped, but not beside 受援村.
_HELPING = pattern(r"^(?:帮扶|援建|派出|援助)")
_HELPED = pattern(r"^(?:受援|受帮|被帮|受助|受扶)")
_ONE_BETWEEN = 2
_TOWN = Level.TOWNSHIP.depth
_ONE_IN = 4
_NAME = pattern(r"\p{Han}{2,12}")
_APPLICANT = pattern(r"^(?:申报|申请|填报|报送|实施|建设|承建|承办|主办)(?:单位|主体|机构)")


def without_partners(columns: list[Column], kept: Collection[int] = ()) -> list[Column]:
    """Return the columns, those of partners ignored where another one holds units as low: 受援村 |
    支援村. So is one of who applies where another holds the units themselves, 乡镇 | 申报单位, or
    the whole paths of lower ones: 建设地点 | 建设单位.

    kept  columns whose role the user gives
    """
    helped = any(_HELPED.search(c.heading) for c in columns)
    partners = [
        c
        for c in columns
        if c.cells.has_units
        and (_PARTNER.search(c.heading) or (helped and _HELPING.search(c.heading)))
    ]
    own = [c for c in columns if c not in partners and c.cells.has_sure_units]
    lowest = max((c.depth for c in own), default=-1)
    ignored = {c.at for c in partners if c.depth <= lowest}
    ignored |= {
        c.at
        for c in columns
        if _APPLICANT.search(c.heading)
        and any(_holds_the_units_of(c, o) for o in own if o is not c)
    }
    ignored -= {*kept}
    return [c._replace(role="ignore") if c.at in ignored else c for c in columns]


def _holds_the_units_of(applicant: Column, other: Column) -> bool:
    """Tell whether a column holds the units for which another names who applies."""
    if other.role in LEVEL_ROLES and other.depth == applicant.depth:
        return True
    paths = 2 * other.cells.paths > other.cells.filled
    return other.role == UNIT and paths and other.depth > applicant.depth


_PROPOSED = pattern(r"^(?:申报|申请|推荐|上报|初选|提名|候选|参评)(?=.)")
_APPROVED = pattern(
    r"^(?:批准|获批|认定|核准|审定|核定|入选|确定|公布|最终|命名|评定|通过|当选)(?=.)"
)


def without_proposed(columns: list[Column]) -> list[Column]:
    """Return the columns, those of what was proposed left out where another one holds what was
    chosen of it: 申报村 | 批准村."""
    chosen = {c.depth for c in columns if _APPROVED.search(c.heading) and c.cells.has_sure_units}
    return [
        c._replace(role="ignore")
        if c.depth in chosen and _PROPOSED.search(c.heading) and c.cells.has_units
        else c
        for c in columns
    ]


# What lies in a community is no unit, whatever its name ends in.
_ESTATES = pattern(r"(?:小区|楼盘|院落|网格|楼栋|楼宇)(?:名称?)?$")


def without_comprised(columns: list[Column]) -> list[Column]:
    """Return the columns, those of what lies in the chosen units left out where the heading of
    another, above them, says that its own are chosen, 示范镇 | 辖区村, or holds communities:
    社区 | 小区名称."""
    level = Level.COMMUNITY.value
    if any(c.role == level and c.cells.has_units for c in columns):
        columns = [c._replace(role="note") if _ESTATES.search(c.heading) else c for c in columns]
    chosen = [c.depth for c in columns if c.cells.has_sure_units and PROGRAMME.search(c.heading)]
    top = min(chosen, default=Level.COMMUNITY.depth)
    return [
        c._replace(role="note") if comprises(c) and c.cells.has_units and c.depth > top else c
        for c in columns
    ]


def without_transcriptions(columns: list[Column]) -> list[Column]:
    """Return the columns without a role those of names in Latin letters alone, where another one
    holds Chinese names: 县名 | English name."""
    if not any(c.cells.has_units for c in columns):
        return columns
    return [
        c._replace(role="")
        if c.role in ("name", *LEVEL_ROLES) and c.cells.filled and not c.cells.has_han
        else c
        for c in columns
    ]


def without_twins(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, without a role those that say what the one before them says, heading and
    cells: a merged cell is written out in each of its columns."""
    out: list[Column] = []
    for column in columns:
        last = out[-1] if out else None
        twin = last is not None and column.heading != "" and last.heading == column.heading
        if last is not None and twin:
            # A row of a sum has its word in one of them alone.
            cells = (row for row in sample if column.at < len(row) and row[column.at])
            twin = column.cells.filled > 0 and all(row[last.at] == row[column.at] for row in cells)
        out.append(column._replace(role="") if twin else column)
    return out


def without_names_again(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns that nothing heads, without a role those of names that another says whole
    in every row, with its kind or its parents: 清岗县 | 清岗 | 云岭省,白溪市,清岗县."""
    units = [c for c in columns if not c.heading and c.role == UNIT and c.cells.has_units]
    again = {
        own.at
        for own, other in permutations(units, 2)
        if own.depth == other.depth and _is_said_whole(own, other, sample)
    }
    return [c._replace(role="") if c.at in again else c for c in columns]


def _is_said_whole(own: Column, other: Column, sample: Sequence[Sequence[str]]) -> bool:
    told = [(name, whole) for name, whole in {*cells_beside(own, other, sample)} if name]
    longer = sum(name != whole for name, whole in told)
    begins, ends = (
        all(fits(whole, name) for name, whole in told) for fits in (str.startswith, str.endswith)
    )
    return longer > 1 and (begins or ends)


# 繁體名稱, name_tc, city_zh_hant.
_IN_A_SCRIPT = pattern(r"繁|正[体體]|(?i:(?:^|[^a-z])(?:tc|cht|hant|tw|hk|trad\w*)(?:$|[^a-z]))")


def without_other_script(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns, without a role those of units that say in the other script, row by row,
    what another one says: 名称 | 繁體名稱, city_zh | city_tc."""
    first: dict[tuple[str, ...], Column] = {}
    again: set[int] = set()
    for column in columns:
        if column.cells.has_units and column.at not in again:
            cells = tuple(row[column.at] if column.at < len(row) else "" for row in sample)
            other = first.setdefault(tuple(map(fold, cells)), column)
            if other is not column and _in_two_scripts(other, column, sample):
                script = _IN_A_SCRIPT.search(other.heading)
                again.add(other.at if script is not None else column.at)
    return [c._replace(role="") if c.at in again else c for c in columns]


def _in_two_scripts(one: Column, other: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether two columns that are equal but for script differ in it, or by their heads do:
    rows may have been converted."""
    if any(_IN_A_SCRIPT.search(column.heading) for column in (one, other)):
        return True
    last = max(one.at, other.at)
    return any(row[one.at] != row[other.at] for row in sample if last < len(row))


def without_persons(
    columns: list[Column], sample: Sequence[Sequence[str]], reader: CellReader
) -> list[Column]:
    """Return the columns, one of divisions without their kinds ignored where nothing heads it and
    the standard denies that they hold the units beside them: persons, 安康 and 高平."""
    units = [c for c in columns if c.role == UNIT]
    out: list[Column] = []
    for column in columns:
        short = column.role == UNIT and column.cells.sorts[Sort.SHORT] > column.cells.surely
        lower = (c for c in units if c.cells.has_sure_units and c.depth > column.depth)
        denied = short and any(_is_denied(column, c, sample, reader) for c in lower)
        out.append(column._replace(role="ignore") if denied else column)
    return out


def _is_denied(
    upper: Column, lower: Column, sample: Sequence[Sequence[str]], reader: CellReader
) -> bool:
    """Tell whether most units of a column cannot hold those that stand beside them in another."""
    last = max(upper.at, lower.at)
    pairs = [
        (reader.read(row[upper.at]), reader.read(row[lower.at]))
        for row in sample
        if last < len(row)
    ]
    held = [
        holds(top.units[0].parts[-1], own.units[0].parts[0])
        for top, own in pairs
        if top.units and own.units
    ]
    return 2 * held.count(False) > len(held)


def cities_again(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns with a municipality as its own city where one repeats it behind the
    provinces: 上海市 | 上海市, 浙江省 | 嘉兴市."""
    out: list[Column] = []
    upper: Column | None = None
    for column in columns:
        cities = column.cells.depths[0] if column.role == UNIT and upper is not None else 0
        if cities and upper is not None and upper.depth == 0:
            last = max(upper.at, column.at)
            pairs = [(row[upper.at], row[column.at]) for row in sample if last < len(row)]
            again = sum(is_municipality(own) and own.startswith(top) for top, own in pairs if top)
            if again == cities:
                depths = Counter(column.cells.depths)
                depths[1] += depths.pop(0)
                column = column._replace(cells=column.cells._replace(depths=depths))
        out.append(column)
        if column.role in (UNIT, Level.PROVINCE.value):
            upper = column
    return out


_PAIR = 2


def cities_above(columns: list[Column], sample: Sequence[Sequence[str]]) -> list[Column]:
    """Return the columns with one of cities that nothing knows above that of the counties behind
    it, where each goes on over several of them: 清岗市 | 东岭县, 清岗市 | 白溪县; or where what
    lies in them stands behind: 清岗市 | 东岭县 | 白石村. The lowest may stand first."""
    units = [c for c in columns if c.role in (UNIT, "place", *LEVEL_ROLES) and c.cells.has_units]
    upward = len(units) == _PAIR and _goes_on_over(units[1], units[0], sample)
    if upward or (units and units[0].depth > units[-1].depth):
        units.reverse()
    raised = {
        upper.at
        for upper, lower in pairwise(units)
        if upper.depth == lower.depth == Level.COUNTY.depth
        and not any(c.depth == Level.PREFECTURE.depth for c in units)
        and (
            _goes_on_over(upper, lower, sample)
            or (units[-1].depth > lower.depth and _are_cities_of(upper, lower, sample))
        )
    }
    level = Level.PREFECTURE
    return [
        c._replace(role=level.value, cells=c.cells._replace(depths=Counter({level.depth: 1})))
        if c.at in raised
        else c
        for c in columns
    ]


def between_neighbours(
    columns: list[Column], sample: Sequence[Sequence[str]], reader: CellReader
) -> list[Column]:
    """Return the columns that nothing heads with one whose cells seem to be of another tier, or of
    none for sure, put at the one that is left between the columns beside it: 清岗区 | 白溪地区 |
    东岭村, 清岗区 | 白溪管理处 | 东岭村; of others only some are: 石桥花园, 白溪街道."""
    bare = [c for c in columns if not c.heading]
    units = [c for c in bare if c.cells.has_units or _some_are_towns(c, sample, reader)]
    put: dict[int, Column] = {}
    for first, column, last in zip(units, units[1:], units[2:], strict=False):
        above, below = sorted((first, last), key=lambda c: c.depth)  # the village may stand first
        beside = {above.role, below.role} == {UNIT} and below.depth - above.depth == _ONE_BETWEEN
        if not beside or (column.role and above.depth < column.depth < below.depth):
            continue
        level = LEVELS[above.depth + 1]
        cells = profile(sample, column.at, reader, level)
        told = cells.has_units or not column.cells.has_units
        if told and cells.depth == level.depth:
            put[column.at] = column._replace(role=level.value, cells=cells)
    return [put.get(c.at, c) for c in columns]


def _some_are_towns(column: Column, sample: Sequence[Sequence[str]], reader: CellReader) -> bool:
    """Tell whether some of the cells of a column are towns by their kind, and most others end like
    places: neither persons nor remarks."""
    texts = {row[column.at].strip() for row in sample if column.at < len(row)}
    if not texts or not all(map(_NAME.fullmatch, texts)):
        return False
    cells = {text: reader.read(text, None) for text in texts}
    others = [
        text
        for text, cell in cells.items()
        if cell.sort is not Sort.UNITS or cell.units[0].level.depth != _TOWN
    ]
    spots = sum(map(ends_like_a_spot, others))
    return _ONE_IN * (len(texts) - len(others)) >= len(texts) and 2 * spots >= len(others)


def _are_cities_of(upper: Column, lower: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether the units of a column are called cities, and each of another stands behind one
    of them alone."""
    told = {pair for pair in cells_beside(upper, lower, sample) if all(pair)}
    cities = all(top.endswith("市") and not known(top) for top, _ in told)
    return bool(told) and cities and len({own for _, own in told}) == len(told)


def _goes_on_over(upper: Column, lower: Column, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether the units of a column stand in blocks, in each of which those of another are
    none twice."""
    told = [pair for pair in cells_beside(upper, lower, sample) if all(pair)]
    begun = 1 + sum(one[0] != other[0] for one, other in pairwise(told))
    over, under = {top for top, _ in told}, {own for _, own in told}
    return (
        begun == len(over)
        and 2 * len(over) <= len(told)
        and len({*told}) == len(told) == len(under)
    )
