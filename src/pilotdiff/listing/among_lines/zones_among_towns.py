"""Zones, and towns called like an honour or without their kind, that stand over villages as the
towns beside them do: 白石镇（1个） / 东岭村 / 高新区（1个） / 西岭社区."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from pilotdiff.listing.among_lines.called_like_honours import town_like_an_honour
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.headers import is_bare
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.pieces import Piece, Shape, indent
from pilotdiff.listing.naming import read_unit
from pilotdiff.listing.recognise.named_places import lone_zone, short_place, without_count
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.model import Level
from pilotdiff.names import Reading, below_county, gazetteer, is_zone
from pilotdiff.patterns import pattern

# What its place among towns tells of a name.
_SURE = 0.9
# What a zone that none knows is called by: 东城区管委会.
_BODIES = ("管委会", "管理委员会")
_OF_THE_CORPS = [Level.PROVINCE, Level.TOWNSHIP]
_OF_A_CITY = [Level.PREFECTURE, Level.COUNTY]
# What a zone is said to be as well: 清岗经开区（镇）.
_ITS_TIER = pattern(r"[（(](?:镇|乡|街道|农场|林场)[)）]$", needs="镇乡道场")
_NUMBER = pattern(r"[（(]?\d{1,3}[)）]?")


class _Form(NamedTuple):
    """How a line states its place: how it is numbered, whether in a row before what lies in it, a
    path to it, before a colon, or alone; whether a count stands beside it; how far it is set in."""

    style: str
    sort: str
    counted: bool
    blanks: int


class _Head(NamedTuple):
    """A line that begins with a place above villages: its form, that place, the count beside it,
    whether its words alone do not tell that it is one, and whether nothing of them does."""

    form: _Form
    path: Parts
    declared: int | None = None
    unsure: bool = False
    strange: bool = False

    @property
    def is_zone(self) -> bool:
        """Whether it is a zone, a path that one begins, a regiment of the corps, or an area that is
        no prefecture."""
        level, name = self.path[0]
        has_body = len(self.path) > 1 and self.path[1][1] in _BODIES
        begun_by_one = level is Level.COUNTY and (is_zone(name) or has_body)
        return begun_by_one or self.is_area or _is_regiment(self.path[:2])

    @property
    def is_area(self) -> bool:
        """Whether it is an area that is no prefecture: 白石地区."""
        return gazetteer.is_unknown_area(*self.path[0])

    @property
    def is_zone_of_a_city(self) -> bool:
        """Whether it is a zone that a city calls by its name: 清岗市经济开发区."""
        return self.form.sort != "path" and _is_zone_of_a_city(self.path)

    @property
    def is_town(self) -> bool:
        """Whether it is surely a town."""
        return self.path[0][0] is Level.TOWNSHIP and not self.unsure

    @property
    def lies_low(self) -> bool:
        """Whether it is a zone or a town, sure or not."""
        return self.is_zone or self.path[0][0] is Level.TOWNSHIP


def _is_town_or_zone(path: Parts) -> bool:
    """Tell whether a path is one name, or a zone of a city, or a town or the body of a zone."""
    (_, first), *lower = path
    if not lower or _is_zone_of_a_city(path):
        return True
    (level, last), *more = lower
    if _is_regiment(path):
        return True
    return not more and level is Level.TOWNSHIP and (is_zone(first) or last in _BODIES)


def _is_regiment(path: Parts) -> bool:
    """Tell whether a path is a town of the corps, which lies in a county: 兵团三九团."""
    return [level for level, _ in path] == _OF_THE_CORPS and path[0][1] == "兵团"


def _is_zone_of_a_city(path: Parts) -> bool:
    return [level for level, _ in path] == _OF_A_CITY and is_zone(path[1][1])


def with_zones_among_towns(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, each zone that is written as the towns of its county are read as a town.

    It must stand over villages itself. One that is written as its county is must have such a town
    below it too, and one above or the county right above, or one above where no city is named: it
    may lie beside that county. What else sounds like a town or an area is one of them where as many
    villages stand below it as it says, or a town stands above and below. `pieces` hold no blank
    lines.
    """
    out = list(pieces)
    for at, head, near in _heads(pieces):
        if not (head.is_zone or head.is_zone_of_a_city or head.unsure):
            continue
        if _over_villages(pieces, at, head) and _is_among_towns(head, near):
            out[at] = _as_town(pieces[at], head) or pieces[at]
    return out


class _Near(NamedTuple):
    """What stands around a place: the county or higher place above its neighbours, whether it is
    the first below that, whether towns written as it is stand above and below it, and whether a
    line above names a city."""

    over: _Head | None
    first: bool
    before: bool
    behind: bool
    in_city: bool


def _heads(pieces: Sequence[Piece]) -> Iterator[tuple[int, _Head, _Near]]:
    """Yield the lines that begin with a place, each with what stands around it."""
    heads = [(at, head) for at, piece in enumerate(pieces) if (head := _head(piece)) is not None]
    last: dict[_Form, int] = {}  # the last town of each form below one place
    behind: list[bool] = []
    for at, head in reversed(heads):
        behind.append(last.get(head.form, at) > at)
        if not head.lies_low:
            last = {}
        elif head.is_town:
            last.setdefault(head.form, at)
    over, first, met, in_city = None, True, set[_Form](), False
    for (at, head), follows in zip(heads, reversed(behind), strict=True):
        yield at, head, _Near(over, first, head.form in met, follows, in_city)
        in_city = in_city or any(level is Level.PREFECTURE for level, _ in head.path)
        over, first = (over, False) if head.lies_low else (head, True)
        if not head.lies_low:
            met = set()
        elif head.is_town:
            met.add(head.form)


def _head(piece: Piece) -> _Head | None:
    if piece.shape is Shape.HEADER and piece.header is not None:
        return _before_a_colon(piece, "header", piece.header)
    if piece.shape is Shape.HEADING:
        return _alone(piece)
    names = piece.names
    if names is None or names.unread:
        return None
    first = names.names[0]
    if first.header is not None:
        return _before_a_colon(piece, "row", first.header)
    if len(names.names) > 1 or first.path[0][0] is Level.COMMUNITY:
        return None
    counted = names.declared is not None or _NUMBER.fullmatch(first.note) is not None
    sort = "place" if _is_town_or_zone(first.path) else "path"
    return _Head(_Form(piece.style, sort, counted, indent(piece)), first.path)


def _before_a_colon(piece: Piece, sort: str, header: Header) -> _Head | None:
    form = _Form(piece.style, sort, header.declared is not None, indent(piece))
    if is_bare(header):
        return _Head(form, ((Level.TOWNSHIP, header.title),), unsure=True, strange=True)
    if header.path:
        return _Head(form, header.path)
    town = town_like_an_honour(header.title) if header.heading is not None else ()
    return _Head(form, town, unsure=True) if town else None


def _alone(piece: Piece) -> _Head | None:
    """Return the zone, the place written short, or the area of which nothing knows, that is all of
    a line."""
    text, count = without_count(piece.text.text[piece.body :].strip())
    own = _ITS_TIER.sub("", text)
    form = _Form(piece.style, "place", count is not None, indent(piece))
    zone = lone_zone(own)
    if path := zone.path if zone is not None else short_place(own):
        return _Head(form, path, count)
    if town := town_like_an_honour(own):
        return _Head(form, town, count, unsure=True)
    if not count or read_heading(own).listing or not may_stand_among_names(own):
        return None
    reading = read_unit(own)
    if reading is None:
        return _Head(form, ((Level.TOWNSHIP, own),), count, unsure=True, strange=True)
    low = reading.level in (Level.COUNTY, Level.TOWNSHIP) and not gazetteer.find(own)
    alone = low and len(reading.parts) == 1
    return _Head(form, reading.parts, count, unsure=True) if alone else None


def _over_villages(pieces: Sequence[Piece], at: int, head: _Head) -> bool:
    """Tell whether villages stand behind a place on its line, or right below it, as many as it
    says where words alone do not tell that it is a place."""
    if head.form.sort in ("row", "path"):
        names = pieces[at].names
        own = names.names if names is not None else ()
        return bool(own) and all(name.reading.level is Level.COMMUNITY for name in own)
    below = (pieces[n].names for n in range(at + 1, len(pieces)))
    rows = [names for names in takewhile(_are_villages, below) if names is not None]
    number = sum(len(names.names) for names in rows)
    return number == head.declared if head.unsure and head.form.counted else bool(rows)


def _are_villages(names: Names | None) -> bool:
    return names is not None and all(map(_is_village_alone, names.names))


def _is_village_alone(name: Name) -> bool:
    """Tell whether a name is a village that states no town."""
    levels = [level for level, _ in name.path]
    return levels[-1] is Level.COMMUNITY and Level.TOWNSHIP not in levels


def _is_among_towns(head: _Head, near: _Near) -> bool:
    over = near.over
    if head.is_area and over is not None and _is_known_county(over.path):
        return True
    opens = near.first and over is not None
    if over is not None and over.form == head.form:
        among = near.behind and (near.before or opens)
        # The last of a county may be a county of the city, where one is named.
        return (among or (near.before and not near.in_city)) and not head.is_zone_of_a_city
    if head.is_zone_of_a_city:
        return near.behind and (near.before or opens)
    vouched = head.form.counted or head.form.sort == "row"
    if head.strange or (head.unsure and not vouched):
        return near.before and near.behind
    return near.before or near.behind


def _is_known_county(path: Parts) -> bool:
    """Tell whether a path ends in a county of the standard: no prefecture lies in it."""
    level, name = path[-1]
    return level is Level.COUNTY and bool(gazetteer.find_whole(name))


def _as_town(piece: Piece, head: _Head) -> Piece | None:
    """Return a piece with the place it begins with read as a town; None where that is a county of
    the standard."""
    path = head.path
    if head.form.sort == "path":
        path = path[:2] if _is_regiment(path[:2]) else path[:1]
    own = "".join(name for _, name in path)
    known = gazetteer.find_whole(own) if head.strange else gazetteer.find(own)
    if known or not _is_town_or_zone(path):
        return None
    town = (Level.TOWNSHIP, own)
    if piece.shape is Shape.HEADER and piece.header is not None:
        return piece._replace(header=piece.header._replace(path=(town,), heading=None))
    if piece.names is None:
        return _named(piece, town, head.declared)
    names = tuple(_below(name, town, head.form) for name in piece.names.names)
    return piece._replace(names=piece.names._replace(names=names))


def _named(piece: Piece, town: tuple[Level, str], count: int | None) -> Piece | None:
    """Return a line of one place that no words vouch for as one of names."""
    left = piece.text.text.find(town[1], piece.body)
    if left < 0:
        return None
    end = left + len(town[1])
    name = Name(left, end, town[1], Reading((town,), Level.TOWNSHIP, _SURE), stop=end)
    return piece._replace(shape=Shape.NAMES, heading=None, names=Names((name,), declared=count))


def _below(name: Name, town: tuple[Level, str], form: _Form) -> Name:
    """Return a name of a row with the town before its colon, or one that is or begins with it."""
    if form.sort == "place":
        return name._replace(reading=Reading((town,), Level.TOWNSHIP, name.reading.sure))
    if name.header is None:
        return name._replace(reading=below_county(name.text, name.reading))
    header = name.header._replace(path=(town,), heading=None)
    return name._replace(above=(town, *name.above[len(name.header.path) :]), header=header)
