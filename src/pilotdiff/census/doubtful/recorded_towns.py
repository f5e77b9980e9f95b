"""What the official record has of the town that a list or a label names."""

from collections.abc import Sequence

from pilotdiff.model import DivisionPath, Level
from pilotdiff.names import split

_OWN = 2


def is_recorded_town(county: Sequence[str], town: str) -> bool:
    """Tell whether the record has a `town` of that name, in whatever years, in a `county`, which
    stands with its parents: ("北京市", "", "东城区")."""
    from pilotdiff.record import locate

    province, prefecture, own = county[: Level.TOWNSHIP.depth]
    return bool(own) and bool(locate((province, prefecture, own, town, "")).same)


def is_recorded_beside(path: DivisionPath, county: str) -> bool:
    """Tell whether the record has the town of a path that states its city in the city, and not in
    a county."""
    from pilotdiff.record import locate

    if not path.prefecture or not path.township:
        return False
    town = path._replace(county="", community="")
    return bool(locate(town).same) and not locate(town._replace(county=county)).same


def other_town_begun(path: DivisionPath) -> str:
    """Return the other town of its county, of whatever kind, with whose name that of a village
    begins before two characters or more of its own; "" for none, and where the record has the
    village in its town."""
    from pilotdiff.record import locate

    stem = split(Level.COMMUNITY, path.community)[0]
    town = split(Level.TOWNSHIP, path.township)[0]
    for size in range(len(stem) - _OWN, 1, -1) if path.county else ():
        found = locate(path._replace(township=f"{stem[:size]}镇", community=""))
        towns = (*found.same, *found.kindred)
        if towns and stem[:size] != town:
            return "" if locate(path).same else towns[-1].name
    return ""
