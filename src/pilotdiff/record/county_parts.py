"""Counties that gave a part to another one, or got one."""

from collections import defaultdict
from functools import cache

from pilotdiff.names.tables import rows


@cache
def _by_code() -> dict[str, list[tuple[int, str]]]:
    table: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for old, year, new in rows("county_parts.tsv"):
        table[old].append((int(year), new))
        table[new].append((int(year), old))
    return dict(table)


def shared_parts(code: str, first: int, last: int) -> set[str]:
    """Return the codes of the counties that a county gave a part to, or got one from, in some
    years.

    >>> sorted(shared_parts("330109", 2016, 2021))
    ['330114']
    """
    return {other for year, other in _by_code().get(code, ()) if first <= year <= last}


def gave_a_part(giver: str, taker: str) -> bool:
    """Tell whether a part of one county went to another one, by their codes.

    >>> gave_a_part("330110", "330113"), gave_a_part("330113", "330110")
    (True, False)
    """
    return (giver, taker) in _directions()


@cache
def _directions() -> frozenset[tuple[str, str]]:
    return frozenset((old, new) for old, _, new in rows("county_parts.tsv"))
