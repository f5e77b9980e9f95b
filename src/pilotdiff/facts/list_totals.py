"""Totals that a line gives of a list: 共24个（乡镇6个，村18个）, 现将3个乡镇、1个村名单公布."""

from collections.abc import Iterator

from pilotdiff.facts.numerals import CHINESE, NUMBER, numeral
from pilotdiff.model import Declared, Level
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

# A line that says so of a list: nothing else on a page counts what stands below it.
_OF_A_LIST = pattern(
    r"^[（(]?(?:共|共计|合计|总计|总共)|名单|公布如下|公示如下|通报如下|如下[：:]?$"
)
_WHOLE = pattern(
    rf"^[（(]?(?:共|共计|合计|总计|总共)(?:有)?\s*(?P<number>{NUMBER})\s*[个家]"
    r"(?P<noun>[^\d，,、；;（(：:。]{0,10})",
    needs="共合总",
)
_ONE = pattern(
    rf"(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*[个家](?P<noun>[^\d，,、；;（()）：:。和及与]{{1,12}})"
    rf"|(?P<before>[\u4e00-\u9fff]{{1,8}}?)\s*[：:]?\s*(?P<behind>\d{{1,5}})\s*[个家](?=[，,、；;）)。和及与]|$)",
    needs="个家",
)
_LIST_WORDS = pattern(r"(?:(?:的|入选|候选|推荐|试点|示范)*(?:名单)?(?:公布|公示|通报)?(?:如下)?)$")
_LONGEST = 80


def totals_of_a_line(text: Text) -> list[Declared]:
    """Return what a line that speaks of a list says there is in it, all together and by level."""
    line = text.text.strip()
    if len(line) > _LONGEST or not _OF_A_LIST.search(line):
        return []
    return [Declared(number, text.line, line, level) for number, level in counts_in(line)]


def counts_in(line: str) -> Iterator[tuple[int, Level | None]]:
    """Yield the numbers of a line with the level of what they count, None for everything.

    >>> [(n, level and level.value) for n, level in counts_in("共24个（乡镇6个，村18个）")]
    [(24, None), (6, 'township'), (18, 'community')]
    """
    whole = _WHOLE.match(line)
    if whole is not None:
        level = head_level(whole["noun"])[0]
        if (number := numeral(whole["number"])) is not None:
            yield number, level
    start = whole.end() if whole else 0
    for match in _ONE.finditer(line, start):
        noun = _LIST_WORDS.sub("", match["noun"] or match["before"] or "")
        number = numeral(match["number"] or match["behind"])
        level = head_level(noun)[0]
        if number is not None and level is not None:
            yield number, level
