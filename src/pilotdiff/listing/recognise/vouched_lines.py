"""Short lines that read as no names, and are entries since those beside them are written so."""

from collections.abc import Iterator

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.institutions import is_body, is_office, may_stand_among_names
from pilotdiff.listing.lines.headings import Heading, read_heading, speaks_of_programme
from pilotdiff.listing.lines.line_pieces import short_name
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL
from pilotdiff.listing.omissions import NOT_READ
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.named_places import lone_zone, short_place
from pilotdiff.listing.recognise.rows_below import over_short_names, place_of_line, short_row
from pilotdiff.listing.recognise.surroundings import Surroundings
from pilotdiff.listing.recognise.told_lines import told_in_a_series
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.kindless_villages import village_in_its_town
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.short_forms import short_path, street
from pilotdiff.model import Level, Role
from pilotdiff.names import Reading, known
from pilotdiff.patterns import pattern

_COUNTY_KINDS = frozenset("县区市旗")
_SHORTEST_PATH = 5
_LONGEST_PATH = 30
_FAR = 6
_BOTH = 2
_REST = pattern(r"\p{Han}{2,20}")


def vouched_lines(around: Surroundings, at: int, level: Level | None) -> Iterator[Candidate]:
    """Yield the line at `at` as an entry that a line beside it vouches for: 鞍山, 高新区.

    `level` is what the headings in force say of the tier.
    """
    for vouched in (
        _without_kind,
        _below_its_place,
        _zones,
        _streets,
        _with_type,
        _told_of,
        _whole_path,
    ):
        yield from vouched(around, at)
    yield from _in_its_town(around, at, level)
    yield from _with_one_title(around, at)


def _without_kind(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 鞍山, a division without its kind, or 海南三亚 with its province, in a list of such
    names."""
    piece = around.pieces[at]
    path = _short_item(piece)
    if not path:
        return
    text = piece.text.text
    near = around.beside(at)
    beside = [other for other in near if other.style == piece.style]
    like = [
        other
        for other in beside
        if _short_item(other)
        or (len(path) > 1 and _in_one(other))
        or _is_division(other, path[-1][0])
    ]
    behind = short_path(text, piece.body, len(text))
    names = [behind] if behind else short_name(text, piece.body, len(text), path[0][0])
    if names and like:
        between = piece.ordinal is not None and len(like) == _BOTH
        held = ("short_name", *["like_its_neighbour"] * len(like))
        held = ("item_by_its_place", *held) if between else held
        # The place alone tells the tier, which a name without its kind does not.
        tier = Header("", heading=Heading("", level=path[-1][0]))
        named = tuple(name._replace(header=tier) for name in names)
        yield Candidate(Role.ITEM, piece, held, names=Names(named))


def _below_its_place(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 平山, or 平山、正定, divisions without their kinds right below the place that holds
    them, or below other such lines."""
    piece = around.pieces[at]
    if piece.shape is not Shape.HEADING or piece.text.heading:
        return
    for i in range(at - 1, max(-1, at - 1 - _FAR), -1):
        if path := place_of_line(around.pieces[i]):
            names = short_row(piece, path) if over_short_names(around, i, path) else []
            if names and all(short_row(each, path) for each in around.pieces[i + 1 : at]):
                held = ("short_name", "like_its_neighbour", "like_its_neighbour")
                yield Candidate(Role.ITEM, piece, held, names=Names(tuple(names)))
            return


def _zones(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 高新区, a zone called by its kind alone, in a list of counties, or between two
    towns."""
    piece = around.pieces[at]
    zone = lone_zone(piece.text.text[piece.body :])
    if zone is None:
        return
    near = around.beside(at)
    beside = [other for other in near if other.style == piece.style]
    like = [other for other in beside if _is_county(other)]
    if not like and at not in around.alternating and sum(map(_is_town, beside)) == _BOTH:
        like = beside
    if like:
        name = read_name(piece.text.text, piece.body, len(piece.text.text))
        held = ("zone_alone", *["like_its_neighbour"] * len(like))
        yield Candidate(Role.ITEM, piece, held, names=Names((name,)) if name else None)


def _streets(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 满春街, a street that its kind 街 alone does not tell, in a list of towns."""
    piece = around.pieces[at]
    name = street(piece.text.text, piece.body, len(piece.text.text))
    if name is None or piece.text.heading:
        return
    near = (_nearest(around, at, -1), _nearest(around, at, 1))
    like = [other for other in near if other and other.style == piece.style and _is_town(other)]
    if like:
        held = ("item_by_its_place", *["like_its_neighbour"] * len(like))
        yield Candidate(Role.ITEM, piece, held, names=Names((name,)))


def _is_town(piece: Piece) -> bool:
    name = single(piece)
    return name is not None and name.reading.level is Level.TOWNSHIP


def _with_type(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 清岗县白溪镇　生态型, a whole path with a remark, beside lines written the same way."""
    piece = around.pieces[at]
    name = _remarked(piece)
    if name is None:
        return
    near = around.beside(at)
    like = [other for other in near if other.style == piece.style and _remarked(other)]
    if like:
        held = ("name_and_remark", *["like_its_neighbour"] * len(like))
        heading = read_heading(name.note)
        if heading.category:
            name = name._replace(note="", header=Header(name.note, heading=heading))
        yield Candidate(Role.ITEM, piece, held, names=Names((name,)))


def _told_of(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 东岭村：种茶为生, towns or villages one below the other of which something is told."""
    if (name := told_in_a_series(around, at)) is not None:
        held = ("name_and_remark", "like_its_neighbour", "like_its_neighbour")
        yield Candidate(Role.ITEM, around.pieces[at], held, names=Names((name,)))


def _whole_path(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 白溪市清岗县保税区, whole paths to a county and a rest that no grammar reads, among
    paths of the same tiers."""
    piece = around.pieces[at]
    if piece.text.heading or piece.text.text.rstrip().endswith(("：", ":")):
        return
    name = _known_path(piece)
    if name is None:
        return
    rest = piece.text.text[name.end :].strip()
    if not _REST.fullmatch(rest):
        return
    tiers = [level for level, _ in name.reading.parts]
    near = (_nearest(around, at, -1), _nearest(around, at, 1))
    below = [_tier_below(other, tiers) for other in near if other and other.style == piece.style]
    like = [level for level in below if level is not None]
    beside = ["like_its_neighbour"] * len(like)
    if is_body(rest) or not may_stand_among_names(rest):
        if len(like) > 1:
            yield Candidate(
                Role.UNREAD, piece, ("begins_with_units", *beside), why=NOT_READ, told=True
            )
        return
    if not like or (is_office(rest) and len(like) < 2):
        return
    parts = (*name.reading.parts, (like[0], rest))
    text = piece.text.text.rstrip()
    whole = name._replace(
        end=len(text),
        stop=len(text),
        text=name.text + rest,
        note="",
        reading=Reading(parts, like[0], DOUBTFUL),
    )
    yield Candidate(Role.ITEM, piece, ("item_by_its_place", *beside), names=Names((whole,)))


def _in_its_town(around: Surroundings, at: int, level: Level | None) -> Iterator[Candidate]:
    """Yield 清岗县白溪镇东岭, a path through a known county to a town and a name without a kind,
    between communities whose paths have the same tiers, or below a heading of communities. Several
    names must be written so."""
    piece = around.pieces[at]
    name = _village(piece)
    if name is None:
        return
    tiers = [tier for tier, _ in name.reading.parts[:-1]]
    near = (_nearest(around, at, -1), _nearest(around, at, 1))
    like = [
        other
        for other in near
        if other and other.style == piece.style and _tier_below(other, tiers) is Level.COMMUNITY
    ]
    around_it = around.pieces[max(at - _FAR, 0) : at + _FAR + 1]
    without = [p for p in around_it if p is not piece and p.style == piece.style and _village(p)]
    if not without:
        return  # one alone may have been cut off
    if level is Level.COMMUNITY:
        like += without
    if level is Level.COMMUNITY or len(like) >= _BOTH:
        held = ("item_by_its_place", *["like_its_neighbour"] * len(like[:_BOTH]))
        yield Candidate(Role.ITEM, piece, held, names=Names((name,)))


def _with_one_title(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield 清岗县国家农业先行区, a known place and the title that it has, among other places that
    have it."""
    piece = around.pieces[at]
    place, title = _titled(piece)
    if not title:
        return
    near = around.pieces[max(at - _FAR, 0) : at + _FAR + 1]
    others = {_titled(p)[0] for p in near if p.style == piece.style and _titled(p)[1] == title}
    beside = around.beside(at)
    # Over names it heads them.
    if len(others) > _BOTH and any(_titled(each)[1] == title for each in beside):
        text = piece.text.text
        start = text.index(place, piece.body)
        name = read_name(text, start, start + len(place))
        held = ("item_by_its_place", "like_its_neighbour", "like_its_neighbour")
        if name is not None:
            end = len(text.rstrip(" \u3000。；;"))
            names = Names((name._replace(note=title, stop=end),))
            yield Candidate(Role.ITEM, piece, held, names=names)


# What a place is called that was honoured: its kind is none of the place's own.
_TITLE = pattern(r"\p{Han}{4,20}(?:[区园县市镇村乡]|基地|城市|单位|街道|社区)")


def _titled(piece: Piece) -> tuple[str, str]:
    """Return the known place that a line begins with and the title behind it, ("", "") for any
    other line."""
    if piece.shape not in (Shape.HEADING, Shape.NAMES) or piece.text.heading:
        return "", ""
    text = piece.text.text[piece.body :].strip(" \u3000。；;")
    place = "".join(leading_units(text))
    title = text.removeprefix(place)
    if not place or title == text or not _TITLE.fullmatch(title):
        return "", ""
    return (place, title) if speaks_of_programme([title]) else ("", "")


def _village(piece: Piece) -> Name | None:
    """Return the village without a kind that a numbered line names, and nothing else."""
    if piece.shape is not Shape.HEADING or piece.ordinal is None or piece.text.heading:
        return None
    text = piece.text.text[piece.body :].rstrip(" \u3000。；;")
    parts = village_in_its_town(text)
    if not parts:
        return None
    end = piece.body + len(text)
    reading = Reading(parts, Level.COMMUNITY, DOUBTFUL)
    return Name(piece.body, end, text, reading, stop=end, vouched=True)


def _nearest(around: Surroundings, at: int, step: int) -> Piece | None:
    """Return the nearest line of names before or behind a line, where few others stand between."""
    for i in range(at + step, at + step * (_FAR + 1), step):
        if not 0 <= i < len(around.pieces):
            return None
        if around.pieces[i].names is not None:
            return around.pieces[i]
    return None


def _known_path(piece: Piece) -> Name | None:
    """Return the path through known places to a county that opens a line, no longer than needed."""
    text, last = piece.text.text, min(len(piece.text.text) - 1, piece.body + _LONGEST_PATH)
    for end in range(piece.body + _SHORTEST_PATH, last):
        if text[end - 1] in _COUNTY_KINDS and (name := read_name(text, piece.body, end)):
            parts = name.reading.parts
            whole = len(parts) > 1 and parts[-1][0] is Level.COUNTY
            if whole and all(level in known(part) for level, part in parts):
                return name
    return None


def _tier_below(piece: Piece, tiers: list[Level]) -> Level | None:
    """Return the tier of a line's own unit where its path goes through these tiers and one more."""
    if piece.names is None or len(piece.names.names) != 1:
        return None
    *above, (level, _) = piece.names.names[0].reading.parts
    return level if [each for each, _ in above] == tiers else None


def _remarked(piece: Piece) -> Name | None:
    """Return the path that opens a line whose rest gives its type, or tells of it behind a colon:
    清岗县白溪镇东岭村：移风易俗树新风."""
    if piece.shape is not Shape.HEADING or piece.text.heading:
        return None
    text = piece.text.text
    name = read_first_name(text, piece.body)
    if name is None or len(name.path) < 2 or name.reading.sure < CERTAIN:
        return None
    if text[name.stop :].lstrip()[:1] in ("：", ":"):
        names_more = leading_units(name.note) or read_first_name(name.note)
        return None if names_more or "、" in name.note else name
    heading = read_heading(name.note)
    return name if heading.category and heading.level is None else None


def _is_county(piece: Piece) -> bool:
    """Tell whether a line is one county, or a zone called by its kind alone."""
    if piece.names is None:
        return lone_zone(piece.text.text[piece.body :]) is not None
    return len(piece.names.names) == 1 and piece.names.names[0].reading.level is Level.COUNTY


def _is_division(piece: Piece, level: Level) -> bool:
    """Tell whether a line is one division of a tier that the standard has: 清岗县 beside 白溪."""
    name = single(piece)
    return name is not None and name.reading.level is level and level in known(name.path[-1][1])


def _in_one(piece: Piece) -> bool:
    """Tell whether a line is one city or county behind its province: 浙江省杭州市."""
    name = single(piece)
    return name is not None and name.path[0][0] is Level.PROVINCE and len(name.path) > 1


def _short_item(piece: Piece) -> Parts:
    """Return the division that is all of a line which reads as no name, its kind left out."""
    if piece.shape is not Shape.HEADING:
        return ()
    text = piece.text.text
    behind = short_path(text, piece.body, len(text))
    return behind.path if behind else short_place(text[piece.body :], Level.COUNTY)
