"""Totals that a line gives of a list: 共24个（乡镇6个，村18个）, 现将3个乡镇、1个村名单公布."""

import re
from collections.abc import Iterator

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import CHINESE, NUMBER, numeral
from pilotdiff.model import Declared, Level
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import END_OF_A_NAME, HAN, pattern
from pilotdiff.repair.texts import Text

# What counts units of any level, in the sentence before the list: 等71家单位, 示范区单位262个.
_UNITS = "(?:单位|示范区|试验区|先行区|示范点|试点|对象|基地|园区|项目)"
# A line that says so of a list: nothing else on a page counts what stands below it.
_OF_A_LIST = pattern(
    r"^[（(]?(?:共|共计|合计|总计|总共)|[（(，,](?:共|共计|合计|总计)\s*\d+\s*[个家]|名单|公布如下|公示如下|通报如下|如下[：:]?$"
    rf"|(?:以下|下列)\s*(?:\d{{1,5}}|{CHINESE}{{1,5}})\s*(?:家|[个项]\s*{_UNITS})"
    r"|(?:予以|现予|现将[^。；;]{0,40})(?:公布|公示|命名|通报)|(?:数量|总数)[：:]\s*\d"
    r"|(?:确定|认定|命名|选定|同意)[^。；;]{1,40}为[^。；;]{0,12}(?:试点|示范)[^。；;]{0,6}[。：:]?$"
)
# What is named below, whatever it is: 决定命名以下15个社工站为示范站.
_FOLLOWING = pattern(
    r"(?:命名|认定|确定|同意|批准|授予|选定|评定|核定|批复|公布)[^。；;，,]{0,6}(?:以下|下列)\s*"
    rf"(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*[个家所处]"
    r"(?!\p{Han}{0,4}(?:方面|条件|要求|问题|环节|内容|原则|材料|类型|阶段|方向|领域|标准|指标|意见|步骤|措施|任务|事项))",
    needs="以下列",
)
# 现将首批示范社区名单（15个）公布如下.
_IN_BRACKETS = pattern(
    rf"名单\s*[（(](?:共|共计|合计)?\s*(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*[个家项][）)]"
    r"|(?:数量|总数)[：:]\s*(?P<behind>\d{1,5})\s*[个家]?\s*$",
    needs="（(数",
)
_WHOLE = pattern(
    r"^(?:[^。；;]{0,12}[（(，,])?(?:全[省市州县区旗国])?(?:共|共计|合计|总计|总共)"
    rf"(?:[评选]选?出|有|认定|确定|命名|入选|选出|产生)?(?P<before>[^\d，,、；;（(：:。]{{0,8}}?)\s*(?P<number>{NUMBER})\s*[个家]"
    r"(?P<noun>[^\d，,、；;（(：:。]{0,10})",
    needs="共合总",
)
# 三家镇 is a town's name.
_ONE = pattern(
    rf"(?P<number>\d{{1,5}}|{CHINESE}{{1,5}})\s*(?:个|家(?![镇乡村]))(?P<noun>[^\d，,、；;（()）：:。和及与为被]{{1,12}})"
    rf"|(?P<before>\p{{Han}}{{1,8}}?)\s*[：:]?\s*(?P<behind>\d{{1,5}})\s*[个家](?=[，,、；;）)。和及与为]|$)",
    needs="个家",
)
# What was done with what is counted ends its noun: 16个乡村|入选省级未来乡村名单.
_DONE_WITH = pattern(
    rf"(?:(?<=位)|{END_OF_A_NAME})(?:成功|榜上|获|跻身|列入|纳入|{ENTERED}).*$",
    needs="功榜获入跻当中",
)
_LONGEST_NOUN = 12
# …社区通过验收, and what else a line says of what it counts.
_LIST_WORDS = pattern(
    r"(?:(?:顺利|成功|全部|已)?通过了?(?:\p{Han}{0,4}(?:验收|评估|考核|复核|评审|审核|认定))?"
    r"|(?:的|入选|候选|推荐|试点|示范)*(?:具体|详细)?(?:名单)?(?:予以|现予|具体)?(?:公布|公示|通报)?(?:如下)?)$"
)
# One unit, in Chinese, is rarely a count: 一个.
_CHINESE_COUNT = f"(?:(?!一){CHINESE}|{CHINESE}{{2,5}})"
_ANNOUNCED = pattern(
    rf"(?P<number>\d{{1,5}}|{_CHINESE_COUNT})\s*(?:[个家项][^\d，,、；;。（()）]{{0,16}}?{_UNITS}|家(?=[，,、；;。）)]|$))"
    rf"|{_UNITS}(?:共|共计|合计)?\s*(?P<behind>\d{{1,5}}|{_CHINESE_COUNT})\s*[个家项](?=[，,、；;。）)]|$)",
    needs="个家项",
)
# Numbers of others: those who applied, a part, each one's share.
_OF_OTHERS = pattern(
    r"(?:申报|推荐|报送|上报|征集|收到|其中|包括|前两?批|原有?|已有?|此前|每|各|累计|余)[^，,；;。]*$"
)
_ENDS = pattern(r"如下\s*[：:。]?$")
_LONGEST = 80
_LONGEST_SENTENCE = 200


def totals_of_a_line(text: Text) -> list[Declared]:
    """Return what a line that speaks of a list says there is in it, all together and by level."""
    line = text.text.strip()
    longest = _LONGEST_SENTENCE if _ENDS.search(line) else _LONGEST
    if len(line) > longest or not (_OF_A_LIST.search(line) or _FOLLOWING.search(line)):
        return []
    found = list(counts_in(line)) or _announced(line)
    return [Declared(number, text.line, line, level) for number, level in found]


def _announced(line: str) -> list[tuple[int, Level | None]]:
    """Return the one number of units that a sentence before a list gives; [] for none or several.

    >>> _announced("现将清岗区等71家单位公布为首批示范区，名单如下：")
    [(71, None)]
    >>> _announced("经对申报的300个单位评审，现将262个单位名单公布如下：")
    [(262, None)]
    >>> _announced("本批试点单位三个，具体名单如下："), _announced("同意将以下3家单位列为试点。")
    ([(3, None)], [(3, None)])
    >>> _announced("决定命名以下15个社工站为示范站。"), _announced("批准以下3个方面的意见。")
    ([(15, None)], [])
    """
    if following := _FOLLOWING.search(line) or _IN_BRACKETS.search(line):
        number = numeral(next(filter(None, following.groups())))
        return [(number, None)] if number else []
    hits = (hit for hit in _ANNOUNCED.finditer(line) if not _OF_OTHERS.search(line[: hit.start()]))
    numbers = {numeral(hit["number"] or hit["behind"]) for hit in hits} - {None}
    return [(number, None) for number in numbers if number] if len(numbers) == 1 else []


# What a heading says in its bracket.
_AT_END = pattern(
    r"[（(【〔\[](?P<inside>[^（）()【】〔〕\[\]]+)[）)】〕\]]\s*[：:]?\s*$", needs="）)】〕]"
)
# Counted by their kinds and nothing else: 3个村、1个社区. Of 4个村、2个贫困村 the ones are among
# the others.
_KIND = "(?:行政村|社区|居委会|村|街道|乡镇|镇|乡|县|市|区|旗)"
_BY_KIND = pattern(
    rf"(?:{NUMBER}\s*个?\s*{_KIND}|{_KIND}\s*{NUMBER}\s*个?)"
    rf"(?:[、，,和及]\s*(?:{NUMBER}\s*个?\s*{_KIND}|{_KIND}\s*{NUMBER}\s*个?))+"
)


def counts_by_kind(heading: str) -> list[tuple[int, Level | None]]:
    """Return what the bracket behind a heading counts of each level, where it counts several kinds;
    [] elsewhere, and behind a count (共3个（乡镇1个，村2个）): that line is of the whole list.

    >>> [(n, level and level.value) for n, level in counts_by_kind("甲市（示范镇2个，示范村3个）")]
    [(2, 'township'), (3, 'community')]
    >>> [(n, level and level.value) for n, level in counts_by_kind("甲市（3个村、1个社区）")]
    [(4, 'community')]
    >>> counts_by_kind("甲市（3个）"), counts_by_kind("甲市（4个村、2个贫困村）")
    ([], [])
    """
    bracket = _AT_END.search(heading)
    if bracket is None or heading[: bracket.start()].rstrip().endswith(("个", "家")):
        return []
    inside = bracket["inside"]
    counts = list(counts_in(inside))
    if len({level for _, level in counts} - {None}) > 1:
        return counts
    if len(counts) > 1 and _BY_KIND.fullmatch(inside.strip()):
        return [(sum(number for number, _ in counts), counts[0][1])]
    return []


def counts_in(line: str) -> Iterator[tuple[int, Level | None]]:
    """Yield the numbers of a line with the level of what they count, None for everything.

    >>> [(n, level and level.value) for n, level in counts_in("共24个（乡镇6个，村18个）")]
    [(24, None), (6, 'township'), (18, 'community')]
    >>> [(n, level and level.value) for n, level in counts_in("共评出示范社区15个，其中村3个")]
    [(15, 'community')]
    >>> [(n, level and level.value) for n, level in counts_in("15个社区通过验收，名单如下：")]
    [(15, 'community')]
    >>> [(n, level and level.value) for n, level in counts_in("我省44个生态文化村具体如下：")]
    [(44, 'community')]
    >>> [(n, level and level.value) for n, level in counts_in("16个乡村入选清岗第三批未来乡村名单")]
    [(16, 'community')]
    """
    whole = _WHOLE.match(line)
    total: Level | None = None
    if whole is not None:
        total = head_level(whole["noun"] or whole["before"])[0]
        if (number := numeral(whole["number"])) is not None:
            yield number, total
    start = whole.end() if whole else 0
    for match in _ONE.finditer(line, start):
        noun = _LIST_WORDS.sub("", _noun(line, match))
        number = numeral(match["number"] or match["behind"])
        level = head_level(noun)[0]
        if number is not None and level is not None and not (level is total and "其中" in line):
            yield number, level


def _noun(line: str, match: re.Match[str]) -> str:
    """Return what a count counts, up to what was done with it; "" where its end is not seen."""
    if (noun := match["noun"]) is None:
        return match["before"] or ""
    bare = _DONE_WITH.sub("", noun)
    cut = bare == noun and len(noun) == _LONGEST_NOUN and HAN.match(line, match.end())
    return "" if cut else bare
