"""Parents carried on from one name to the next: 江苏省南京市溧水区、徐州市鼓楼区."""

from pilotdiff.model import Level
from pilotdiff.names import gazetteer

Parts = tuple[tuple[Level, str], ...]


def carried(above: Parts, first: tuple[Level, str]) -> Parts:
    """Those of `above` that can stand over a name whose first part is `first`.

    A parent that the standard's codes contradict is left out: after 湖北省武汉市江岸区 only 湖北省
    carries on to 宜都市.
    """
    level, text = first
    parents = tuple(part for part in above if part[0].depth < level.depth)
    divisions = [d for d in gazetteer.find(text) if d.level is level and not d.bare]
    if not divisions:
        return parents
    return tuple(part for part in parents if _holds(part, divisions))


def _holds(parent: tuple[Level, str], children: list[gazetteer.Division]) -> bool:
    known = [d for d in gazetteer.find(parent[1]) if d.level is parent[0]]
    return not known or any(gazetteer.agree(up, low) for up in known for low in children)
