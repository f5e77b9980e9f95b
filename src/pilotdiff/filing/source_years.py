"""The year that a list is of."""

from pathlib import PurePath

from pilotdiff.model import Source
from pilotdiff.patterns import pattern

_YEAR = pattern(r"(?:19|20)\d\d(?=年)")
_NAMED_YEAR = pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def year_of(source: Source) -> int | None:
    """Return the year that the title names, else that of publication, else the one below the title,
    else that of the file's name.

    >>> year_of(Source("a", None, title="云岭省2023年试点名单", date="2024-01-02"))
    2023
    """
    if (year := title_year(source)) is not None:
        return year
    if not source.date and source.stated_year is not None:
        return source.stated_year
    named = None if source.date else _NAMED_YEAR.search(PurePath(source.id).stem)
    told = named[0] if named else source.date[:4]
    return int(told) if told.isdecimal() else None


def title_year(source: Source) -> int | None:
    """Return the year that the title names."""
    found = _YEAR.search(source.title)
    return int(found[0]) if found else None
