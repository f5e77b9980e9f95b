"""Ends of lists behind which there may be more: within a name or a row, or with 等."""

from collections.abc import Iterator, Sequence
from itertools import islice

from pilotdiff.census.doubtful.chunks import Chunks, raw_line
from pilotdiff.census.doubtful.lines_within import OVER_NAMES, is_wordless
from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.omissions import says_none
from pilotdiff.model import DoubtfulLine, Line, Listing, Role, Unit, msg
from pilotdiff.model.whole_numbers import whole_number
from pilotdiff.names import whole_name
from pilotdiff.patterns import END_OF_A_NAME, one_of, pattern

_WHY = msg("the document ends here, within a name as it seems: it may be cut off")
_PARTED = pattern(r"[、，,；;：:\s/／|•·()（）①-⑳.．]+|(?<=[省市州县区旗镇乡])(?=\p{Han})")
_IN_COLUMNS = pattern(r"[|\t]")
_TAIL = pattern(r"\p{Han}{1,5}$")
_NEAR = 2
_LONGEST = 400
_SHOWN = 16
# An item's second line is of its first.
_ELSE = (Role.SIGNATURE, Role.PAGE, Role.ADDRESS, Role.TOTAL, Role.ITEM)
_SAYS_WHO = pattern(r"从缺|记者|编辑|来源|作者|审核|校对|责编|联系|摄影|供稿|个(?:市|县|区)|第.*页")


def cut_end(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the last line, where it is of the list and its last words are no whole name: what
    followed may be lost."""
    lines = listing.solid_lines()
    if len(lines) < _NEAR or lines[-1].cells or not units:
        return
    above, last = lines[-2:]
    held = {unit.entry.line for unit in units}
    roles = {reading.line: reading.role for reading in listing.readings}
    near = last.number - above.number <= _NEAR
    below = near and (above.number in held or roles.get(above.number) in OVER_NAMES)
    # Behind a full stop stands who wrote it: …等17个县为试点县。 / 李某某.
    below = below and not above.text.rstrip().endswith("。")
    if last.number in held or (below and roles.get(last.number) not in _ELSE):
        own = [unit for unit in units if unit.entry.line == last.number]
        if _is_cut(last, own):
            yield DoubtfulLine(last.number, last.text.strip()[-_SHOWN:], _WHY)


def cut_row(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the last line, where it is a number without its name, or a row without its end."""
    solid = (line for line in reversed(listing.document.lines) if raw_line(line).strip())
    if units and len(ends := [*islice(solid, _NEAR)]) == _NEAR:
        last, above = ends
        if _is_next_number(last, units[-1]) or _lacks_its_end(listing, units, above, last):
            yield DoubtfulLine(last.number, raw_line(last).strip(), WITHIN_A_ROW)


WITHIN_A_ROW = msg("the document ends here within a row as it seems: it may be cut off")
_NUMBER_ALONE = pattern(r"[（(]?(?P<number>\d{1,4})\s*[.、．)）]?")


def _is_next_number(line: Line, unit: Unit) -> bool:
    """Tell whether a line is nothing but the number that follows that of the last unit."""
    alone = None if line.cells else _NUMBER_ALONE.fullmatch(line.text.strip())
    number = whole_number(unit.entry.ordinal)
    return alone is not None and number is not None and int(alone["number"]) == number + 1


def _lacks_its_end(listing: Listing, units: Sequence[Unit], above: Line, last: Line) -> bool:
    """Tell whether the last row of a table has fewer cells than the one above it, and its unit
    stands above the level of all others: 灵寿县 | 青石镇 below rows of villages."""
    whole, row = (listing.cells.get(line.number, line.cells) for line in (above, last))
    unit = units[-1]
    if not row or len(row) >= len(whole) or unit.entry.line != last.number:
        return False
    levels = {each.level for each in units[:-1]}
    return len(levels) == 1 and unit.level.depth < min(level.depth for level in levels)


def _is_whole(tail: str, note: str, units: Sequence[Unit]) -> bool:
    """Tell whether the last words are a unit and its remark: 东岭村四组."""
    return any(tail == unit.own + note for unit in units)


def _is_cut(line: Line, units: Sequence[Unit]) -> bool:
    """Tell whether a line's last words are no name, and nothing that is told of its units."""
    text = line.text.strip()
    tail, item = _PARTED.split(text)[-1], text.split()[-1]
    # A column of other words may stand behind the names.
    beside = item == tail != text and ("、" not in text or _IN_COLUMNS.search(text))
    if beside or len(text) > _LONGEST or not _TAIL.fullmatch(tail):
        return False
    if not is_wordless(text[-_SHOWN:]) or says_none(text) or _SAYS_WHO.search(text):
        return False
    told = (
        (unit.entry.raw, unit.entry.note, unit.entry.category, unit.entry.text) for unit in units
    )
    # One character behind a colon is no remark: 清岗市：白.
    said = (each for of_one in told for each in of_one if len(each) > 1)
    if any(each.rstrip("）)").endswith(tail) or _is_whole(tail, each, units) for each in said):
        return False
    reading = read_unit(tail)
    return (reading is None or reading.sure <= DOUBTFUL) and not whole_name(tail)


# Right behind a kind; 一等 and 平等 are words of their own.
_OPEN = pattern(
    rf"{END_OF_A_NAME}等(?:\s*(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*[个個家]"
    r"\p{Han}{0,6})?\s*[。；;]?\s*$"
    # 命名清岗市白溪县、南岭县等为示范县
    rf"|{END_OF_A_NAME}等(?=[为被]|列为|作为|入选|荣?获|上榜)",
    needs="等",
)
_AND_OTHERS = one_of("等")
AND_OTHERS = msg("等 stands behind its names: there may be others, which the document leaves out")


def open_ended(listing: Listing, chunks: Chunks, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the rows of names that end with 等, 清岗市：白溪县、南岭县等, where no total says that
    the list is whole; a cell that gives its number, where another number of its names is read."""
    if any(total.number == len(units) for total in listing.declared):
        return
    lines = [*chunks.with_any(_AND_OTHERS)]
    of_line: dict[int, list[str]] = {line.number: [] for line in lines}
    for unit in units if lines else ():
        if unit.entry.line in of_line:
            of_line[unit.entry.line].append(unit.entry.text)
    for line in lines:
        for text in line.cells or (line.text,):
            match = _OPEN.search(text.strip())
            named = sum(name in text for name in of_line[line.number]) if match else 0
            if match is None or not named or (match["number"] and not line.cells):
                continue  # the total of a line of text is held against it
            if not match["number"] or numeral(match["number"]) != named:
                yield DoubtfulLine(line.number, text.strip(), AND_OTHERS)
