"""Columns of ticks: each heading is a type, and a tick says that the row's unit is of it."""

from collections.abc import Iterable, Sequence

from pilotdiff.listing.lines.headings import is_batch
from pilotdiff.patterns import pattern

_TICK = pattern(r"(?:[√✓✔☑✅●■◆★▲是有YyＹ]|yes|Yes|YES)\ufe0f?")
_CROSS = pattern(r"(?:[×xX✗✘✕✖❌❎╳○□否无無Nn\-—/]|no|No|NO)\ufe0f?")
_WHETHER = pattern(
    r"^是否(?=.*(?:试点|示范|入选|入围|当选|晋级|获评|达标|通过|合格|认定|命名|推荐|保留))"
)
# What a column of ticks alone is headed by that says which rows are chosen.
_CHOSEN = pattern(
    r"^[√✓✔☑✅]?\s*(?:入选|入围|当选|晋级|获评|获批|通过|达标|合格|命名|认定|试点|示范)(?:情况|与否|结果)?$"
)
_OPEN = pattern(r"待|暂|候补|备选|存疑|[再另]议|未定")
_FEWEST = 2
Ticked = tuple[tuple[int, str], ...]


def ticked_types(heads: Iterable[tuple[int, str]], sample: Sequence[Sequence[str]]) -> Ticked:
    """Return the columns of ticks with their headings; () where fewer than two hold nothing else.

    >>> ticked_types([(1, "甲型"), (2, "乙型")], [("清岗县", "√", ""), ("白溪县", "", "√")])
    ((1, '甲型'), (2, '乙型'))
    """
    types = ((at, head) for at, head in heads if head and not _is_time(head))
    found = tuple((at, head) for at, head in types if holds_ticks(at, sample))
    return found if len(found) >= _FEWEST else ()


def _is_time(heading: str) -> bool:
    """Tell whether a heading is a batch or a year, which are no types."""
    return is_batch(heading) or heading[:4].isdecimal()


def holds_ticks(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column holds ticks, and nothing beside them but what denies.

    >>> holds_ticks(1, [("清岗县", "√"), ("白溪县", "○")]), holds_ticks(1, [("清岗县", "○")])
    (True, False)
    """
    cells = [cell for row in sample if at < len(row) and (cell := row[at].strip())]
    ticks = sum(is_tick(cell) for cell in cells)
    return ticks > 0 and all(is_tick(cell) or _CROSS.fullmatch(cell) for cell in cells)


def is_tick(cell: str) -> bool:
    """Tell whether a cell is a sign or word of assent.

    >>> is_tick("√"), is_tick("否")
    (True, False)
    """
    return _TICK.fullmatch(cell.strip()) is not None


def are_ticks_alone(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column holds ticks and blanks, and nothing that denies.

    >>> are_ticks_alone(1, [("清岗县", "√"), ("白溪县", "")]), are_ticks_alone(1, [("清岗县", "")])
    (True, False)
    """
    cells = {row[at].strip() for row in sample if at < len(row)} - {""}
    return bool(cells) and all(map(is_tick, cells))


def asks_whether(heading: str) -> bool:
    """Tell whether a heading asks if the row's unit was chosen: 是否试点.

    >>> asks_whether("是否试点"), asks_whether("是否贫困县")
    (True, False)
    """
    return _WHETHER.search(heading.strip()) is not None


def tells_the_chosen(heading: str, at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column ticks the rows that were chosen: 入选 over √ and blanks, or crosses."""
    cells = [row[at].strip() for row in sample if at < len(row)]
    if _CHOSEN.match(heading.strip()) is None or not holds_ticks(at, sample):
        return False
    return "" in cells or not are_ticks_alone(at, sample)


_PASSED = pattern(r"^(?:合格|达标)$")
_BETTER = pattern(r"^(?:优秀|优良|优|良好?|较好|一般|示范|先进)$")


def is_the_lowest_grade(heading: str, beside: Iterable[str]) -> bool:
    """Tell whether a heading is the lowest of several grades, each a column of ticks, and says of
    no row that it failed: 合格 beside 优秀, and no 不合格.

    >>> is_the_lowest_grade("合格", ["优秀"]), is_the_lowest_grade("合格", ["不合格", "优秀"])
    (True, False)
    """
    others = [head for head in beside if head != heading]
    better = bool(others) and all(map(_BETTER.search, others))
    return better and _PASSED.search(heading) is not None


_FLAGS = frozenset("01")
_TIME = pattern(r"第[一二三四五六七八九十\d]{1,3}批|首批|(?:19|20)\d\d")


def is_of_a_time(heading: str) -> bool:
    """Tell whether a heading says when the units below it were chosen: 第二批试点, 2021年.

    >>> is_of_a_time("第一批"), is_of_a_time("清岗县")
    (True, False)
    """
    return _TIME.search(heading) is not None


def holds_answers(at: int, sample: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column holds ticks and crosses alone, or the figures 1 and 0 for them.

    >>> holds_answers(1, [("清岗县", "1"), ("白溪县", "0")]), holds_answers(1, [("清岗县", "2")])
    (True, False)
    """
    cells = {row[at].strip() for row in sample if at < len(row)} - {""}
    return holds_ticks(at, sample) or (bool(cells) and cells <= _FLAGS)


_DENYING = pattern(r"[未不没][^定详明清知一].*")
_NOT = frozenset({"0", "0.0", "false"})


def says_no(cell: str) -> bool:
    """Tell whether a cell under such a heading denies it, in a word, a sign or a figure.

    >>> says_no("否"), says_no("0"), says_no("未入围"), says_no("1"), says_no("未定"), says_no("")
    (True, True, True, False, False, False)
    """
    text = cell.strip()
    denied = _CROSS.fullmatch(text) or _DENYING.fullmatch(text)
    return text.lower() in _NOT or denied is not None


def leaves_open(cell: str) -> bool:
    """Tell whether a cell under such a heading neither grants nor denies it.

    >>> leaves_open("待定"), leaves_open("是"), leaves_open("否")
    (True, False, False)
    """
    return _OPEN.search(cell) is not None
