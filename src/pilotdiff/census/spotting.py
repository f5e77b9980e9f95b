"""The units' names that stand in a text, by grammar, whatever the text was taken for."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.listing.naming import DOUBTFUL, read_unit, village_like_a_title
from pilotdiff.listing.unit_names.abutting_names import read_paths_abutting
from pilotdiff.listing.unit_names.joins import read_joined
from pilotdiff.listing.unit_names.remarks_around import is_remarked, remark_in_front
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, whole_name
from pilotdiff.patterns import pattern

# What no name holds; numbers in front of names go with it.
_PARTING = pattern(
    r"(?:[、，,；;。：:\t|｜│/\\\s（()）【】\[\]〔〕“”\"‘’'`{}「」『』《》<>！？!?…*＊※★☆△▲◆●#→↓▶►▸☞➤➔➡⇒»①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿㊀-㊉·+&~～=]"
    # A run of digits is looked at once, not from each of its digits on.
    # A sign or letter of its own before a point is a number, whatever script it is of.
    r"|[-—–－]+|(?<!\d)\d++[.．]|(?<!\w)\w[.．](?=\p{Han})"
    # 东岭村属清岗县白溪镇
    r"|(?<=[村镇乡区道])(?:隶?属于?|位于|地处)(?=\p{Han}{1,8}[县市区旗镇乡])"
    # 白石镇的东岭村
    r"|(?<=[镇乡道县市区旗])的(?=\p{Han}{2,8}(?:[镇乡村]|街道|社区))"
    # 撤销黑石镇东岭村，设立东岭社区: no name begins with what is done there.
    r"|(?:同意)?撤销(?=\p{Han}{3})|(?<=[，,；;])(?:同时)?(?:设立|组建)(?=\p{Han}{3})"
    # The end of a place in which a blank stands, and that it has what follows: 白石 镇有东岭村.
    r"|(?<=\s)(?:[镇乡县市区]|街道)有(?=\p{Han}{2}))+"
)
_ITEM = pattern(r"[、，,；;。]")
_ROW = 3
_DIGITS = pattern(r"\d+")
_LONGEST = 40
_SHORTEST = 2
_LONG_COUNTY = 5
_ZONES = ("新区", "开发区", "园区", "管理区", "示范区")
_JOINTS = frozenset("和及与暨")
_COUNTERS = frozenset("个家名座")
_SHORTEST_KNOWN = 3
# Where a name may end that others follow with no sign between.
_NAME_ENDS = pattern(r"[村区镇乡道查屯寨](?!委)")
_LONGEST_RUN = 400


class Spotted(NamedTuple):
    """A unit's name in a text.

    whole  whether it stands between signs that part names; else words stand around it
    joint  the word before it that joins names, or begins this one: 和 before 平镇
    """

    text: str
    parts: Parts
    whole: bool = True
    joint: str = ""

    @property
    def longer(self) -> tuple[str, Parts]:
        """The name that the word before it begins: 和平镇."""
        (level, first), *lower = self.parts
        return self.joint + self.text, ((level, self.joint + first), *lower)

    @property
    def certain(self) -> bool:
        """Whether the standard has a part of it, or the parts of several levels make a path."""
        return len(self.parts) > 1 or any(gazetteer.find(text) for _, text in self.parts)

    @property
    def may_be(self) -> bool:
        """Whether it may be a unit at all: of provinces and cities all are known, of counties all
        but a misspelt one or a zone."""
        (level, text), *_ = self.parts
        if self.certain or level.depth > Level.COUNTY.depth:
            return True
        if level is not Level.COUNTY or text.endswith("城市"):
            return False
        return len(text) < _LONG_COUNTY or "自治" in text or text.endswith(_ZONES)


def spotted_row(text: str) -> Iterator[Spotted]:
    """Find the units' names in a line of text; short ones too where most of its items are names.

    >>> [name.text for name in spotted_row("迁安(河北)、白城(吉林)、镇江(江苏)、重庆。")][:3]
    ['迁安', '河北', '白城']
    """
    items = [item for item in _ITEM.split(text) if item.strip()]
    if len(items) >= _ROW:
        named = sum(next(spotted(item, short=True), None) is not None for item in items)
        if 2 * named > len(items):
            yield from spotted(text, short=True)
            return
    yield from spotted(text)


def spotted(text: str, *, short: bool = False) -> Iterator[Spotted]:
    """Find the units' names in a clean text, from left to right.

    `short`: what is a city's or a province's name without its kind counts too.

    >>> [name.text for name in spotted("1.成都市温江区、绵阳市三台县（共2个）")]
    ['成都市温江区', '绵阳市三台县']
    """
    for piece in _PARTING.split(text):
        if 1 < len(piece) <= _LONGEST:
            yield from _in_piece(piece, short=short)
        elif len(piece) > _LONGEST:
            for bit in _DIGITS.split(piece):
                yield from _in_piece(bit, short=False) if len(bit) <= _LONGEST else _in_run(bit)


def _in_run(text: str) -> Iterator[Spotted]:
    """Yield the paths one behind the other in a long run of text, where several begin with a name
    of the standard; else these names alone.

    >>> text = "金堂县白石镇东岭村大邑县黑石镇西岭村此次挂牌将进一步提升知名度"
    >>> [each.text for each in _in_run(text)]
    ['金堂县白石镇东岭村', '大邑县黑石镇西岭村']
    """
    known = list(_known(text))
    if len(known) < 2 or len(text) > _LONGEST_RUN:
        yield from _in_a_chain(known, text)
        return
    start = text.find(known[0].text)
    ends = reversed([match.end() for match in _NAME_ENDS.finditer(text, start)])
    paths = next(filter(None, (read_paths_abutting(text, start, end) for end in ends)), [])
    listed = [Spotted(path.text, path.reading.parts) for path in paths]
    yield from listed or _in_a_chain(known, text)


def _in_a_chain(known: Sequence[Spotted], text: str) -> Iterator[Spotted]:
    """Yield the names of the standard in a text; counties in their cities that stand one right
    behind the other, whatever words stand before the first, are whole names.

    >>> text = "入选名单有成都市金堂县成都市蒲江县宜宾市江安县等"
    >>> [each.text for each in _in_a_chain(list(_known(text)), text) if each.whole]
    ['成都市金堂县', '成都市蒲江县', '宜宾市江安县']
    """
    paths = [
        upper.text + lower.text
        for upper, lower in pairwise(known)
        if (upper.parts[0][0], lower.parts[0][0]) == (Level.PREFECTURE, Level.COUNTY)
    ]
    rows = zip(paths, paths[1:], paths[2:], strict=False)
    chained = dict.fromkeys(path for row in rows if "".join(row) in text for path in row)
    lying = "".join(chained)
    yield from (name for path in chained if (name := _whole(path)) is not None)
    yield from (each for each in known if each.text not in lying)


def _in_piece(piece: str, *, short: bool) -> Iterator[Spotted]:
    if short and (parts := _short(piece)):
        yield Spotted(piece, parts)
    elif joined := read_joined(piece, 0, len(piece)):
        yield from (Spotted(name.text, name.reading.parts) for name in joined)
    elif (name := _whole(piece)) is not None:
        yield name
    else:
        first, *others = _DIGITS.split(piece)
        # Right behind a number a word of a tier is counted: 清岗区2城区.
        counted = (bit for bit in others if not (first and len(bit) < _SHORTEST_KNOWN))
        for bit in (first, *counted):
            name = _whole(bit)
            yield from (name,) if name is not None else _abutting(bit)


def _abutting(text: str) -> Iterator[Spotted]:
    """Yield the names with nothing between them, the one known, the other told by its kind:
    清岗区北京市."""
    found = list(_known(text))
    if not found:
        return
    rest = text
    for each in found:
        rest = rest.replace(each.text, "\t", 1)
    others = [_whole(bit) for bit in rest.split("\t") if bit]
    alone = all(others)
    yield from (each._replace(whole=alone) for each in found)
    if alone:
        yield from filter(None, others)


def _whole(piece: str) -> Spotted | None:
    if len(piece) < _SHORTEST or piece[0] in _COUNTERS:
        return None
    if is_remarked(piece) and (remark := remark_in_front(piece, 0, len(piece))) is not None:
        return _whole(piece[remark.end() :])
    reading = read_unit(piece)
    known = reading is not None and gazetteer.find(reading.parts[0][1])
    if piece[0] in _JOINTS and not known and (rest := _whole(piece[1:])) is not None:
        return rest._replace(joint=piece[0])
    reading = reading or village_like_a_title(piece)
    if reading is None or reading.sure <= DOUBTFUL:
        return None
    return Spotted(piece, reading.parts)


def _short(piece: str) -> Parts:
    """Return a province or city written without its kind: 海口 is 海口市."""
    for level in (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY):
        if len(piece) < _SHORTEST_KNOWN + 1 and (parts := whole_name(piece, level)):
            return parts
    return ()


def _known(text: str) -> Iterator[Spotted]:
    """Yield the names of the standard in a text that is no name as a whole."""
    start = 0
    while start <= len(text) - _SHORTEST_KNOWN:
        stop = _known_end(text, start)
        if stop:
            name = text[start:stop]
            level = gazetteer.find_whole(name)[0].level
            yield Spotted(name, ((level, name),), whole=False)
        start = stop or start + 1


def _known_end(text: str, start: int) -> int:
    """Return where the longest whole name of the standard that begins there ends, 0 for none."""
    for length in reversed(gazetteer.lengths(text[start : start + 2])):
        stop = start + length
        if length < _SHORTEST_KNOWN or stop > len(text):
            continue
        if gazetteer.find_whole(text[start:stop]):
            return stop
    return 0
