"""The words beside units in running text (verbs.txt), as expressions by their use."""

import re
from functools import cache

from pilotdiff.facts.numerals import CHINESE, GLUED_COUNT, OF_EACH_TIER, numeral, of_each_tier
from pilotdiff.listing.vocabulary import rows_of_words
from pilotdiff.patterns import pattern

# A count may stand right behind the last name (4个城市, 2家社区); written in Chinese it is one only
# with 个, since 五家渠市 and 三座村 are names.
# So many words and blanks at most: a run of blanks is not looked through from each of them on.
# Without 个 it counts what the last name is called, and closes the clause: 白溪县、北岭县2县入选.
COUNT_BEHIND = pattern(
    rf"(?:在内的?|等|共计|合计|共|计|这|以上|上述){{0,4}}\s{{0,8}}"
    rf"(?:(?P<number>\d{{1,5}})\s*(?:多|余)?[个家座名处项条]|(?P<words>{CHINESE}{{1,5}})个"
    rf"|{GLUED_COUNT}(?=\s*(?:[（(，,。；;、]|以及|[和及与入上被获荣列榜为成均]|$))"
    # 白溪镇、南岭镇东岭村|一镇一村入选, 东岭村|等一镇一村入选
    rf"|(?<=[县区旗镇乡村道等共计])(?P<tiers>{OF_EACH_TIER})"
    r"(?=\s*(?:[（(，,。；;]|成功|榜上|[入上被获荣列]|$)))"
)
_BEFORE_UNITS = ("lead", "weak")
_OF_TWO = 2
# So far before a row stands what counts it.
_NEAR = 60


# Signs that were set twice: 小溪、，北岭.
_TWICE = pattern(r"(?<=、)[，,]|(?<=[，,])[，,]|[，,](?=、)")


def once_parted(text: str) -> str:
    """Return a text of the same length in which no comma stands beside another sign that parts.

    >>> once_parted("小金,、苍溪,,雷波")
    '小金 、苍溪, 雷波'
    """
    return _TWICE.sub(" ", text)


def number_counted(match: re.Match[str]) -> int | None:
    """Return the number of a count behind the last name.

    >>> match = COUNT_BEHIND.match("白溪县、北岭县2县入选", 7)
    >>> number_counted(match) if match else None
    2
    >>> match = COUNT_BEHIND.match("白溪镇、南岭镇东岭村一镇一村入选", 10)
    >>> number_counted(match) if match else None
    2
    """
    if match["tiers"]:
        return of_each_tier(match["tiers"])
    return numeral(match["number"] or match["words"] or match["glued"] or match["spelt"])


_STATED = pattern(
    rf"(?<!第)(?<!{CHINESE})(?P<number>\d{{1,4}}|{CHINESE}{{1,3}})[个家](?:(?![省市州县区镇乡村]的)[^，,。；;：:、\d]){{0,24}}"
    r"(?:[，,]?\s*(?:它们|名单)?(?:分别|依次|具体)(?:是|为|有|包括)?[：:，,]?|(?:名单)?(?:如下|是|为)?[：:])\s*$",
    needs="个家",
)


def stated_before(text: str) -> int | None:
    """Return how many the words right before a row say there are in it.

    >>> stated_before("清岗市有7个村镇入围，分别是"), stated_before("全国31个省的试点县是：")
    (7, None)
    >>> stated_before("12个县入选，记者走访了")
    """
    match = _STATED.search(text, max(0, len(text) - _NEAR))
    return numeral(match["number"]) if match else None


@cache
def uses(*kinds: str) -> re.Pattern[str]:
    """Return an expression that finds the words of these uses, the longest first; a verb of two
    characters in front of units also as it is said of what is done (表彰了)."""
    told = [(kind, word) for kind, word in rows_of_words("verbs.txt") if kind in kinds]
    done = (f"{word}了" for kind, word in told if kind in _BEFORE_UNITS and len(word) == _OF_TWO)
    # In one order always: the table of compiled expressions has it by its text.
    words = dict.fromkeys((*(word for _, word in told), *done))
    return pattern("|".join(sorted(words, key=len, reverse=True)))
