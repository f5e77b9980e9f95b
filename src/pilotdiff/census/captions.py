"""Lines under pictures that name a place and were read as an entry: ▲清岗县白溪镇东岭村,
东岭村 张明摄."""

from collections.abc import Iterator, Sequence

from pilotdiff.model import DoubtfulLine, Listing, Unit, msg
from pilotdiff.patterns import pattern

_WHY = msg("it looks like the line under a picture; it is read as an entry")
_SIGN = pattern(r"\s*[▲△▴▵▼▽↑↓☝👆⬆]")
_PICTURE = pattern(
    r"(?:摄影?|供图|资料图片?|效果图|实景图|航拍图?|图源.*|\p{Han}{2,4}[/／]图)[)）]?\s*$"
)


def captions(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the entries of text whose line ends as such a line does, or begins with its sign where
    most others do not."""
    entries = [unit.entry for unit in units if not unit.entry.columns]
    if not entries:
        return
    texts = {line.number: line.text for line in listing.document.lines if not line.cells}
    signed = {e.line for e in entries if _SIGN.match(texts.get(e.line, ""))}
    few = 2 * len(signed) < len({e.line for e in entries})
    for each in entries:
        if _PICTURE.search(each.note) or (few and each.line in signed):
            yield DoubtfulLine(each.line, each.raw, _WHY)
