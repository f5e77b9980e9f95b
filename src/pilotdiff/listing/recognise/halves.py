"""One name broken over two lines: 4.黑龙江省双鸭山市 / 岭东区."""

from pilotdiff.listing.pieces import Piece, Shape, shape
from pilotdiff.listing.recognise.candidates import Candidate
from pilotdiff.listing.recognise.surroundings import Surroundings, single
from pilotdiff.model import Role
from pilotdiff.repair.texts import merged

_LONGEST_HALF = 30
_SURE = 0.5
# How names of villages and communities end; a line that breaks one leaves a part of it alone.
_ENDINGS = ("社区居民委员会", "社区居委会", "村民委员会", "村委会", "居民委员会", "居委会")
_TAILS = frozenset(
    ending[at:] for ending in _ENDINGS for at in range(len(ending)) if ending[at] not in "社村"
)


def halves(around: Surroundings, at: int) -> Candidate | None:
    """Return the line at `at` and the one below it as one name; None when they are no halves."""
    first, second = around.pieces[at], around.next(at)
    if second is None or second.ordinal is not None or first.ordinal is None:
        return None
    if second.text.text.strip() in _TAILS:
        return _whole(first, second)
    if first.shape is Shape.NUMBER or not _may_be_half(first) or not _may_be_half(second):
        return None
    if max(len(first.text.text.strip()), len(second.text.text.strip())) > _LONGEST_HALF:
        return None
    if single(first) and not _falls_short(around, at):
        return None
    if first.heading and first.heading.listing and single(second):
        return None
    return _whole(first, second)


def _whole(first: Piece, second: Piece) -> Candidate | None:
    """Return the candidate of two halves that are one name together; None when they are none."""
    whole = shape(merged([first.text, second.text]))
    name = single(whole)
    if name is None or (not single(first) and name.reading.sure < _SURE):
        return None
    return Candidate(Role.ITEM, whole, ("two_halves",), span=2, names=whole.names)


def _may_be_half(piece: Piece) -> bool:
    return piece.shape is Shape.HEADING or single(piece) is not None


def _falls_short(around: Surroundings, at: int) -> bool:
    """Tell whether the first half stands above its neighbours' level, and both together at it."""
    name, rest = single(around.pieces[at]), single(around.pieces[at + 1])
    level = around.usual.get(around.pieces[at].style)
    if name is None or rest is None or rest.reading.level is not level:
        return False
    third = around.next(at + 1)
    if third is not None and third.ordinal is None and third.shape is Shape.NAMES:
        return False
    return name.reading.level.depth < level.depth
