"""Rows of a text that are paths of equally many names, a blank or a sign between them, some of
which no grammar reads: 1.清岗市 白溪县 石桥 东岭村. Where a name stands tells its tier."""

import re
from collections import Counter
from collections.abc import Sequence

from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.lines.following import following, without_blank_end
from pilotdiff.listing.lines.furniture import ends_text, is_furniture
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.model import Level, Line
from pilotdiff.names import known, whole_name
from pilotdiff.patterns import pattern

_SIGN = pattern(r"\s*[—–－·•>＞»\\/／|｜│┃]+\s*|\s+|(?<=\p{Han})-(?=\p{Han})")
# What parts two cells where a blank parts but words.
_WIDE = pattern(r"\s{2,}|\s*[|｜│┃]\s*|\u3000")
_CLOSING = "；;。，, \u3000"
_NAME = pattern(r"(?:\p{Han}|[〇〓\d]){2,20}")
_FEWEST_ROWS, _PAIR = 3, 2
_MOST = 0.6


class EvenRows:
    """Finds rows of such paths, in lines asked for from first to last; each run of rows is judged
    once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        """Look in these lines."""
        self._lines = lines
        self._judged = 0

    def found(self, index: int) -> list[Line]:
        """Return the rows that begin at a line, their numbers in a cell of their own; [] where none
        do, or where each of them can be read by itself."""
        if index < self._judged:
            return []
        rows = _run(self._lines, index)
        self._judged = index + len(rows)
        rows = without_blank_end(rows)
        paths = [row.cells[1:] for row in rows if row.cells]
        told = _are_short(paths) or (len(paths) >= _FEWEST_ROWS and _tell_tiers(paths))
        return rows if told else []


def _run(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the lines from one on that are paths of equally many names, with their cells."""
    rows: list[Line] = []
    width = 0
    for line in following(lines, index):
        shown, names = _names(line) if line.text.strip() else ("", ())
        if names and width in (0, len(names)):
            width = len(names)
            rows.append(line._replace(text="", cells=(shown, *names)))
        elif rows and not line.text.strip() and not line.cells:
            rows.append(line)
        else:
            break
    return rows


def _tell_tiers(paths: Sequence[Sequence[str]]) -> bool:
    """Tell whether the names stand in tiers, from places of the standard down, and some of them
    cannot be read by themselves."""
    depths = [tuple(_depth(name, paired=len(names) == _PAIR) for name in names) for names in paths]
    tiers = _tiers(depths)
    odd = [names for names, row in zip(paths, depths, strict=True) if row != tiers]
    if not tiers or not odd or not all(_opens_known(names[0]) for names in paths):
        return False
    # No list lacks the counties of the standard: what else stands there is a person or an office.
    return tiers[-1] > Level.COUNTY.depth or all(_is_county(names[-1]) for names in odd)


def _are_short(paths: Sequence[Sequence[str]]) -> bool:
    """Tell whether each of several rows is a place and a county in it, most of these without their
    kinds: 石家庄市 正定."""
    if len(paths) < _PAIR or not all(len(p) == _PAIR and _lies_in(*p) for p in paths):
        return False
    return 2 * sum(Level.COUNTY not in known(county) for _, county in paths) > len(paths)


def _is_county(name: str) -> bool:
    """Tell whether the standard has a county so called, with or without its kind."""
    return Level.COUNTY in known(name) or bool(whole_name(name, Level.COUNTY))


def _opens_known(name: str) -> bool:
    """Tell whether the standard has a name, or the first of its path."""
    found = read_unit(name)
    return bool(known(name) or (found and known(found.parts[0][1])))


def _names(line: Line) -> tuple[str, tuple[str, ...]]:
    """Return the number of a row, and the names in it; () where it is no such row."""
    shown, names = ("", ()) if line.cells else names_parted(line.text, _SIGN, _CLOSING)
    body = line.text.strip()[len(shown) :].strip().rstrip(_CLOSING)
    pair = len(names) == _PAIR and not _WIDE.search(body)
    if len(names) < _PAIR or (pair and not (len(body.split()) == _PAIR and _lies_in(*names))):
        return "", ()
    return shown, names


def _lies_in(place: str, county: str) -> bool:
    """Tell whether by the standard the second of two names is a county, with its kind or without,
    in the first: what else stands behind a blank may be a person."""
    wholes = (whole_name(county, Level.COUNTY), *[[(Level.COUNTY, county)]])
    parts = [whole[-1] for whole in wholes if whole]
    return any(holds((level, place), part) for level in known(place) for part in parts)


def names_parted(
    text: str, sign: re.Pattern[str], closing: str, besides: re.Pattern[str] | None = None
) -> tuple[str, tuple[str, ...]]:
    """Return the number of a line, and the names that one `sign` parts in the rest of it, whatever
    of `closing` ends it, and what may stand `besides` between them; () where it holds none.

    >>> names_parted("1.清岗市 白溪县 石桥", re.compile(r"\\s+"), "；")
    ('1.', ('清岗市', '白溪县', '石桥'))
    """
    text = text.strip()
    if is_furniture(text) or ends_text(text):
        return "", ()
    start = number_end(text)
    body = text[start:].strip().rstrip(closing)
    signs = {found[0].strip() for found in sign.finditer(body)}
    names = tuple(sign.split(body))
    between = names[1:-1] if besides is not None else ()
    others = {each for each in between if besides is not None and besides.fullmatch(each)}
    is_row = len(signs) == 1 and all(each in others or _NAME.fullmatch(each) for each in names)
    return (text[:start].strip(), names) if is_row else ("", ())


def _depth(name: str, *, paired: bool) -> int:
    """Return at which depth a name is one unit, that of its province before it or not; -1 for none
    and, but in a pair, for a path. A road among names is a street."""
    found = read_unit(name)
    if found is None and name.endswith("街"):
        return Level.TOWNSHIP.depth
    if found is None or found.sure <= DOUBTFUL:
        return -1
    whole = paired or len(found.parts) == 1 or found.parts[0][0] is Level.PROVINCE
    return found.level.depth if whole else -1


def _tiers(depths: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the depths of the columns, () unless most names of each stand at one, below that
    of the column before, and the last ones are towns or lower, or counties of a pair."""
    found: list[int] = []
    for column in zip(*depths, strict=True):
        tier, often = Counter(column).most_common(1)[0]
        if often < _MOST * len(column) or tier <= (found[-1] if found else -1):
            return ()
        found.append(tier)
    lowest = Level.COUNTY if len(found) == _PAIR else Level.TOWNSHIP
    return tuple(found) if found[-1] >= lowest.depth else ()
