"""The names that stand in brackets behind the place that holds them."""

from collections.abc import Callable

from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.cuts import BETWEEN_NAMES, pieces_between
from pilotdiff.listing.lines.headings import Heading
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.unit_names.bracketed_places import without_lead
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.shared_kinds import read_lower
from pilotdiff.listing.unit_names.short_forms import read_in_a_place
from pilotdiff.model import Level
from pilotdiff.names import Reading, gazetteer, is_zone, split, whole_name
from pilotdiff.patterns import IN_BRACKETS, pattern

# What reads the names of a line from a place on.
ReadNames = Callable[[str, int], Names | None]
_SEVERAL = 2
_WITHIN_NOTE = pattern(r"[，,；;]\s*")
_SHORT_OVER = pattern(r"\s*(?P<place>\p{Han}{2,5})[（(][^（()）]+[）)]", needs="（(")
_COUNTED_OVER = pattern(
    rf"\s*(?P<place>\p{{Han}}{{2,20}}?)(?P<count>共?(?P<number>{NUMBER})[个家名][^（(]{{0,8}}[（(])"
    r"[^（()）]+[）)]",
    needs="（(",
)
# 2022年撤乡设镇 is told of a unit, whenever it was.
_REMARK = pattern(
    r"(?:(?:19|20)\d\d年(?:\d{1,2}月)?)?"
    r"(?:(?:现|今|由|系|已)(?=合并|更名|撤|并|改|属|为)|不?含|原|合并|新设|改设|撤销|下?辖|包括|除|更名|并入|虚拟|特殊|[省市县]级|简称|以下|试点|示范|涉及|覆盖|辐射|带动|位于|地处|联合|驻"
    r"|撤[省市县区镇乡地][设建并改])"
)


def names_in_brackets(text: str, name: Name, read_names: ReadNames) -> list[Name]:
    """Return the names in the brackets behind a name, each below it: 成都市（温江区、金堂县） lists
    them, 乙社区（原乙村） does not. What more brackets tell is theirs: 成都市（温江区）（新增）."""
    first = _FIRST_BRACKET.match(text, name.end, name.stop)
    rest = text[first.end() : name.stop].strip() if first else ""
    if first is None or not rest:
        return _in_one_bracket(text, name, read_names)
    bare = name._replace(note=first[0].strip()[1:-1], stop=first.end())
    names = _in_one_bracket(text, bare, read_names)
    return [
        one._replace(note="; ".join(filter(None, (one.note, rest.strip("（()）")))), stop=name.stop)
        for one in names
    ]


_FIRST_BRACKET = pattern(rf"\s*{IN_BRACKETS}", needs="（(")


def _in_one_bracket(text: str, name: Name, read_names: ReadNames) -> list[Name]:
    """Return the names in the only brackets behind a name, [] where they are a remark."""
    start, end = name.end, name.stop
    if not name.note or name.former or text[start : start + 1] not in tuple("（(〔【["):
        return []
    if short := _short_in_brackets(text, name):
        return short
    if lower := _lower_in_brackets(text, name):
        return lower
    if (town := _in_its_town(name)) is not None:
        return [town]
    inner = read_names(text, start + 1) if end == len(text) else None
    if inner is None or inner.unread:
        inner = read_names(text[: end - 1], start + 1)
    if inner is None or inner.unread:
        return []
    known = gazetteer.find(inner.names[0].reading.parts[0][1])  # 含山县, 原平市
    if _REMARK.match(text, start + 1) and not known:
        return []
    tops = {n.path[0][0] for n in inner.names}
    path = name.path
    if tops == {Level.COUNTY} and len(path) == 1 and is_zone(name.text):
        path = ((Level.PREFECTURE, name.text),)  # 雄安新区（雄县、安新县）
    if any(top.depth <= path[-1][0].depth for top in tops):
        return []
    only = inner.names[0] if len(inner.names) == 1 else None
    if only is not None and (only.reading.sure < CERTAIN or _is_same(name, only)):
        return []
    header = Header(name.text, path)
    return [n._replace(above=(*path, *n.above), header=header) for n in inner.names]


def _in_its_town(name: Name) -> Name | None:
    """Return a village right behind its county with the town that brackets behind it state:
    清岗县东岭村（白溪镇）."""
    *above, own = name.reading.parts
    if own[0] is not Level.COMMUNITY or not above or above[-1][0] is not Level.COUNTY:
        return None
    said, *more = _WITHIN_NOTE.split(name.note)
    place = without_lead(said)
    town = read_unit(place)
    if (
        town is None
        or town.sure < CERTAIN
        or [level for level, _ in town.parts] != [Level.TOWNSHIP]
    ):
        return None
    if not place.endswith(("镇", "乡", "街道")) or not name.text.endswith(own[1]):
        return None
    if any(read_unit(bit) is not None for bit in more):
        return None
    return name._replace(
        note="，".join(more) if more else name.note,
        start=name.own_start,
        text=own[1],
        above=(*name.above, *above, *town.parts),
        reading=Reading((own,), own[0], name.reading.sure),
    )


def _short_in_brackets(text: str, name: Name) -> list[Name]:
    """Return the places in the brackets behind the one that holds them, all without their kinds:
    石家庄市（平山、正定）."""
    spans = list(pieces_between(text, name.end + 1, name.stop - 1, BETWEEN_NAMES))
    found = read_in_a_place(text, spans, name.path)
    if len(found) < len(spans):
        return []
    header = Header(name.text, name.path)
    short = [one for left, _ in spans for one in found[left]]
    return [
        one._replace(
            above=name.path, header=header._replace(heading=Heading("", one.reading.level))
        )
        for one in short
    ]


def _lower_in_brackets(text: str, name: Name) -> list[Name]:
    """Return the villages in the brackets behind their town, or the towns behind their county,
    whose kind stands once, behind the last of them: 白溪镇（东岭、西岭村）."""
    spans = list(pieces_between(text, name.end + 1, name.stop - 1, BETWEEN_NAMES))
    if len(spans) < _SEVERAL or _REMARK.match(text, name.end + 1):
        return []
    found = read_lower(text, spans, name.path)
    last = read_name(text, *spans[-1]) if found else None
    before = [one for left, _ in spans[:-1] for one in found.get(left, ())]
    if last is None or {last.path[0][0]} != {one.reading.level for one in before}:
        return []
    lower = [*before, last]
    header = Header(name.text, name.path)
    return [one._replace(above=name.path, header=header) for one in lower]


def _is_same(name: Name, other: Name) -> bool:
    """Tell whether two names are those of one place: 高碑店地区（高碑店乡）."""
    stems = [split(*one.reading.parts[-1])[0] for one in (name, other)]
    return len(other.path) == 1 and stems[0] == stems[1]


def under_short_place(text: str, start: int, end: int, read_names: ReadNames) -> list[Name]:
    """Return the names in brackets behind their city, its kind left out, or behind their count:
    沈阳（浑南区、新民市）, 清岗区2个（东岭镇、西岭镇）."""
    if counted := _counted_in_brackets(text, start, end, read_names):
        return counted
    match = _SHORT_OVER.fullmatch(text, start, end)
    parents = whole_name(match["place"], Level.PREFECTURE) if match else ()
    inner = read_names(text[: end - 1], match.end("place") + 1) if match and parents else None
    if inner is None or inner.unread:
        return []
    if any(holds(parents[-1], name.path[0]) is not True for name in inner.names):
        return []
    return [name._replace(above=(*parents, *name.above)) for name in inner.names]


def _counted_in_brackets(text: str, start: int, end: int, read_names: ReadNames) -> list[Name]:
    """Return the names in brackets behind a place and their right number."""
    match = _COUNTED_OVER.fullmatch(text, start, end)
    if match is None:
        return []
    place = read_name(text, *match.span("place"))
    sure = place is not None and place.reading.sure >= CERTAIN
    over = place.path if place is not None and sure else _short_place(match["place"])
    inner = read_names(text[: end - 1], match.end("count")) if over else None
    if inner is None or inner.unread or len(inner.names) != numeral(match["number"]):
        return []
    if any(name.path[0][0].depth <= over[-1][0].depth for name in inner.names):
        return []
    if not sure and any(holds(over[-1], name.path[0]) is False for name in inner.names):
        return []
    return [name._replace(above=(*over, *name.above)) for name in inner.names]


def _short_place(called: str) -> Parts:
    """Return the province or city that a text names without its kind: 云南, 沈阳."""
    return whole_name(called, Level.PROVINCE) or whole_name(called, Level.PREFECTURE)
