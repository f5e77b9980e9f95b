"""The rows of units that running text decides on, and what it says they are chosen for.

Only sentences that decide something name units of the list; that a place is spoken of is not
enough.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.cuts import CLAUSE_END
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.sentences.rows import ListedRow, rows_of
from pilotdiff.listing.sentences.words import once_parted
from pilotdiff.listing.unit_names.chosen_of import CHOSEN, NOUN, place_named
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.listing.unit_names.place_groups import with_parted_groups
from pilotdiff.listing.unit_names.told_behind import in_brackets
from pilotdiff.model import Said
from pilotdiff.patterns import pattern

# In a row a question mark stands for what is lost of a name: 海南省?谑，重庆市江北区. Behind what
# counts them units may begin anew: 共4个村入选。一是….
_SENTENCE = pattern(
    r"(?:[^。！？!?]|(?<=[省市州盟县区旗、，,])[？?](?=\p{Han}{1,3}[、，,；;。])"
    r"|。(?=\s*(?:一是|其一[，,是为]|分别[是为]|具体[是为])))+"
)
# The title of a work, or an honour that bears the wording of units: “清岗省卫生乡镇”称号.
_CITED = pattern(
    r"《(?P<cited>[^《》]*)》|[“「](?P<honour>[^“”「」]*)(?=[”」](?:等?的?(?:荣誉)?称号|荣誉|牌匾|资格))"
)


class RowTotal(NamedTuple):
    """How many units a sentence says there are in a row, and how many it names."""

    number: int
    names: int


class Run(NamedTuple):
    """Units that one sentence names in a row.

    declared    the number that the sentence gives ("等41个"), which may be more than it names
    told        what the sentence says there are, and how many its row names: 7个村入选，分别是…
    earlier     whether the words before it say that they were chosen before: 此前，清岗县已入选
    categories  what it gives them in turn: 分别承担“便民服务型”“自治互助型”任务
    unread      the items among them that are no units (清岗民族大学), or cannot be read
    sure        0 to 1: how much speaks for the row being a list
    reasons     what speaks for and against it, the heaviest first
    announced   whether a colon leads up to them: 入选的村包括：清岗村、白溪村
    decided     whether a verb of deciding stands beside them
    """

    names: tuple[Name, ...]
    declared: int | None = None
    categories: tuple[str, ...] = ()
    unread: tuple[tuple[int, int], ...] = ()
    sure: float = 1.0
    reasons: tuple[Said, ...] = ()
    announced: bool = False
    decided: bool = False
    told: RowTotal | None = None
    earlier: bool = False


def runs(text: str, above: str = "") -> list[Run]:
    """Return the rows of units that the sentences of a line decide on; places count from its
    start. The line `above` may count all of them in their place: 清岗县3个村入选。

    >>> [[name.text for name in run.names] for run in runs("确定清岗县、白溪县为试点。")]
    [['清岗县', '白溪县']]
    """
    text = once_parted(with_parted_groups(in_brackets(_CITED.sub(_blanked, text))))
    text = _QUOTED_ROW.sub(_without_quotes, text)
    found = [
        _run(text, row, *sentence.span())._replace(told=_told_of(rows[at:]))
        for sentence in _SENTENCE.finditer(text)
        for rows in (rows_of(text, *sentence.span()),)
        for at, row in enumerate(rows)
    ]
    rows = in_the_place_counted(text, [run.names for run in found])
    placed = _in_the_place_above(above, rows) if above and rows else rows
    return [run._replace(names=names) for run, names in zip(found, placed, strict=True)]


# Names in quotes, one by one; honours are quoted too.
_QUOTED_ROW = pattern(
    r"[“「]\p{Han}{3,20}[”」](?:(?:、|，|和|及|与)?[“「]\p{Han}{3,20}[”」])+", needs="“「"
)
_CHOSEN = pattern(
    r"(?=等?(?:[两三四五六七八九十\d]{1,2}个?(?:行政)?(?:村庄?|社区|镇|乡|街道|单位))?\p{Han}{0,2}?"
    rf"(?:{ENTERED}|被(?:评|命|认|授)))"
)
_BETWEEN_QUOTED = pattern(r"[”」](?:(?P<sign>[、，])|[和及与])?[“「]")


def _without_quotes(row: re.Match[str]) -> str:
    """Return a row of as many signs with its names parted by 、 and no quotes, where it is said
    behind them that they were chosen, or each states where it lies."""
    units = [read_unit(name) for name in _BETWEEN_QUOTED.sub("、", row[0][1:-1]).split("、")]
    placed = all(unit is not None and len(unit.parts) > 1 for unit in units)
    if not placed and _CHOSEN.match(row.string, row.end()) is None:
        return row[0]
    parted = _BETWEEN_QUOTED.sub(lambda sign: "、".ljust(len(sign[0])), row[0])
    return f" {parted[1:-1]} "


def _told_of(rows: Sequence[ListedRow]) -> RowTotal | None:
    """Return what the sentence says there are in the first of these rows: behind it, or before it
    of all that follow without a count of their own."""
    first, *others = rows
    if first.declared is not None:
        return RowTotal(first.declared, len(first.names))
    if first.stated is None:
        return None
    uncounted = takewhile(lambda row: row.declared is None and row.stated is None, others)
    there = sum(len(row.names) for row in (first, *uncounted))
    return RowTotal(first.stated, there)


def _blanked(cited: re.Match[str]) -> str:
    """Return what is cited, or an honour that reads like a unit, with blanks between its signs."""
    inner = cited["cited"] or cited["honour"]
    if not inner or (cited["honour"] and read_unit(inner) is None):
        return cited[0]
    return cited[0].replace(inner, " " * len(inner), 1)


# 此前, 早在2019年, 去年: what is told of those chosen before; 目前，我省已有: of all so far.
_EARLIER = pattern(
    r"(?:(?<=[，,。；;：:！？\s])|^|加上|据了解|据悉)在?"
    r"(?:此前|早前|先前|在此之前|早在|去年|前年|往年|上一批|前[一二三四五六]批"
    r"|(?:19|20)\d\d年(?:首[届批]|第.{1,2}[届批])"
    r"|(?:首|第一)[届批][^，,。；;、]{0,12}(?:活动|工作|创建|评选)中"
    r"|(?:截[至止])?(?:目前|至此|迄今|如今)[^。；;]{0,40}?"
    rf"(?:(?:已|总?共|累计)(?:有|拥有)|累计(?:已|总?共)*(?:创成|创建|建成|{ENTERED}))"
    r"|截[至止](?:目前|至此|如今)[，,][^。；;]{0,16}?\d+个[^。；;]{0,12}?被(?:命名|评|认定|确定)为"
    r"|(?:截[至止])?(?:目前|至此|迄今|如今)[，,](?:连同|加上|包括)前[一二两三四五六]批)"
)
# 自2020年开展试点以来，清岗县、白溪县相继列入: of all those years, batch by batch.
_SINCE = pattern(r"(?:自|从)?(?:19|20)\d\d年[^。；;]{0,30}?以来|近几?年来?|[多几]年来", needs="年")
_ONE_AFTER_THE_OTHER = pattern(r"[^，,。；;]{0,8}(?:相继|先后|陆续)", needs="继后续")


# Year by year: 清岗县于2016年入选；白溪县、北岭县于2017年入选.
_IN_A_YEAR = pattern(
    rf"[于於](?P<year>(?:19|20)\d\d)年\p{{Han}}{{0,4}}?(?:获|被|列入|命名|认定|成为|成功|{ENTERED})",
    needs="年",
)


def _run(text: str, found: ListedRow, start: int, end: int) -> Run:
    header = _told(text, found.end, end)
    names = tuple(_headed(name, header) for name in found.names)
    categories = _shared(text, found.end, end)
    evidence = found.evidence
    earlier = _are_earlier(text, start, names[0].start, found.end, end)
    return Run(
        names,
        found.declared,
        categories,
        found.unread,
        evidence.sure,
        evidence.reasons,
        found.announced,
        evidence.decided,
        earlier=earlier,
    )


def _are_earlier(text: str, start: int, first: int, end: int, close: int) -> bool:
    """Tell whether a sentence, text[start:close], says that its row, [first, end], was chosen
    before."""
    if _EARLIER.search(text, start, first):
        return True
    if len({match["year"] for match in _IN_A_YEAR.finditer(text, start, close)}) > 1:
        return True
    since = _SINCE.search(text, start, first)
    return since is not None and (
        _ONE_AFTER_THE_OTHER.match(text, end) is not None
        or any(word in text[since.end() : first] for word in ("相继", "先后", "陆续"))
    )


def _headed(name: Name, told: Header | None) -> Name:
    """Return a name under what is told of all; one that is written short keeps its level."""
    own = name.header.heading if name.header is not None else None
    if own is None:
        return name._replace(header=told)
    if told is None or told.heading is None:
        return name
    return name._replace(header=told._replace(heading=told.heading._replace(level=own.level)))


def _told(text: str, start: int, end: int) -> Header | None:
    """Return what the units are chosen for: …为“五社联动”机制创新试点街道."""
    clause = CLAUSE_END.search(text, start, end)
    told = text[start : clause.start() if clause else end]
    if "为" not in told[:24]:
        return None
    title = told[told.index("为") + 1 :].strip()
    heading = read_heading(title)
    return Header(title, heading=heading) if heading.level or heading.category else None


_IN_TURN = pattern(r"[^，,。；;“「]{0,6}分别(?:是|为|承担|开展|实施|属于?|列入|获得?)?")
_QUOTED = pattern(r"[“「『\"](?P<each>[^“”「」『』\"]+)[”」』\"]")
_BETWEEN = pattern(r"[、和与及]")


def _shared(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the categories that units are given in turn: 分别承担“A型”“B型”和“C型”任务."""
    opening = _IN_TURN.match(text, start, end)
    if opening is None:
        return ()
    clause = CLAUSE_END.search(text, opening.end(), end)
    told = text[opening.end() : clause.start() if clause else end]
    quoted = [match["each"] for match in _QUOTED.finditer(told)]
    each = (read_heading(part).category for part in quoted or _BETWEEN.split(told))
    return tuple(category for category in each if category)


_COUNTED = pattern(
    r"(?:^|[，,。；;])\s*(?P<place>\p{Han}{2,24}?)(?<!我)(?:一共|总共|共计|共有|共|现有|有)?"
    rf"(?P<number>{NUMBER})[个家]{NOUN}{CHOSEN}[^，,。；;：:、]{{0,20}}[，,。；;]\s*"
    r"(?:(?=其中|分别|依次|具体|它们|他们|即|包括|有)|(?<=[选榜围评批名][。；]))",
    needs="个家",
)


def in_the_place_counted(text: str, rows: Sequence[Sequence[Name]]) -> list[tuple[Name, ...]]:
    """Return the names of rows, those behind such a sentence in its place, where they are as many
    as it says and none states a place that is as high or lies elsewhere."""
    for match in _COUNTED.finditer(text):
        place = place_named(match)
        behind = [name for row in rows for name in row if name.start >= match.end()]
        if not place or len(behind) != numeral(match["number"]):
            continue
        if all(_may_lie_in(place, name) for name in behind):
            known = set(behind)
            return [tuple(_in(place, n) if n in known else n for n in row) for row in rows]
    return [tuple(row) for row in rows]


def _in_the_place_above(above: str, rows: Sequence[tuple[Name, ...]]) -> list[tuple[Name, ...]]:
    """Return the names of rows in the place of which the last sentence of the line above says that
    as many were chosen in it, where none states a place that is as high or lies elsewhere."""
    told = f"{above.rstrip()}其中"
    names = [name for row in rows for name in row]
    for match in _COUNTED.finditer(told):
        place = place_named(match)
        all_of = match.end() == len(told) - 2 and len(names) == numeral(match["number"])
        if place and all_of and all(_may_lie_in(place, name) for name in names):
            return [tuple(_in(place, name) for name in row) for row in rows]
    return list(rows)


def _may_lie_in(place: Parts, name: Name) -> bool:
    lower = name.path[0][0].depth > place[-1][0].depth
    return lower and holds(place[-1], name.path[0]) is not False


def _in(place: Parts, name: Name) -> Name:
    return name._replace(above=(*place, *name.above))
