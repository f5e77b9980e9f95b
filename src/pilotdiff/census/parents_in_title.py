"""Parents of a tier that the title lists too: 示范乡镇、村名单 / 白石镇 / 石桥村 / 柳林村.

Where nothing but the order of the lines tells a town over its villages from one beside them, it was
read as standing over them, and may be an entry.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.model import LeftOut, Listing, Role, Unit, msg
from pilotdiff.names import parse
from pilotdiff.names.head_words import listed_tiers

_WHY = msg(
    "read as the parent of the units below; the title lists its tier too, it may be an entry"
)
_TWO = 2


def parents_in_title(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield such lines: neither they nor the units below have a number, none is set as a heading,
    and the list has no other unit of their tier."""
    listed = listed_tiers(listing.title)
    tiers = listed - {unit.level for unit in units}
    if len(listed) < _TWO or not tiers:
        return
    plain = {unit.entry.line for unit in units if not unit.entry.ordinal}
    set_apart = {line.number for line in listing.document.lines if line.heading or line.cells}
    for above, below in zip(listing.readings, listing.readings[1:], strict=False):
        if above.role is Role.PARENT and below.line in plain and above.line not in set_apart:
            found = parse(above.text)
            bare = found is not None and "".join(text for _, text in found.parts) == above.text
            if found is not None and bare and found.level in tiers:
                yield LeftOut(above.line, above.text, _WHY)
