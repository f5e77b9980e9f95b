"""Division codes in brackets behind names: 井陉县（130121）."""

from pilotdiff.names import division_rows
from pilotdiff.patterns import pattern

_CODE = pattern(r"(?:(?:区划)?代码[:：]?\s*)?(?P<code>\d{6})(?:000|000000)?")


def code_in_note(name: str, note: str) -> str:
    """Return the code that a county's note is, "" where the standard never gave the name that code:
    a number for the post is none.

    >>> code_in_note("井陉县", "130121"), code_in_note("井陉县", "050300")
    ('130121', '')
    """
    found = _CODE.fullmatch(note)
    if found is None:
        return ""
    code = found["code"]
    return code if any(row.code == code for row in division_rows.bearing(name)) else ""
