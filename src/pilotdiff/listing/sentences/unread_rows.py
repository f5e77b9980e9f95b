"""Rows that a sentence counts and decides on, of which no item reads as a unit:
清岗县白溪镇东岭、南岭镇西坪2个村被评为….

They are told: what is left out without a word looks like what is not there.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.sentences.runs import Run
from pilotdiff.listing.titles_and_dates import leading_units
from pilotdiff.patterns import pattern

_COUNTED = pattern(
    r"(?:^|(?<=[，,。；;：:“”\s]))"
    r"(?P<row>[^，,。；;：:、\d“”]{2,24}(?:、[^，,。；;：:、\d“”]{2,24}){1,30}?)(?:等|共)?"
    rf"(?P<number>\d{{1,3}}|{CHINESE}{{1,2}})[个家]"
    r"(?:行政村|自然村|村|社区|乡镇|镇|乡|街道|县|市|区|县[（(]市、区[）)])(?:[（(][^（()）]{1,6}[）)])?"
    r"(?:成功|被|分别|双双|均|也|还)*(?:评为|评定为|认定|命名|确定|授予|列入|列为|入选|入围|上榜|荣获|获评|获得|榜上有名)",
    needs="个家",
)
_LEAD = pattern(r"^(?:其中|我[省市县区]|全[省市县区])+")


def unread_rows(text: str, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield where the items of such rows stand that no run of the line holds."""
    starts = {name.start for run in runs for name in run.names}
    for match in _COUNTED.finditer(text):
        begin, end = match.span("row")
        lead = _LEAD.match(text[begin:end])
        begin += lead.end() if lead else 0
        spans = list(_items(text, begin, end))
        items = [text[left:right] for left, right in spans]
        if len(items) != numeral(match["number"]) or not all(map(may_stand_among_names, items)):
            continue
        if any(begin <= start < end for start in starts) or not any(map(leading_units, items)):
            continue
        yield from spans


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for item in text[start:end].split("、"):
        yield at, at + len(item)
        at += len(item) + 1
