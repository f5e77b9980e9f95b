"""Rows that a sentence counts and decides on, of which no item reads as a unit:
清岗县白溪镇东岭、南岭镇西坪2个村被评为…; and some of many, named without their kinds: 正定、平山等
20个县入选….

They are told: what is left out without a word looks like what is not there.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pilotdiff.facts.chosen_words import ENTERED, NAMED_AS
from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.sentences.words import once_parted
from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

if TYPE_CHECKING:
    from pilotdiff.listing.sentences.runs import Run

_COUNTED = pattern(
    r"(?:^|(?<=[，,。；;：:“”\s]))"
    r"(?P<row>[^，,。；;：:、\d“”]{2,24}(?:、[^，,。；;：:、\d“”]{2,24}){1,30}?(?<!等))(?P<some>等)?共?"
    rf"(?P<number>\d{{1,3}}|{CHINESE}{{1,2}})[个家]"
    r"(?:行政村|自然村|村|社区|乡镇|镇|乡|街道|县|市|区|县[（(]市、区[）)])(?:[（(][^（()）]{1,6}[）)])?"
    rf"(?:成功|被|分别|双双|均|也|还|今年|近日|日前)*(?:认定|命名|确定|{NAMED_AS}|{ENTERED})",
    needs="个家",
)
_LEAD = pattern(r"^\s*(?:其中|随[着著]|我[省市县区]|全[省市县区])*")


def unread_rows(
    text: str, runs: "Sequence[Run]", *, some: bool = False
) -> Iterator[tuple[int, int]]:
    """Yield where the items of such rows stand that no run holds; with `some`, some of many too."""
    text = once_parted(text)
    starts = {name.start for run in runs for name in run.names}
    for match in _COUNTED.finditer(text):
        begin, end = match.span("row")
        lead = _LEAD.match(text[begin:end])
        begin += lead.end() if lead else 0
        spans = list(_items(text, begin, end))
        items = [text[left:right].strip() for left, right in spans]
        number = numeral(match["number"])
        if some and match["some"] and number is not None and number > len(items):
            if not any(begin <= start < end for start in starts) and all(map(_is_short, items)):
                yield from spans
            continue
        if len(items) != number or not all(map(may_stand_among_names, items)):
            continue
        if any(begin <= start < end for start in starts) or not any(map(leading_units, items)):
            continue
        yield from spans


def _is_short(item: str) -> bool:
    """Tell whether an item is a city or a county without its kind, behind its province at most.

    >>> _is_short("正定"), _is_short("河北正定"), _is_short("正定县"), _is_short("发展")
    (True, True, False, False)
    """
    stems = [item, *(item[size:] for size in (2, 3) if _is_province(item[:size]))]
    called = (stem + kind for stem in stems if len(stem) > 1 for kind in "县市区旗州盟")
    return any(map(gazetteer.find_whole, called))


def _is_province(text: str) -> bool:
    return any(division.level is Level.PROVINCE for division in gazetteer.find(text))


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for item in text[start:end].split("、"):
        yield at, at + len(item)
        at += len(item) + 1
