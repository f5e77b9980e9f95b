"""Rows of units that break off, or that run into one another: a line may be cut or joined."""

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.model import DoubtfulLine, Entry, Line, Listing, Role, Said, Unit, msg
from pilotdiff.patterns import pattern

GOES_ON = msg("ends with a sign that more names follow, and none does")
_OPEN = msg("opens a bracket that is not closed: the end of the line may be lost")
_RUN_IN = msg("{label} stands before a colon in the midst of the row: two lines may be joined")
_FRAGMENT = msg("ends with {sign} alone, with which a name may begin that goes on below")
_LONE = pattern(
    r"(?:[省市州盟县区旗镇乡村]|街道|社区)[\s|/，,]+[①-⑳]?(?P<sign>(?![是否有无新老优良中差男女])\p{Han})$"
)
_JOINT = pattern(r"[：:、，].*\p{Han}[）)]?[、，]$")
_OPENS, _CLOSES = frozenset("（(【〔"), frozenset("）)】〕")
# A label behind names, and what stands before it up to a sign that parts names.
_LABEL = pattern(r"[^\s、，,；;。：:（）()|①-⑳]+(?=[：:])", needs="：:")
_PLACED = pattern(r"\p{Han}(?:[省市州盟县区旗镇乡村级]|街道|社区)\p{Han}{2,}$")
_LIST_WORDS = pattern(r"(?:为|是|如下|包括|其中|名单|分别)$|\d")
_STARTS = pattern(r"^\s*(?:[（(]?[\d一二三四五六七八九十]+[)）、.．]|[^、，,]{2,20}[：:])")
_NO_ROW = (Role.HEADING, Role.PARENT, Role.SIGNATURE, Role.UNREAD)
_FEW, _SHOWN = 3, 16


def broken_rows(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield the lines of units that break off or hold another line's label, where they are few;
    `units` are those of text."""
    if not units:
        return
    rows = {
        line: [unit.entry for unit in group]
        for line, group in groupby(units, key=lambda unit: unit.entry.line)
    }
    roles = {reading.line: reading.role for reading in listing.readings}
    # An item of which nothing is read.
    roles |= {at: Role.UNREAD for at, role in roles.items() if role is Role.ITEM and at not in rows}
    lines = listing.solid_lines()
    told = []
    for at, line in enumerate(lines):
        if line.cells or line.number not in rows:
            continue
        below = lines[at + 1 : at + 3]
        why = _why(line, below, rows[line.number], roles)
        if why and (why == GOES_ON or line.number not in missing):
            told.append(DoubtfulLine(line.number, line.text.strip()[-_SHOWN:], why))
    yield from told if len(told) <= _FEW else ()


def _why(line: Line, below: Sequence[Line], row: Sequence[Entry], roles: dict[int, Role]) -> Said:
    text = line.text.strip()
    if _JOINT.search(text) and _ends(below, roles):
        return GOES_ON
    if _are_open(text) and _are_open(text + "".join(each.text for each in below)):
        return _OPEN
    lone = _LONE.search(text)
    begun = lone and any(entry.text.startswith(lone["sign"]) for entry in row)
    if lone and not begun and below and roles.get(below[0].number) is Role.ITEM:
        return _FRAGMENT.given(sign=lone["sign"])
    return _run_in(text, row)


def _ends(below: Sequence[Line], roles: dict[int, Role]) -> bool:
    """Tell whether nothing that could go on a row stands below it."""
    if not below:
        return True
    return roles.get(below[0].number) in _NO_ROW or _STARTS.match(below[0].text) is not None


def _are_open(text: str) -> bool:
    opened = sum(map(text.count, _OPENS))
    return opened > 0 and opened > sum(map(text.count, _CLOSES))


def _run_in(text: str, row: Sequence[Entry]) -> Said:
    """Return the reason where a label stands in the midst of a row, joined to what is before it."""
    if "。" in text.rstrip("。"):
        return ""
    known = {said for entry in row for said in (*entry.above, *entry.section.split("/"))}
    for match in list(_LABEL.finditer(text))[1:]:
        label = match[0]
        if label in known or _LIST_WORDS.search(label) or has_clause_word(label) or role(label):
            continue
        names = any(entry.text in label and entry.text != label for entry in row)
        if names or _PLACED.search(label):
            return _RUN_IN.given(label=label)
    return ""
