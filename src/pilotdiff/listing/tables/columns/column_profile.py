"""What the cells of a column are, told from a sample of rows."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.listing.institutions import is_body, is_office
from pilotdiff.listing.naming import DOUBTFUL
from pilotdiff.listing.tables.cell_reading import Cell, CellReader, Sort, holds_han
from pilotdiff.listing.tables.cell_units import CellUnit
from pilotdiff.listing.tables.columns.division_codes import DIVISION_CODE
from pilotdiff.listing.tables.rows.parents_in_names import within_a_town
from pilotdiff.model import Level
from pilotdiff.names import known
from pilotdiff.patterns import pattern

SAMPLE = 300
_ENOUGH = 0.6
_YEAR = pattern(r"(?:19|20)\d\d(?:\.0)?\s*年?(?:度)?")
_ORDINAL = pattern(r"[（(]?\d{1,6}[）).、]?(?:\.0)?")
_LONG_CODE = pattern(r"\d{6}|\d{9}|\d{12}")


class Profile(NamedTuple):
    """What a column's cells are.

    rows, filled  how many there are, and how many hold something
    sorts    how many of each sort
    depths   of the units at each depth, by the names' own kinds
    short    at each depth, divisions without their kinds
    surely   how many units their kind or the gazetteer vouches for
    several  cells that name several units
    paths    cells whose units stand behind their parents
    years, ordinals, codes  numbers that may be such
    repeated, han  neighbours that hold the same; cells with Chinese words
    offices   cells that name an office: who proposes, and no unit
    bodies    cells that name a school, a hospital or a firm
    remarks   cells that say of a name what it is to the unit beside it: 原白溪镇, 含东岭村
    """

    rows: int
    filled: int
    sorts: Counter[Sort]
    depths: Counter[int]
    short: Counter[int]
    surely: int = 0
    several: int = 0
    paths: int = 0
    years: int = 0
    ordinals: int = 0
    codes: int = 0
    long_codes: int = 0
    repeated: int = 0
    han: int = 0
    offices: int = 0
    bodies: int = 0
    remarks: int = 0

    @property
    def has_units(self) -> bool:
        """Whether most cells name units, those without their kinds too."""
        named = self.sorts[Sort.UNITS] + self.sorts[Sort.SHORT] + self.sorts[Sort.WHOLE]
        return self.filled > 0 and named >= _ENOUGH * self.filled

    @property
    def has_sure_units(self) -> bool:
        """The same, and half of them vouched for by their kinds: enough without a heading."""
        return self.has_units and 2 * (self.surely + self.sorts[Sort.SHORT]) >= self.filled

    @property
    def has_bodies(self) -> bool:
        """Whether most cells name schools, hospitals or firms, whatever place their names hold."""
        return 2 * self.bodies > self.filled

    @property
    def has_han(self) -> bool:
        """Whether any cell holds Chinese words."""
        return self.han > 0

    @property
    def says_one_thing(self) -> bool:
        """Whether all of several cells hold the same words, and name no unit."""
        return self.filled > 1 and self.repeated == self.filled - 1 and not self.has_units

    @property
    def has_numbers(self) -> bool:
        """Whether nearly all of its cells are numbers."""
        return self.filled > 0 and self.sorts[Sort.NUMBER] >= 0.9 * self.filled

    @property
    def has_years(self) -> bool:
        """Whether nearly all of its cells are numbers, and all these are years."""
        return self.has_numbers and self.years == self.sorts[Sort.NUMBER]

    @property
    def has_ordinals(self) -> bool:
        """Whether nearly all of its cells are numbers, and all these count rows."""
        return self.has_numbers and self.ordinals == self.sorts[Sort.NUMBER] and not self.has_years

    @property
    def has_long_codes(self) -> bool:
        """Whether the numbers can be nothing but division codes: 6, 9 or 12 digits each."""
        return self.has_numbers and self.long_codes == self.sorts[Sort.NUMBER]

    @property
    def depth(self) -> int:
        """The depth of most units, -1 when there are none."""
        counts = self.depths or self.short
        return max(counts, key=lambda d: (counts[d], d)) if counts else -1

    @property
    def is_mixed(self) -> bool:
        """Whether the units stand at several levels, each with a share that is no slip."""
        total = sum(self.depths.values())
        return sum(1 for n in self.depths.values() if n * 8 >= total) > 1


# What numbers the rows of parents among those of units: 一, （二）.
_STEP = pattern(r"[（(]?[一二三四五六七八九十百]{1,4}[）)、.．]?")


def profile(
    rows: Sequence[Sequence[str]], at: int, reader: CellReader, level: Level | None = None
) -> Profile:
    """Return what stands in a column of the sample rows, read at the level that its heading
    gives; an empty row, which counts for nothing, parts those that were no neighbours."""
    sorts: Counter[Sort] = Counter()
    depths: Counter[int] = Counter()
    short: Counter[int] = Counter()
    told: Counter[str] = Counter()
    above = ""
    for row in rows:
        raw = row[at].strip() if at < len(row) else ""
        if row and not raw:  # as most cells of a sheet with one far to the right are
            sorts[Sort.BLANK] += 1
        elif raw:
            cell = reader.read(raw, level)
            if cell.sort is Sort.UNITS and is_of_an_office(cell.units[0]):
                cell = cell._replace(sort=Sort.WORDS, units=())
            is_step = cell.sort is Sort.WORDS and _STEP.fullmatch(cell.text) is not None
            sorts[Sort.NUMBER if is_step else cell.sort] += 1
            told.update(("ordinals",) if is_step else _told_by(cell, level))
            told["repeated"] += raw == above and not is_step
            if cell.sort is Sort.SHORT:
                short[cell.units[0].level.depth] += 1
            elif cell.sort is Sort.UNITS:
                depths.update({unit.level.depth for unit in cell.units})
        above = raw
    total = sorts.total()
    filled = total - sorts[Sort.BLANK] - sorts[Sort.ABSENT]
    return Profile(total, filled, sorts, depths, short, **told)


_WITHOUT_HAN = (Sort.BLANK, Sort.ABSENT, Sort.NUMBER)
# What was before, lies in the unit or goes with it: 原白溪镇, 含东岭村, 与南坡村共建, 白溪镇并入.
_REMARK = pattern(
    r"^(?:原|由|与|含|代管|辐射|带动|包括|包含|[又亦也][名称]|俗称)(?=.{3})|(?:并入|共建|合并|更名)$"
)
# By the field of a profile that counts them.
_NUMBERS = (
    ("years", _YEAR),
    ("ordinals", _ORDINAL),
    ("codes", DIVISION_CODE),
    ("long_codes", _LONG_CODE),
)


def _told_by(cell: Cell, level: Level | None) -> Iterator[str]:
    """Yield the fields of a profile that a cell adds one to."""
    if cell.sort is Sort.NUMBER:
        yield from (name for name, fits in _NUMBERS if fits.fullmatch(cell.text))
    elif cell.sort is Sort.UNITS:
        if _is_sure(cell):
            yield "surely"
        if len(within_a_town(cell.units[0].parts)) > 1:
            yield "paths"
        if _REMARK.search(cell.text) and not known(cell.text):
            yield "remarks"
        if len(cell.units) > 1 and level in (None, cell.units[0].level):
            yield "several"
    elif cell.sort is Sort.WORDS:
        if is_office(cell.text):
            yield "offices"
        if is_body(cell.text):
            yield "bodies"
    if cell.sort not in _WITHOUT_HAN and holds_han(cell.text):
        yield "han"


def is_of_an_office(unit: CellUnit) -> bool:
    """Tell whether a unit is an office behind its places, which reads as a town at best: 清岗市
    东岭县乡村振兴局."""
    return len(unit.parts) > 1 and unit.sure <= DOUBTFUL and is_office(unit.parts[-1][1])


def _is_sure(cell: Cell) -> bool:
    return any(unit.sure >= 0.5 or _stands_in_standard(unit) for unit in cell.units)


def _stands_in_standard(unit: CellUnit) -> bool:
    return unit.sure > DOUBTFUL and bool(known(unit.parts[0][1]))
