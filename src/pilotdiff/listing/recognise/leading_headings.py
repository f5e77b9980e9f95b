"""Headings that begin with the place of what stands below them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import is_title
from pilotdiff.listing.recognise.named_places import (
    leading_name,
    leading_place,
    leads_in,
)
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.patterns import pattern

_NEAR = 3
_SEVERAL = 2
_SENTENCE = pattern(r"[，,。；;！!？?]")
_RECOMMENDS = pattern(r"(?:推荐|申报|报送|上报|选送)(?:的?(?:单位|名单|对象))?\s*$")


def led(pieces: Sequence[Piece]) -> dict[int, Parts]:
    """Return the units that open headings of one tier: 成都市示范村名单, 绵阳市示范村名单.

    Where one heading only begins so it is the title, and speaks of the whole document, unless
    words lead in to it (下面是湖北的名单), or another title stands above it and lower units below.
    """
    may_lead = [at for at, piece in enumerate(pieces) if _may_lead(piece)]
    numbered = [at for at, piece in enumerate(pieces) if _is_numbered_heading(piece)]
    found = {at: parts for at in may_lead if (parts := leading_place(_wording(pieces[at])))}
    tiers = Counter(parts[-1][0] for parts in {*found.values(), *_across_tables(pieces, found)})
    led = {
        at: parts
        for at, parts in found.items()
        if tiers[parts[-1][0]] > 1
        or leads_in(pieces[at].text.text)
        or _stands_below_a_title(pieces, at, may_lead, found)
    }
    return _called_alike(pieces, sorted({*may_lead, *numbered})) | led


def _is_numbered_heading(piece: Piece) -> bool:
    return piece.shape is Shape.HEADING and piece.ordinal is not None and piece.header is None


def _stands_below_a_title(
    pieces: Sequence[Piece], at: int, may_lead: Sequence[int], found: Mapping[int, Parts]
) -> bool:
    """Tell whether a heading that begins with a county, a city or a province stands over units that
    may lie in it, and below a heading of no place, of the same or of one that holds its own,
    清岗县示范村名单 below 清岗市示范村名单; or that it is the title of a list of elsewhere."""
    above = [each for each in may_lead if each < at]
    level, parts = found[at][-1][0], found[at]
    opens = not above and pieces[at].ordinal is None
    if opens or _SENTENCE.search(_wording(pieces[at])):
        return False
    if not _stands_over_lower(pieces, at, level):
        return False
    over = [found[each][-1] for each in above if each in found and found[each] != parts]
    elsewhere = is_title(pieces[at].text.text) and all(
        holds(one, parts[0]) is False and holds(parts[-1], one) is False for one in over
    )
    beside = any(level.depth <= one[0].depth or holds(one, parts[0]) is False for one in over)
    if beside and not elsewhere:
        return False
    return all(holds(parts[-1], name.path[0]) is not False for name in _first_names(pieces, at))


def _first_names(pieces: Sequence[Piece], at: int) -> Iterator[Name]:
    """Yield the names of the few lines below one."""
    for piece in pieces[at + 1 : at + 1 + _NEAR]:
        yield from piece.names.names if piece.names is not None else ()


def _wording(piece: Piece) -> str:
    return piece.text.text[piece.body :]


def _across_tables(pieces: Sequence[Piece], found: Mapping[int, Parts]) -> Iterator[Parts]:
    """Yield the units that open headings across tables, where some outside open with units."""
    tables = [piece.table for piece in pieces if piece.table is not None] if found else []
    for row in (row for table in tables for row in table.rows):
        told = {*row.cells} - {""}
        title = told.pop().strip() if len(told) == 1 else ""
        if title and read_heading(title).listing and (parts := leading_place(title)):
            yield parts


def _called_alike(pieces: Sequence[Piece], may_lead: Sequence[int]) -> dict[int, Parts]:
    """Return the units that headings begin with which are alike but for them, and stand over lower
    ones: 白石镇示范村名单, 青山镇示范村名单."""
    alike: dict[tuple[str, Level], dict[int, Parts]] = {}
    for at in may_lead:
        parts, rest = leading_name(_wording(pieces[at]))
        if parts and rest and _stands_over_lower(pieces, at, parts[-1][0]):
            alike.setdefault((rest, parts[-1][0]), {})[at] = parts
    several = (found for found in alike.values() if len({*found.values()}) >= _SEVERAL)
    return {at: parts for found in several for at, parts in found.items()}


def _stands_over_lower(pieces: Sequence[Piece], at: int, level: Level) -> bool:
    """Tell whether the first names below a line, or those of a table, are of lower tiers."""
    for piece in pieces[at + 1 : at + 1 + _NEAR]:
        if piece.table is not None:
            return all(columns.depth > level.depth for columns in piece.table.columns)
        if piece.names is not None:
            return piece.names.names[0].path[0][0].depth > level.depth
    return False


def _may_lead(piece: Piece) -> bool:
    """Tell whether a line is a heading by its words or its colon, and names no unit alone."""
    if piece.header is not None:
        return not piece.header.path
    if piece.heading is not None and piece.heading.groups:
        return False
    if piece.shape is not Shape.HEADING or read_first_name(piece.text.text, piece.body):
        return False
    closes = piece.text.text.rstrip().endswith(("：", ":")) or _RECOMMENDS.search(piece.text.text)
    return bool(closes) or (piece.heading is not None and piece.heading.listing)
