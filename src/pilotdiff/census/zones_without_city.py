"""Zones over names in a list whose counties are written with their city, as they are not."""

from collections.abc import Iterator

from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.model import DoubtfulLine, Level, Listing, Role, msg
from pilotdiff.names import gazetteer, is_zone

_WHY = msg(
    "the counties of this list are written with their city, and it is not: it may lie in {county}"
)
_FEWEST = 2


def zones_without_city(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield such zones without a number that stand below such counties: 高新区 between 石家庄市
    正定县 and 石家庄市灵寿县."""
    counties = 0
    zones: list[tuple[int, str, str]] = []
    over = ""
    for each in listing.readings:
        if each.role is not Role.PARENT or read_ordinal(each.text) is not None:
            continue
        reading = read_unit("".join(each.text.split()).rstrip("：:"))
        if reading is None or reading.level is not Level.COUNTY:
            continue
        *above, (_, own) = reading.parts
        if above:
            over, counties = own, counties + 1
        elif gazetteer.find_whole(own) or not is_zone(own):
            return
        elif over:
            zones.append((each.line, own, over))
    for line, own, county in zones if counties >= _FEWEST else ():
        yield DoubtfulLine(line, own, _WHY.given(county=county))
