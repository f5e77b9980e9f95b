"""Levels within a sentence: "county", "41 counties"."""

from collections.abc import Callable

from pilotdiff.model.levels import Level
from pilotdiff.model.messages import Message, msg, msgs

LEVEL_NAMES = {
    Level.PROVINCE: msg("province"),
    Level.PREFECTURE: msg("prefecture"),
    Level.COUNTY: msg("county"),
    Level.TOWNSHIP: msg("street or town"),
    Level.COMMUNITY: msg("community"),
}
_COUNTED: dict[Level, Callable[[int], Message]] = {
    Level.PROVINCE: lambda n: msgs("{n} province", "{n} provinces", n),
    Level.PREFECTURE: lambda n: msgs("{n} prefecture", "{n} prefectures", n),
    Level.COUNTY: lambda n: msgs("{n} county", "{n} counties", n),
    Level.TOWNSHIP: lambda n: msgs("{n} street or town", "{n} streets and towns", n),
    Level.COMMUNITY: lambda n: msgs("{n} community", "{n} communities", n),
}


def counted(level: Level | None, n: int) -> Message:
    """Count units of a level: "1 county", "41 counties"; "3 units" where there is no level.

    >>> str(counted(Level.COUNTY, 41))
    '41 counties'
    """
    return _COUNTED[level](n) if level else msgs("{n} unit", "{n} units", n)
