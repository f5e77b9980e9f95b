"""The words beside units in running text (verbs.txt), as expressions by their use."""

import re
from functools import cache

from pilotdiff.facts.numerals import CHINESE
from pilotdiff.listing.vocabulary import rows
from pilotdiff.patterns import pattern

# A count may stand right behind the last name (4个城市, 2家社区); written in Chinese it is one only
# with 个, since 五家渠市 and 三座村 are names.
# So many words and blanks at most: a run of blanks is not looked through from each of them on.
COUNT_BEHIND = pattern(
    rf"(?:等|共计|合计|共|计|这|以上|上述){{0,4}}\s{{0,8}}"
    rf"(?:(?P<number>\d{{1,5}})\s*(?:多|余)?[个家座名处项条]|(?P<words>{CHINESE}{{1,5}})个)"
)


@cache
def uses(*kinds: str) -> re.Pattern[str]:
    """Return an expression that finds the words of these uses, the longest first."""
    words = [word for kind, word in rows("verbs.txt") if kind in kinds]
    return pattern("|".join(sorted(words, key=len, reverse=True)))
