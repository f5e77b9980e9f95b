"""What stands before a colon: parents, the wording of a heading, a mere label."""

import re

from pilotdiff.listing.carry import Parts
from pilotdiff.listing.cuts import colons
from pilotdiff.listing.headings import Heading, head_level, is_batch, read_heading
from pilotdiff.listing.line_names import Header, Name
from pilotdiff.listing.naming import DOUBTFUL, read_name, read_unit
from pilotdiff.listing.numerals import trailing_count
from pilotdiff.listing.tables import words
from pilotdiff.model import Level
from pilotdiff.names import whole_name
from pilotdiff.patterns import pattern

_LONGEST_LABEL = 16
OFFICE = pattern(
    r"人民政府|办公[室厅]|部门|委员会$|民政|[厅局]$|[厅局][（(]|各有关|组织部|党委|公司|银行"
)


def read_header(text: str) -> Header | None:
    """What stands before a colon, when it can stand over names."""
    title = text.strip().rstrip("：:—－- ")
    if not 1 < len(title) <= 60 or re.search(r"[。；！？!?]", title):
        return None
    if title in words("labels.txt") or title.endswith(
        ("名单如下", "单位如下", "具体如下", "分别是")
    ):
        return Header(title)
    count = trailing_count(title)
    body = title[: count.start].strip() if count else title
    number = count.number if count else None
    pieces = body.split("/") if "/" in body else [body]
    path: Parts = ()
    heading: Heading | None = None
    for piece in pieces:
        unit, worded = _header_piece(piece.strip())
        if not unit and worded is None:
            return None
        path, heading = (*path, *unit), worded or heading
    if heading is not None and not heading.category and len(pieces) > 1:
        heading = heading._replace(category=_honour(heading.title))
    return Header(title, path, heading, number)


def _honour(title: str) -> str:
    """国家乡村振兴重点帮扶县 tells entries apart; 示范村 and 街道（镇） tell their level alone."""
    return title if len(title) > 5 and "（" not in title and "(" not in title else ""


def _header_piece(text: str) -> tuple[Parts, Heading | None]:
    level, stem = head_level(text)
    if level is not None and not stem:
        return (), read_heading(text)
    name = read_name(text, 0, len(text)) if "、" not in text else None
    short = whole_name(text)
    # 杭州 and 鄞州 look whole and are not.
    if short and len(short[0][1]) > len(text):
        return short, None
    if name is not None and (name.reading.sure > DOUBTFUL or _is_province(name)):
        return _unless_worded(name)
    if short:
        return short, None
    heading = read_heading(text)
    return ((), heading) if heading.listing or is_batch(text) else ((), None)


def _is_province(name: Name) -> bool:
    """A province in a spelling that the gazetteer lacks: 陜西省."""
    return name.reading.level is Level.PROVINCE and len(name.text) < 6


def _unless_worded(name: Name) -> tuple[Parts, Heading | None]:
    """船山区示范村 is 船山区 and the heading 示范村."""
    *parents, (_, last) = name.reading.parts
    reading = read_unit(last)
    if parents and reading is not None and reading.sure <= DOUBTFUL:
        return tuple(parents), read_heading(last)
    return name.reading.parts, None


def group_header(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """The header of a group and where its names begin; -1 when a colon stands behind no header.

    Several may stand one after the other: 名单如下：成都市：温江区.
    """
    found: Header | None = None
    for left, right in colons(text, start, end):
        if right >= end:
            break
        header = read_header(text[start:left])
        if header is None:
            return (None, -1) if found is None else (found, start)
        found, start = _under(found, header), right
    return found, start


def unknown_label(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """A label that says nothing known, before a name on a numbered line or several names."""
    left, right = next(colons(text, start, end), (0, end))
    label = text[start:left].strip()
    if not 1 < len(label) <= _LONGEST_LABEL or right >= end or OFFICE.search(label):
        return None, -1
    if re.search(r"[，。、；\d]", label) or (start == 0 and "、" not in text[right:end]):
        return None, -1
    return Header(label), right


def _under(outer: Header | None, inner: Header) -> Header:
    if outer is None:
        return inner
    path = inner.path or outer.path
    return inner._replace(path=path, heading=inner.heading or outer.heading)
