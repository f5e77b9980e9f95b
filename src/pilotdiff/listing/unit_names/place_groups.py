"""Groups of units behind their places, which words lead up to in place of a colon:
清岗县2个，分别是白溪镇、东岭镇，北岭县1个，为南岭镇."""

import re

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import NUMBER
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

_FEWEST = 2
_COUNT = (
    rf"(?:共计?|共?有)?(?:{NUMBER}[个家](?:行政)?(?:村|社区|镇|乡|街道|[县市区旗]|单位)?"
    rf"|[（(](?:共计?)?{NUMBER}[个家][^（()）]{{0,4}}[）)])(?:成功)?(?:{ENTERED})?"
)
_LEADS = r"(?:(?:分别|依次|具体)?[为是即有]|包括|包含|涵盖)"
_GROUP = pattern(
    rf"(?P<sign>[，,。；;：:]|^)?(?P<words>其中|另外|此外)?[，,]?"
    rf"(?P<place>(?:(?![为是即有])\p{{Han}}){{1,14}}[市州盟县区旗镇乡道])"
    rf"(?P<count>{_COUNT})?(?P<lead>[，,]?{_LEADS}|[，,：:]|[（(](?=[^（()）]*[）)]))"
    r"(?=(?P<first>\p{Han}{2,24}?(?:村|社区|嘎查|[镇乡县市区旗]|街道|委会))"
    r"(?:[、，,。；;和及以等（()）]|入选|$))"
)
_CLOSING = pattern(r"[）)]")


def with_parted_groups(text: str) -> str:
    """Return a text of the same length in which a colon stands behind the place of each group, for
    its words or its brackets, and ； before it, where two groups at least have a place with words
    or a count behind it.

    >>> with_parted_groups("金堂县2个，分别是白溪镇、东岭镇，大邑县1个，分别是南岭镇")
    '金堂县2个：   白溪镇、东岭镇；大邑县1个：   南岭镇'
    """
    if not any(word in text for word in ("为", "是", "即", "有", "个", "包", "涵", "家")):
        return text
    groups = list(_GROUP.finditer(text))
    # 清岗县白溪镇有东岭村，北岭镇有西岭村: the county may hold for all of them.
    alike = len({_tiers(found["place"]) for found in groups}) == 1
    if len(groups) < _FEWEST or not alike or not all(map(_is_group, groups)):
        return text
    for at, found in enumerate(groups):
        start, end = found.span("lead")
        colon = "：".ljust(end - start)
        behind = text[end:]
        if found["lead"] in ("（", "("):
            behind = _CLOSING.sub(" ", behind, count=1)
        text = text[:start] + colon + behind
        sign = found.start("sign")
        if at and found["sign"] in ("，", ","):
            text = f"{text[:sign]}；{text[sign + 1 :]}"
    return text


def _is_group(found: re.Match[str]) -> bool:
    """Tell whether a place stands before one of a lower tier, with its count, a word that leads up
    to it or a colon between them."""
    if found["lead"] in ("，", ",", "（", "(") and not found["count"]:
        return False
    over, first = _tiers(found["place"]), _tiers(found["first"])
    return bool(over and first) and first[0].depth > over[-1].depth


def _tiers(text: str) -> tuple[Level, ...]:
    """Return the tiers of the path that a text certainly is, () of any other."""
    reading = read_unit(text)
    certain = reading is not None and reading.sure >= CERTAIN
    return tuple(level for level, _ in reading.parts) if reading is not None and certain else ()
