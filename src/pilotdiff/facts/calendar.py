"""Days and months as texts write them: 2023年2月28日, 2023-02-28, 二〇二三年二月."""

import re
from datetime import date

from pilotdiff.facts.numerals import numeral
from pilotdiff.patterns import pattern

_DIGITS = pattern(
    r"(?P<y>(?:19|20)\d\d)\s*[年./-]\s*(?P<m>\d{1,2})\s*[月./-]\s*(?P<d>\d{1,2})\s*日?"
)
_CHINESE = pattern(
    r"(?P<y>[二一][〇零○O0九一二三四五六七八]{3})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日",
    needs="年",
)
_MONTH = pattern(
    r"(?P<y>(?:19|20)\d\d)\s*年\s*(?P<m>\d{1,2})\s*月"
    r"|(?P<cy>[二一][〇零○O0九一二三四五六七八]{3})年(?P<cm>[一二三四五六七八九十]{1,2})月",
    needs="年",
)
_ZEROS = str.maketrans("○O0", "〇〇〇")


def find_day(text: str) -> re.Match[str] | None:
    """Find what is written like a day, whether there is such a day or not.

    >>> find_day("印发于2023年11月6日")[0]
    '2023年11月6日'
    """
    return _DIGITS.search(text) or _CHINESE.search(text)


def is_day(text: str) -> bool:
    """Tell whether a text is nothing but a day.

    >>> is_day("2023年11月6日"), is_day("印发于2023年11月6日")
    (True, False)
    """
    match = find_day(text)
    return match is not None and match[0] == text


def iso_day(match: re.Match[str]) -> str:
    """Return the day of a match of `find_day` in ISO 8601, "" where there is no such day.

    >>> match = find_day("二〇二三年二月二十八日")
    >>> iso_day(match) if match else None
    '2023-02-28'
    >>> match = find_day("2023年2月31日")
    >>> iso_day(match) if match else None
    ''
    """
    return iso_of(*(_number(match[part]) for part in "ymd"))


def iso_of(year: int, month: int, day: int) -> str:
    """Return a day in ISO 8601; "" where the month has no such day.

    >>> iso_of(2023, 2, 28), iso_of(2023, 2, 31)
    ('2023-02-28', '')
    """
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def find_month(text: str) -> re.Match[str] | None:
    """Find what is written like a month of a year.

    >>> find_month("二〇二三年十一月")[0]
    '二〇二三年十一月'
    """
    return _MONTH.search(text)


def iso_month(match: re.Match[str]) -> str:
    """Return the month of a match of `find_month` in ISO 8601, "" where there is no such month.

    >>> match = find_month("二〇二三年八月")
    >>> iso_month(match) if match else None
    '2023-08'
    """
    year, month = (_number(match[part] or match[f"c{part}"]) for part in "ym")
    try:
        return date(year, month, 1).isoformat()[:7]
    except ValueError:
        return ""


def _number(written: str) -> int:
    """Return a number in digits, or in Chinese characters among which a zero of another alphabet
    may stand."""
    return numeral(written if written.isdecimal() else written.translate(_ZEROS)) or 0
