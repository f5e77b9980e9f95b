"""Shares of whole numbers, as they are written."""


def per_cent(part: int, whole: int) -> str:
    """Write a share in per cent with one decimal, a half rounded up as spreadsheets do.

    >>> per_cent(39, 48)
    '81.3'
    """
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}"
