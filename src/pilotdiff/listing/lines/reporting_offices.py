"""Who filled in a list, as a line above it or below says: 填报单位（盖章）：清岗县农业农村局."""

from collections.abc import Sequence

from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.patterns import pattern

_REPORTED = pattern(
    r"(?:^|\s)(?:(?:填[报表写]|申报|上报|报送|呈报|推荐|编制|编报|制表)"
    r"(?:单位|部门|机构|地区|地方|[省市州盟县区旗]{1,5})(?:名称|全称)?|单位|[省市州盟县区旗]{1,3}名称)"
    r"\s*(?:[（(][^（()）]{0,12}[）)])?\s*[:：]\s*(?P<who>\p{Han}{2,30})",
    needs=":：",
)
# The last rows of a table, which may say so below what it lists.
_AT_THE_END = 3


def reporting_office(text: str) -> str:
    """Return the office that a line says has filled in the list, "" where it says none.

    >>> reporting_office("填报单位（盖章）：清岗县农业农村局  填报日期：2021年5月")
    '清岗县农业农村局'
    >>> reporting_office("单位：万元"), reporting_office("推荐单位：（盖章）")
    ('万元', '')
    """
    found = _REPORTED.search(text)
    return found["who"] if found is not None else ""


def reporting_offices(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the offices that the lines of a document name, each with the place of its piece; the
    last rows of a table are lines, too. One behind a unit's name recommends that alone."""
    found = {}
    for at, piece in enumerate(pieces):
        label = _REPORTED.search(piece.text.text)
        if piece.names and label and piece.names.names[0].end <= label.start():
            continue
        rows = piece.table.rows[-_AT_THE_END:] if piece.table is not None else ()
        cells = (cell for row in rows for cell in row.cells)
        office = label["who"] if label else next(filter(None, map(reporting_office, cells)), "")
        if office:
            found[at] = office
    return found
