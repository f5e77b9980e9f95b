"""A line of names: entries, or the parent of those below it."""

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from pilotdiff.listing.carried_parents import Parts, holds, stands_lower
from pilotdiff.listing.date_lines import is_date
from pilotdiff.listing.following import following
from pilotdiff.listing.headings import read_heading
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.line_names import Name, Names
from pilotdiff.listing.omissions import OMITTED
from pilotdiff.listing.pieces import Piece, Shape, indent
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.halves import halves
from pilotdiff.listing.recognise.in_place import leaves_out
from pilotdiff.listing.recognise.list_titles import LINES_OF_A_TITLE, titles_lower_paths
from pilotdiff.listing.recognise.named_places import leading_place
from pilotdiff.listing.recognise.surroundings import Surroundings, first_name, gives_a_type, single
from pilotdiff.listing.recognise.unreadable_names import begins_with_a_town
from pilotdiff.listing.short_forms import read_in_a_place, tiers_below
from pilotdiff.listing.titles_and_dates import is_signature
from pilotdiff.model import Level, Role, msg
from pilotdiff.names import is_zone, known
from pilotdiff.patterns import pattern

_SIGNS = msg("an office that signs")
_PATHS = 2
_NO_NAMES = Names(())
_FAR = 6
_DIGITS = pattern(r"\d{1,3}")
_EXCEPT = pattern(r"^(?:不含|不包括|不包含|除|扣除).*$")
_TYPE = pattern(r"(?P<kind>[^：:]{2,12})[：:]")
_NONE_OF_A_KIND = pattern(r"\s*(?:[—–－\-/]{1,4}|暂?无|空缺|0个?|零个?)")
_NONE = pattern(r"暂?无(?:申报|推荐|单位|名单)?|空缺|未(?:申报|推荐)|0个?|零个?")


def unit_lines(around: Surroundings, at: int) -> Iterator[Candidate]:
    """Yield what a line whose names can be read may be."""
    piece = around.pieces[at]
    if _signs(around, at):
        yield Candidate(Role.FURNITURE, piece, ("words_of_a_page",), why=_SIGNS)
        return
    if at in around.said_again:
        yield Candidate(Role.RUNNING_TEXT, piece, ("a_sentence",))
        return
    name = single(piece)
    if name is not None and leaves_out(name):
        evidence = ("item_by_its_place",)
        yield Candidate(Role.UNREAD, piece, evidence, why=OMITTED, told=True)
        return
    if at in around.decided:
        yield Candidate(Role.ITEM, piece, ("reads_as_units", "verdict_below"), names=piece.names)
        return
    yield Candidate(Role.ITEM, piece, ("reads_as_units",), names=piece.names)
    if name is not None and (held := tuple(_parent_evidence(around, at, piece, name))):
        title = piece.text.text[piece.body :].strip()
        declared = piece.names.declared if piece.names else None
        declared = _bare_count(name) if declared is None else declared
        yield Candidate(Role.PARENT, piece, held, path=name.path, title=title, declared=declared)
    if piece.ordinal is not None and (whole := halves(around, at)) is not None:
        yield whole
    if name is None:
        return
    above: Parts = ()
    if _is_wording(name) and _opens_the_list(around, at):
        held, above = ("name_of_no_place",), name.reading.parts[:1]
    elif _may_be_a_title(around, at, name):
        held, above = ("name_of_no_place",), name.reading.parts[:-1]
    elif _over_whole_paths(around, at, name):
        held = ("whole_paths_below",)
    else:
        return
    heading = read_heading(name.text)
    yield Candidate(Role.HEADING, piece, held, path=above, title=name.text, heading=heading)


def _signs(around: Surroundings, at: int) -> bool:
    """Tell whether an office stands over a date alone: 清岗省药品监督管理局 / 2016年9月8日."""
    below = around.next(at)
    if below is None or not is_signature(around.pieces[at].text.text.strip()):
        return False
    return is_date(below)


def _opens_the_list(around: Surroundings, at: int) -> bool:
    """Tell whether names follow a line that are not numbered as it is, and none stand above it."""
    pieces = around.pieces
    if not names_follow(around, at) or any(p.names is not None for p in islice(pieces, at)):
        return False
    below = next((p for p in following(pieces, at + 1) if p.names is not None), None)
    style = around.pieces[at].style
    return not style or below is None or below.style != style


def _may_be_a_title(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether a name is the title of the paths below it, opens the page but for its own
    places, or has a number and theirs begin again: 二、清岗市平安社区 / 1.白溪县东岭镇西岭村."""
    pieces = around.pieces
    if not titles_lower_paths(pieces[at : at + LINES_OF_A_TITLE], name):
        return False
    if pieces[at].ordinal is not None:
        return begins_numbers(around, at) and pieces[at + 1].style != pieces[at].style
    named = (one for piece in islice(pieces, at) for one in (piece.names or _NO_NAMES).names)
    return all(one.path[-1] in name.path[:-1] for one in named)


def _is_wording(name: Name) -> bool:
    """Tell whether a path leads from a province right to what sounds like a township: no township
    lies so, and 北京市健康街乡 is the title of a list."""
    parts = name.reading.parts
    return parts[0][0] is Level.PROVINCE and parts[1:2] != () and parts[1][0] is Level.TOWNSHIP


def _over_whole_paths(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether whole paths of its tier, numbered in another way, stand below a bare name that
    nothing knows: 2.文旅街道 / 2-1.清岗市白溪区南岭街道."""
    piece, below = around.pieces[at], around.pieces[at + 1 : at + 1 + _PATHS]
    if piece.ordinal is None or len(name.path) > 1 or known(name.text) or not below:
        return False
    names = [other for p in below if p.names is not None and (other := single(p))]
    tier, first = name.reading.level, below[0]
    if not names or single(first) is None or any(p.style == piece.style for p in below):
        return False
    return all(len(n.path) > 1 and n.reading.level is tier for n in names)


def _parent_evidence(around: Surroundings, at: int, piece: Piece, name: Name) -> Iterator[str]:
    """Yield what says that names of a lower tier stand under a name."""
    following = around.next(at)
    below = first_name(following) if following is not None else None
    if below is None and following is not None and following.ordinal is not None:
        # It may be broken over two lines: （1）东 / 岭村.
        whole = halves(around, at + 1)
        below = single(whole.piece) if whole is not None else None
    yield from _said_by_counts(around, at, piece, name)
    if at in around.over_places:
        yield "stands_over_places"
    if at + 1 in around.told_below or (following is not None and _told_again(name, following)):
        yield "sentence_below_names_it"
    if at in around.without_any:
        yield "has_none"
    if at in around.institutions.places:
        yield "institutions_below"
    if below is not None and _is_cited(piece) and _leads_to(name, below):
        yield "place_in_brackets"
    if following is not None and below is not None:
        yield from _said_by_the_next_name(around, at, piece, name, following, below)
    if following is not None:
        yield from _said_by_the_next_line(around, at, piece, name, following, below)
    if _over_names_past_prose(name, around.past_prose(at)):
        yield "lower_names_past_prose"
    if piece.ordinal is None and _has_rows_below(around, at, name):
        yield "rows_of_parents_below"
    lower = below or around.names_below(at)
    if lower is not None and (
        stands_lower(lower.path[0], name.path[-1]) or _in_no_town(name, lower)
    ):
        yield from _said_of_lower_names(around, at, piece, name, lower)


def _said_by_counts(around: Surroundings, at: int, piece: Piece, name: Name) -> Iterator[str]:
    """Yield whether a number beside the name counts what stands below it."""
    following = around.next(at)
    if name.path[-1][0] is Level.COMMUNITY:
        return  # no unit lies below it: 白溪村（含3个网格）
    counts = piece.names is not None and piece.names.declared is not None
    if name.header is not None and piece.names is not None and piece.names.declared == 1:
        counts = False  # 清岗市：白溪县（1个）
    followed = following is not None or _row_of_counts(around, at, name)
    if counts and followed and "等" not in piece.text.text:
        yield "counts_what_follows"
    if at in around.alternating:
        yield "stands_over_by_turns"
    if (number := _bare_count(name)) is not None and following is not None:
        lower = first_name(following)
        if number == 0 or (lower is not None and stands_lower(lower.path[0], name.path[-1])):
            yield "counts_what_follows"


def _said_by_the_next_name(
    around: Surroundings, at: int, piece: Piece, name: Name, following: Piece, below: Name
) -> Iterator[str]:
    """Yield what the tier and the number of the name on the next line say."""
    if stands_lower(below.path[0], name.path[-1]) or _in_no_town(name, below):
        yield "lower_name_below"
        if following.style != piece.style:
            yield "other_style_below"
            if piece.ordinal is None and holds(name.path[-1], below.path[0]) is True:
                yield "holds_the_next_below"
        beside = around.usual.get(piece.style) is below.reading.level
        anew = following.style != piece.style and piece.ordinal is not None and beside
        if begins_numbers(around, at) and (anew or _numbers_of_its_tier_go_on(around, at, name)):
            yield "numbers_begin_again_below"
        if _runs_on(piece, following) and not _repeats_the_number_above(around, at, name):
            yield "number_runs_on"
    elif _zone_over_paths(name, below):
        yield "lower_name_below"


def _in_no_town(name: Name, below: Name) -> bool:
    """Tell whether a village that states a place and no town of it stands below a town: 白石街道 /
    1.清岗区实验社区."""
    levels = [level for level, _ in below.path]
    low = name.reading.level is Level.TOWNSHIP and levels[-1] is Level.COMMUNITY
    return low and Level.TOWNSHIP not in levels


_CITED = pattern(r"\s*《[^《》]+》\s*[：:]?\s*", needs="《")


def _is_cited(piece: Piece) -> bool:
    """Tell whether the signs of a title stand around all of a line: 《清岗镇》."""
    return _CITED.fullmatch(piece.text.text, piece.body) is not None


def _told_again(name: Name, following: Piece) -> bool:
    """Tell whether the line below is a sentence that names the place again, and what lies in it:
    清岗县 / 清岗县的白溪镇、南岭镇入选。"""
    text, names = following.text.text.rstrip(), following.names
    if names is None or not text.endswith("。"):
        return False
    return all(name.path[-1] in one.path[:-1] for one in names.names)


def _leads_to(name: Name, below: Name) -> bool:
    """Tell whether a name below a place lies lower, or states the place again and goes on."""
    goes_on = name.path[-1] in below.path[:-1]
    return goes_on or stands_lower(below.path[0], name.path[-1])


def begins_numbers(around: Surroundings, at: int) -> bool:
    """Tell whether the line below one bears the number 1."""
    following = around.next(at)
    return following is not None and following.ordinal is not None and following.ordinal.value == 1


def _numbers_of_its_tier_go_on(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether the next name of a name's tier, or the one before, bears the number next to its
    own and stands over numbers that begin again: 1.清岗县 / 1.南岭镇 / 2.东岭镇 / 2.白溪县."""
    own = around.pieces[at].ordinal
    for step in (1, -1):
        places = range(at + step, at + step * _MOST_BETWEEN, step)
        among = (place for place in places if 0 <= place < len(around.pieces))
        beside = next((n for n in among if _is_of_tier(around.pieces[n], name)), None)
        other = around.pieces[beside].ordinal if beside is not None else None
        if beside is None or own is None or other is None:
            continue
        if other.value == own.value + step and begins_numbers(around, beside):
            return True
    return False


# Names that one place may hold.
_MOST_BETWEEN = 100


def _is_of_tier(piece: Piece, name: Name) -> bool:
    other = single(piece) if piece.ordinal is not None else None
    return other is not None and other.reading.level is name.reading.level


def _said_by_the_next_line(
    around: Surroundings, at: int, piece: Piece, name: Name, following: Piece, below: Name | None
) -> Iterator[str]:
    """Yield what else the next line says, where it has a name and where it has none."""
    if _holds_the_row(name, following) or (
        below is None and over_short_names(around, at, name.path)
    ):
        yield "holds_the_row_below"
    if (
        _holds_the_unread(name, following)
        or _over_an_unread_village(around, at, name)
        or _over_an_unread_number(around, at, name, following)
    ):
        yield "holds_the_unread_below"
    if below is not None and _set_in_below(piece, following, name, below):
        yield "set_in_below"
    if _set_in_alike(around, at, name):
        yield "set_in_alike"
    if _named_again(following, piece, name):
        yield "named_again_below"
    # 二等奖：清岗县 is no place over 三等奖：空缺.
    labelled = name.header is not None
    if (not labelled and _says_none(following)) or _numbers_nothing(piece, following):
        yield "none_below"
    if _stands_over_a_table(around, at, following, name):
        yield "stands_over_a_table"


def _said_of_lower_names(
    around: Surroundings, at: int, piece: Piece, name: Name, lower: Name
) -> Iterator[str]:
    """Yield what else is to be said where the next name, however far below, is of a lower tier."""
    following = around.next(at)
    row = name.header is None and following is not None and _is_a_row_of_a_type(following)
    if row or (following is not None and gives_a_type(following)):
        yield "stands_over_types"
    if _heads_a_series(around, at):
        yield "stands_over_types"
    if piece.ordinal is None and _is_province(name):
        yield "province_alone"
    if holds(name.path[-1], lower.path[0]) is False:
        yield "codes_contradict"


def _holds_the_row(name: Name, following: Piece) -> bool:
    """Tell whether the line below is a row of names that all lie in a name by the codes:
    济南市 / 历下区 市中区."""
    row = following.names.names if following.names is not None else ()
    if len(row) < _PATHS or any(one.header is not None for one in (name, *row)):
        return False
    return all(holds(name.path[-1], below.path[0]) is True for below in row)


def over_short_names(around: Surroundings, at: int, path: Parts) -> bool:
    """Tell whether the lines right below a place say no more than what those in it are called
    without their kinds: two lines, a row, one above the next place of its tier, or one below the
    last of such places. 河北省 / 平山 / 正定; 河北省 / 平山、正定; 河北省 / 平山 / 湖北省."""
    below = around.pieces[at + 1 : at + 1 + _PATHS]
    if not below or path[-1][0].depth >= Level.COUNTY.depth:
        return False
    first = short_row(below[0], path)
    if len(first) != 1:
        return bool(first)
    beyond = first_name(below[-1])
    if beyond is not None and beyond.path[-1][0] is path[-1][0]:
        return True
    return any(short_row(piece, path) for piece in below[1:]) or _is_last_of_such(around, at, path)


def _is_last_of_such(around: Surroundings, at: int, path: Parts) -> bool:
    """Tell whether the place before one, of its tier, stands over such a line."""
    for i in range(at - 1, max(-1, at - 1 - _MOST_BETWEEN), -1):
        place = single(around.pieces[i])
        if place is not None and place.path[-1][0] is path[-1][0]:
            return bool(short_row(around.pieces[i + 1], place.path))
    return False


_BETWEEN = pattern(r"[、，,\s]+")


def short_row(piece: Piece, path: Parts) -> list[Name]:
    """Return the names of a line that says no more than what units in a place are called without
    their kinds: 平山、正定 below 石家庄市; [] for any other line."""
    text = piece.text.text
    end = piece.body + len(text[piece.body :].rstrip(" \u3000。；;、，,"))
    own = "".join(text[piece.body : end].split())
    spans = [(piece.body, end)] if tiers_below(own, path) else _pieces(text, piece.body, end)
    found = read_in_a_place(text, spans, path) if spans else {}
    return [name for names in found.values() for name in names] if len(found) == len(spans) else []


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.span() for match in _BETWEEN.finditer(text, start, end)]
    edges = zip([start, *(stop for _, stop in cuts)], [*(cut for cut, _ in cuts), end], strict=True)
    return [(left, right) for left, right in edges if left < right]


def _over_names_past_prose(name: Name, beyond: Sequence[Piece]) -> bool:
    """Tell whether names two tiers below a name, all in it by the codes, stand behind what is told
    of it: 清岗市 / 清岗市风光秀丽。 / 白溪县：南岭镇东岭村、….

    Of one tier below it, each told of in its turn, it may be the neighbour.
    """
    beyond = beyond[:1] if beyond and _gives_parents(beyond[0]) else beyond
    lower = [first_name(piece) for piece in beyond]
    own = name.reading.level.depth
    return bool(lower) and all(
        below is not None
        and below.reading.level.depth > own + 1
        and holds(name.path[-1], below.path[0]) is True
        for below in lower
    )


def _holds_the_unread(name: Name, following: Piece) -> bool:
    """Tell whether the line below cannot be read and begins with a place that lies in a name by
    the codes: 清岗省 / 白溪县老街夜市."""
    below = following.text.text[following.body :].strip()
    if following.names is not None or following.shape is not Shape.HEADING or is_signature(below):
        return False
    place = leading_place(below)
    return bool(place) and holds(name.path[-1], place[0]) is True


def _over_an_unread_village(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether what begins with a town and cannot be read stands below a county, near names
    that begin with towns: 清岗县 / 白溪镇那高查."""
    below = around.next(at)
    if below is None or name.reading.level is not Level.COUNTY or not begins_with_a_town(below):
        return False
    return around.towns_near(at)


def _over_an_unread_number(around: Surroundings, at: int, name: Name, following: Piece) -> bool:
    """Tell whether the line below a place without a number has one and cannot be read, and the
    number goes on to a lower name: 清岗区 / 4.白溪柳巷 / 5.白溪镇东岭村."""
    second, number = around.next(at + 1), following.ordinal
    if around.pieces[at].ordinal is not None or number is None or second is None:
        return False
    if following.shape is not Shape.HEADING or second.style != following.style:
        return False
    below = first_name(second) if second.ordinal is not None else None
    if below is None or second.ordinal is None or second.ordinal.value != number.value + 1:
        return False
    own = following.text.text[following.body :]
    return may_stand_among_names(own) and stands_lower(below.path[0], name.path[-1])


def _set_in_below(piece: Piece, following: Piece, name: Name, below: Name) -> bool:
    """Tell whether the line below is set in further, neither with a number, and lies lower."""
    if following.style != piece.style or (piece.ordinal is not None and piece.ordinal.value >= 0):
        return False
    return indent(following) > indent(piece) and stands_lower(below.path[0], name.path[-1])


def _set_in_alike(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether a name stands among lower ones that are set in as far as it is, below a line
    that is not: it lies beside them."""
    own, following = indent(around.pieces[at]), around.next(at)
    if not own or following is None or indent(following) != own:
        return False
    above = around.pieces[max(at - _FAR, 0) : at][::-1]
    alike = list(takewhile(lambda piece: indent(piece) == own, above))
    over = first_name(above[len(alike)]) if len(alike) < len(above) else None
    if over is None or stands_lower(over.path[-1], name.path[0]):
        return False
    names = filter(None, map(first_name, alike))
    return any(stands_lower(one.path[0], name.path[-1]) for one in names)


def _runs_on(piece: Piece, following: Piece) -> bool:
    """Tell whether two lines are numbered as one row: 5. 清岗镇 / 6. 白溪村."""
    one, other = piece.ordinal, following.ordinal
    return (
        one is not None
        and other is not None
        and following.style == piece.style
        and other.value == one.value + 1
    )


def _repeats_the_number_above(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether a line has the number of the lower name above it, so that it begins no entry:
    2.清岗县白溪镇 / 2.北岭市 / 3.南岭县东岭镇."""
    own, above = around.pieces[at].ordinal, around.pieces[at - 1] if at else None
    if own is None or above is None or above.ordinal is None or above.names is None:
        return False
    alike = (above.ordinal.style, above.ordinal.value) == (own.style, own.value)
    return alike and stands_lower(above.names.names[-1].path[-1], name.path[-1])


def _zone_over_paths(name: Name, below: Name) -> bool:
    """Tell whether a zone may stand over a path that begins with a county:
    清岗新区 / 白溪县南岭镇."""
    (tier, county), *deeper = below.path
    if tier is not Level.COUNTY or not deeper or is_zone(county):
        return False
    return len(name.path) == 1 and is_zone(name.path[0][1])


def _bare_count(name: Name) -> int | None:
    """Return the number that stands alone in brackets behind a place: 白溪镇（2）."""
    return int(name.note) if _DIGITS.fullmatch(name.note) else None


def _named_again(following: Piece, piece: Piece, name: Name) -> bool:
    """Tell whether what follows is numbered in another way and names it: 一、清岗县 / 1.清岗县
    白溪镇."""
    below = first_name(following)
    if below is None or following.style == piece.style:
        return False
    return name.path[-1] in below.path


def _row_of_counts(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether the place above stands with its number too: 清岗县 12个 / 白溪县 8个."""
    above = around.pieces[at - 1] if at else None
    other = single(above) if above is not None and above.names is not None else None
    counts = above is not None and above.names is not None and above.names.declared is not None
    return counts and other is not None and other.reading.level is name.reading.level


def _heads_a_series(around: Surroundings, at: int) -> bool:
    """Tell whether the first of numbered headings stands below a name that none like it precedes:
    清岗市 / （一）城市社区."""
    piece, following = around.pieces[at], around.next(at)
    if piece.ordinal is not None or following is None or following.ordinal is None:
        return False
    heading = following.heading
    if following.ordinal.value != 1 or heading is None or not heading.listing:
        return False
    before = single(around.pieces[at - 1]) if at and not around.pieces[at - 1].ordinal else None
    own = single(piece)
    return before is None or own is None or before.reading.level is not own.reading.level


def _stands_over_a_table(around: Surroundings, at: int, table: Piece, name: Name) -> bool:
    """Tell whether a table of lower units without a column of its tier stands below a name."""
    if table.table is None:
        return False
    columns = table.table.columns[0]
    own = name.reading.level.depth
    if columns.depth <= own or any(columns.levels[depth] >= 0 for depth in range(own + 1)):
        return False
    before = single(around.pieces[at - 1]) if at else None
    return before is None or before.reading.level is not name.reading.level


def _is_a_row_of_a_type(piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their type: 文明村：白溪镇东岭村."""
    header = piece.names.names[0].header if piece.names is not None else None
    heading = header.heading if header is not None and not header.path else None
    return heading is not None and heading.listing


def _gives_parents(piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their parent: 清岗区：和平街道、车站街道."""
    header = piece.names.names[0].header if piece.names is not None else None
    return header is not None and bool(header.path)


def _has_rows_below(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether such rows stand below a name; one that cannot be read may stand between."""
    below = around.next(at)
    if below is not None and _is_unread_row(below):
        below = around.next(at + 1)
    return below is not None and _stands_over_rows(name, below)


_ROW = pattern(r"[^（(：:、，,]{2,16}[（(：:][^（()）：:]+[）)]?[。；;]?", needs="（(：:")


def _is_unread_row(piece: Piece) -> bool:
    """Tell whether a line is written as a row is, and cannot be read: 石桥（东坝口、西坝口）."""
    if piece.shape is not Shape.HEADING or (piece.heading is not None and piece.heading.listing):
        return False
    return _ROW.fullmatch(piece.text.text[piece.body :].strip()) is not None


def _stands_over_rows(name: Name, piece: Piece) -> bool:
    """Tell whether a line is a row of names behind their parent, and that lies lower than a place
    or states it again and goes on: 清岗区：和平街道、车站街道 and 清岗市清岗区：和平街道 below
    清岗市."""
    header = piece.names.names[0].header if piece.names is not None else None
    if header is None or not header.path or header.path[-1][0] is Level.COMMUNITY:
        return False
    again = name.path[-1] in header.path[:-1]
    return again or stands_lower(header.path[0], name.path[-1])


def _says_none(piece: Piece) -> bool:
    """Tell whether a line says that there is none: 无, 暂无, 示范村：——."""
    text = piece.text.text[piece.body :].strip(" \u3000（()）。")
    kind = _TYPE.match(text)
    if kind is not None and read_heading(kind["kind"]).listing:
        return _NONE_OF_A_KIND.fullmatch(text, kind.end()) is not None
    return bool(text) and _NONE.fullmatch(text) is not None


def _numbers_nothing(piece: Piece, following: Piece) -> bool:
    """Tell whether the first number of another style stands alone below a numbered line:
    一、清岗市 / （一）."""
    if piece.ordinal is None or following.shape is not Shape.NUMBER or following.ordinal is None:
        return False
    return following.ordinal.value == 1 and following.style != piece.style


def _is_province(name: Name) -> bool:
    return name.reading.level is Level.PROVINCE and not _EXCEPT.sub("", name.note)


def names_follow(around: Surroundings, at: int) -> bool:
    """Tell whether the next line that says anything is one of names."""
    following = around.next(at)
    return following is not None and following.shape is Shape.NAMES
