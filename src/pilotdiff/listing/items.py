"""The names that stand on one line, with what the line says of them."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from pilotdiff.listing.carry import Carrier, Parts
from pilotdiff.listing.headings import (
    Heading,
    head_level,
    is_batch,
    is_head_word,
    read_heading,
    speaks_of_programme,
)
from pilotdiff.listing.numerals import NUMBER, numeral, trailing_count, whole_count
from pilotdiff.listing.ordinals import read_ordinal
from pilotdiff.listing.tables import words
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import Reading, gazetteer, kind_words, parse, split

DOUBTFUL = 0.1
_MARKS = "*＊※★☆△▲◆●#"
_PLAIN = rf"[^（(【〔\[“”\"「」『』《》{_MARKS}]"
_NAME = re.compile(
    rf"[\s“\"「『《{_MARKS}]*(?P<name>{_PLAIN}+?(?:[（(][^（）()]{{1,12}}[）)]{_PLAIN}+?)??)[\s”\"」』》]*"
    rf"(?P<notes>(?:\s*(?:[（(][^（）()]*(?:[（(][^（）()]*[）)][^（）()]*)*[）)]|【[^【】]*】|〔[^〔〕]*〕|\[[^\[\]]*\]|[{_MARKS}]))*)\s*$"
)
_FORMER = re.compile(
    r"(?:原名|原称|原为|原属|原系|曾用名|前身(?:为|是)?|原)[:：]?\s*(?P<named>[^，,；;。]+)"
    r"|由(?P<renamed>[^，,；;。]+?)(?:更名|改名|合并|撤并|调整|改设|组成|变更)"
)
_NUMBERED_END = re.compile(
    rf"等?(?:共|共计|合计)?(?P<number>{NUMBER})[个家]?(?P<noun>[^\d]{{0,14}})$"
)
_CONJUNCTION = re.compile(r"以及|[和及与暨]")
_SEPARATOR = re.compile(r"[、，,\t|/]|(?<=[”」』》])(?=[“「『《])|\s{2,}|\s(?=\d{1,4}[.．、])")
# A line that holds one name and nothing else, as most do; 和 and the like need a closer look.
_PLAIN_NAME = re.compile(r"\s*(?P<name>(?:(?![和及与暨])[\u4e00-\u9fff]){3,40})\s*$")
_SPACE = re.compile(r"\s+")
_GROUP = re.compile(r"[；;。]")
_COLON = re.compile(r"[：:](?!\d)|—{1,2}|－－|——|–")
_PHRASE = re.compile(r"[各我该每本全此](?:有关|相关|级|个)?(?:[省市州县区乡镇村地]|街道|社区)")
_VERB = re.compile(
    r"被(?=评|确|命|认|授|列|选)|评为|列为|定为|命名|认定|入选|入围|荣获|获评|获得|授予|关于"
)
_TIER = r"(?:[省市县区镇乡村]|街道|社区)"
_COUNTED = re.compile(rf"等\d|\d个|[一二两三四五六七八九十百]个(?:乡镇|{_TIER})")
_NUMBER_ALONE = re.compile(rf"{_TIER}?\d+{_TIER}$")
_HONOUR = re.compile(
    r"^(?:全国|全省|全市|中国|首批|国家级|第.{1,3}批|(?:19|20)\d\d)"
    r"|.(?:试点|示范|重点|特色|明星|生态|文化名|历史名|文明|卫生)(?:街道|社区|小?镇|乡|村|县|区|市)$"
)
_OFFICE = re.compile(
    r"人民政府|办公[室厅]|部门|委员会$|民政|[厅局]$|[厅局][（(]|各有关|组织部|党委|公司|银行"
)
_LONGEST_PIECE = 160
_LONGEST_NAME = 50
_LONGEST_LABEL = 16
_MANY = 20
_CERTAIN = 0.9
_REMARK = re.compile(
    r"不?含|原|现|包括|除|更名|撤|并入|新|筹|虚拟|特殊|[省市县]级|简称|以下|试点|示范"
)
_OPEN, _CLOSE = "（(【〔[《", "）)】〕]》"


class Header(NamedTuple):
    """What stands before a colon: a path of units, the wording of a heading, or a mere label."""

    title: str
    path: Parts = ()
    heading: Heading | None = None
    declared: int | None = None


class Name(NamedTuple):
    """One name on a line.

    start, end  where it stands in the line, spaces within it included
    text        without spaces, marks and notes
    reading     its parts
    above       the parents that the line states elsewhere
    header      what stood before the colon in front of it
    ordinal     a number of its own within the line
    stop        where its marks and notes end
    """

    start: int
    end: int
    text: str
    reading: Reading
    note: str = ""
    former: tuple[str, ...] = ()
    above: Parts = ()
    header: Header | None = None
    ordinal: str = ""
    stop: int = 0

    @property
    def path(self) -> Parts:
        return (*self.above, *self.reading.parts)


class Names(NamedTuple):
    """The names of a line, the places that cannot be read as names, and a count behind them."""

    names: tuple[Name, ...]
    unread: tuple[tuple[int, int], ...] = ()
    declared: int | None = None


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for level in LEVELS for word in kind_words(level)) | {"〓"}


@lru_cache(maxsize=1 << 15)
def read_unit(text: str, level: Level | None = None) -> Reading | None:
    """A text that is one unit's path and nothing else; wording of headings is doubtful."""
    if len(text) < 2 or (level is None and text[-1] not in _last_characters()):
        return None
    if is_head_word(text) or _VERB.search(text):
        return None
    reading = parse(text, level)
    if reading is None or not _sound(reading):
        return None
    if len(reading.parts) == 1 and len(text) > 4 and _HONOUR.search(text):
        return None
    if speaks_of_programme([split(*part)[0] for part in reading.parts]):
        return Reading(reading.parts, reading.level, min(reading.sure, DOUBTFUL))
    return reading


def _sound(reading: Reading) -> bool:
    """Not a phrase of prose: 各街道, 我县, 本社区."""
    first = reading.parts[0][1]
    if any(_COUNTED.search(text) for _, text in reading.parts):
        return False
    if len(reading.parts) == 1 and _NUMBER_ALONE.match(first):
        return False
    return _PHRASE.match(first) is None or bool(gazetteer.find(first))


def read_name(text: str, start: int, end: int, level: Level | None = None) -> Name | None:
    """The name at text[start:end] with its marks and notes; None when it is no unit."""
    match = _NAME.match(text, start, end) if end - start <= _LONGEST_PIECE else None
    if match is None:
        return None
    core = re.sub(r"\s+", "", match["name"])
    reading = read_unit(core, level)
    if reading is None:
        return None
    note, former, above = _notes(match["notes"], reading)
    stop = start + len(text[start:end].rstrip())
    return Name(
        match.start("name"), match.end("name"), core, reading, note, former, above, stop=stop
    )


def unread_name(text: str, start: int = 0, level: Level = Level.COMMUNITY) -> Name:
    """All that stands from `start` as a name that no grammar reads: the table vouches for it."""
    core = re.sub(r"\s+", "", text[start:])
    return Name(start, len(text), core, Reading(((level, core),), level, 0.0), stop=len(text))


def _notes(notes: str, reading: Reading) -> tuple[str, tuple[str, ...], Parts]:
    """Marks and brackets behind a name: the note, the former names, parents stated there."""
    said = [bit.strip() for bit in re.findall(rf"[（(【〔\[].*?[）)】〕\]]+|[{_MARKS}]+", notes)]
    above: Parts = ()
    kept, former = [], []
    for bit in said:
        inner = bit[1:-1].strip() if bit[0] in _OPEN else bit
        parent = read_unit(inner) if bit[0] in _OPEN else None
        certain = parent is not None and parent.sure >= _CERTAIN
        if parent is not None and certain and parent.level.depth < reading.parts[0][0].depth:
            above = parent.parts
            continue
        kept.append(inner)
        former += former_names(inner)
    return "; ".join(kept), tuple(former), above


def former_names(note: str) -> list[str]:
    """The earlier names that a note gives: 原竹园镇清江村."""
    names = []
    for match in _FORMER.finditer(note):
        for piece in re.split(r"[、和及]", match["named"] or match["renamed"]):
            name = re.sub(r"(?:更名|改名|合并|撤并|调整)$", "", piece.strip())
            if read_unit(name) is not None:
                names.append(name)
    return names


def read_header(text: str) -> Header | None:
    """What stands before a colon, when it can stand over names."""
    title = text.strip().rstrip("：:—－- ")
    if not 1 < len(title) <= 60 or re.search(r"[。；！？!?]", title):
        return None
    if title in words("labels.txt") or title.endswith(
        ("名单如下", "单位如下", "具体如下", "分别是")
    ):
        return Header(title)
    count = trailing_count(title)
    body = title[: count.start].strip() if count else title
    number = count.number if count else None
    pieces = body.split("/") if "/" in body else [body]
    path: Parts = ()
    heading: Heading | None = None
    for piece in pieces:
        unit, worded = _header_piece(piece.strip())
        if not unit and worded is None:
            return None
        path, heading = (*path, *unit), worded or heading
    if heading is not None and not heading.category and len(pieces) > 1:
        heading = heading._replace(category=_honour(heading.title))
    return Header(title, path, heading, number)


def _honour(title: str) -> str:
    """国家乡村振兴重点帮扶县 tells entries apart; 示范村 and 街道（镇） tell their level alone."""
    return title if len(title) > 5 and "（" not in title and "(" not in title else ""


def _header_piece(text: str) -> tuple[Parts, Heading | None]:
    level, stem = head_level(text)
    if level is not None and not stem:
        return (), read_heading(text)
    name = read_name(text, 0, len(text)) if "、" not in text else None
    if name is not None and name.reading.sure > DOUBTFUL:
        return _unless_worded(name)
    short = whole_name(text)
    if short:
        return short, None
    heading = read_heading(text)
    return ((), heading) if heading.listing or is_batch(text) else ((), None)


def _unless_worded(name: Name) -> tuple[Parts, Heading | None]:
    """船山区示范村 is 船山区 and the heading 示范村."""
    *parents, (_, last) = name.reading.parts
    reading = read_unit(last)
    if parents and reading is not None and reading.sure <= DOUBTFUL:
        return tuple(parents), read_heading(last)
    return name.reading.parts, None


def whole_name(text: str) -> Parts:
    """A unit written short, with its kind: 太原 is 太原市, 四川 is 四川省; () when unknown."""
    for kind in ("", "省", "市", "自治区", "区", "县"):
        for division in gazetteer.find(text + kind):
            if not division.bare:
                return ((division.level, text + kind),)
    bare = gazetteer.find(text)
    return ((bare[0].level, text),) if bare else ()


def read_names(
    text: str, start: int = 0, level: Level | None = None, *, trusting: bool = False
) -> Names | None:
    """The names on a line from `start`; None when the line is anything else.

    Groups stand between ； with a header each (甲市：A区、B县；乙市：C区), names between 、 and ，.
    `trusting`, for a line within a list, takes what could also be the wording of a heading
    (示范村, 建设社区) for a name, and is content when half of the names can be read.
    """
    plain = _PLAIN_NAME.match(text, start)
    if plain is not None and level is None:
        reading = read_unit(plain["name"])
        if reading is not None and reading.sure >= _CERTAIN:
            return Names(
                (Name(*plain.span("name"), plain["name"], reading, stop=plain.end("name")),)
            )
    end = start + len(text[start:].rstrip(" \t　、，,；;。."))
    if text[start:end].endswith(("：", ":", "—")):
        return None
    found: list[Name] = []
    unread: list[tuple[int, int]] = []
    declared: int | None = None
    for left, right in pieces_between(text, start, end, _GROUP):
        header, at = _group_header(text, left, right)
        if at < 0:
            header, at = _unknown_label(text, left, right)
        if at < 0:
            return None
        left = at
        number, right = _closing_number(text, left, right)
        declared = number if number is not None else declared
        names, missed = _read_group(text, left, right, header, level)
        if not names:
            return None
        found += names
        unread += missed
    if not found or not _enough(text, found, unread, trusting):
        return None
    return Names(tuple(found), tuple(unread), declared)


def _enough(text: str, found: list[Name], unread: list[tuple[int, int]], trusting: bool) -> bool:
    """Whether what was read on a line makes it a line of names."""
    if trusting:
        return len(found) >= len(unread)
    if max(name.reading.sure for name in found) <= DOUBTFUL:
        return False
    if unread and text.rstrip().endswith("。"):
        return False
    if len(found) > _MANY and len(found) >= 9 * len(unread):
        return True
    missed = [text[left:right] for left, right in unread]
    if any(len(piece) > _LONGEST_NAME or _OFFICE.search(piece) for piece in missed):
        return False
    under_unit = found[0].header is not None and bool(found[0].header.path)
    return len(found) >= (1 if under_unit else 3) * len(unread)


def _group_header(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """The header of a group and where its names begin; -1 when a colon stands behind no header.

    Several may stand one after the other: 名单如下：成都市：温江区.
    """
    found: Header | None = None
    for left, right in _colons(text, start, end):
        if right >= end:
            break
        header = read_header(text[start:left])
        if header is None:
            return (None, -1) if found is None else (found, start)
        found, start = _under(found, header), right
    return found, start


def _unknown_label(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """A label that says nothing known, before a name on a numbered line or several names."""
    left, right = next(_colons(text, start, end), (0, end))
    label = text[start:left].strip()
    if not 1 < len(label) <= _LONGEST_LABEL or right >= end or _OFFICE.search(label):
        return None, -1
    if re.search(r"[，。、；\d]", label) or (start == 0 and "、" not in text[right:end]):
        return None, -1
    return Header(label), right


def _under(outer: Header | None, inner: Header) -> Header:
    if outer is None:
        return inner
    path = inner.path or outer.path
    return inner._replace(path=path, heading=inner.heading or outer.heading)


def _colons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _COLON.finditer(text, start, end):
        if not _within_brackets(text, start, match.start()):
            yield match.span()


def _within_brackets(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return sum(before.count(c) for c in _OPEN) > sum(before.count(c) for c in _CLOSE)


def _closing_number(text: str, start: int, end: int) -> tuple[int | None, int]:
    """A count behind the last name, 等3个街道, and where the names end."""
    tail = text[max(start, end - 30) : end]
    at = max(tail.rfind("等"), tail.rfind("共"))
    if at > 0 and (match := _NUMBERED_END.match(tail, at)):
        return numeral(match["number"]), end - len(tail) + at
    if at > 0 and tail[at:] in ("等", "等地", "等单位"):
        return None, end - len(tail) + at
    count = trailing_count(text[start:end])
    if count is not None and count.start > 1:
        return count.number, start + count.start
    return None, end


def pieces_between(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """The non-blank pieces between separators that stand outside brackets."""
    depth, at = 0, start
    cuts = {m.start(): m.end() for m in separator.finditer(text, start, end)}
    index = start
    while index < end:
        c = text[index]
        if c in _OPEN:
            depth += 1
        elif c in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and index in cuts:
            if text[at:index].strip():
                yield at, index
            at = index
            if cuts[index] > index:
                at = index = cuts[index]
                continue
        index += 1
    if text[at:end].strip():
        yield at, end


def _read_group(
    text: str, start: int, end: int, header: Header | None, level: Level | None
) -> tuple[list[Name], list[tuple[int, int]]]:
    if header is not None and header.heading is not None and header.heading.level is not None:
        level = None
    names: list[Name] = []
    unread: list[tuple[int, int]] = []
    carrier = Carrier(header.path if header else ())
    two_levels = "、" in text[start:end]
    for left, right in pieces_between(text, start, end, _SEPARATOR):
        found = read_piece(text, left, right, level)
        if not found:
            unread.append((left, right))
            if len(unread) > (8 if header else 2) and len(unread) > len(names):
                break
        for name in found:
            begins = two_levels and bool(names) and text[left - 1] in "，,"
            names.append(_placed(name, header, carrier, begins))
    return names if len(names) < 2 else _columns_joined(text, names), unread


def _placed(name: Name, header: Header | None, carrier: Carrier, begins_group: bool) -> Name:
    """A name with what its row carries on to it."""
    parts = (*name.above, *name.reading.parts)
    above = (*carrier.above(parts, begins_group=begins_group), *name.above)
    placed = name._replace(above=above, header=name.header or header)
    carrier.placed(placed.path)
    return placed


def read_piece(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """One piece between separators: a name, names joined by 和, or names with spaces between."""
    ordinal = read_ordinal(text[start:end])
    shown = ""
    if ordinal is not None and ordinal.end < end - start:
        start, shown = start + ordinal.end, ordinal.shown
    if end - start > _LONGEST_PIECE:
        return []
    several = (
        _read_joined(text, start, end)
        or _read_abutting(text, start, end)
        or _read_spaced(text, start, end, level)
    )
    if several:
        return [several[0]._replace(ordinal=shown), *several[1:]]
    name = read_name(text, start, end, level)
    if name is not None:
        return _within_its_brackets(text, name) or [name._replace(ordinal=shown)]
    return []


def _within_its_brackets(text: str, name: Name) -> list[Name]:
    """成都市（温江区、金堂县） lists what stands in the brackets; 清江社区（原清江村） does not."""
    start, end = name.end, name.stop
    if not name.note or name.former or text[start : start + 1] not in ("（", "("):
        return []
    inner = read_names(text, start + 1) if end == len(text) else None
    inner = inner or read_names(text[: end - 1], start + 1)
    if inner is None or inner.unread or _REMARK.match(text, start + 1):
        return []
    if any(n.path[0][0].depth <= name.reading.level.depth for n in inner.names):
        return []
    if len(inner.names) == 1 and inner.names[0].reading.sure < _CERTAIN:
        return []
    header = Header(name.text, name.path)
    return [n._replace(above=(*name.path, *n.above), header=header) for n in inner.names]


def _read_abutting(text: str, start: int, end: int) -> list[Name]:
    """Names of the standard with nothing between them: 温江区金堂县荣县."""
    spans: list[tuple[int, int]] = []
    levels: set[Level] = set()
    while start < end and len(levels) < 2:
        stop = _whole_end(text, start, end)
        if not stop:
            return []
        spans.append((start, stop))
        levels |= {d.level for d in gazetteer.find(text[start:stop])}
        start = stop
    if len(spans) < 2 or len(levels) > 1:
        return []
    names = [read_name(text, *span) for span in spans]
    return [name for name in names if name is not None] if all(names) else []


def _whole_end(text: str, start: int, end: int) -> int:
    """Where the longest whole name of the standard that begins at `start` ends, 0 for none."""
    stops = (start + length for length in reversed(gazetteer.lengths(text[start : start + 2])))
    return next((s for s in stops if s <= end and _is_whole(text[start:s])), 0)


def _is_whole(text: str) -> bool:
    return any(not division.bare for division in gazetteer.find(text))


def _read_joined(text: str, start: int, end: int) -> list[Name]:
    """A和B, where both sides are units of one level; 沈阳市和平区 and 甘泉镇和丰村 are one."""
    for match in _CONJUNCTION.finditer(text, start + 2, end):
        if _within_brackets(text, start, match.start()):
            continue
        left = read_name(text, start, match.start())
        right = read_name(text, match.end(), end)
        if left is not None and right is not None and _stand_side_by_side(left, right):
            return [left, right]
    return []


def _stand_side_by_side(left: Name, right: Name) -> bool:
    """Both of one level, or the second with a whole path of its own."""
    if len(split(*right.reading.parts[0])[0]) < 2:
        return False
    if left.reading.level is right.reading.level:
        return True
    top = right.reading.parts[0][0].depth
    return len(right.reading.parts) > 1 and top <= left.reading.parts[0][0].depth


def _read_spaced(text: str, start: int, end: int, level: Level | None) -> list[Name]:
    """Names with spaces between them, a path set apart by spaces put together again."""
    if not text[start:end].strip().count(" ") + text[start:end].strip().count("\u3000"):
        return []
    pieces = list(pieces_between(text, start, end, _SPACE))
    if len(pieces) < 2:
        return []
    names = [read_name(text, left, right, level) for left, right in pieces]
    if not all(names):
        return []
    return _columns_joined(text, [name for name in names if name is not None])


def _columns_joined(text: str, names: list[Name]) -> list[Name]:
    """Names parted by space alone whose levels descend are one path: 四川省 成都市 温江区.

    A parent may stand behind its unit instead: 石景山区 北京市.
    """
    if len(names) < 2 or any(name.ordinal or name.note or name.header for name in names):
        return names
    gaps = [text[a.end : b.start] for a, b in pairwise(names)]
    if any(gap.strip("|/ \t\u3000") for gap in gaps):
        return names
    depths = [part[0].depth for name in names for part in name.reading.parts]
    if depths == sorted(set(depths)):
        return [_as_one(names)]
    first, second = names[0], names[-1]
    if len(names) == 2 and second.reading.level.depth < first.reading.parts[0][0].depth:
        return [first._replace(above=second.reading.parts)]
    return names


def _as_one(names: list[Name]) -> Name:
    parts = tuple(part for name in names for part in name.reading.parts)
    reading = Reading(parts, parts[-1][0], min(name.reading.sure for name in names))
    last, whole = names[-1], "".join(name.text for name in names)
    return names[0]._replace(end=last.end, stop=last.stop, text=whole, reading=reading, above=())


def read_first_name(text: str, start: int = 0) -> Name | None:
    """The name that opens a line whose rest is a remark: 石景山区 打造“老街坊”品牌."""
    head = text[start : start + _LONGEST_NAME]
    for match in re.finditer(r"[\s：:—－–-]+", head):
        name = read_name(text, start, start + match.start())
        if name is not None and name.reading.sure > DOUBTFUL:
            return name._replace(note=text[start + match.end() :].strip())
    return None


def only_a_count(text: str) -> int | None:
    """（8个） or 共61个 on a line of its own: it counts the group above it."""
    return whole_count(text.strip(" （()）【】。"))
