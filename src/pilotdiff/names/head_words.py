"""The nouns that stand for a tier: 社区, 区县, 县（市、区）; a heading ends in one."""

import re
from functools import cache

from pilotdiff.model import Level
from pilotdiff.names.tables import rows
from pilotdiff.patterns import pattern

# What chosen places of several tiers are called: 45个城市（区、县）, 300个村镇.
_ANY_TIER = ("城市", "村镇")
# Whose homes they are: 看看有没有你的家乡.
_NO_TIER = ("家乡", "故乡", "老乡")
# The words of a programme, which say that its units and no places of theirs are named.
PROGRAMME = pattern(r"试点|示范|创建|入选|命名|整(?=[省市县区])")
_AND = pattern(r"[、和及与]|以及")
_BOTH = frozenset({Level.TOWNSHIP, Level.COMMUNITY})


@cache
def head_words() -> dict[str, Level]:
    """Return every such noun with the level it stands for: 社区 is a community, 区县 a county."""
    return {word: Level(level) for level, word in rows("headwords.tsv")}


# Two such words in one; shorter ones may be names.
_TWO_WORDS = 5
_OFFICE = "办事处"
_JOINT = pattern("[和与及或]", needs="和与及或")


def is_head_word(text: str) -> bool:
    """Tell whether a text is nothing but the word for a tier, two for one, or two of two: 社区,
    区县, 乡镇, 街道和社区.

    >>> is_head_word("嘎查村社区"), is_head_word("城镇街道"), is_head_word("街道和社区")
    (True, False, True)

    What ends in an office is the name of one:

    >>> is_head_word("城镇街道办事处")
    False
    """
    words = head_words()
    if text in words:
        return True
    if (joint := _JOINT.search(text)) is not None:
        return text[: joint.start()] in words and text[joint.end() :] in words
    if not _TWO_WORDS <= len(text) <= 2 * _longest() or text.endswith(_OFFICE):
        return False
    halves = ((text[:at], text[at:]) for at in range(2, len(text) - 1))
    return any(a in words and words[a] is words.get(b) for a, b in halves)


@cache
def _longest() -> int:
    return max(map(len, head_words()))


def head_level(text: str) -> tuple[Level | None, str]:
    """Return the level that the last noun of a heading names, and the text before that noun.

    县（市、区）, 区县 are counties, 市（州） prefectures; 实验区 or a bare 市 tell no level, and
    街道、社区 tells two, that is none, and so does 城市（区、县）, which may be of any tier.

    >>> head_level("便民服务型社区")
    (<Level.COMMUNITY: 'community'>, '便民服务型')
    """
    closing, one = _patterns()
    match = closing.search(text)
    if match is None or text.endswith(_NO_TIER):
        return None, text
    stem = text[: match.start()]
    found = one.findall(match[0])
    told = {_word_level(word, found, stem) for word in found}
    told.discard(None)
    if any(word in _ANY_TIER for word in found) and Level.COMMUNITY not in told:
        return None, stem
    return (told.pop() if len(told) == 1 else None), stem


def head_levels(text: str) -> frozenset[Level]:
    """Return the levels that the nouns name with which a heading ends.

    >>> sorted(head_levels("乡村治理示范乡镇、村（社区）")), head_levels("示范单位")
    ([<Level.COMMUNITY: 'community'>, <Level.TOWNSHIP: 'township'>], frozenset())
    """
    closing, one = _patterns()
    match = closing.search(text)
    found = one.findall(match[0]) if match else []
    told = (_word_level(word, found, text[: match.start()]) for word in found if match)
    return frozenset(filter(None, told))


def listed_tiers(title: str) -> frozenset[Level]:
    """Return the tiers that a title says it lists: 示范镇村, 示范镇、示范村, 示范村镇.

    >>> sorted(listed_tiers("清岗县示范镇、示范村名单"))
    [<Level.COMMUNITY: 'community'>, <Level.TOWNSHIP: 'township'>]
    """
    title = title.partition("名单")[0]
    if title.endswith("村镇"):
        return _BOTH
    bits = [bit for bit in _AND.split(title) if PROGRAMME.search(bit)]
    return head_levels(title).union(*map(head_levels, bits))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Compile what closes a heading, some nouns one behind the other, and one such noun."""
    longest_first = sorted([*head_words(), *_ANY_TIER, "市", "区"], key=len, reverse=True)
    one = rf"(?:{'|'.join(longest_first)})"
    whole = rf"({one})(?:[（(]((?:{one}[、，,/和]?)+)[）)])?"
    return pattern(rf"(?:{whole}(?:[、和及与/或]|以及)?)+$"), pattern(one)


def _word_level(word: str, others: list[str], stem: str) -> Level | None:
    """Return the level of one noun beside the others; 市 and 区 tell theirs by these alone."""
    levels = head_words()
    if word == "自治区" or (word == "省" and len(others) > 1):
        return Level.PROVINCE
    if word in _ANY_TIER:
        return None
    if word in ("市", "区"):
        if any(levels.get(other) is Level.PROVINCE for other in others):
            return Level.PROVINCE
        if any(levels.get(other) is Level.PREFECTURE for other in others):
            return Level.PREFECTURE
        if len(set(others)) > 1 and "区" in others:
            return Level.COUNTY
        return Level.COUNTY if word == "区" and stem and stem[-1:] == "点" else None
    return levels[word]
