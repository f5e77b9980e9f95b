"""Units beside which their document says that they failed, withdrew or must wait.

A result list may hold all that were looked at, each with its mark. Such a unit is read as an entry
like the others, so whoever counts it as gone on must be told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.census.doubtful.chunks import Chunks, raw_line
from pilotdiff.census.spotting import spotted
from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.tables.columns.ticks import leaves_open
from pilotdiff.model import Clean, DoubtfulLine, Line, Unit, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import line_text

_FAILS = (
    # 退出贫困县 is what was aimed at.
    r"撤销|取消|摘牌|(?<!摘帽)(?<!脱贫)(?<!贫困)(?<!贫困[县村户])退出(?!贫困)|终止|淘汰|不再|不合格|不通过|不达标|不予|未予|"
    r"未(?:通过|达标|入选|入围|当选|晋级|中选|验收|命名|认定|评定|列入|纳入|推荐|批准|评上|获|能)|不列入|不纳入|"
    r"弃用|停用|废止|作废|除名|落选|暂[缓停]|缓评|缓验|整改|延期|警告|约谈|通报批评|暂不|"
    r"(?:整体|成建制|已|被)并入|注销|责令|降级|[黄红]牌|中止|收回|延后|推迟|缓议|搁置|驳回|"
    r"不拟?(?:同意|推荐|批准|授予|认定|受理|采纳|支持)|未受理|没有?(?:通过|达标|合格|入选)"
)
_NEEDS = "并弃停废撤取摘退终淘不未没除落暂缓整延警约批注责降黄红止收推搁驳"
FAILS = pattern(_FAILS, needs=_NEEDS)
# Words that say so of a unit right beside them; in a sentence they may be of anything.
_BESIDE = pattern(
    rf"{_FAILS}|放弃|弃权|自动弃|删除|剔除|移[出除]|调出|替换|退回|撤回|候补|备选|递补|替补|待定|待查|待核|"
    r"不符合?|不够|未完成|未建成|未参评|未申报|否决|失效|停建|缓建|取缔|(?:^|; )除外",
    needs=f"{_NEEDS}移调候备递替待否失",
)
MARKED = msg(
    "what stands beside the unit says that it failed, withdrew or must wait; it is read as an entry"
)
_ENGLISH_NO = (
    "N|[Nn]o|NO|[Ff]alse|FALSE|[Ff]ailed|[Rr]ejected|[Ww]ithdrawn|[Cc]ancell?ed|[Pp]ending"
)
# Whatever says so, in either script, and the signs of a column of yes and no. What begins with a
# set is sought by it: ten times as quick as a word that looks behind itself first.
_TELLING = pattern(
    "[并併弃棄停废廢撤取摘退终終淘不未没除落暂暫缓緩整延警約约批注責责降黄黃红紅差否×✗✕✘"
    "移候備备递遞替待失疑議议止收推搁擱沒没调調駁驳无無中逾]"
)
_TELLING_IN_ENGLISH = pattern(
    rf"[NnFfRrWwCcPp](?<=(?<![A-Za-z])(?=(?:{_ENGLISH_NO})(?![A-Za-z])).)"
)
_STOP = pattern(r"[。；;]")
# A longer cell is a description.
_LONGEST_CELL = 24
_ASKS = pattern(
    r"通过|合格|达标|入选|入围|当选|晋级|获评|验收|认定|命名|授牌|结果|结论|考核|评估|等次|等级|"
    r"同意|意见|审[核查定批]|评审|状态|^是否.*(?:试点|示范|创建|先进|文明|卫生)"
    # What kind of place a unit is, is no verdict: 是否脱贫村.
    r"|^是否(?!(?:为|属于?|是|系)?\p{Han}{2,6}(?:[村县乡镇]|社区|街道|地区|老区)$)"
)
# What is short under such a heading and says no, or that nothing is decided: 不具备, 审核中.
_SHORT_NO = pattern(
    r"[不未没](?![断来变限详明清定知一]).{0,6}|材料不.{1,3}|逾期.{0,4}|无效|停止|否定|.{0,2}[核审查]中|"
    rf"{_ENGLISH_NO}"
)
# What heads those that failed: 不合格, 未通过单位.
_OF_FAILED = pattern(
    rf"(?:{_FAILS})(?:单位|名单|等次|[县市区乡镇村]|社区|街道)*(?:{NUMBER_IN_BRACKETS})?",
    needs=_NEEDS,
)
# Beside whom the day or the ground of it stands: 退出年份, 撤销原因.
_NOT_SO = frozenset(("否", "无", "無", "/", "-", "—", "——", "×", "0"))
_NO = frozenset(("否", "×", "✗", "✕", "✘", "差", "较差"))
_SHOWN = 24
_CROSSED = pattern(r"[|\t,，\s（(：:]\s*[×✗✕✘][\s|）)]*$", needs="×✗✕✘")
# The lowest grade closes a line: 清岗县  58.90  差.
_LOWEST_GRADE = pattern(r"[\t|\s](?:差|较差)[\s|]*$", needs="差")
_PAUSE = pattern(r"[，,]")
# A clause that gives the ground for what the next one says.
_GROUND = pattern(r"因|由于|鉴于|经|对")


def failed_units(
    chunks: Chunks, units: Sequence[Unit], wash: Callable[[str], Clean]
) -> Iterator[DoubtfulLine]:
    """Yield the lines that gave an entry and say of it that it failed, withdrew or must wait.

    chunks  the lines of the document
    wash    cleans one of them
    """
    held: dict[int, list[Unit]] | None = None
    asking: dict[int, str] = {}
    for chunk in chunks:
        is_telling = _tells(chunk.text)
        asking_failure = any(map(FAILS.search, asking.values()))
        if not is_telling and not asking_failure and held is not None:
            continue
        if held is None:
            held = _by_line(units)
        for line in chunk.lines:
            if line.number not in held:
                asking.update(_asking(line, wash))
                asking_failure = any(map(FAILS.search, asking.values()))
            elif asking_failure or (is_telling and _tells(raw_line(line))):
                yield from _doubt(line.number, _said(line, held[line.number], asking, wash))


class _Verdict(NamedTuple):
    """What a line says of some of its names, most of which are entries."""

    names: Sequence[str]
    text: str


def _doubt(number: int, said: Iterable[_Verdict]) -> Iterator[DoubtfulLine]:
    """Yield all that a line says of its units as one, of each unit what is said first."""
    about: dict[str, None] = {}
    texts: list[str] = []
    for each in said:
        if not texts or not about.keys() >= set(each.names):
            texts.append(each.text)
            about |= dict.fromkeys(each.names)
    if texts:
        yield DoubtfulLine(number, "；".join(dict.fromkeys(texts)), MARKED, tuple(about))


def _tells(text: str) -> bool:
    return bool(_TELLING.search(text) or _TELLING_IN_ENGLISH.search(text))


def _by_line(units: Sequence[Unit]) -> dict[int, list[Unit]]:
    found: dict[int, list[Unit]] = {}
    for unit in units:
        if not unit.entry.self_written:
            found.setdefault(unit.entry.line, []).append(unit)
    return found


def _asking(line: Line, wash: Callable[[str], Clean]) -> dict[int, str]:
    """Return the columns, by their place, that a row of headings calls a verdict."""
    heads = {at: wash(cell).text for at, cell in enumerate(line.cells) if cell}
    return {at: head for at, head in heads.items() if _ASKS.search(head) or FAILS.search(head)}


def _said(
    line: Line, units: Sequence[Unit], asking: dict[int, str], wash: Callable[[str], Clean]
) -> Iterator[_Verdict]:
    """Yield what a line says of units of it that failed."""
    if not line.cells:
        yield from _said_in_text(line_text(line, wash).text, units)
        return
    # Most rows have such a character in a name alone.
    named = {name for unit in units for name in (unit.entry.text, *unit.path)}
    beside_names = (cell for cell in line.cells if cell not in named and _tells(cell))
    if not asking and not any(_BESIDE.search(wash(cell).text) for cell in beside_names):
        return
    beside: Sequence[Unit] = units[:1] if len(units) == 1 else ()
    for at, cell in enumerate(line.cells):
        text = wash(cell).text.strip() if cell else ""
        beside = [unit for unit in units if text and unit.entry.text in text] or beside
        if not text or len(text) > _LONGEST_CELL:
            continue
        no = at in asking and _denies(asking[at], text)
        if no or (_BESIDE.search(text) and _BESIDE.search(_without_names(text, units))):
            # Two lists may stand side by side: a cell is of the unit before it.
            meant = beside or units
            names = "、".join(unit.own for unit in meant)
            said = f"{names} {asking[at]}：{text}" if no else f"{names} {text}"
            yield _Verdict(_texts(meant), said)


def _denies(heading: str, text: str) -> bool:
    """Tell whether a cell under such a heading says that its unit failed or must wait: 否, 候补, or
    2019 under 退出年份."""
    if _OF_FAILED.fullmatch(heading.strip()):
        return text not in _NOT_SO and not text.isdecimal()
    if _ASKS.search(heading):
        if text in _NO or _SHORT_NO.fullmatch(text):
            return not _BESIDE.search(text)
        return leaves_open(text) and not FAILS.search(text)
    return text not in _NOT_SO and FAILS.search(heading) is not None


def _said_in_text(text: str, units: Sequence[Unit]) -> Iterator[_Verdict]:
    for unit in units:
        if _BESIDE.search(unit.entry.note):
            yield _Verdict(_texts([unit]), _in_short(f"{unit.own} {unit.entry.note}"))
    if _CROSSED.search(text) or _LOWEST_GRADE.search(text):
        yield _Verdict(_texts(units), text.strip())
        return
    # What a note says is of its unit alone.
    for unit in units:
        text = text.replace(unit.entry.note, "") if _BESIDE.search(unit.entry.note) else text
    for piece in _STOP.split(text):
        named = [unit for unit in units if unit.entry.text in piece]
        if named and FAILS.search(_without_names(piece, named)):
            yield from _said_in_sentence(piece, named)


def _said_in_sentence(piece: str, named: Sequence[Unit]) -> Iterator[_Verdict]:
    """Yield the clauses of a sentence that say so, each with its units: those that it names, else
    those of the clause before it, and of the next where it gives a ground (因整改不力，清河县…). A
    clause may name one that the list lacks; it says nothing of the others."""
    subject: Sequence[str] = ()
    waiting = ""
    for clause in map(str.strip, _PAUSE.split(piece)):
        own = _texts([unit for unit in named if unit.entry.text in clause])
        rest = _without_names(clause, named)
        fails = FAILS.search(rest) is not None
        if fails and not own:
            own = [name.text for name in spotted(rest)]
        if fails and not own and (not subject or _GROUND.match(clause)):
            waiting = clause
        elif fails or (waiting and own):
            yield _Verdict(own or subject, _in_short(clause if fails else waiting))
            waiting = ""
        subject = own or subject
    if waiting:
        yield _Verdict(subject or _texts(named), _in_short(waiting))


def _texts(units: Sequence[Unit]) -> Sequence[str]:
    return [unit.entry.text for unit in units]


def _in_short(text: str) -> str:
    """Return a long text by its beginning and the word that tells."""
    word = _BESIDE.search(text)
    return f"{text[: _SHOWN - 8]}…{word[0]}" if word and len(text) > _SHOWN else text


def _without_names(text: str, units: Sequence[Unit]) -> str:
    """Return a text without the units' names and those of what they lie in: 红牌桥街道."""
    for unit in units:
        for name in (unit.entry.text, *filter(None, unit.path)):
            text = text.replace(name, "、")
    return text
