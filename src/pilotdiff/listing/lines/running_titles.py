"""Titles and other lines that are printed at the top or bottom of every page."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.lines.furniture import is_page_number
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.model import Line, Message, Said
from pilotdiff.patterns import pattern

_TITLE = pattern(
    r"(?:名单|名录|名册|一览表|汇总表|通知|公[告示报]|决定|批复|文件|附[件录表]|办公[厅室]|人民政府|委员会|[部厅局]|网)"
)
_CONTINUED = pattern(r"\s*[（(]?续上?表?[)）]?\s*$")
_CONTINUES = pattern(r"\s*[（(]?(?:续上?表?|接上[页表])\s*\d{0,2}[)）]?\s*")
_LONGEST = 60
_TWO = 2


def is_continued(text: str) -> bool:
    """Tell whether a line only says that the table above goes on.

    >>> is_continued("续表"), is_continued("（续）"), is_continued("清岗市（续）")
    (True, True, False)
    """
    return _CONTINUES.fullmatch(text) is not None


def running_titles(lines: Sequence[Line]) -> frozenset[int]:
    """Return the numbers of the lines that repeat a title where a page ends or begins.

    Its first line stays, unless it is none but a running one: it stands at three such places. Where
    a unit stands right above the first, two others do: the types of each county may be called alike
    (清岗县 / 示范镇名单).
    What is no wording of a title (浙江省 over the rest of its counties) is none.
    """
    solid = [line for line in lines if line.cells or line.text.strip()]
    beside = list(_at_page_ends(solid))
    if not beside:
        return frozenset()
    first: dict[str, int] = {}
    for line in solid:
        if not line.cells:
            first.setdefault(_worded(line), line.number)
    times = Counter(_worded(line) for line in beside)
    again = Counter(_worded(line) for line in beside if line.number > first[_worded(line)])
    told = [line for line in solid if line.cells or not is_page_number(line.text)]
    firsts = {first[_worded(line)] for line in beside}
    pairs = ((above, below.number) for above, below in pairwise(told) if below.number in firsts)
    within = {number for above, number in pairs if _is_unit(above)}
    return frozenset(
        line.number
        for line in beside
        if times[(worded := _worded(line))] > _TWO
        or (line.number > first[worded] and (first[worded] not in within or again[worded] >= _TWO))
    )


def _is_unit(line: Line) -> bool:
    ordinal = read_ordinal(line.text)
    reading = read_unit(line.text[ordinal.end if ordinal is not None else 0 :].strip())
    return not line.cells and reading is not None and reading.sure > DOUBTFUL


def _at_page_ends(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines worded as titles that stand right before or behind the end of a page."""
    for at, line in enumerate(lines):
        if line.cells or is_page_number(line.text) or not _is_worded_as_title(line.text):
            continue
        above, below = lines[at - 1 : at] if at else [], lines[at + 1 : at + 2]
        if any(_parted(line, other) for other in (*above, *below)):
            yield line


def _parted(line: Line, other: Line) -> bool:
    """Tell whether a page ends between two lines, or the other is a page's number."""
    if not other.cells and is_page_number(other.text):
        return True
    own, others = _page(line.place), _page(other.place)
    return own != "" and own != others


def _page(place: Said) -> str:
    return str(place.values[0][1]) if isinstance(place, Message) and _is_paged(place) else ""


def _is_paged(place: Message) -> bool:
    return bool(place.values) and place.values[0][0] == "page"


def _is_worded_as_title(text: str) -> bool:
    text = text.strip()
    return len(text) <= _LONGEST and _TITLE.search(text) is not None and "。" not in text


def _worded(line: Line) -> str:
    """Return what a line says, without blanks and 续, as it is compared with its like."""
    return "".join(_CONTINUED.sub("", line.text).split())
