"""What stands before a colon: parents, the wording of a heading, a mere label."""

import re

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.numerals import NUMBER, numeral, trailing_count
from pilotdiff.listing.among_lines.towns_by_place import county_over_communities
from pilotdiff.listing.carried_parents import Parts, under_heading
from pilotdiff.listing.institutions import may_stand_among_names
from pilotdiff.listing.lines.cuts import colons
from pilotdiff.listing.lines.furniture import is_furniture
from pilotdiff.listing.lines.headings import (
    Heading,
    groups_counties,
    is_batch,
    may_be_wording,
    read_heading,
)
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.naming import CERTAIN, DOUBTFUL, read_unit
from pilotdiff.listing.unit_names.chosen_of import announced_by, chosen_of, counts_chosen, how_many
from pilotdiff.listing.unit_names.line_names import Header, Name
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.places_by_short_names import places_by_short_names
from pilotdiff.listing.unit_names.short_forms import street
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, is_park, kind_words, whole_name
from pilotdiff.names.head_words import PROGRAMME, head_level
from pilotdiff.patterns import pattern

# 市 alone tells prefectures as little as counties.
_TIERS: dict[str, Level | None] = {
    "省": Level.PROVINCE,
    "市": None,
    "县": Level.COUNTY,
    "区": Level.COUNTY,
    "旗": Level.COUNTY,
    "乡": Level.TOWNSHIP,
    "镇": Level.TOWNSHIP,
    "村": Level.COMMUNITY,
}
_LONGEST_LABEL = 16
_YEAR = pattern(
    r"(?:19|20)\d\d(?:年\d{1,2}月(?:\d{1,2}日)?|年度?|年度)?(?:新增|入选|命名|认定|公布)?"
)
# 荣获“文明村镇”称号的有.
_ANNOUNCES = pattern(
    r"(?:称号|荣誉|名单|单位|地区|社区|乡镇|村镇|入选|上榜|获评|命名)的?(?:分别)?(?:有|是|为|包括)$"
    r"|(?:名单|单位|具体)如下$|分别是$"
)
_SEVERAL = 0.4
_SEVERAL_NAMES = pattern(r"[、,，]")
_COUNTED = pattern(
    rf"(?P<place>\p{{Han}}{{2,16}}?)(?:共计?|有|计)?(?P<number>{NUMBER})"
    r"\s*[个家](?P<noun>[^\d]{0,16})$"
)
_SAID = pattern(
    r"的?(?:推荐|申报|入选|上报|报送|获评|获批|部分|共有|有|新增|确定|入围)?"
    r"(?:的?(?:单位|名单|地区|试点|示范))?(?:包括|包含|分别[为是]|[为是有])?$"
)
# A province's name in English, and in brackets in Chinese.
_GLOSSED = pattern(r"[A-Za-z][A-Za-z .'’-]{1,40}[（(](?P<name>\p{Han}{2,12})[）)]")
# A short name set as wide as those of three characters: 江  苏.
_SET_WIDE = pattern(r"\p{Han}(?:\s+\p{Han})+")
_ENTERED = pattern(rf"(?:成功|双双|喜获)?(?:{ENTERED})$")
_PLACE_END = pattern(r"(?<=..)[省市州盟县区旗镇乡]")
_RECOMMENDING = r"(?:推荐|申报|报送|上报|选送)(?:的?(?:单位|名单|对象))?$"
_RECOMMENDS = pattern(_RECOMMENDING)
_BY_OFFICE = pattern(
    rf"(?:人民政府|\p{{Han}}{{2,10}}(?:[局厅委办部]|委员会|办公室|联合会)){_RECOMMENDING}"
)
OFFICE_BEFORE_COLON = pattern(
    r"人民政府|办公[室厅]|部门|委员会$|民政|[厅局]$|[厅局][（(]|各有关|组织部|党委|公司|银行"
)


# Of a total that was told before: 全市共3个。其中，|清岗县2个：白溪镇、南岭镇.
_AMONG = pattern(r"^(?:[^：:]{0,24}\d个[^：:]{0,8}[。；;，,])?其中[，,]?(?=\p{Han})", needs="其")


def read_header(text: str) -> Header | None:
    """Return what stands before a colon, when it can stand over names.

    >>> read_header("清岗县（3个）：").declared
    3
    """
    title = _AMONG.sub("", text.strip().rstrip("：:—－- "))
    if title in _TIERS:
        return Header(title, heading=Heading(title, _TIERS[title], listing=True))
    if not 1 < len(title) <= 60 or re.search(r"[。；！？!?]", title):
        return None
    whose = chosen_of(title) or counts_chosen(title) or announced_by(title)
    if whose or title in phrases("labels.txt") or _ANNOUNCES.search(title):
        return Header(title, whose, declared=how_many(text.strip("：:—－- ")))
    if _YEAR.fullmatch(title):
        return Header(title)
    if groups_counties(title):
        return Header(title, heading=read_heading(title))
    count = trailing_count(title)
    body, number = (title[: count.start].strip(), count.number) if count else (title, None)
    if count is None and (counted := _bare_count(title)) is not None:
        body, number = counted
    pieces = _BETWEEN_PLACES.split(body)
    path: Parts = ()
    heading: Heading | None = None
    for piece in pieces:
        unit, worded = _header_piece(piece.strip())
        if not unit and worded is None:
            return None
        path, heading = (*path, *unit), worded or heading
        number = number if worded is None or worded.declared is None else worded.declared
    return Header(title, path, heading, number)


# Between a place and one in it: 清岗市/白溪镇, 清岗县1.白溪镇, 清岗县（一）白溪镇.
_BETWEEN_PLACES = pattern(
    r"/|(?<=[县区旗市])\s*(?:[（(]?共?\d{1,3}个[）)]?\s*)?(?:[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|\d{1,2}[.．、]|[①-⑳])\s*"
    r"(?=\p{Han}{1,6}(?:[镇乡]|街道|苏木))"
)
_BARE_COUNT = pattern(
    r"\s*(?:[（(\[【]\s*(?:(?:19|20)\d\d年?|(?:共计?|计)?\s*(?P<bracketed>\d{1,3}))\s*[）)\]】]"
    r"|(?:[—–－]+\s*)?(?:共计?|计)?\s*(?P<bare>\d{1,3}))$"
)


def _bare_count(title: str) -> tuple[str, int | None] | None:
    """Return a place and the number of its units that stands behind it without a noun: 河北（13）;
    a year there counts nothing."""
    match = _BARE_COUNT.search(title)
    if match is None:
        return None
    place = title[: match.start()].strip()
    reading = read_unit(place)
    if not whole_name(place) and (reading is None or reading.sure < CERTAIN):
        return None
    number = match["bracketed"] or match["bare"]
    return place, int(number) if number else None


def _header_piece(text: str) -> tuple[Parts, Heading | None]:
    if (gloss := _GLOSSED.fullmatch(text)) is not None:
        text = gloss["name"]
    elif _SET_WIDE.fullmatch(text):
        text = "".join(text.split())
    level, stem = head_level(text)
    if level is not None and not stem:
        return (), read_heading(text)
    name = read_name(text, 0, len(text)) if "、" not in text else None
    short = whole_name(text)
    # 杭州 and 鄞州 look whole and are not.
    if short and len(short[0][1]) > len(text):
        return short, None
    if name is not None and (
        name.reading.sure > DOUBTFUL or _is_province(name) or _is_zone(name.text)
    ):
        return _unless_worded(name)
    if (named := street(text, 0, len(text))) is not None:
        return named.path, None
    if by_short_names := places_by_short_names(text):
        return by_short_names, None
    heading = read_heading(text)
    if placed := _place_and_wording(text):
        return placed
    if county := county_over_communities(text):
        return county, None
    return (_opening(text), heading) if heading.listing or is_batch(text) else ((), None)


_YEAR_BEFORE = pattern(r"^(?:(?:19|20)\d\d(?:年度|年)?|第[一二三四五六七八九十]{1,3}批|首批)+")


def _opening(text: str) -> Parts:
    """Return the place that the wording of a heading begins with: 清岗省民族地区示范县."""
    text = _YEAR_BEFORE.sub("", text)
    match = _PLACE_END.search(text)
    reading = read_unit(text[: match.end()]) if match else None
    return reading.parts if reading is not None and reading.sure == 1 else ()


def _place_and_wording(text: str) -> tuple[Parts, Heading | None] | None:
    """Return a place and what is said of the units that it has: 河北省10个县（市、区）,
    杭州市推荐."""
    if path := _recommending(text):
        return path, None
    counted = _COUNTED.match(text)
    place, rest = (counted["place"], counted["noun"]) if counted else (_SAID.sub("", text), "")
    if place == text or len(place) < 2:
        return None
    name = read_name(place, 0, len(place))
    known = name is not None and (name.reading.sure >= CERTAIN or _is_zone(name.text))
    if name is not None and known and not name.note:
        path = name.reading.parts
    elif not (path := whole_name(place)):
        return None
    if counted is None:
        return path, None
    entered = _ENTERED.search(rest)
    rest = rest[: entered.start()] if entered else rest
    if rest and not entered and head_level(rest)[0] is None and not read_heading(rest).listing:
        return None
    heading = read_heading(rest) if rest else Heading(text)
    return path, heading._replace(title=text, declared=numeral(counted["number"]))


def _recommending(text: str) -> Parts:
    """Return the place whose office recommends what follows: 清岗市民政局推荐."""
    for match in _PLACE_END.finditer(text) if _RECOMMENDS.search(text) else ():
        if _BY_OFFICE.fullmatch(text, match.end()):
            reading = read_unit(text[: match.end()])
            if reading is not None and reading.sure >= CERTAIN:
                return reading.parts
    return ()


def _is_province(name: Name) -> bool:
    """Return a province in a spelling that the gazetteer lacks: 陜西省."""
    return name.reading.level is Level.PROVINCE and len(name.text) < 6


def _is_zone(text: str) -> bool:
    """Return a zone called by its kind alone (高新区); 实验区 and 示范区 are what lists are of."""
    word = kind_words(Level.COUNTY).get(text)
    return word is not None and word.kind != "示范区" and len(text) > 1


def _unless_worded(name: Name) -> tuple[Parts, Heading | None]:
    """Return the path of a name, and the heading that the words behind it are: 船山区示范村 is
    船山区 and the heading 示范村."""
    *parents, (level, last) = name.reading.parts
    reading = read_unit(last)
    heading = read_heading(last)
    if parents and reading is not None and reading.sure <= DOUBTFUL and heading.listing:
        return tuple(parents), heading
    # No village right below a county has others below it: 清岗县平安村：东岭村、西岭村.
    low = level is Level.COMMUNITY and parents and parents[-1][0].depth <= Level.COUNTY.depth
    if low and may_be_wording(level, last):
        return tuple(parents), heading
    return (*name.above, *name.reading.parts, *_within(name)), None


# What stands before what a place was called, or lay in, before.
_EARLIER = "原旧由曾"


def _within(name: Name) -> Parts:
    """Return the lower place in brackets behind a place, in which what follows lies:
    清岗县（白溪镇）."""
    inner = read_unit(name.note) if name.note and name.note[0] not in _EARLIER else None
    if inner is None or inner.sure < CERTAIN or inner.level is Level.COMMUNITY:
        return ()
    return inner.parts if inner.parts[0][0].depth > name.reading.level.depth else ()


# What it is chosen as stands in brackets before a name: （示范镇）清岗县白溪镇.
_IN_FRONT = pattern(
    r"\s*[（(【〔\[](?P<told>[^（()）【】〔〕\[\]]{2,16})[）)】〕\]]\s*(?=\p{Han})",
    needs="（(【〔[",
)


COUNT_IN_BRACKETS = rf"[（(](?:共计?|计)?\s*{NUMBER}\s*[个家][^（()）\d]{{0,8}}[）)]"
# With the number alone a blank must part it from a name: 清岗市（2） 白溪县、北岭县.
_NUMBER_IN_BRACKETS = r"[（(]\s*\d{1,3}\s*[）)](?=[ \t\u3000])"
# A place and how many it has, its names behind it without a colon: 清岗市（2个） 白溪县、北岭县.
_COUNTED_IN_FRONT = pattern(
    rf"\s*(?P<title>\p{{Han}}{{2,12}}\s*(?:{COUNT_IN_BRACKETS}|{_NUMBER_IN_BRACKETS}))\s*"
    rf"(?=\p{{Han}})(?!\p{{Han}}{{2,12}}\s*(?:{COUNT_IN_BRACKETS}|{_NUMBER_IN_BRACKETS}))",
    needs="（(",
)


def _counted_in_front(text: str, start: int, end: int) -> tuple[Header, int] | None:
    """Return a place that states how many it has in front of its names, and where those begin."""
    match = _COUNTED_IN_FRONT.match(text, start, end)
    header = read_header(match["title"]) if match is not None else None
    if match is None or header is None or header.declared is None or not header.path:
        return None
    return header, match.end()


# What governs a town, before the colon of its villages: 白石街道党工委：东岭社区.
_TOWNS_BODY = pattern(r"(?<=\p{Han}[镇乡道])(?:党?工委|党委|(?:人民)?政府)$", needs="委府")


def _town_in_front(told: str) -> Header | None:
    """Return the town that stands in brackets in front of its villages: 【清溪镇】东岭村; None for
    other words."""
    reading = read_unit(told)
    if reading is None or reading.level is not Level.TOWNSHIP or reading.sure < CERTAIN:
        return None
    return None if PROGRAMME.search(told) else read_header(told)


def group_header(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """Return the header of a group and where its names begin; -1 when a colon stands behind no
    header.

    Several may stand one after the other: 名单如下：成都市：温江区.

    >>> [name for _, name in group_header("成都市：清岗县", 0, 7)[0].path]
    ['成都市']
    """
    found: Header | None = None
    if (front := _IN_FRONT.match(text, start, end)) is not None:
        told, heading = front["told"], read_heading(front["told"])
        if told[0] in _EARLIER:
            found, start = Header(""), front.end()  # what it was called or lay in before
        elif (town := _town_in_front(told)) is not None:
            found, start = town, front.end()
        elif heading.listing and not heading.declared and not whole_name(told):
            found, start = Header(told, heading=heading), front.end()
    elif (counted := _counted_in_front(text, start, end)) is not None:
        found, start = counted
    for left, right in colons(text, start, end):
        if right >= end:
            break
        # 清岗县：1.白溪镇：东岭村
        number = read_ordinal(text[start:left]) if found is not None else None
        start += number.end if number is not None else 0
        header = read_header(_TOWNS_BODY.sub("", text[start:left].rstrip()))
        if header is None:
            return (None, -1) if found is None else (found, start)
        found, start = _under(found, header), right
    return found, start


_SCOPE_ALONE = pattern(
    r"(?:试点|示范|实施|建设|创建|入选|认定|命名)*(?:范围|名单|对象|地区|单位|区域|数量)"
)


# How many of a lower tier were chosen in a place: 清岗市3个村入选.
_CHOSEN_THERE = pattern(
    rf"(?P<place>\p{{Han}}{{1,12}}[省市州盟县区旗镇乡道])(?:共计?|共?有)?{NUMBER}[个家]"
    rf"(?:行政)?(?P<tier>村|社区|乡镇|[镇乡县区市]|街道)\p{{Han}}{{0,2}}?(?:{ENTERED})\p{{Han}}{{0,12}}",
    needs="个家",
)


def tells_how_many_were_chosen(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence says how many of a lower tier were chosen in a place, as running text
    does: 清岗市3个村入选."""
    match = _CHOSEN_THERE.fullmatch(text[start:end].strip())
    place = read_header(match["place"]) if match is not None else None
    if match is None or place is None or not place.path:
        return False
    tier, _ = head_level(match["tier"])
    return tier is not None and tier.depth > place.path[-1][0].depth


def counting_sentence(text: str, start: int, end: int) -> Header | None:
    """Return a heading that a full stop closes, for its number or for the words of a list:
    省级（3个）。, 试点范围。; None for any other."""
    title = text[start:end].strip()
    if len(title) > _LONGEST_LABEL or text[end : end + 1] != "。":
        return None
    if _SCOPE_ALONE.fullmatch(title):
        return Header(title)
    heading = read_heading(title)
    return Header(title, heading=heading, declared=heading.declared) if heading.declared else None


def unknown_label(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """Return a label that says nothing known, before a name on a numbered line or several names."""
    header, at = label(text, start, end)
    alone = start == 0 and not _SEVERAL_NAMES.search(text, at, end)
    return (None, -1) if alone and not _dashed_path(text, at, end) else (header, at)


def _dashed_path(text: str, at: int, end: int) -> bool:
    """Tell whether a whole path stands behind a dash: 清岗梯田——清岗县白溪镇东岭村."""
    if at < 0 or text[at - 1] not in "—－–":
        return False
    reading = read_unit(text[at:end].strip())
    return reading is not None and reading.sure >= CERTAIN and len(reading.parts) > 1


def label(text: str, start: int, end: int) -> tuple[Header | None, int]:
    """Read any short text before a colon, and where the text behind it begins; -1 for none.

    >>> label("责任单位：清岗县民政局", 0, 11)[1]
    5
    """
    left, right = next(colons(text, start, end), (0, end))
    title = text[start:left].strip()
    if not 1 < len(title) <= _LONGEST_LABEL or right >= end or OFFICE_BEFORE_COLON.search(title):
        return None, -1
    if is_furniture(text[start:right]):
        return None, -1
    count = trailing_count(title)
    bare = title[: count.start] if count else title
    # A zone that counts its own is a place, and not to be passed over: 清岗示范区（1个）：.
    if re.search(r"[，。、；\d]", bare) or (count and bare.endswith("区")):
        return None, -1
    return Header(title, _opening(bare), declared=count.number if count else None), right


def raised(header: Header, first: Level) -> Header:
    """Return a header over names of its own level or above: 西咸新区 over towns is no town but a
    county.

    Only kinds that stand at several levels are read anew; a legal kind is what it says.
    """
    if not header.path or header.path[-1][0].depth < first.depth:
        return header
    level, text = header.path[-1]
    if level is Level.COMMUNITY and may_be_wording(level, text):
        return header._replace(path=header.path[:-1], heading=read_heading(text))
    if first is Level.COUNTY and not header.title.startswith(text):
        # 巴州 over counties is no 巴州区.
        higher_short = whole_name(text[:-1], Level.PREFECTURE)
        return header._replace(path=higher_short) if higher_short else header
    reading = read_unit(text)
    if reading is None or reading.sure > _SEVERAL:
        return header
    for level in reversed(LEVELS[: first.depth]):
        higher = read_unit(text, level)
        if higher is not None:
            return header._replace(path=(*header.path[:-1], *higher.parts))
    if first is Level.TOWNSHIP and is_park(text):
        return header._replace(path=(*header.path[:-1], (Level.COUNTY, text)))
    return header


def lowered_area(header: Header, first: Level) -> Header:
    """Return a header over communities whose last part is an area that no standard has as a
    prefecture as the town that it is: 琉璃河地区：祖村."""
    *above, (level, text) = header.path or ((Level.PROVINCE, ""),)
    if first is not Level.COMMUNITY or not gazetteer.is_unknown_area(level, text):
        return header
    return header._replace(path=(*above, (Level.TOWNSHIP, text)))


def _under(outer: Header | None, inner: Header) -> Header:
    if outer is None:
        return inner
    path = (*under_heading(outer.path, inner.path[0]), *inner.path) if inner.path else outer.path
    return inner._replace(path=path, heading=inner.heading or outer.heading)


_BARE = pattern(r"\p{Han}{2,4}")


def is_bare(header: Header) -> bool:
    """Tell whether nothing but a short word stands before a colon, which may be a town without its
    kind as well as a county without it, or a label.

    >>> [is_bare(Header(title)) for title in ("石桥", "石桥镇", "示范村")]
    [True, False, False]
    """
    title = header.title
    if header.heading is not None or not _BARE.fullmatch(title):
        return False
    if [level for level, _ in header.path] not in ([], [Level.COUNTY]):
        return False
    if gazetteer.find_whole(title) or read_unit(title) is not None:
        return False
    return not read_heading(title).listing and may_stand_among_names(title)
