"""Places over places over names: a county whose line a town's follows, which heads villages."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.recognise.named_places import bracketed_place, reporting_place
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.names.head_words import listed_tiers


def places_over_places(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the lines of places right over places that head lower names: 1、清岗县 / （白溪镇） /
    ①东岭村, or 白溪区 / 1.南岭镇 / 西岭村; and of those over several that all state them again:
    清岗市 / 清岗市白溪县 / 清岗市南岭县.

    Between two headings, every line of the place's tier must stand over lower names, none of its
    tier may stand in a row, and the heading above that names tiers may not name it.
    """
    found: set[int] = set()
    said: frozenset[Level] = frozenset()
    start = 0
    for at in [*_headings(pieces), len(pieces)]:
        found.update(_within(pieces, start, at, said))
        if at < len(pieces):
            said = _said(pieces[at].text.text) or said
        start = at + 1
    return frozenset(found)


def _said(title: str) -> frozenset[Level]:
    """Return the tiers that a heading says it lists; 城市 may be of any, prefectures among them."""
    cities = title.partition("名单")[0].endswith("城市")
    return listed_tiers(title) | (frozenset({Level.PREFECTURE}) if cities else frozenset())


def _headings(pieces: Sequence[Piece]) -> Iterator[int]:
    """Yield the headings that name no place alone."""
    for at, piece in enumerate(pieces):
        if piece.shape is Shape.HEADING and not place_alone(piece):
            yield at


def _within(pieces: Sequence[Piece], start: int, end: int, said: frozenset[Level]) -> Iterator[int]:
    lines = range(start, end)
    tiers = {at: tier for at in lines if (tier := _tier(pieces[at])) is not None}
    over = [at for at in tiers if _stands_over(pieces, tiers, at)]
    for tier in {tiers[at] for at in over} - said:
        alike = [at for at, other in tiers.items() if other is tier]
        alone = [at for at in alike if _alone(pieces[at]) is not None]
        if alone == alike and all(_has_lower(pieces, tiers, at) for at in alike):
            again = all(_stated_by_all(pieces, tiers, at) for at in alike)
            yield from (at for at in alike if again or at in over)


def _stands_over(pieces: Sequence[Piece], tiers: dict[int, Level], at: int) -> bool:
    """Tell whether a place stands right over another that heads lower names still."""
    below = at + 1
    if _alone(pieces[at]) is None or not _has_lower(pieces, tiers, at):
        return False
    if _stated_by_all(pieces, tiers, at, _SEVERAL):
        return True
    heads = pieces[below].names is None  # by the signs or words around it
    return bool(place_alone(pieces[below])) and (heads or _has_lower(pieces, tiers, below))


_SEVERAL = 2


def _stated_by_all(
    pieces: Sequence[Piece], tiers: dict[int, Level], at: int, fewest: int = 1
) -> bool:
    """Tell whether all names below a place state it again, up to the next of its tier or to one
    that heads lower names."""
    place = place_alone(pieces[at])[-1]
    after = [n for n in range(at + 1, len(pieces)) if n in tiers]
    below = list(takewhile(lambda n: place in _first(pieces[n])[:-1], after))
    if len(below) < fewest or len(below) == len(after):
        return len(below) >= fewest
    end = after[len(below)]
    return tiers[end].depth <= place[0].depth or _has_lower(pieces, tiers, end)


def _has_lower(pieces: Sequence[Piece], tiers: dict[int, Level], at: int) -> bool:
    """Tell whether the next line is of a lower tier, by its codes too, and no number runs on."""
    if at + 1 not in tiers or tiers[at + 1].depth <= tiers[at].depth:
        return False
    if _runs_on(pieces[at], pieces[at + 1]):
        return False
    over, below = place_alone(pieces[at]), _first(pieces[at + 1])
    if over and over[-1] in below[:-1]:
        return True
    return not over or not below or holds(over[-1], below[0]) is not False


def _runs_on(piece: Piece, below: Piece) -> bool:
    """Tell whether two lines are numbered as neighbours: 1.清岗县 / 2.白溪镇."""
    one, other = piece.ordinal, below.ordinal
    if one is None or other is None or piece.style != below.style:
        return False
    return other.value == one.value + 1


def _alone(piece: Piece) -> Name | None:
    """Return the name that is all of a line."""
    name = single(piece)
    return None if name is None or name.header else name


def place_alone(piece: Piece) -> Parts:
    """Return the place that a line names alone, in brackets, before a colon or as who reports what
    stands below: 清岗县上报."""
    if piece.header is not None:
        return piece.header.path
    if (name := _alone(piece)) is not None:
        return name.path
    text = piece.text.text[piece.body :]
    bare, path, _ = bracketed_place(text)
    return reporting_place(text) if bare else path


def _first(piece: Piece) -> Parts:
    """Return the path that a line begins with."""
    return piece.names.names[0].path if piece.names is not None else place_alone(piece)


def _tier(piece: Piece) -> Level | None:
    """Return the tier of the first name of a line: of the place it stands in, where it has one
    before its colon."""
    path = _first(piece)
    return path[-1][0] if path else None
