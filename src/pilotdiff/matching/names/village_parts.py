"""Names that begin with a whole village and go on with a part of it: 清岗村石桥自然村.

The part is no more the village than a group of it is, however much of the name they share.
"""

from pilotdiff.model import Level, Message, Unit, msg
from pilotdiff.names.kinds import VILLAGE_ENDS
from pilotdiff.names.settlements import ends_of_villages
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# What a part is called behind its village, or behind the committee of that.
_PART = pattern(r"(?:民?委员?会)?\p{Han}{2,}?(?:自然)?[村屯寨](?:民?小?组)?", needs="村屯寨")


def is_part_of_the_other(one: Unit, other: Unit) -> bool:
    """Tell whether one of two communities is called as a part of the other is."""
    if one.level is not Level.COMMUNITY or other.level is not Level.COMMUNITY:
        return False
    village, part = sorted((fold(one.own), fold(other.own)), key=len)
    if not village.endswith(VILLAGE_ENDS) or not part.startswith(village):
        return False
    kind = _PART.fullmatch(part, len(village)) is not None
    return kind or len(village) in ends_of_villages(part)


def of_a_part(reason: Message, units: tuple[Unit, Unit]) -> Message:
    """Return the sentence of a village and a part of it."""
    village, part = sorted((unit.own for unit in units), key=len)
    told = msg("{reason}; but {part} is called as a part of {village} is")
    return told.given(reason=reason, part=part, village=village)
