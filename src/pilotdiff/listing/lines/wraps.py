"""Lines broken where the page was full: a list of names, or a sentence, that runs on.

The places of the names keep the number of the line on which they begin.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise, starmap

from pilotdiff.listing.lines.broken_lines import (
    FULL_LINE,
    RUNS_ON,
    breaks_off,
    goes_on_in_next,
)
from pilotdiff.listing.lines.broken_sentences import is_one_sentence, is_within_a_sentence
from pilotdiff.listing.lines.cut_in_two import TEXT, is_cut_between_parts, is_cut_in_two, is_read
from pilotdiff.listing.lines.hard_wraps import cut_lines
from pilotdiff.listing.lines.pieces import Piece, Shape, shape, single
from pilotdiff.listing.lines.titles_and_dates import leading_units
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.model import Level
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import merged


def with_lines_joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, lines that run on put together. `pieces` hold no blank lines."""
    out: list[Piece] = []
    for chain in _chains(_remarked(_unstacked(_uncut(pieces)))):
        whole = _whole(chain) if len(chain) > 1 else None
        out += [whole] if whole is not None else chain
    return out


_LONE_STOP = pattern(r"\s*[。；，、]\s*", needs="。；，、")


def without_empty_lines(pieces: Iterable[Piece]) -> list[Piece]:
    """Return the pieces that hold something, which numbers of pages do not; a stop alone on its
    line is put behind the sentence above, which fills that to the last character."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.shape not in (Shape.BLANK, Shape.PAGE):
            out.append(piece)
        elif out and _is_lone_stop_of(out[-1], piece):
            out[-1] = shape(merged([out[-1].text, piece.text]))
    return out


def _is_lone_stop_of(above: Piece, piece: Piece) -> bool:
    text = above.text.text.rstrip()
    near = piece.text.line <= above.text.line + 2 and above.shape in TEXT
    return near and text[-1:].isalnum() and _LONE_STOP.fullmatch(piece.text.text) is not None


def _unstacked(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces, names that are set from top to bottom put together: 清 / 岗 / 县."""
    if not any(map(_is_one_character, pieces)):
        return pieces
    out: list[Piece] = []
    for one, group in groupby(pieces, key=_is_one_character):
        stack = list(group)
        whole = shape(merged([piece.text for piece in stack])) if one and stack[1:] else None
        read = whole is not None and whole.names is not None and not whole.names.unread
        out += [whole] if whole is not None and read else stack
    return out


# A product, or what else is said of the unit above; no count, and no place over what follows.
_REMARK_ALONE = pattern(
    r"[（(](?!(?:[一二三四五六七八九十]+|\d+)[）)])(?![^（()）]*(?:\d\s*[个家]|名单|单位))"
    r"[^（()）]{1,20}[）)]"
)
_REMARKS = 3


def _remarked(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces, a remark in brackets on a line of its own put behind the one name above,
    where a page has several: 清岗县白溪镇东岭村 / (沃柑), 东岭村 / （白溪镇）."""
    alone = {at for at in range(1, len(pieces)) if _is_remark_of(pieces[at - 1], pieces[at])}
    alone = {at for at in alone if not _begins_anew(pieces[at + 1 : at + 2])}
    places = {at for at in alone if _is_place("".join(pieces[at].text.text.split())[1:-1])}
    behind = alone - places if len(alone - places) >= _REMARKS else set()
    behind |= _places_behind(pieces, places)
    if not behind:
        return pieces
    out: list[Piece] = []
    for at, piece in enumerate(pieces):
        whole = shape(merged([out[-1].text, piece.text])) if at in behind else None
        if whole is not None and whole.names is not None and not whole.names.unread:
            out[-1] = whole
        else:
            out.append(piece)
    return out


def _begins_anew(below: Sequence[Piece]) -> bool:
    """Tell whether what stands below a line is the first item of a list, whose heading that is."""
    return any(piece.ordinal is not None and piece.ordinal.value == 1 for piece in below)


def _is_place(text: str) -> bool:
    unit = read_unit(text)
    town = unit is not None and unit.level is Level.TOWNSHIP and unit.sure >= CERTAIN
    return town or bool(leading_units(text))


def _places_behind(pieces: Sequence[Piece], places: set[int]) -> set[int]:
    """Return which of the places in brackets stand behind names by turns with them: each name has
    one below it, the last one too, and none stands above the first."""
    found: set[int] = set()
    for at in sorted(places):
        run = [at]
        while run[-1] + 2 in places:
            run.append(run[-1] + 2)
        above = pieces[at - 2].text.text.strip() if at > 1 else ""
        below = pieces[run[-1] + 1 : run[-1] + 2]
        whole = len(run) > 1 and _REMARK_ALONE.fullmatch(above) is None
        if whole and not any(piece.names is not None for piece in below):
            found.update(run)
    return found


def _is_remark_of(first: Piece, second: Piece) -> bool:
    if _REMARK_ALONE.fullmatch(second.text.text.strip()) is None:
        return False
    return single(first) is not None and not first.text.text.rstrip().endswith(
        ("）", ")", "：", ":")
    )


def _is_one_character(piece: Piece) -> bool:
    return len(piece.text.text.strip()) == 1 and piece.text.text.strip().isalpha()


def _uncut(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the pieces with those put together that a page of one width cut apart."""
    # A table has no words of its own: what stands right over it goes on in no line, nor does a row.
    cut = cut_lines([(p.text.line, _seen(_words(p))) for p in pieces])
    if not cut:
        return pieces
    out: list[Piece] = []
    begun: list[Piece] = []
    for piece in pieces:
        begun.append(piece)
        if piece.text.line not in cut:
            whole = merged([one.text for one in begun]) if len(begun) > 1 else None
            out += [shape(whole)] if whole is not None else begun
            begun = []
    return [*out, *begun]


# A unit with its score is a whole line: 第三名：清岗县白溪镇 96.8分.
_SCORED = pattern(r"\s\d[\d.]*[分票]\s*$", needs="分票")


def _words(piece: Piece) -> str:
    scored = piece.names is not None and not piece.names.unread and _SCORED.search(piece.text.text)
    whole = piece.row or piece.shape is Shape.TABLE or scored
    return "" if whole else piece.text.clean.raw


def _seen(text: str) -> str:
    r"""Return what a text shows: without signs that have no width.

    >>> _seen("东岭\u200b村\r")
    '东岭村'
    """
    if text.isprintable():
        return text
    return "".join(s for s in text if s == "\t" or unicodedata.category(s) not in ("Cf", "Cc"))


_LONGEST = 20_000


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    chain: list[Piece] = []
    length = 0
    for piece in pieces:
        length += len(piece.text.text)
        if chain and (length > _LONGEST or not goes_on_in_next(chain[-1], piece)):
            yield chain
            chain, length = [], len(piece.text.text)
        chain.append(piece)
    if chain:
        yield chain


def _asks_for_more(piece: Piece) -> bool:
    return piece.text.text.rstrip().endswith(RUNS_ON)


def _is_sentence(chain: Sequence[Piece]) -> bool:
    """Tell whether lines are one sentence by how the last begins, or each goes on."""
    last = chain[-1].text.text.strip()
    return is_within_a_sentence(last) or all(starmap(is_one_sentence, pairwise(chain)))


def _whole(chain: Sequence[Piece]) -> Piece | None:
    """Return the lines as one, when that loses no name and makes sense of what they break off."""
    whole = shape(merged([piece.text for piece in chain]))
    told = chain[0].names is None and len(chain[0].text.text.strip()) >= FULL_LINE
    ended = chain[-1].text.text.rstrip().endswith("。")
    if told and is_read(chain[-1]) and not (ended or _asks_for_more(chain[-2])):
        return None  # a notice that closes without a sign, and the first line of its list
    if whole.names is None:
        closed = is_cut_in_two(chain[0], chain[-1])
        asked = all(map(_asks_for_more, chain[:-1])) and (ended or not is_read(chain[-1]))
        sentence = asked or not is_read(chain[0]) or _is_sentence(chain)
        return whole if closed or (sentence and whole.shape is Shape.PROSE) else None
    unread = sum(len(piece.names.unread) if piece.names else 1 for piece in chain)
    named = sum(len(piece.names.names) if piece.names else 0 for piece in chain)
    if any(map(breaks_off, chain[:-1])) and len(whole.names.unread) >= unread:
        return None
    cut = sum(is_cut_between_parts(*pair) for pair in pairwise(chain))
    better = len(whole.names.unread) <= unread and len(whole.names.names) >= named - cut
    return whole if better else None
