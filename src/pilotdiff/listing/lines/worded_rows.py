"""Lines that are a row of names and words around it, of which the words say how the names lie:
其中，清岗县有白溪镇、南岭镇。 and 包括清岗县、白溪县在内的2个单位获评示范单位。; or who helps them:
市财政局——清岗县白溪镇东岭村."""

from typing import NamedTuple

from pilotdiff.facts.chosen_words import ENTERED, NAMED_AS
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.line_names import Header
from pilotdiff.model import Level
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

_BODY = r"\p{Han}{1,24}?(?:[局委办厅院]|中心|公司|集团|银行|支行|大学|学院|联社|协会|联合会|联合社)"
_HELPED = pattern(
    rf"\s*{_BODY}(?:[、，]{_BODY}){{0,4}}\s*(?:—{{1,2}}|–|-{{1,2}}>?|→|⇒|↔|[：:])\s*"
    r"(?P<row>(?P<first>\p{Han}{5,30})(?:[、，,].*?)?)\s*$",
    needs="局委办厅院中公集银支大学联协",
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
    >>> worded_row("市财政局——金堂县白溪镇东岭村", 0).left, worded_row("市财政局：东岭村", 0)
    (6, None)
    """
    if (has := _HAS.match(text, start)) is not None:
        reading = read_unit(has["place"])
        if reading is None or reading.sure < CERTAIN:
            return None
        return WordedRow(*has.span("row"), Header(has["place"], reading.parts))
    helped = _HELPED.match(text, start)
    if helped is not None and _states_its_county(helped["first"]):
        return WordedRow(*helped.span("row"))
    among = _AMONG.match(text, start)
    return WordedRow(*among.span("row"), number=numeral(among["number"])) if among else None


def _states_its_county(text: str) -> bool:
    """Tell whether a text is a path that begins with a county or above it: who helps a unit in it
    need not lie there."""
    reading = read_unit(text)
    if reading is None or reading.sure < CERTAIN:
        return False
    return len(reading.parts) > 1 and reading.parts[0][0].depth <= Level.COUNTY.depth
