"""Words before names that call units of a tier, of which a text gives none."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.headings import read_heading, tier_called
from pilotdiff.model import DoubtfulLine, Listing, Role, Unit, msg
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import one_of, pattern
from pilotdiff.repair import to_simplified

_NONE_OF_ITS_TIER = msg("says that units of this kind follow, and none of them is read")
# 示范镇（3个）：清岗县的, 【示范镇】清岗县, 示范镇3个，分别是清岗县的, 示范镇：3个白溪镇; but no
# 示范镇：无.
_LABEL = pattern(
    r"(?P<label>\p{Han}{2,10}?(?:[县镇乡村]|街道|社区|乡镇|村镇))"
    r"(?:[（(]?\s*\d{1,4}\s*个[）)]?)?\s*(?:[，,]?分别[是为]|[：:]|】)\s*"
    r"(?![无\s])(?P<counted>共?\d{1,4}个)?(?=\p{Han}{2})",
)
# A long list has few of them, and is not converted for the others.
_SIGNS = one_of("：:】别別")
_TEXT = (Role.RUNNING_TEXT, Role.ITEM, Role.HEADING, Role.TITLE, Role.FURNITURE)


def called_and_unread(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the words of programmes before names that call units of a tier of which the list has
    none, 示范镇：清岗县的白溪镇 in a list of villages alone, or that count them in a line of which
    none is read: 示范村：3个东岭村、西岭村、南岭村."""
    levels, lines = {unit.level for unit in units}, {unit.entry.line for unit in units}
    if not levels:
        return
    for reading in listing.readings:
        if reading.role not in _TEXT or _SIGNS.search(reading.text) is None:
            continue
        for found in _LABEL.finditer(to_simplified(reading.text)):
            label = found["label"]
            tier = tier_called(read_heading(label)) if PROGRAMME.search(label) else None
            unread = found["counted"] and reading.line not in lines
            if tier is not None and (tier not in levels or unread):
                yield DoubtfulLine(reading.line, label, _NONE_OF_ITS_TIER)
