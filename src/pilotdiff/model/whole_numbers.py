"""Whole numbers: as somebody else wrote them, and the shares of one in another."""

_LONGEST = 6


def whole_number(text: str, longest: int = _LONGEST) -> int | None:
    """Return the number that a text of at most so many ASCII digits is; None for anything else.

    Python counts ² and ① as digits and cannot read them, and refuses what has thousands of them.

    >>> whole_number("042"), whole_number("²"), whole_number("-1"), whole_number("9" * 7)
    (42, None, None, None)
    """
    return int(text) if len(text) <= longest and text.isascii() and text.isdecimal() else None


def per_cent(part: int, whole: int) -> str:
    """Write a share in per cent with one decimal, a half rounded up as spreadsheets do.

    >>> per_cent(39, 48)
    '81.3'
    """
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"
