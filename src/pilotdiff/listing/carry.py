"""Parents carried on from one name to the next: 江苏省南京市溧水区、徐州市鼓楼区."""

from pilotdiff.model import Level
from pilotdiff.names import gazetteer

Parts = tuple[tuple[Level, str], ...]


def carried(above: Parts, first: tuple[Level, str]) -> Parts:
    """Those of `above` that can stand over a name whose first part is `first`.

    A parent that the standard's codes contradict is left out: after 湖北省武汉市江岸区 only 湖北省
    carries on to 宜都市.
    """
    parents = (part for part in above if part[0].depth < first[0].depth)
    return tuple(part for part in parents if holds(part, first) is not False)


def holds(parent: tuple[Level, str], child: tuple[Level, str]) -> bool | None:
    """Whether by the standard's codes a part lies in another; None when it lacks either."""
    uppers = [d for d in gazetteer.find(parent[1]) if d.level is parent[0]]
    lowers = [d for d in gazetteer.find(child[1]) if d.level is child[0] and not d.bare]
    if not uppers or not lowers:
        return None
    return any(gazetteer.agree(upper, lower) for upper in uppers for lower in lowers)
