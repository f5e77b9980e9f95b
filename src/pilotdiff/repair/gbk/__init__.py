"""GBK damage: text whose bytes were cut or replaced without regard for character boundaries."""

from pilotdiff.model import Wildcard
from pilotdiff.model.repairs import LOST
from pilotdiff.patterns import pattern
from pilotdiff.repair.gbk.byte_pairs import MARKERS
from pilotdiff.repair.repair_steps import RepairStep

_SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+"
# A marker in front of Chinese, of a lone ASCII character between Chinese ones (the second half of
# a character), or of an annotation that lost its bracket.
_WORTH_A_LOOK = pattern(
    f"[{MARKERS}](?=[^\x00-\x7f]|(?<=[^\x00-\x7f].)[@-~](?:[^\x00-\x7f]|$)|{_SYLLABLE}\\))|\ufffd"
).search

# A line of which so much is lost is no damaged text: it would be guessed, at length.
_MOST_LOST = 1 / 3
_MANY = 60


def mend_gbk(text: str) -> RepairStep:
    """Put a text back in step wherever that is clearly more plausible than what is shown.

    Each stretch becomes one repair whose reason gives the bytes; what stays unknown is a 〓 with a
    wildcard. A 〓 that the source itself shows stands for any character.

    >>> mend_gbk("?粕鐓^").text
    '〓科社區'
    """
    if not _WORTH_A_LOOK(text) or _is_beyond(text):
        return RepairStep(text, (), (Wildcard(),) * text.count(LOST))
    from pilotdiff.repair.gbk.mend import mend  # seldom needed, and dear to import

    return mend(text)


def _is_beyond(text: str) -> bool:
    """Tell whether a line is for the most part signs of loss: ？？？？？？."""
    lost = sum(map(text.count, MARKERS))
    return lost > _MANY and lost > _MOST_LOST * len(text)
