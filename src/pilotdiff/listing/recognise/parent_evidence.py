"""What speaks for a name's being a place over those below it: counts, numbers, tiers, indents."""

from collections.abc import Iterator
from itertools import takewhile

from pilotdiff.listing.carried_parents import holds, stands_lower
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.pieces import Piece, Shape, indent, single
from pilotdiff.listing.omissions import SAYS_THERE_IS_NONE
from pilotdiff.listing.recognise.halves import halves
from pilotdiff.listing.recognise.rows_below import (
    MOST_IN_A_PLACE,
    has_rows_below,
    holds_the_row,
    holds_the_unread,
    is_a_row_of_a_type,
    over_an_unread_number,
    over_an_unread_village,
    over_names_past_prose,
    over_short_names,
    stands_over_a_table,
)
from pilotdiff.listing.recognise.surroundings import (
    Surroundings,
    first_name,
    gives_a_type,
    heading_of,
    names_a_batch,
)
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.listing.unit_names.name_reading import ITSELF
from pilotdiff.model import Level
from pilotdiff.names import is_zone
from pilotdiff.patterns import pattern

_FAR = 6
_TYPE = pattern(r"(?P<kind>[^：:]{2,12})[：:]")
_NONE_OF_A_KIND = pattern(rf"\s*(?:[—–－\-/]{{1,4}}|{SAYS_THERE_IS_NONE})")
_DIGITS = pattern(r"\d{1,3}")
_EXCEPT = pattern(r"^(?:不含|不包括|不包含|除|扣除).*$")
_NONE = pattern(rf"{SAYS_THERE_IS_NONE}|暂?[无未](?:申报|推荐|单位|名单)")


def parent_evidence(around: Surroundings, at: int, piece: Piece, name: Name) -> Iterator[str]:
    """Yield what says that names of a lower tier stand under a name; none of a city that itself is
    meant, among counties: 清岗市本级."""
    following = around.next(at)
    below = first_name(following) if following is not None else None
    if below is None and following is not None and following.ordinal is not None:
        # It may be broken over two lines: （1）东 / 岭村.
        whole = halves(around, at + 1)
        below = single(whole.piece) if whole is not None else None
    if name.note == ITSELF and below is not None and below.reading.level is Level.COUNTY:
        return
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
    if over_names_past_prose(name, around.past_prose(at)):
        yield "lower_names_past_prose"
    if piece.ordinal is None and has_rows_below(around, at, name):
        yield "rows_of_parents_below"
    if below is None and _stands_over_the_called(around, at, name):
        yield "stands_over_types"
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
    if (number := bare_count(name)) is not None and following is not None:
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
        number = piece.ordinal.value if piece.ordinal is not None else 0
        right_below = following is around.pieces[at + 1] and following.style == piece.style
        first = right_below and number == 1
        goes_on = anew or first or _numbers_of_its_tier_go_on(around, at, name)
        if begins_numbers(around, at) and goes_on:
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
        places = range(at + step, at + step * MOST_IN_A_PLACE, step)
        among = (place for place in places if 0 <= place < len(around.pieces))
        beside = next((n for n in among if _is_of_tier(around.pieces[n], name)), None)
        other = around.pieces[beside].ordinal if beside is not None else None
        if beside is None or own is None or other is None:
            continue
        if other.value == own.value + step and begins_numbers(around, beside):
            return True
    return False


def _is_of_tier(piece: Piece, name: Name) -> bool:
    other = single(piece) if piece.ordinal is not None else None
    return other is not None and other.reading.level is name.reading.level


def _said_by_the_next_line(
    around: Surroundings, at: int, piece: Piece, name: Name, following: Piece, below: Name | None
) -> Iterator[str]:
    """Yield what else the next line says, where it has a name and where it has none."""
    if holds_the_row(name, following) or (
        below is None and over_short_names(around, at, name.path)
    ):
        yield "holds_the_row_below"
    if (
        holds_the_unread(name, following)
        or over_an_unread_village(around, at, name)
        or over_an_unread_number(around, at, name, following)
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
    if stands_over_a_table(around, at, following, name):
        yield "stands_over_a_table"


def _said_of_lower_names(
    around: Surroundings, at: int, piece: Piece, name: Name, lower: Name
) -> Iterator[str]:
    """Yield what else is to be said where the next name, however far below, is of a lower tier."""
    following = around.next(at)
    row = name.header is None and following is not None and is_a_row_of_a_type(following)
    if row or (following is not None and gives_a_type(following)):
        yield "stands_over_types"
    if _heads_a_series(around, at) or _stands_over_batches(around, following, name):
        yield "stands_over_types"
    if piece.ordinal is None and _is_province(name):
        yield "province_alone"
    if holds(name.path[-1], lower.path[0]) is False:
        yield "codes_contradict"


def _stands_over_the_called(around: Surroundings, at: int, name: Name) -> bool:
    """Tell whether the line below a name calls lower units by what they are chosen as, such stand
    below that, no line above it calls units of its own tier and none stands right above it:
    清岗县 / 示范社区（2个） / 东岭社区, but not 示范县 / 清岗县 / 示范社区."""
    two = around.pieces[at + 1 : at + 3]
    called, tier = around.tier_called(at + 1), name.reading.level
    below = first_name(two[1]) if len(two) > 1 else None
    if called is None or below is None or called.depth <= tier.depth:
        return False
    above = (heading_of(piece) for piece in reversed(around.pieces[:at]))
    last = next((heading for heading in above if heading is not None and heading.level), None)
    before = single(around.pieces[at - 1]) if at else None
    beside = before is not None and before.reading.level is tier
    own = last is not None and last.level is tier
    return not (own or beside) and stands_lower(below.path[0], name.path[-1])


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


def bare_count(name: Name) -> int | None:
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


def _stands_over_batches(around: Surroundings, following: Piece | None, name: Name) -> bool:
    """Tell whether a batch or a year stands below a name, as the first one of the list does below
    one of its tier: 清岗县 / 第一批 / 东岭村 / 第二批 / 西岭村 / 白溪县 / 第二批 / 南岭村."""
    if around.over_batches is not name.reading.level or following is None:
        return False
    return names_a_batch(following)


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
