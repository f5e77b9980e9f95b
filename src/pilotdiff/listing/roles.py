"""Which names are headings over others, and which lines are halves of one name.

A numbered name over names of a lower tier (1.成都市 / 温江区、金堂县) is their parent; one name
broken over two lines (4.黑龙江省双鸭山市 / 岭东区) is one entry. What its neighbours of the same
style look like tells the two apart.
"""

from collections import Counter
from collections.abc import Sequence

from pilotdiff.listing.carry import holds
from pilotdiff.listing.line_names import Name
from pilotdiff.listing.pieces import Piece, Shape, shape
from pilotdiff.model import Level
from pilotdiff.repair.texts import merged

_LONGEST_HALF = 30


def with_halves_joined(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, names broken over two lines put together. `pieces` hold no blank lines."""
    solid = list(pieces)
    usual = _usual_level(solid)
    out: list[Piece] = []
    index = 0
    while index < len(solid):
        whole = _joined(solid, index, usual) if index + 1 < len(solid) else None
        out.append(whole or solid[index])
        index += 2 if whole else 1
    return out


def _usual_level(pieces: Sequence[Piece]) -> dict[str, Level]:
    """The level at which most single names of a numbering style stand."""
    counts: dict[str, Counter[Level]] = {}
    for piece in pieces:
        if piece.ordinal and (name := single(piece)):
            counts.setdefault(piece.style, Counter())[name.reading.level] += 1
    return {style: count.most_common(1)[0][0] for style, count in counts.items()}


def _joined(pieces: Sequence[Piece], index: int, usual: dict[str, Level]) -> Piece | None:
    first, second = pieces[index], pieces[index + 1]
    if second.ordinal is not None or first.ordinal is None or first.shape is Shape.NUMBER:
        return None
    if max(len(first.text.text.strip()), len(second.text.text.strip())) > _LONGEST_HALF:
        return None
    if not _may_be_half(first) or not _may_be_half(second):
        return None
    if single(first) and not _falls_short(first, second, usual, pieces[index + 2 : index + 3]):
        return None
    if first.heading and first.heading.listing and single(second):
        return None
    whole = shape(merged([first.text, second.text]))
    name = single(whole)
    if name is None or (not single(first) and name.reading.sure < 0.5):
        return None
    return whole


def _may_be_half(piece: Piece) -> bool:
    return piece.shape is Shape.HEADING or single(piece) is not None


def _falls_short(
    first: Piece, second: Piece, usual: dict[str, Level], third: Sequence[Piece]
) -> bool:
    """Whether the first half stands above its neighbours' level, and both together at it."""
    name, rest = single(first), single(second)
    level = usual.get(first.style)
    if name is None or rest is None or rest.reading.level is not level:
        return False
    if third and third[0].ordinal is None and third[0].shape is Shape.NAMES:
        return False
    return name.reading.level.depth < level.depth


def parents(pieces: Sequence[Piece]) -> set[int]:
    """The places of those names that are headings over the names after them."""
    found = _alternating(pieces)
    last_of_style: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.shape is not Shape.NAMES:
            if piece.shape is not Shape.PAGE:
                last_of_style.clear()
            continue
        before = last_of_style.get(piece.style)
        if _is_parent(pieces, index, before is None or before in found):
            found.add(index)
        last_of_style[piece.style] = index
    return found


def _alternating(pieces: Sequence[Piece]) -> set[int]:
    """Names without numbers that stand over others by turns: 成都市 / 温江区 / 绵阳市 / 三台县."""
    found: set[int] = set()
    index = 0
    while index < len(pieces):
        run = _bare_run(pieces, index)
        names = [name for at in run if (name := single(pieces[at]))]
        found |= {run[at] for at in _heads(names)}
        index = run[-1] + 1 if run else index + 1
    return found


def _bare_run(pieces: Sequence[Piece], index: int) -> list[int]:
    """The places of lines that hold one name each; counts of the group may stand between."""
    run: list[int] = []
    for at in range(index, len(pieces)):
        piece = pieces[at]
        if piece.shape is Shape.COUNT and run:
            continue
        if piece.ordinal is not None or single(piece) is None:
            break
        run.append(at)
    return run


def _heads(run: Sequence[Name]) -> list[int]:
    """The places of the parents in a run of names, [] when it is one plain list.

    Every name of the first one's level must have lower ones under it that it may hold by the
    standard's codes; one parent alone must hold them for certain.
    """
    if len(run) < 2:
        return []
    depth = run[0].reading.level.depth
    heads = [at for at, name in enumerate(run) if name.reading.level.depth == depth]
    below = [at for at in range(len(run)) if at not in set(heads)]
    if any(run[at].path[0][0].depth <= depth for at in below):
        return []
    spans = zip(heads, [*heads[1:], len(run)], strict=True)
    certain = 0
    for head, end in spans:
        held = [holds(run[head].path[-1], name.path[0]) for name in run[head + 1 : end]]
        if not held or False in held:
            return []
        certain += all(held)
    return heads if len(heads) > 1 or certain else []


def _is_parent(pieces: Sequence[Piece], index: int, may: bool) -> bool:
    """Whether a name stands over what follows: told by a count behind it or by the styles."""
    piece, name = pieces[index], single(pieces[index])
    if name is None or piece.names is None or index + 1 >= len(pieces):
        return False
    if piece.names.declared is not None and "等" not in piece.text.text:
        return True
    below = pieces[index + 1]
    if below.shape is not Shape.NAMES or below.names is None:
        return False
    deeper = below.names.names[0].path[0][0].depth > name.reading.level.depth
    return deeper and may and below.style != piece.style


def single(piece: Piece) -> Name | None:
    """The name of a line that holds one name and nothing else."""
    if piece.names is None or len(piece.names.names) != 1 or piece.names.unread:
        return None
    return piece.names.names[0]
