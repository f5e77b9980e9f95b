"""Lines that are a row of names and words around it, of which the words say how the names lie:
其中，清岗县有白溪镇、南岭镇。 and 包括清岗县、白溪县在内的2个单位获评示范单位。"""

from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED, NAMED_AS
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Header
from pilotdiff.patterns import pattern

_HAS = pattern(
    r"\s*(?:其中|另外|此外)\s*[，,]?\s*(?P<place>\p{Han}{2,24}?)(?:共|现|还|也)?有\s*"
    r"(?P<row>\p{Han}(?:[^，,。；;：:（(]|[（(][^（()）。]*[)）]){2,}?)[。；;]?\s*$",
    needs="有",
)
_AMONG = pattern(
    rf"\s*(?:其中\s*[，,]?\s*)?包括(?P<row>\p{{Han}}[^，,。；;：:]{{2,}}?)在内的?(?:共计?)?(?P<number>{NUMBER})[个家]"
    rf"[^，,。；;：:、]{{0,16}}?(?:成功|正式|被)*(?:{ENTERED}|{NAMED_AS})"
    r"[^，,。；;：:、]{0,24}[。；;]?\s*$",
    needs="包",
)


class WordedRow(NamedTuple):
    """Where the names of such a line stand, what stands over them, and how many it says it has."""

    left: int
    right: int
    header: Header | None = None
    number: int | None = None


def worded_row(text: str, start: int) -> WordedRow | None:
    """Return the row of a line that is no more than it and such words; None for any other line.

    >>> row = worded_row("其中，成都市有金堂县、大邑县。", 0)
    >>> [name for _, name in row.header.path], row.left
    (['成都市'], 7)
    >>> worded_row("包括金堂县、大邑县在内的2个县入选。", 0).number
    2
    """
    if (has := _HAS.match(text, start)) is not None:
        reading = read_unit(has["place"])
        if reading is None or reading.sure < CERTAIN:
            return None
        return WordedRow(*has.span("row"), Header(has["place"], reading.parts))
    among = _AMONG.match(text, start)
    return WordedRow(*among.span("row"), number=numeral(among["number"])) if among else None
