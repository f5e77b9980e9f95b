"""Lines that name a place under a picture or over a text about it, and were read as an entry:
▲清岗县白溪镇东岭村, 东岭村 张明摄."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.model import DivisionPath, DoubtfulLine, Listing, Unit, msg
from pilotdiff.names.kinds import split
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

_WHY = msg("it looks like the line under a picture; it is read as an entry")
_HEADS_TEXT = msg(
    "it stands in the list above, and a text about it follows; it is read as an entry once more"
)
_ALONE = msg(
    "it stands in a row of the list already and alone on its line here, as under a picture; it is "
    "read as an entry once more"
)
_TEXT = 20
_ROW = pattern("[：:、，,；;]")
_SIGN = pattern(r"\s*[▲△▴▵▼▽↑↓☝👆⬆]")
_PICTURE = pattern(
    r"(?:摄影?|供图|资料图片?|效果图|实景图|航拍图?|图源.*|\p{Han}{2,4}[/／]图)[)）]?\s*$"
)


def captions(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the entries of text whose line ends as such a line does, or begins with its sign where
    most others do not."""
    entries = [unit.entry for unit in units]
    if not entries:
        return
    texts = {line.number: line.text for line in listing.document.lines if not line.cells}
    signed = {e.line for e in entries if _SIGN.match(texts.get(e.line, ""))}
    few = 2 * len(signed) < len({e.line for e in entries})
    for each in entries:
        if _PICTURE.search(each.note) or (few and each.line in signed):
            yield DoubtfulLine(each.line, each.raw, _WHY)
    yield from _over_texts(listing, units)


def _over_texts(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the entries that repeat one above and are all of the line over a text that begins with
    their name: 清岗县 / 清岗是千年古县，先后荣获…."""
    seen: set[DivisionPath] = set()
    again = []
    for unit in units:
        if unit.path in seen:
            again.append(unit)
        seen.add(unit.path)
    if not again:
        return
    texts = {line.number: line.text.strip() for line in listing.document.lines if not line.cells}
    numbers = {unit.entry.line for unit in units if unit.entry.line in texts}
    rows = {number for number in numbers if _ROW.search(texts[number])}
    if 2 * len(rows) > len(numbers):
        for unit in again:
            if unit.entry.line in numbers - rows:
                yield DoubtfulLine(unit.entry.line, unit.entry.raw, _ALONE)
    solid = [line for line in listing.solid_lines() if not line.cells]
    below = {line.number: fold(follows.text.strip()) for line, follows in pairwise(solid)}
    for unit in again:
        text = below.get(unit.entry.line, "")
        stem = split(unit.level, unit.own)[0]
        if len(text) > _TEXT and len(stem) > 1 and text.startswith(fold(stem)):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _HEADS_TEXT)
