"""A list flattened into one line: names and numbers, or provinces and their names, run together."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.lines.headers import read_header
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.line_pieces import read_piece
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.line_names import HeadedCount, Header, Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.model import Level
from pilotdiff.names import division_rows, whole_name
from pilotdiff.patterns import pattern

_FEWEST, _FEWEST_BELOW = 3, 2
_NUMBER = pattern(r"(?<!\d)[（(]?(?P<number>\d{1,4})[）)]?(?:[.．、:：]\s*|\s*)(?=\p{Han}|[〓“\"])")
_BEFORE_COLON = pattern(
    r"(?:^|[\s；;。，,])(?P<unit>\p{Han}{2,11}?)"
    r"(?:[（(]?[共计]?(?:〓?\d{1,4}|〓)个?[）)]?)? ?[：:]",
    needs="：:",
)
_SENTENCE = pattern(r"[，,。；;：:、]")
_ENDS = " \t　、，,；;。.|/"


def read_flat(text: str, start: int = 0) -> Names | None:
    """Return the names of a line that was a list or a table once; None when it is none.

    1清岗区北京市2白溪区天津市3北岭区重庆市: the numbers count up from 1 and part the names.
    白石镇：1、东岭村2、西岭村: they do so behind a place and its colon.
    河北：承德市清岗市 山西：临汾市北岭区: the provinces with a colon do.
    首页 清岗市（2个） 白溪区东岭村 北岭区西岭村 打印: blanks do, words of the page around them.

    >>> [name.text for name in read_flat("河北：承德市清岗市 山西：临汾市北岭区").names]
    ['承德市清岗市', '临汾市北岭区']
    """
    return _numbered(text, start) or _under_units(text, start) or _set_apart(text, start)


def _numbered(text: str, start: int) -> Names | None:
    marks = list(_counting(text, start))
    over = _place_before(text[start : marks[0][0]]) if marks else None
    fewest = _FEWEST if over is None else _FEWEST_BELOW
    if len(marks) < fewest:
        return None
    ends = [left for left, _, _ in marks[1:]] + [len(text)]
    names: list[Name] = []
    unread: list[tuple[int, int]] = []
    for (_, begin, number), end in zip(marks, ends, strict=True):
        found = _item(text, begin, len(text[:end].rstrip(_ENDS)))
        numbered = (name._replace(ordinal=str(number)) for name in found)
        names += [name if over is None else _below(name, over) for name in numbered]
        unread += [] if found else [(begin, end)]
    if len(names) < 2 * len(unread) or len(names) < fewest:
        return None
    return Names(tuple(names), tuple(unread))


def _place_before(text: str) -> Header | None:
    """Return the place before the colon in front of the numbers: 白石镇：1、东岭村2、西岭村."""
    text = text.strip()
    header = read_header(text) if text.endswith(("：", ":")) else None
    return header if header is not None and header.path else None


def _counting(text: str, start: int) -> Iterator[tuple[int, int, int]]:
    """Yield the numbers that count up from 1: where each begins, where the text behind it does,
    it."""
    wanted = 1
    for match in _NUMBER.finditer(text, start):
        if int(match["number"]) == wanted:
            yield match.start(), match.end(), wanted
            wanted += 1


def _item(text: str, start: int, end: int) -> list[Name]:
    """Return the name of one item, its parent before or behind it: 邯郸市涉县河北省."""
    whole = read_piece(text, start, end, None, read_names)
    if whole and all(name.reading.sure > DOUBTFUL for name in whole):
        return whole
    parted = _parent_behind(text, start, end)
    return [parted] if parted else []


def _parent_behind(text: str, start: int, end: int) -> Name | None:
    for cut in range(max(start + 2, end - division_rows.longest()), end - 1):
        parent = _parent(text[cut:end].strip())
        name = read_name(text, start, cut) if parent else None
        if name is not None and parent and parent[-1][0].depth < name.reading.parts[0][0].depth:
            return name._replace(above=parent)
    return None


def _parent(text: str) -> tuple[tuple[Level, str], ...]:
    """Return a province or city as a table's next cell has it."""
    short = whole_name(text)
    if short and short[0][0] is not Level.COUNTY:
        return short
    reading = read_unit(text)
    return reading.parts if reading and reading.level is Level.PREFECTURE else ()


def _under_units(text: str, start: int) -> Names | None:
    heads = [m for m in _BEFORE_COLON.finditer(text, start) if _parent(m["unit"])]
    if len(heads) < 2 or _SENTENCE.search(text, start, heads[0].start()):
        return None
    ends = [match.start() for match in heads[1:]] + [len(text)]
    names: list[Name] = []
    unread: list[tuple[int, int]] = []
    for match, end in zip(heads, ends, strict=True):
        found = read_names(text[:end], match.start("unit"))
        if found is None:
            unread.append((match.start("unit"), end))
        else:
            names += found.names
            unread += found.unread
    if len(names) < 2 * len(unread) or len(names) < len(heads):
        return None
    return Names(tuple(names), tuple(unread))


_SPACE = pattern(r"\s+")
_FEWEST_PIECES, _FEWEST_NAMES = 8, 4
# Of fewer a place that counts its own must stand among them.
_FEWEST_COUNTED = 6
_COUNT = pattern(r"(?P<number>\d{1,4})个?")
# 一、清岗市（2个） 白溪区东岭村: the number of a heading.
_HEADING_NUMBER = pattern(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
)


def _set_apart(text: str, start: int) -> Names | None:
    """Return the paths that blanks part, below places that count theirs; None where too few are
    such, or more than a few pieces between them are none."""
    spans = list(pieces_between(text, start, len(text), _SPACE))
    if len(spans) < _FEWEST_COUNTED:
        return None
    read = [(span, read_name(text, *_unnumbered(text, span))) for span in spans]
    counted = any(name and _COUNT.fullmatch(name.note) for _, name in read)
    if len(spans) < _FEWEST_PIECES and not counted:
        return None
    told = [at for at, (_, name) in enumerate(read) if name and name.reading.sure >= CERTAIN]
    if len(told) < _FEWEST_NAMES:
        return None
    tiers = Counter(name.reading.level for at in told if (name := read[at][1]))
    lowest = tiers.most_common(1)[0][0]
    over: Header | None = None
    names: list[Name] = []
    unread: list[tuple[int, int]] = []
    headed: list[HeadedCount] = []
    for span, name in read[told[0] : _last(read, told[-1], lowest) + 1]:
        if name is None:
            unread.append(span)
        elif name.reading.level.depth < lowest.depth and (count := _COUNT.fullmatch(name.note)):
            over = Header(text[slice(*span)], name.path)
            headed.append(HeadedCount(over.title, int(count["number"])))
        else:
            names.append(_below(name, over))
            headed[-1:] = [last._replace(names=last.names + 1) for last in headed[-1:]]
    paths = sum(len(name.path) > 1 for name in names)
    if paths < _FEWEST_NAMES or len(names) < 4 * len(unread) or len(names) > paths + 1:
        return None
    return Names(tuple(names), tuple(unread), headed=tuple(headed))


_Piece = tuple[tuple[int, int], Name | None]


def _last(read: Sequence[_Piece], told: int, lowest: Level) -> int:
    """Return where the last name stands: behind one that is sure may stand paths in zones or
    counties that nobody knows."""
    for at, (_, name) in enumerate(read[told + 1 :], told + 1):
        if name is None or name.reading.level is not lowest or len(name.path) < _OF_A_PATH:
            return at - 1
    return len(read) - 1


_OF_A_PATH = 3


def _unnumbered(text: str, span: tuple[int, int]) -> tuple[int, int]:
    number = _HEADING_NUMBER.match(text, *span)
    return (number.end() if number else span[0], span[1])


def _below(name: Name, over: Header | None) -> Name:
    path = over.path if over is not None else ()
    above = tuple(part for part in path if part[0].depth < name.path[0][0].depth)
    return name._replace(above=(*above, *name.above), header=over)
