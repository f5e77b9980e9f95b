"""Cells that a spreadsheet would run as a formula are made plain text by a leading apostrophe.

The signs are those of OWASP's page on CSV injection, with their full-width forms, which a
spreadsheet in a Chinese locale takes for the same.
"""

from typing import TypeVar

FORMULA_SIGNS = "=+-@\t\r＝＋－＠"
Value = TypeVar("Value")


def neutral(cell: Value) -> Value | str:
    """Return the cell as it is safe to open; numbers and mere dashes stay as they are."""
    if not isinstance(cell, str) or not cell or cell[0] not in FORMULA_SIGNS or _harmless(cell):
        return cell
    return "'" + cell


def suspicious(text: str) -> bool:
    """Tell whether some cell of these lines of CSV may begin with a sign; False is certain."""
    # One sign is found far faster than what may stand before it, and most texts hold none.
    return any(sign in text and _begins(sign, text) for sign in FORMULA_SIGNS)


def _begins(sign: str, text: str) -> bool:
    return text.startswith(sign) or any(before + sign in text for before in ',"\n')


def _harmless(cell: str) -> bool:
    if cell[0] not in "-－":
        return False
    rest = cell.lstrip("-－")
    return not rest or (rest.isascii() and rest.replace(".", "", 1).isdigit())
