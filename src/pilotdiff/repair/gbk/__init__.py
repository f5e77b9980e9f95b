"""GBK damage: text whose bytes were cut or replaced without regard for character boundaries."""

from pilotdiff.model import RepairKind, Wildcard, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.patterns import pattern
from pilotdiff.repair.gbk.byte_pairs import MARKERS
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

_SYLLABLE = "[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+"
# A marker in front of Chinese, of a lone ASCII character between Chinese ones (the second half of
# a character), or of an annotation that lost its bracket.
_WORTH_A_LOOK = pattern(
    f"[{MARKERS}](?=[^\x00-\x7f]|(?<=[^\x00-\x7f].)[@-~](?:[^\x00-\x7f]|$)|{_SYLLABLE}\\))|\ufffd"
).search

# 省（ is CA A1 A3 A8: CA is lost, A1 A3 reads 。, and A8 is lost with the letter behind it, which
# was a digit or the < of a tag.
_CUT_BRACKET = pattern(
    r"(?<=\p{Han})[?？]。[?？](?P<tag>/(?:span|font|strong|em|[abip]|td|div|o:p)>)?(?=\d{0,3}\s*[个個])",
    needs="?？",
)
_SHENG = msg("A1 A3 reads 。 and is the middle of 省（, which is CA A1 A3 A8")

# A line of which so much is lost is no damaged text: it would be guessed, at length.
_MOST_LOST = 1 / 3
_MANY = 60


def mend_gbk(text: str) -> RepairStep:
    """Put a text back in step wherever that is clearly more plausible than what is shown.

    Each stretch becomes one repair whose reason gives the bytes; what stays unknown is a 〓 with a
    wildcard. A 〓 that the source itself shows stands for any character.

    >>> mend_gbk("?粕鐓^").text
    '〓科社區'
    >>> mend_gbk("清岗?。?5個)：白溪縣").text
    '清岗省（〓5個)：白溪縣'
    """
    edits = (
        Replacement(*cut.span(), "省（" if cut["tag"] else "省（" + LOST, _SHENG)
        for cut in _CUT_BRACKET.finditer(text)
    )
    text, cuts = carried_out(RepairKind.GBK, text, edits)
    if not _WORTH_A_LOOK(text) or _is_beyond(text):
        return RepairStep(text, cuts, (Wildcard(),) * text.count(LOST))
    from pilotdiff.repair.gbk.mend import mend  # seldom needed, and dear to import

    step = mend(text)
    return step._replace(repairs=(*cuts, *step.repairs))


def _is_beyond(text: str) -> bool:
    """Tell whether a line is for the most part signs of loss: ？？？？？？."""
    lost = sum(map(text.count, MARKERS))
    return lost > _MANY and lost > _MOST_LOST * len(text)
