"""The lines around one: what follows it, and which names stand over others by turns."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile
from typing import NamedTuple

from pilotdiff.listing.among_lines.called_like_honours import town_like_an_honour
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.lines.headings import (
    Heading,
    begins_with_a_batch,
    read_heading,
    tier_called,
)
from pilotdiff.listing.lines.pieces import Piece, Shape, single
from pilotdiff.listing.lines.reporting_offices import reporting_offices
from pilotdiff.listing.lines.titles_and_dates import is_title
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.omissions import SAYS_THERE_IS_NONE
from pilotdiff.listing.recognise.footnotes import footnotes
from pilotdiff.listing.recognise.institution_lines import institution_lines
from pilotdiff.listing.recognise.leading_headings import led
from pilotdiff.listing.recognise.named_places import (
    leading_place,
    lone_zone,
)
from pilotdiff.listing.recognise.place_trees import places_over_places
from pilotdiff.listing.recognise.sentences_below import lines_said_again, sentences_below
from pilotdiff.listing.recognise.unreadable_names import begins_with_a_town, may_be_unread
from pilotdiff.listing.tables.columns.column_heads import LEVEL_ROLES, role
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Level
from pilotdiff.names.head_words import PROGRAMME
from pilotdiff.patterns import pattern

_NEAR = 3
_ROW = 2
_SEVERAL = 2
# What heads the names below it, whatever it begins with: 入选名单, 上榜的有：.
_HEADS = pattern(r"(?:名单|名册|名录|目录|如下|[：:])$")


class Surroundings:
    """A document's pieces, and what is looked up among them once."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = pieces
        # The level at which most single names of a numbering style stand.
        self.usual = _usual_level(pieces)
        # Places that say that they have none, among lower names that do not: 清岗市 无.
        self.without_any = _without_any(pieces)
        # The places of names without numbers that stand over others by turns.
        self.alternating = _alternating(pieces)
        # The places right over places that head lower names.
        self.over_places = places_over_places(pieces)
        # How often each heading stands.
        self._headings = Counter(one.title for one in map(heading_of, pieces) if one is not None)
        # The names of sentences right below their places.
        self.told_below = sentences_below(pieces)
        # Lines that only say again where units lie.
        self.said_again = lines_said_again(pieces)
        # Lines that name institutions, and the places over them.
        self.institutions = institution_lines(pieces)
        # The units that headings begin with, where several begin with different ones.
        self.led = led(pieces)
        # The places whose offices filled in the lists below, where several did.
        self.reported = _reported(pieces)
        # Numbered notes below the list.
        self.footnotes = footnotes(pieces)
        # Lines that tell what the names right above them have become.
        self.verdicts = _verdicts(pieces)
        self.decided = _decided(pieces, self.verdicts)
        # The tier of the places that batches or years stand below.
        self.over_batches = _over_batches(pieces)

    def beside(self, at: int) -> list[Piece]:
        """Return the lines right above and right below one."""
        return [*self.pieces[max(at - 1, 0) : at], *self.pieces[at + 1 : at + 2]]

    def next(self, at: int) -> Piece | None:
        """Return the piece below one, None below the last; a bare word for a tier that heads the
        column of names below is passed over: 清岗县 / 乡镇 / 白石镇."""
        below = self.pieces[at + 1 : at + 3]
        if len(below) > 1 and below[1].names is not None and _heads_a_column(below[0]):
            return below[1]
        return below[0] if below else None

    def past_prose(self, at: int) -> Sequence[Piece]:
        """Return the two lines below those of running text that stand right below a line; () where
        none does."""
        end = at + 1
        while end < len(self.pieces) and self.pieces[end].shape is Shape.PROSE:
            end += 1
        return self.pieces[end : end + 2] if end > at + 1 else ()

    def towns_near(self, at: int) -> bool:
        """Tell whether a name that begins with its town stands among the few lines around one."""
        near = self.pieces[max(at - _NEAR, 0) : at + _NEAR + 1]
        names = [piece.names.names[0] for piece in near if piece.names is not None]
        return any(name.reading.parts[0][0] is Level.TOWNSHIP for name in names)

    def tier_called(self, at: int) -> Level | None:
        """Return the tier that a line calls the units below it by; of titles those that stand over
        several lists tell one: 清岗县 / 示范村名单 / 东岭村 / 白溪县 / 示范村名单."""
        piece = self.pieces[at] if at < len(self.pieces) else None
        heading = heading_of(piece) if piece is not None else None
        if piece is None or heading is None:
            return None
        if self._headings[heading.title] > 1 and heading.listing:
            return heading.level
        return _calls_units(piece)

    def names_below(self, at: int) -> Name | None:
        """Return the first name below a line; counts, types and a line that cannot be read may
        stand between."""
        for piece in self.pieces[at + 1 : at + 4]:
            if (name := first_name(piece)) is not None:
                return name
            if not (_may_stand_between(piece) or _begins_headings(piece)):
                return None
        return None


def names_a_batch(piece: Piece) -> bool:
    """Tell whether a line is a heading of a batch or a year: 第二批, 2021年度（3个）."""
    if piece.header is not None:
        return not piece.header.path and begins_with_a_batch(read_heading(piece.header.title))
    heading = piece.heading
    return heading is not None and heading.listing and begins_with_a_batch(heading)


def _over_batches(pieces: Sequence[Piece]) -> Level | None:
    """Return the tier of the name that stands right above the first batch, None where none does."""
    first = next((at for at, piece in enumerate(pieces) if names_a_batch(piece)), 0)
    name = single(pieces[first - 1]) if first else None
    return name.reading.level if name is not None else None


def _heads_a_column(piece: Piece) -> bool:
    """Tell whether a line without a number is but the word for a tier: 乡镇, 县（市、区）."""
    heading, text = piece.heading, piece.text.text.strip()
    if piece.ordinal is not None or heading is None or heading.level is None:
        return False
    return role(text) in LEVEL_ROLES and not (is_title(text) or PROGRAMME.search(text))


def heading_of(piece: Piece) -> Heading | None:
    """Return what a line says of the units below it that states no place; None for any other."""
    if piece.header is not None:
        return None if piece.header.path else piece.header.heading
    return piece.heading


def _calls_units(piece: Piece) -> Level | None:
    """Return the tier of the units that a heading calls by what they are chosen as, where it is
    the first of numbered ones or bears no number: （一）示范社区, 先进村（2个）：; None for any
    other."""
    heading = heading_of(piece)
    if heading is None or not heading.listing or is_title(piece.text.text):
        return None
    first = piece.ordinal is None or piece.ordinal.value == 1
    return tier_called(heading) if first else None


def _begins_headings(piece: Piece) -> bool:
    """Tell whether a line is the first of numbered headings that speak of lists: （一）城市社区."""
    heading = heading_of(piece)
    if heading is None or not heading.listing or piece.ordinal is None:
        return False
    return piece.ordinal.value == 1


def _may_stand_between(piece: Piece) -> bool:
    """Tell whether a line may stand between a place and its names: a count, a type, a batch, an odd
    one."""
    unread = may_be_unread(piece) or begins_with_a_town(piece) or _sounds_like_a_town(piece)
    grouped = gives_a_type(piece) or names_a_batch(piece)
    return piece.shape is Shape.COUNT or grouped or unread


def first_name(piece: Piece) -> Name | None:
    """Return the first name of a line of names, or of one with a remark behind it: a numbered one,
    or a town or village that the grammar vouches for."""
    if piece.names is not None:
        return piece.names.names[0]
    if piece.ordinal is None and (piece.shape is not Shape.HEADING or piece.text.heading):
        return None
    if piece.header is not None and piece.header.heading is not None:
        return None
    name = read_first_name(piece.text.text, piece.body)
    if name is None or piece.ordinal is not None:
        return name
    low = name.path[0][0].depth > Level.COUNTY.depth and name.reading.sure >= CERTAIN
    return name if low else None


def _sounds_like_a_town(piece: Piece) -> bool:
    """Tell whether a heading without a number is made of words of honours and sounds like a town:
    中心镇, 示范街道."""
    if piece.shape is not Shape.HEADING or piece.ordinal is not None or piece.text.heading:
        return False
    return bool(town_like_an_honour(piece.text.text[piece.body :].strip()))


def gives_a_type(piece: Piece) -> bool:
    """Tell whether a line is a heading that gives those below it a type: 便民服务型：."""
    heading = heading_of(piece)
    if piece.ordinal is not None or piece.text.heading or heading is None:
        return False
    return heading.level is None and bool(heading.category)


_HAS_NONE = pattern(rf"(?P<place>\p{{Han}}{{2,12}}?)[\s（(：:]+{SAYS_THERE_IS_NONE}[）)]?\s*$")


def _without_any(pieces: Sequence[Piece]) -> dict[int, Parts]:
    """Return the places that say that they have none, by their lines: 清岗市 无. Where units of the
    lowest tier bear the same word it is what their remarks say."""
    found: dict[int, Parts] = {}
    for at, piece in enumerate(pieces):
        if piece.shape not in (Shape.HEADING, Shape.NAMES):
            continue
        match = _HAS_NONE.match(piece.text.text, piece.body)
        reading = read_unit(match["place"]) if match is not None else None
        if reading is not None and reading.sure >= CERTAIN:
            found[at] = reading.parts
    if not found:
        return found
    names = [name for piece in pieces if piece.names is not None for name in piece.names.names]
    highest = max(parts[-1][0].depth for parts in found.values())
    lower = [name for name in names if name.reading.level.depth > highest]
    return found if len(found) <= len(lower) else {}


def _one_place(piece: Piece) -> Name | None:
    """Return the name of a line that holds one name, or a zone called by its kind alone."""
    if piece.names is None and piece.shape is Shape.HEADING:
        return lone_zone(piece.text.text[piece.body :])
    return single(piece)


def _usual_level(pieces: Sequence[Piece]) -> dict[str, Level]:
    counts: dict[str, Counter[Level]] = {}
    for piece in pieces:
        if piece.ordinal and (name := single(piece)):
            counts.setdefault(piece.style, Counter())[name.reading.level] += 1
    return {style: count.most_common(1)[0][0] for style, count in counts.items()}


class _Bare(NamedTuple):
    """A line without a number in a run of such: its place, its first name, whether it has more,
    and whether a line that cannot be read stands below it."""

    at: int
    name: Name
    is_row: bool
    over_unread: bool = False


def _alternating(pieces: Sequence[Piece]) -> set[int]:
    """Return where places stand that hold what is below them by turns: 成都市 and 绵阳市 in 成都市
    / 温江区 / 绵阳市 / 三台县、盐亭县."""
    found: set[int] = set()
    index = 0
    while index < len(pieces):
        run, end = _bare_run(pieces, index)
        found |= {run[at].at for at in _like_them(run, _heads(run))}
        index = max(end, index + 1)
    return found


def _reported(pieces: Sequence[Piece]) -> dict[int, Parts]:
    """Return the places whose offices have filled in the lists below their lines: 填报单位：清岗县
    民政局.

    One place alone speaks of the whole document; and where the first list stands above the first
    of these lines, they may stand below theirs.
    """
    told = {at: leading_place(office) for at, office in reporting_offices(pieces).items()}
    places = {at: place for at, place in told.items() if place}
    lists = (at for at, piece in enumerate(pieces) if piece.shape in (Shape.NAMES, Shape.TABLE))
    below = next(lists, len(pieces)) < min(places, default=0)
    return {} if below or len({*places.values()}) < _SEVERAL else places


def _verdicts(pieces: Sequence[Piece]) -> frozenset[int]:
    """Return the places of lines that decide on the names above them: 清岗县白溪镇 / 入选示范乡镇.

    Where names stand below the last of them, each is the heading of those below it.
    """
    found = [at for at, piece in enumerate(pieces) if at and _may_decide(piece)]
    if not found or any(not _is_bare_row(pieces[at - 1]) for at in found):
        return frozenset()
    below = pieces[found[-1] + 1 : found[-1] + 2]
    return frozenset() if any(piece.names is not None for piece in below) else frozenset(found)


def _may_decide(piece: Piece) -> bool:
    from pilotdiff.listing.sentences.words import uses

    text = piece.text.text.strip()
    if piece.ordinal is not None or piece.shape not in (Shape.HEADING, Shape.PROSE):
        return False
    return uses("tail").match(text) is not None and not _HEADS.search(text)


def _is_bare_row(piece: Piece) -> bool:
    """Tell whether a line is names alone, without a number and a colon."""
    if piece.names is None or piece.ordinal is not None:
        return False
    return all(name.header is None for name in piece.names.names)


def _decided(pieces: Sequence[Piece], verdicts: frozenset[int]) -> frozenset[int]:
    """Return the places of the names on which such lines decide."""
    found: set[int] = set()
    for at in verdicts:
        above = takewhile(lambda n: _is_bare_row(pieces[n]), range(at - 1, -1, -1))
        found.update(above)
    return frozenset(found)


def _bare_run(pieces: Sequence[Piece], index: int) -> tuple[list[_Bare], int]:
    """Return the lines that hold one name each, or a row of them, and where they end.

    Counts of the group, types and lines that cannot be read may stand between.
    """
    run: list[_Bare] = []
    for at in range(index, len(pieces)):
        piece = pieces[at]
        place = _one_place(piece) if piece.ordinal is None else None
        row = _row(piece) if place is None and run else None
        if run and place is None and row is None and _may_stand_between(piece):
            over = piece.shape is not Shape.COUNT and not gives_a_type(piece)
            run[-1] = run[-1]._replace(over_unread=run[-1].over_unread or over)
            continue
        name = place or row
        if name is None:
            return run, at
        run.append(_Bare(at, name, row is not None))
    return run, len(pieces)


def _row(piece: Piece) -> Name | None:
    """Return the first name of a row of names of one tier that state nothing above them."""
    names = piece.names
    if names is None or piece.ordinal is not None or len(names.names) < _ROW or names.unread:
        return None
    first = names.names[0]
    tiers = {name.reading.level for name in names.names}
    return first if len(tiers) == 1 and not first.header else None


def _like_them(run: Sequence[_Bare], heads: Sequence[int]) -> Iterator[int]:
    """Yield the places of parents and of names of their tiers that a lower one stands below."""
    yield from heads
    tiers = {run[at].name.reading.level for at in heads}
    for at, ((_, name, is_row, _), (_, below, *_)) in enumerate(pairwise(run)):
        lower = below.path[0][0].depth > name.reading.level.depth
        if is_row or not lower or name.reading.level not in tiers:
            continue
        if holds(name.path[-1], below.path[0]) is not False:
            yield at


def _heads(run: Sequence[_Bare]) -> list[int]:
    """Return the places of the parents in a run of names, [] when it is one plain list.

    Every name of the first one's level must have lower ones under it that it may hold by the
    standard's codes; one parent alone must hold them for certain, hold parents itself, or stand
    right over a row or over several names of one tier that state no place. A row of several names
    is no parent.
    """
    if len(run) < 2:
        return []
    depth = run[0].name.reading.level.depth
    heads = [at for at, one in enumerate(run) if one.name.reading.level.depth == depth]
    below = [at for at in range(len(run)) if at not in set(heads)]
    if any(run[at].is_row for at in heads):
        return []
    spans = list(zip(heads, [*heads[1:], len(run)], strict=True))
    firsts = {
        at: _first_below(run[head].name.path[-1], run[at].name)
        for head, end in spans
        for at in range(head + 1, end)
    }
    if any(firsts[at][0].depth <= depth for at in below) or _all_stated_again(run, spans):
        return []
    certain = 0
    inner: list[int] = []
    for head, end in spans:
        over = run[head].name.path[-1]
        held = [holds(over, firsts[at]) for at in range(head + 1, end)]
        if (not held and not run[head].over_unread) or False in held:
            return []
        certain += all(held)
        inner += [head + 1 + at for at in _heads(run[head + 1 : end])]
    if len(heads) > 1 or certain or inner or _stands_over_a_row(run) or _over_bare_names(run):
        return [*heads, *inner]
    return []


def _all_stated_again(run: Sequence[_Bare], spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether all names state the place above them again, which may be an entry beside them:
    清岗市 / 清岗市白溪区."""
    return all(
        run[head].name.path[-1] in run[at].name.path[:-1]
        for head, end in spans
        for at in range(head + 1, end)
    )


def _first_below(over: tuple[Level, str], name: Name) -> tuple[Level, str]:
    """Return the first part of a name behind the place over it, which the name states again or a
    zone is called by: 南岭市 / 南岭高新区."""
    parts = name.path
    if over in parts[:-1]:
        return parts[parts.index(over) + 1]
    first, *rest = parts
    called = first[0] is over[0] and over[1] != first[1] and over[1].startswith(first[1])
    return rest[0] if called and rest else first


def _over_bare_names(run: Sequence[_Bare]) -> bool:
    """Tell whether several names of one lower tier stand below the first that state no place, or
    their town alone below a county: 清岗县 / 白石镇 / 南岭镇; 清岗县 / 白石镇东岭村 / 南岭镇东岭村.
    """
    over, below = run[0].name, [one.name for one in run[1:]]
    tiers = {name.reading.level for name in below}
    if len(below) < _SEVERAL or len(tiers) > 1:
        return False
    if over.reading.level is Level.COUNTY:
        return all(name.path[0][0].depth > Level.COUNTY.depth for name in below)
    return all(len(name.path) == 1 for name in below)


def _stands_over_a_row(run: Sequence[_Bare]) -> bool:
    """Tell whether a row of names of the next tier stands right below the first name: 清岗县 /
    白溪镇、南岭镇."""
    first, below = run[0].name, run[1].name
    return run[1].is_row and below.path[0][0].depth == first.reading.level.depth + 1
