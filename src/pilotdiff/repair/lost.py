"""Signs that stand in place of a character: 将*山社区, 宜春市□都镇.

A font that lacks a character shows a box, a page that censors shows a star. What they hide is
lost: a 〓 that any character may fill. A star behind a name (清岗县*) and a box at the beginning of
a line are marks and stay.
"""

from pilotdiff.model import RepairKind, msg
from pilotdiff.model.repairs import WILDCARD
from pilotdiff.patterns import pattern
from pilotdiff.repair.repair_steps import Edit, RepairStep, apply

BOXES = "□▢◻⬜"
STARS = "*＊"
_CHINESE = r"\p{Han}"
_KIND = "(?:自治[区州县旗]|[省市州盟县区旗镇乡村]|街道|社区)"
# The rest of the name up to its kind; what lies between is Chinese alone.
_NAME_GOES_ON = rf"(?={_CHINESE}{{0,8}}?{_KIND})"
_LOST = pattern(
    rf"(?<=\p{{Han}}|[、，：；（(])[{BOXES}]{_NAME_GOES_ON}"
    rf"|(?<=\p{{Han}})(?<![省市州盟县区旗镇乡村])[{STARS}](?={_CHINESE}{{0,3}}{_KIND})"
    rf"|(?<=[、，：；。])[{STARS}](?={_KIND})"
)


def mark_lost(text: str) -> RepairStep:
    """Put 〓 where a sign stands for a character of a name."""
    why = msg("a sign in place of a character")
    edits = [Edit(*found.span(), WILDCARD, why) for found in _LOST.finditer(text)]
    return RepairStep(*apply(RepairKind.LOST, text, edits)) if edits else RepairStep(text)
