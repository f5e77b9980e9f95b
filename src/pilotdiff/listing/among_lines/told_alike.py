"""Lines that open a list, of which only those beside them tell what they are: each a unit and what
is told of it (东岭村 省级样板村 / 西岭村 市级样板村), or each a city behind its province, both
without their kinds (浙江湖州 / 江苏苏州)."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import ends_as_title
from pilotdiff.listing.naming import CERTAIN, is_surely_a_unit
from pilotdiff.listing.recognise.candidates import LinePlace
from pilotdiff.listing.recognise.in_place import read_in_place
from pilotdiff.listing.unit_names.line_names import Name, Names
from pilotdiff.listing.unit_names.short_forms import short_path
from pilotdiff.listing.unit_names.told_behind import CLOSING_SIGNS
from pilotdiff.model import Level
from pilotdiff.names import whole_name
from pilotdiff.patterns import pattern

_WORDED = (Shape.HEADING, Shape.PROSE)
_HOLDING = (Shape.NAMES, Shape.TABLE)
_FEWEST, _MANY, _LONGEST = 2, 3, 60
_COUNTY = Level.COUNTY.depth
_SENTENCES = pattern(r"[。！？!?](?=.)")
# What units are made of names others: 东岭村：包括原大岭村和原小岭村.
_MADE_OF = pattern(r"包[括含]|[下管所]辖|合并|由|原(?=\p{Han}{1,4}[村镇乡社居])")
# 河北正定（含开发区）, 河北·正定：以县城为重点
_OPENING = pattern(r"\s*(?P<short>\p{Han}{2,3}\s*[·•・‧∙]?\s*\p{Han}{1,5})(?P<told>(?!\p{Han}).*)")
_WORDS = pattern(r"[\s、，,；;/／]+")
_AROUND_TOLD = f"{CLOSING_SIGNS}（()）：:"
_IN_A_LIST = LinePlace(open=True)


def with_lines_told_alike(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those above all names that are told alike read as units, which no line
    above them lists. `pieces` hold no blank lines."""
    out = list(pieces)
    opening = list(takewhile(lambda piece: piece.shape not in _HOLDING, pieces))
    told, short = [_told(piece) for piece in opening], [_short(piece) for piece in opening]
    for run in (*_runs(told), *_runs(short)):
        for at, name in run:
            names = Names((name,))
            out[at] = pieces[at]._replace(shape=Shape.NAMES, heading=None, names=names, row=True)
    return out


def _runs(told: Sequence[Name | None]) -> Iterator[list[tuple[int, Name]]]:
    """Yield the names of lines one below the other that are alike, with their places."""
    run: list[tuple[int, Name]] = []
    for at, name in enumerate([*told, None]):
        if name is not None and (not run or _are_alike(run[-1][1], name)):
            run.append((at, name))
            continue
        fewest = _FEWEST if run and run[0][1].reading.level.depth > _COUNTY else _MANY
        if len(run) >= fewest:
            yield run
        run = [(at, name)] if name is not None else []


def _are_alike(one: Name, other: Name) -> bool:
    return [level for level, _ in one.path] == [level for level, _ in other.path]


def _told(piece: Piece) -> Name | None:
    """Return the unit that opens a line, with what the rest tells of it; None where that is more
    than a sentence, or the line ends as a title."""
    text = piece.text.text.strip()
    if piece.shape not in _WORDED or len(text) > _LONGEST or ends_as_title(text):
        return None
    if _SENTENCES.search(text) or piece.text.heading:
        return None
    names = read_in_place(piece, _IN_A_LIST)
    if not isinstance(names, Names) or len(names.names) != 1 or names.unread:
        return None
    name = names.names[0]
    low = name.reading.level.depth >= _COUNTY
    tells = name.note and _MADE_OF.search(name.note) is None
    return name if low and tells and name.reading.sure >= CERTAIN else None


def _short(piece: Piece) -> Name | None:
    """Return the city or county of a line that is one behind its province, without their kinds,
    with what else the line tells of it."""
    text = piece.text.text
    opening = _OPENING.match(text, piece.body) if piece.shape in _WORDED else None
    name = short_path(text, *opening.span("short")) if opening and len(text) <= _LONGEST else None
    if name is None or opening is None or _SENTENCES.search(text):
        return None
    told = opening["told"].strip(_AROUND_TOLD)
    if any(whole_name(word) or is_surely_a_unit(word) for word in _WORDS.split(told)):
        return None  # 河北正定、辛集: a row of places
    return name._replace(note=told, stop=len(text.rstrip(CLOSING_SIGNS)))
