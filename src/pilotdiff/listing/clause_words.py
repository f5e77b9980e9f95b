"""Whether what reads like a unit's name is a clause of running text: 国务院批准清岗县."""

import re
from functools import cache

from pilotdiff.listing.vocabulary import any_of, rows_of_words
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

# So long is the shortest name with its kind: 清岗县.
_SHORTEST = 3
_KINDS = tuple("省市州盟县区旗镇乡村道")
# Words that are names too (新增村, 公布村), before what can only be a county or a township.
_ALSO_NAMES = pattern(r"^(?:新增|公布|同意|公示)")
# 新发布依族乡 is a town of the 布依族.
_OF_A_PEOPLE = "依族"
# What has been done: some villages' names have it as their second character, none behind a verb.
_DONE = pattern(r".{3}了.", needs="了")
# No county's name holds one but those that are known, and all are known.
_IN_NO_COUNTY = pattern(r".[为是有将把被的在又].{2}|^[有为是将把被的及与在从和又也即仅了]")
# An area of two characters before its kind, which stands in place of a town and is in no standard:
# 将台地区, 和平地区; 在该地区 and 和老地区 are words.
_AREA = pattern(r"[有为是将从和][^各该此本我其这那每某全同几两多老新贫受灾边山疫]地区")


def is_clause(level: Level, text: str) -> bool:
    """Tell whether a part of a path that no standard has holds words that no name holds.

    >>> is_clause(Level.COUNTY, "新增清岗县"), is_clause(Level.COMMUNITY, "落实村")
    (True, False)
    >>> is_clause(Level.COMMUNITY, "东岭村建了广场"), is_clause(Level.COMMUNITY, "王了墙村")
    (True, False)
    """
    if _DONE.search(text):
        return True
    for match in _words().finditer(text):
        before = text[: match.start()]
        rest = text[match.end() :]
        if rest.startswith(_OF_A_PEOPLE):
            continue
        if len(rest) >= _SHORTEST or before.endswith(_KINDS) or _is_short_county(level, rest):
            return True
    if level is Level.COMMUNITY:
        return False
    found = _ALSO_NAMES.match(text)
    if found is not None and len(text) - found.end() >= _SHORTEST:
        return True
    known = level.depth <= Level.COUNTY.depth and _AREA.fullmatch(text) is None
    return known and _IN_NO_COUNTY.search(text) is not None


def _is_short_county(level: Level, text: str) -> bool:
    """Tell whether a text is a county of two characters that the standard has, as many are."""
    return level is Level.COUNTY and len(text) == _SHORTEST - 1 and bool(gazetteer.find_whole(text))


def has_clause_word(text: str) -> bool:
    """Tell whether a text holds a word of running text anywhere.

    >>> has_clause_word("国务院批准清岗县"), has_clause_word("清岗县")
    (True, False)
    """
    return _words().search(text) is not None


def opens_with_a_verb(text: str) -> bool:
    """Tell whether a text begins with a verb that decides on the units behind it.

    >>> opens_with_a_verb("同意清岗县为试点"), opens_with_a_verb("清岗县")
    (True, False)
    """
    return _deciding().match(text.lstrip()) is not None


@cache
def _deciding() -> re.Pattern[str]:
    return pattern("|".join(word for kind, word in rows_of_words("verbs.txt") if kind == "lead"))


@cache
def _words() -> re.Pattern[str]:
    return pattern(any_of("clause_words.txt"))
