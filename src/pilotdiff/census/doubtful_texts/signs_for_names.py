"""Signs that stand where names should: ■■■ on a line of its own among units, and 清岗县*** where
the others of a list go on with a village."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Listing, Unit, msg
from pilotdiff.patterns import pattern

_ALONE = msg("nothing but signs stand where a name of the list may be lost")
_BEHIND = msg("signs stand behind it where other units of the list go on: its own name may be lost")
_LEFT_OUT = msg("dots or a word stand for names of the list that are left out")
_DOTS = pattern(
    r"\s*(?:[…⋯]{1,6}|[.．。·]{3,12}|[（(]?(?:此处|中间|以下|其余)?从?省?略[）)]?)[。\s]*",
    needs="…⋯.．。·略",
)
# Stars and crosses that go on part chapters of a page; blocks and question marks do not.
_LOST = pattern(r"\s*(?:\d{1,3}[.．、)）]\s*)?[□■\ufffd〓?？]{1,12}\s*", needs="□■\ufffd〓?？")
_STARS = pattern(r"\s*[*＊×]{2,6}\s*", needs="*＊×")
_MARKS = pattern(r"[*＊]{2,}")


def signs_alone(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines among units, or next to them, that hold signs for lost characters and
    nothing else, or dots for names left out; stars only where units stand right above and below, on
    one such line."""
    held = {unit.entry.line for unit in units}
    if not held:
        return
    first, last = min(held) - 1, max(held) + 1
    lines = {line.number: line.text for line in listing.document.lines if not line.cells}
    stars = [number for number, text in lines.items() if _STARS.fullmatch(text)]
    between = {at for at in stars if len(stars) == 1 and {at - 1, at + 1} <= held}
    for number, text in lines.items():
        if number in held or not first <= number <= last:
            continue
        if _DOTS.fullmatch(text):
            yield DoubtfulLine(number, text.strip(), _LEFT_OUT)
        elif number in between or _LOST.fullmatch(text):
            yield DoubtfulLine(number, text.strip(), _ALONE)


def starred_out(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the units with two stars or more behind them that stand above the tier of most: a name
    starred out leaves its place alone, and a mark stands behind any."""
    starred = [unit for unit in units if _MARKS.fullmatch(unit.entry.note.strip())]
    if not starred:
        return
    usual = Counter(unit.level for unit in units if unit not in starred).most_common(1)
    for unit in starred:
        if usual and unit.level.depth < usual[0][0].depth:
            yield DoubtfulLine(unit.entry.line, f"{unit.own}{unit.entry.note.strip()}", _BEHIND)
