"""The name that opens a line whose rest is a remark."""

from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.behind_names import HOUSE
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.path_steps import read_steps
from pilotdiff.listing.unit_names.spaced_names import read_spaced
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

_REMARKED = pattern(rf"[\s：:—－–，,-]+|{HOUSE}")
_LONGEST = 50


def read_first_name(text: str, start: int = 0) -> Name | None:
    """Return the name that opens a line whose rest is a remark: 石景山区 打造“老街坊”品牌.

    >>> read_first_name("石景山区 打造“老街坊”品牌").text
    '石景山区'
    """
    found: Name | None = None
    for match in _REMARKED.finditer(text, start, start + _LONGEST):
        names = read_spaced(text, start, match.start(), None) if found else []
        names = names or (read_steps(text, start, match.start()) if found else [])
        name = names[0] if len(names) == 1 else None
        if len(names) > 1:
            return None  # 清岗县 白溪县 …: a row, of which the rest is no remark
        if found is None:
            name = read_name(text, start, match.start())
        if name is not None and name.reading.sure > DOUBTFUL:
            # 清岗县白溪镇 东岭村 张华: the path goes on behind the space, or the dash.
            found = name._replace(note=text[match.end() :].strip())
        elif found is not None:
            break
    return None if found is not None and _goes_on_with_a_name(found) else found


def _goes_on_with_a_name(found: Name) -> bool:
    """Tell whether what stands behind a county or city is a known one of its tier, no remark."""
    words = found.note.split(maxsplit=1)
    other = read_unit(words[0]) if words else None
    if other is None or other.level.depth > Level.COUNTY.depth:
        return False
    return other.parts[0][0] is found.reading.level and bool(gazetteer.find(other.parts[0][1]))
