"""Sheets of a workbook that hold something else than its list: a count of it by places, the places
that its cells are chosen from, the same list again, that of another year."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Said, Unit, msg, sheet_of
from pilotdiff.patterns import pattern

HOLDS_PLACES = msg(
    "this sheet holds places above the units of the longest sheet, as a count or a key of places "
    "does; they are read as entries"
)
LISTS_AGAIN = msg(
    "this sheet lists units that another sheet lists; those of both are read as entries"
)
OF_ANOTHER_YEAR = msg(
    "this sheet is of another year than the longest one; the units of both are read as entries"
)
_MOST = 0.8
_AGAIN = 0.5
_YEAR = pattern(r"(?<!\d)20\d\d(?!\d)")


def odd_sheets(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the sheets beside the longest that may be no list of this kind, by their first
    units."""
    sheets: dict[str, list[Unit]] = {}
    for unit in units:
        if sheet := sheet_of(unit.entry.place):
            sheets.setdefault(sheet, []).append(unit)
    if len(sheets) > 1:
        longest = max(sheets, key=lambda sheet: len(sheets[sheet]))
        before: set[tuple[str, ...]] = set()
        for sheet, held in sheets.items():
            if reason := _why_odd(held, sheets[longest], before):
                yield DoubtfulLine(held[0].entry.line, sheet, reason)
            before |= {unit.path for unit in held}
        yield from _of_other_years(sheets, longest)


def _why_odd(
    held: Sequence[Unit], longest: Sequence[Unit], before: set[tuple[str, ...]]
) -> Said | None:
    depth = _usual_depth(longest)
    above = [unit for unit in held if unit.level.depth < depth]
    if len(above) >= _MOST * len(held) and (_is_uncalled(above) or _are_parents(above, longest)):
        return HOLDS_PLACES
    again = sum(unit.path in before for unit in held)
    return LISTS_AGAIN if again > 1 and again >= _AGAIN * len(held) else None


def _is_uncalled(units: Sequence[Unit]) -> bool:
    """Tell whether no heading, and no column, calls for units of their level."""
    return all(unit.entry.level is not unit.level for unit in units)


def _are_parents(units: Sequence[Unit], of: Sequence[Unit]) -> bool:
    """Tell whether each of several units holds units of another sheet."""
    held = {unit.path[: depth + 1] for unit in of for depth in range(unit.level.depth)}
    return len(units) > 1 and all(unit.path[: unit.level.depth + 1] in held for unit in units)


def _usual_depth(units: Sequence[Unit]) -> int:
    return Counter(unit.level.depth for unit in units).most_common(1)[0][0]


def _of_other_years(sheets: dict[str, list[Unit]], longest: str) -> Iterator[DoubtfulLine]:
    """Yield the sheets whose names state another year than that of the longest does."""
    own = set(_YEAR.findall(longest))
    for sheet, held in sheets.items():
        if own and (years := set(_YEAR.findall(sheet))) and own.isdisjoint(years):
            yield DoubtfulLine(held[0].entry.line, sheet, OF_ANOTHER_YEAR)
