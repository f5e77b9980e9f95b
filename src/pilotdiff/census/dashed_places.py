"""Places behind a dash that close what stands above them: 东岭村、西岭村 / ——清岗县白溪镇."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_WHY = msg("it stands behind a dash below names: it may be the place of those above it")
_DASHED = pattern(r"\s*[—–―─]{1,4}\s*(?P<place>\p{Han}{2,24})\s*", needs="—–―─")


def dashed_places(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield such lines, where the last of them has no unit below it and names stand above each."""
    found = [
        (line.number, match["place"])
        for line in (listing.document.lines if units else ())
        if (match := _DASHED.fullmatch(line.text)) is not None and _is_place(match["place"])
    ]
    if not found:
        return
    places = {line for line, _ in found}
    held = [unit.entry.line for unit in units if unit.entry.line not in places]
    if held and max(held) < found[-1][0]:
        yield from (DoubtfulLine(line, place, _WHY) for line, place in found)


def _is_place(text: str) -> bool:
    reading = read_unit(text)
    return reading is not None and reading.sure >= CERTAIN and reading.level is not Level.COMMUNITY
