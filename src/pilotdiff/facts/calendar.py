"""Days as texts write them: 2023年2月28日, 2023-02-28, 二〇二三年二月二十八日."""

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
_ZEROS = str.maketrans("○O0", "〇〇〇")


def find_day(text: str) -> re.Match[str] | None:
    """Find what is written like a day, whether there is such a day or not."""
    return _DIGITS.search(text) or _CHINESE.search(text)


def iso_day(match: re.Match[str]) -> str:
    """Return the day of a match of `find_day` in ISO 8601, "" where there is no such day.

    >>> match = find_day("二〇二三年二月二十八日")
    >>> iso_day(match) if match else None
    '2023-02-28'
    >>> match = find_day("2023年2月31日")
    >>> iso_day(match) if match else None
    ''
    """
    year, month, day = (numeral(match[part].translate(_zeros(match))) or 0 for part in "ymd")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _zeros(match: re.Match[str]) -> dict[int, int]:
    """Return a zero of another alphabet in a year in Chinese characters."""
    return {} if match["y"].isdecimal() else _ZEROS
