"""Records that a program's text holds, a field or a record a line, as the rows of a table."""

from collections.abc import Sequence

from pilotdiff.listing.lines.following import following
from pilotdiff.listing.tables.columns.column_heads import role
from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.patterns import HAN, pattern

_VALUE = (
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|`(?P<tick>[^`]*)`"
    r"|(?P<bare>-?\d[\d.]*|null|None|true|false))"
)
_FIELD = pattern(rf"[\"']?(?P<key>[A-Za-z_]\w*)[\"']?\s*(?::|=>)\s*{_VALUE}\s*,?\s*")
# What parts records and opens lists of them: },{ and data: [{ and 0 => array (
_BRACES = pattern(
    r"\s*(?:return\b\s*)?(?:[\w\"'$ ]+(?:=>|[:=])\s*)?(?:array\s*(?=\())?[\[\](){},;\s]*"
)
# What opens a record before its fields, as JavaScript and PHP have it.
_OPENING = pattern(r"[\s{\[(,}]*(?:[\w\"']+\s*=>\s*(?=array\b|\[))?(?:array\s*\(|\[)?\s*")
_OPENS = pattern(r"\{|array\s*\(")
_ITEM = pattern(r"\s*-\s+[\"']?\w{1,20}[\"']?:\s")
_PLAIN_FIELD = pattern(
    r"\s*(?P<dash>-\s+)?[\"']?(?P<key>\w{1,20})[\"']?(?::\s+|\s*=\s*)(?P<value>\S.*?)\s*"
)
# What opens a record in TOML and INI: [[village]], [village.1].
_SECTION = pattern(r"\s*\[{1,2}[\w.\-\"']{1,40}\]{1,2}[^\w\[\]]*")
_FEWEST = 2
_Record = dict[str, str]


def program_records(lines: Sequence[Line], index: int) -> Found | None:
    """Return the records that begin at a line, their keys as headings; None where none begin.

    { name: "清岗县", province: "白溪省" }, or the same with each field on a line of its own.
    """
    first = lines[index].text
    if _ITEM.match(first) is not None or _SECTION.fullmatch(first) is not None:
        return _items(lines, index)
    if not (_OPENS.search(first) or (first.lstrip().startswith("[") and "=>" in first)):
        return None
    if not (":" in first or "=>" in first or first.rstrip().endswith(("{", "("))):
        return None
    records: list[_Record] = []
    numbers: list[Line] = []
    taken = 0
    for at, line in enumerate(following(lines, index), 1):
        found = _fields(line.text) if line.text.strip() else ([], False)
        if found is None:
            break
        fields, begins = found
        if begins or (fields and (not records or fields[0][0] in records[-1])):
            records.append({})
            numbers.append(line)
        if fields:
            numbers[-1] = numbers[-1] if records[-1] else line
            records[-1].update(fields)
            taken = at
    return _rows(lines[index], records, numbers, taken)


def _items(lines: Sequence[Line], index: int) -> Found | None:
    """Return the records of a list in YAML, each behind a dash, - county: 清岗县, or in TOML, each
    below its own [[village]]."""
    records: list[_Record] = []
    numbers: list[Line] = []
    taken = 0
    opened = False
    for at, line in enumerate(following(lines, index), 1):
        if _SECTION.fullmatch(line.text) is not None:
            opened = True
            continue
        told = _PLAIN_FIELD.fullmatch(line.text)
        if told is None and line.text.strip():
            break
        if told is None:
            continue
        if told["dash"] or opened:
            opened = False
            records.append({})
            numbers.append(line)
        records[-1][told["key"]] = told["value"].strip("\"'")
        taken = at
    firsts = {next(iter(record), "") for record in records}
    known = len(firsts) == 1 and any(role(key) for record in records for key in record)
    return _rows(lines[index], records, numbers, taken) if known else None


def _fields(text: str) -> tuple[list[tuple[str, str]], bool] | None:
    """Return the fields of a line, and whether a record begins on it; None where it holds other
    matter."""
    if _BRACES.fullmatch(text):
        return [], _OPENS.search(text) is not None
    opening = _OPENING.match(text)
    at, fields = opening.end() if opening is not None else 0, []
    begins = _OPENS.search(text, 0, at) is not None or ("=>" in text and "[" in text[:at])
    while (match := _FIELD.match(text, at)) is not None:
        values = match.group("double", "single", "tick", "bare")
        value = next((value for value in values if value is not None), "")
        fields.append((match["key"], "" if value in ("null", "None") else value))
        at = match.end()
    return (fields, begins) if fields and _BRACES.fullmatch(text, at) else None


def _rows(
    head: Line, records: Sequence[_Record], numbers: Sequence[Line], taken: int
) -> Found | None:
    """Return the records as rows below their keys, where there are several that hold names."""
    told = [pair for pair in zip(records, numbers, strict=True) if pair[0]]
    keys = list(dict.fromkeys(key for record, _ in told for key in record))
    named = sum(any(map(HAN.search, record.values())) for record, _ in told)
    if len(told) < _FEWEST or len(keys) < _FEWEST or 2 * named < len(told):
        return None
    rows = [
        line._replace(text="", cells=tuple(record.get(key, "") for key in keys))
        for record, line in told
    ]
    return Found([head._replace(text="", cells=tuple(keys)), *rows], taken)
