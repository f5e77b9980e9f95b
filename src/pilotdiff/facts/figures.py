"""Figures in running text: 1.28亿元, 44个县（市、区）, 超过6.7亿元; and the totals among them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.facts.scopes import scoped
from pilotdiff.model import Declared, Figure, Level
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import IN_BRACKETS, pattern
from pilotdiff.repair.texts import Text


class CountedUnits(NamedTuple):
    """A figure and how the text leads up to it."""

    figure: Figure
    text: Text
    example: bool
    decided: bool


def read_figures(texts: Iterable[Text]) -> list[CountedUnits]:
    """Return the figures of running text, those in cited titles left out."""
    return [found for text in texts for found in _in_line(text)]


_FIGURE = pattern(
    rf"""(?<![\d.月第〔\[])(?:(?<!年)|(?=\d{{1,4}}[个家]))
    (?P<before>约|大约|近|将近|超过|超|逾|达到|不少于|至少)?
    (?:(?P<number>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)(?P<scale>[百千万亿]{{1,2}})?|(?P<words>{CHINESE}{{1,6}}))
    (?P<more>[多余])?
    (?P<unit>元|美元|个|名|家(?![镇乡村])|支|人次|人|户|平方米|平方公里|公里|亩|项|座|所|处|场|件|%|％)
    (?P<after>左右|以上|多|余)?""",
    re.VERBOSE,
)
_DECIDING = pattern(r"确定|命名|认定|公布|确认|评选|授予|同意|共有|共计")
_YEARLY = pattern(r"每年|平均")
# What may follow a total of units; an office may not: 31个省（区、市）爱卫会.
_AFTER_TOTAL = frozenset("为被列作、，,。;；：:（( 分别入选上获达开承的和及是与等试评认确“”」")
_CITED = pattern(r"《[^《》]*》")


def _in_line(text: Text) -> Iterable[CountedUnits]:
    line = _CITED.sub(lambda cited: " " * len(cited[0]), text.text)
    for match in _FIGURE.finditer(line):
        value = _value(match)
        if value is None:
            continue
        figure = _figure(line, match, value, text.line_at(match.start()))
        before, _ = figure.sentence
        decided = bool(_DECIDING.search(before)) and not _YEARLY.search(before)
        after = line[match.start() + len(figure.text) :][:1]
        if after in _AFTER_TOTAL or not after:
            yield CountedUnits(figure, text, before.endswith("等"), decided)
        else:
            yield CountedUnits(figure, text, False, False)


_VAGUE_WORDS = frozenset("一两")
_SCALES = {"百": 100, "千": 1000, "万": 10_000}
_LONGEST = 20


def _value(match: re.Match[str]) -> float | None:
    if match["number"]:
        if len(match["number"]) > _LONGEST:
            return None
        scale = _SCALES.get((match["scale"] or "").replace("亿", ""), 1)
        return float(match["number"].replace(",", "")) * scale
    number = numeral(words) if (words := match["words"]) not in _VAGUE_WORDS else None
    return None if number is None else float(number)


_NOUN = pattern(
    r"[的]?(?!为|被|列为|作为|分别)(?P<noun>[^，,。；;、：:！？“”\"()（）\d]{1,16}?(?:[（(][^（）()\d]{1,12}[）)])?)"
    r"(?=[，,。；;、：:！？“”\"（(\d\s]|已|正在|均|全部|陆续"
    r"|开展|作为|为|的|进行|实施|被|试点工作|试点任务|产生|入选|上榜|榜上|$)"
)
# 清岗有3个 does not say of what, nor does 9个示范县和2个“白溪”基地 of the second.
_SUBJECT = pattern(r"[^，,。；;、：:！？“”\"（）()\d\s]{1,20}(?<![有和与及])$")


def _figure(line: str, match: re.Match[str], value: float, number: int) -> Figure:
    unit = ("亿" if "亿" in (match["scale"] or "") else "") + match["unit"]
    noun = (
        _NOUN.match(line, match.end())
        if match["unit"] in ("个", "名", "家", "支", "所", "项")
        else None
    )
    subject = noun["noun"].strip() if noun else ""
    if not subject:
        found = _SUBJECT.search(line[max(0, match.start() - 40) : match.start()])
        subject = found[0].strip() if found else ""
    about = any(match[group] for group in ("before", "more", "after"))
    end = noun.end() if noun else match.end()
    text = line[match.start() : end].strip()
    figure = Figure(value, unit, subject, number, text, about, _sentence(line, match))
    return scoped(figure, line, match.start(), end)


_STOP = pattern(r"[。！？；]")
_REACH = 80


def _sentence(line: str, match: re.Match[str]) -> tuple[str, str]:
    """Return what stands before and behind a figure in its sentence, as far as it bears on it."""
    before = line[max(0, match.start() - _REACH) : match.start()]
    after = line[match.end() : match.end() + _REACH]
    return _STOP.split(before)[-1], _STOP.split(after)[0]


_RANK = pattern(r"级$", needs="级")
# Cities of a province and its districts, or cities of a city: 清岗区等30个市（区）.
_EITHER_TIER = pattern(r"市[（(]区[）)]$", needs="区")
_UNITS_COUNTED = frozenset("个家名支座所处项")


def declared_totals(counted: Sequence[CountedUnits]) -> list[Declared]:
    """Return the totals that the text gives of its own list: …等41个区（市、县）.

    Where a text says 等N个 of a unit it has named, only such counts are of its list; else those
    in a sentence that decides; else what it says there are together: 全省共确定3个试点单位.
    """
    # 全省59%的县 and 全市5亿元 count no provinces and no cities.
    counts = [c for c in counted if c.figure.unit in _UNITS_COUNTED and not c.figure.about]
    # 30个市级示范村 and, cut off by a quote, 30个市级: no cities.
    counts = [c for c in counts if not _RANK.search(c.figure.subject)]
    units = [(c, head_level(c.figure.subject)[0]) for c in counts]
    # 北京、天津等31个省 are all there are: provinces are counted where something decides on them.
    units = [(c, n) for c, n in units if n and (n is not Level.PROVINCE or c.decided)]
    told = [pair for pair in units if pair[0].example] or [
        pair for pair in units if pair[0].decided
    ]
    if not told:
        plain = [c for c in counted if not c.figure.about]
        whole = [
            c for c in plain if (c.decided and _is_whole(c.figure)) or _is_made_known(c.figure)
        ]
        told = [(c, None) for c in whole] if len(whole) == 1 else []
    if len(told) == 1 and _EITHER_TIER.search(told[0][0].figure.subject):
        told = [(told[0][0], None)]
    return [
        Declared(
            int(c.figure.value),
            c.figure.line,
            c.figure.text,
            None if _of_several_tiers(c.figure) else level,
        )
        for c, level in told
    ]


# 7个县、镇: what is joined to the tier without a number of its own is counted with it.
_TIER_JOINED = pattern(r"(?:、|和|及|与|以及)(?:县|市|区|旗|乡镇?|镇|村|街道|社区)")


def _of_several_tiers(figure: Figure) -> bool:
    """Tell whether a number counts units of several tiers together: 183个县（市、区）、乡镇."""
    behind = figure.sentence[1].removeprefix(figure.subject)
    return _TIER_JOINED.match(behind) is not None


# Counted by their kinds alone: 清岗镇、东岭村等3镇7村.
_KINDS = "乡镇|街道|社区|[县区乡镇村]"
_BY_KINDS = pattern(rf"(?<=等)(?:(?:\d{{1,4}}|{CHINESE}{{1,3}})(?:{_KINDS})[、和及]?)+", needs="等")
_OF_KIND = pattern(rf"(?P<number>\d{{1,4}}|{CHINESE}{{1,3}})(?P<kind>{_KINDS})")


def totals_by_kinds(texts: Iterable[Text]) -> list[Declared]:
    """Return the totals of kinds that stand behind units which a text names.

    >>> from pilotdiff.model import Clean
    >>> text = "清岗县白溪镇、南岭县东湖乡西岭村等3镇7村名列其中。"
    >>> [(t.number, t.level.value) for t in totals_by_kinds([Text(1, Clean(text, text))])]
    [(3, 'township'), (7, 'community')]
    """
    found = []
    for text in texts:
        for match in _BY_KINDS.finditer(text.text):
            for one in _OF_KIND.finditer(match[0]):
                number, level = numeral(one["number"]), head_level(one["kind"])[0]
                if number is not None and level is not None:
                    line = text.line_at(match.start())
                    found.append(Declared(number, line, one[0], level))
    return found


_LISTED = pattern(r"[^，,、；;。]{0,24}名单")
_ACT = pattern(rf"(?:通知|公告|公示|决定|批复|函|通报|通告|名单)(?:{IN_BRACKETS})?$")
_COUNTERS = frozenset("个家项")


# The title of news tells how many of a place were chosen: 我市25个村（社区）榜上有名.
_ENTERED = pattern(
    r"(?P<number>\d{1,4})\s*[个家](?P<noun>[^，,。；;！!\d]{1,8}?)"
    rf"(?:成功)?(?:{ENTERED})",
    needs="个家",
)
_ONE_COUNT = pattern(r"\d\s*[个家]")


def entered(title: str) -> tuple[int, Level | None] | None:
    """Return how many units of a place the title of news says were chosen, and of which level; None
    where it counts several things or none.

    >>> entered("我市25个村（社区）榜上有名")
    (25, <Level.COMMUNITY: 'community'>)
    >>> entered("全国100个村入选，我省3个")
    """
    match = _ENTERED.search(title)
    if match is None or len(_ONE_COUNT.findall(title)) > 1:
        return None
    return int(match["number"]), head_level(match["noun"])[0]


def title_totals(title: Text) -> list[Declared]:
    """Return the totals of its list that the title of an act, or of news, gives.

    >>> from pilotdiff.model import Clean
    >>> title = "关于命名清岗县等41个县（市、区）为示范县的通知"
    >>> [(t.number, t.level.value) for t in title_totals(Text(1, Clean(title, title)))]
    [(41, 'county')]
    """
    if (counted_in_news := entered(title.text)) is not None:
        number, level = counted_in_news
        return [Declared(number, title.line, title.text, level)]
    if not _ACT.search(title.text):
        return []
    found = []
    for counted in read_figures([title]):
        figure, level = counted.figure, head_level(counted.figure.subject)[0]
        of_list = counted.example or _LISTED.match(figure.sentence[1])
        is_plain = figure.unit in _COUNTERS and not figure.about
        if of_list and is_plain and level is not Level.PROVINCE:
            found.append(Declared(int(figure.value), figure.line, figure.text, level))
    return found


_ALL = pattern(r"共(?:有|计|评选|评出|确定|认定|命名|公布|遴选|选定|选出|产生|确认)*$")
# 现将12个示范村予以公示.
_NOW = pattern(r"现(?:对|将|就)[^，,。；;]*$")
_MADE_KNOWN = pattern(r"[^，,。；;]{0,24}?(?:进行|予以|给予)(?:公示|公布|公告|命名|表彰|通报)")
_FOLLOWING = pattern(r"(?:下列|以下)$")
_CHOSEN = pattern(
    r"[^的]{0,8}(?:试点|示范|入选|创建|实验|先行|培育)[^的]{0,4}(?:单位|地区|地方|点|区)?$"
)


def _is_whole(figure: Figure) -> bool:
    """Tell whether a figure counts all that was chosen: 共确定3个试点单位, 确定下列3个单位."""
    before, behind = figure.sentence
    if behind.startswith(figure.subject + "的"):
        return False
    if _FOLLOWING.search(before) and figure.subject.endswith("单位"):
        return True
    return bool(_ALL.search(before) and _CHOSEN.match(figure.subject))


def _is_made_known(figure: Figure) -> bool:
    """Tell whether a sentence makes known so many: 现将3个示范城市予以公示."""
    before, behind = figure.sentence
    return bool(_NOW.search(before) and _MADE_KNOWN.match(behind))
