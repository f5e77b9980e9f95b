"""The date of a verdict as a spreadsheet program kept it, or as a person typed it."""

from datetime import date, datetime, timedelta

from pilotdiff.facts.calendar import iso_of
from pilotdiff.patterns import pattern

_WRITTEN = pattern(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?")
_RUN = pattern(r"(\d{4})(\d\d)(\d\d)")
# Day 0 of a spreadsheet, and the days that a verdict can be given on: 1990 to 2119.
_EPOCH = date(1899, 12, 30)
_DAYS = range(32_874, 80_000)


def iso(value: object) -> str:
    """Return the date in ISO 8601; "" for what is none.

    A program that lost the format of a cell leaves the number of days; people write 2026-01-02,
    2026/1/2, 2026年1月2日 or 20260102.
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | int) and _DAYS.start <= value < _DAYS.stop:
        return (_EPOCH + timedelta(days=int(value))).isoformat()
    if isinstance(value, float) and value.is_integer():  # neither infinite nor no number
        value = int(value)
    return _written(str(value).strip())


def _written(text: str) -> str:
    found = _WRITTEN.fullmatch(text) or _RUN.fullmatch(text)
    return iso_of(*map(int, found.groups())) if found else ""
