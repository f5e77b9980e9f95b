"""What a document says of itself: title, issuer, document number, date, the place it speaks of."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from pilotdiff.facts.calendar import find_day, is_day
from pilotdiff.facts.citations import DOCUMENT_NUMBER, before_number, own_number, read_citations
from pilotdiff.listing.institutions import OFFICE
from pilotdiff.listing.lines.date_lines import only_year, read_dates, year_below
from pilotdiff.listing.lines.furniture import is_furniture
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.reporting_offices import reporting_office, reporting_offices
from pilotdiff.listing.naming import read_unit
from pilotdiff.model import Citation, Level, Stated, whole_number
from pilotdiff.names import gazetteer, in_full, shortened, whole_name
from pilotdiff.patterns import IN_BRACKETS, pattern
from pilotdiff.repair.texts import spaced_once

_KINDS = (
    "通知|公告|公示|决定|批复|批覆|意见|函|通报|通告|命令|请示|报告|名单|方案|办法|规划"
    "|计划|要点|指南"
)
_TITLE_END = pattern(rf"(?:{_KINDS})(?:公布|出炉|揭晓|发布|公示)?(?:{IN_BRACKETS})?$")
_NOT_TITLE = pattern(
    r"^(?:(?:19|20)\d\d[-./]\d|图片|视频|热点|专题|附件|附：|记者|本报|来源|时间|发布|索引号|主题|正文)|[:：]$|正文$"
    # (资料图), and where a page stands: 首页 > 新闻 > 农业 > 正文, 省委 | 省人大 | 省政府 | 省政协
    r"|^[（(][^（）()]{1,8}[）)]$|(?:[|｜>＞»][^|｜>＞»]*){3}"
)
_LEAD_IN = pattern(
    r"^(?:.*?关于)?(?:公布|印发|确定|命名|认定|表彰|转发|下达|报送|申报|开展|做好|拟|划定|调整|新增"
    r"|更新|解除|同意|批准|推荐|通报|公示|推进|加强|进一步)*(?:(?:19|20)\d\d(?:年度?)?|第.{1,3}批|首批)?"
)
# What a township's list is called: of villages, communities, what they have.
# Villages and towns at large are no town: 数字乡村, 清廉镇村.
_TOWN = pattern(
    r"(?P<town>\p{Han}{2,6}?(?:街道|[镇乡](?![村镇])|苏木))(?=(?:人民政府|办事处|党工?委|20\d\d|第.{1,3}批)?"
    r"[^，。]{0,20}(?:行政区划|区划代码|村|社区|网格|小区|点|示范户|名单)(?:名单|的?(?:公示|通知|通报))?)"
)
# Districts by name, and words of many titles: 城区街道一览.
_KINDS_ALONE = frozenset({"城区", "郊区", "矿区"})
_SHORTEST = 6
_LISTS = (Shape.NAMES, Shape.TABLE)
_BODY = (Shape.PROSE, *_LISTS)


class Metadata(NamedTuple):
    """Title, issuer, number (文号), date (ISO) and the units that title and issuer begin with.

    year       of its date, of the month that a line is, the one that its title names, or the one
               that stands below it
    citations  the other documents that the text refers to
    dates, numbers  the lines that state the document's own
    lines      all those that state something of the document
    """

    title: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    year: int | None = None
    context: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    dates: tuple[Stated, ...] = ()
    numbers: tuple[Stated, ...] = ()
    lines: frozenset[int] = frozenset()

    def stated(self) -> dict[str, Any]:
        """Return all but the lines, by the names that the fields of a listing have."""
        told = self._asdict()
        del told["lines"]
        return {"stated_year": told.pop("year"), **told}


def read_metadata(pieces: Sequence[Piece]) -> Metadata:
    """Read what stands before, around and behind the list. `pieces` hold no blank lines."""
    short = [piece for piece in pieces if piece.shape in (Shape.HEADING, Shape.FURNITURE)]
    title, title_lines = _title(pieces)
    dates = read_dates(short)
    date, date_line = dates.told
    issuer, issuer_lines = _issuer(title, short, date_line)
    citations = read_citations(p.text for p in pieces if p.shape is not Shape.NAMES)
    numbers = _own_numbers(short) or _behind_title(pieces, title_lines)
    own = {stated.value for stated in numbers}
    told = (
        *title_lines,
        *issuer_lines,
        *(each.line for each in (*numbers, *dates.months)),
        date_line,
    )
    return Metadata(
        title,
        issuer,
        numbers[0].value if numbers else "",
        date if dates.alone or dates.loose else "",
        whole_number(date[:4]) or only_year(title) or year_below(pieces, title_lines),
        (
            _with_lower(_context(issuer, title), _place_within(title) or _announced(pieces))
            or _place_over(pieces, title_lines)
            or _whose_office(pieces)
        )
        + _addressed(pieces)
        + _reported_by(pieces),
        tuple(citation for citation in citations if citation.number not in own),
        dates.alone or dates.loose[:1],
        tuple(numbers),
        frozenset(told) - {0},
    )


def _title(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    best, best_score, lines = "", 0, [0]
    before_prose = True
    for index, piece in enumerate(pieces):
        before_prose = before_prose and piece.shape not in _BODY
        if piece.shape is Shape.NAMES and not before_prose and best_score > 2:
            break
        if piece.shape is Shape.END and any(above.names for above in pieces[:index]):
            break  # what stands below leads to other pages
        if _is_counted(piece, pieces[index + 1 : index + 2]):
            continue
        title, used = _candidate(pieces, index)
        score = _score(title, piece, before_prose)
        if score > best_score:
            best, best_score, lines = title, score, used
    if not best:
        best = next((title for piece in pieces if (title := _closed(piece))), "")
        return (best, []) if best else _attached(pieces)
    same = [p.text.line for p in pieces if best and p.text.text.strip() == best]
    return best, [*lines, *same]


_ATTACHED = pattern(r"^附件\s*[\d一二三四五六七八九十]{0,2}\s*[:：\s]\s*(?P<title>\D.*)$")


def _attached(pieces: Sequence[Piece]) -> tuple[str, list[int]]:
    """Return the title behind the word for an attachment, right above a list, 附件1：…名单, and its
    line; "" where several lines begin so, which a letter names or which have a list each."""
    told = [(at, m) for at, p in enumerate(pieces) if (m := _ATTACHED.match(p.text.text.strip()))]
    if len(told) != 1:
        return "", []
    at, match = told[0]
    title = spaced_once(match["title"])
    listed = any(piece.shape in _LISTS for piece in pieces[at + 1 : at + 3])
    return (title, [pieces[at].text.line]) if listed and is_title(title) else ("", [])


def _is_counted(piece: Piece, below: Sequence[Piece]) -> bool:
    """Tell whether a line is an item of a list, though it is not read: the next has the next
    number (01清岗县白溪镇东岭会 / 02清岗县白溪镇西岭村)."""
    number = read_ordinal(piece.text.text)
    following = (each.ordinal for each in below)
    return number is not None and any(
        each is not None and (each.style, each.value) == (number.style, number.value + 1)
        for each in following
    )


def _closed(piece: Piece) -> str:
    """Return the wording of a header that may serve as the title where there is no other:
    …镇名单：."""
    header = piece.names.names[0].header if piece.names is not None else piece.header
    if header is None or (header.path and header.heading is None):
        return ""
    told = len(header.title) > _SHORTEST and _TITLE_END.search(header.title)
    return header.title if told else ""


_KIND_ALONE = pattern(rf"^(?:的)?(?:实施|工作|创建)?(?:{_KINDS})(?:{IN_BRACKETS})?$")


def _candidate(pieces: Sequence[Piece], index: int) -> tuple[str, list[int]]:
    """Return a line as a title, with the next one where that is its end: 实施方案."""
    piece = pieces[index]
    text, lines = spaced_once(before_number(piece.text.text)[0]), [piece.text.line]
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if following is not None and _may_be_title(piece) and _may_be_title(following):
        more = following.text.text.strip()
        begun = text.startswith("关于") and _TITLE_END.search(more)
        if (begun or is_title_end(more)) and not _TITLE_END.search(text):
            return text + more, [*lines, following.text.line]
        office = OFFICE.search(text) is not None
        if (more.startswith("关于") and office) or (not office and _goes_on(text, more)):
            return text + more, [*lines, following.text.line]
    return text, lines


_LONGEST_HALF = 40
_BATCH = pattern(r"(?:19|20)\d\d|第.{1,3}批|首批", needs="120批")


def _goes_on(text: str, more: str) -> bool:
    """Tell whether a title begins with its place on one line and ends on the next, which states no
    other: 清岗县第二批 / 示范村名单."""
    if len(text) > _LONGEST_HALF or _TITLE_END.search(text) or not _TITLE_END.search(more):
        return False
    if _NOT_TITLE.search(text) or is_furniture(text) or "，" in text:
        return False
    first, second = (without_lead_in(half) for half in (text, more))
    units, below = leading_units(first), leading_units(second)
    if below:  # the path goes on: 2021年清岗省 / 清岗市示范村名单
        return (
            bool(units)
            and first == "".join(units)
            and leading_units(first + second) == units + below
        )
    if _town((text + more,), units):
        return not _town((more,), ())
    return bool(units) and (first.startswith("".join(units)) or _BATCH.search(text) is not None)


def _may_be_title(piece: Piece) -> bool:
    return piece.shape is Shape.HEADING or (
        piece.shape is Shape.PROSE and len(piece.text.text) < 160
    )


_TITLE = pattern(rf"关于.{{2,120}}(?:的|)(?:{_KINDS})(?:{IN_BRACKETS})?$")


def _score(title: str, piece: Piece, before_prose: bool) -> int:
    if not _may_be_title(piece) or piece.ordinal or not 4 < len(title) < 160:
        return 0
    if "\t" in piece.text.text.strip():
        return 0
    if (
        _NOT_TITLE.search(title)
        or is_furniture(title)
        or DOCUMENT_NUMBER.search(title)
        or "。" in title
    ):
        return 0
    if reporting_office(title):
        return 0
    if _TITLE.search(title):
        return 9
    if piece.text.heading == 1:
        return 8
    if _TITLE_END.search(title):
        return 7
    if not before_prose or OFFICE.search(title) or find_day(title):
        return 0
    if piece.heading is not None and piece.heading.listing and leading_units(title):
        return 5
    return 4 if len(title) > 12 else 2


_ISSUER_LABEL = pattern(r"^(?:发布|发文|制定|印发)(?:机关|机构|单位)\s*[:：]\s*(?P<issuer>\S.*)$")


def _issuer(title: str, short: Sequence[Piece], date_line: int) -> tuple[str, list[int]]:
    for piece in short:
        if match := _ISSUER_LABEL.match(piece.text.text.strip()):
            return spaced_once(match["issuer"]), [piece.text.line]
    signed = [p for p in short if p.text.line <= date_line and is_signature(p.text.text)]
    lines = [piece.text.line for piece in signed]
    before = title.split("关于")[0].strip() if "关于" in title else ""
    told = bool(before) and OFFICE.search(before) is not None
    if told and (leading_units(before) or not signed):
        return before, lines
    if signed and date_line - signed[-1].text.line < 6:
        return spaced_once(without_day(signed[-1].text.text)), lines
    return (before if told else ""), lines


def is_title(text: str) -> bool:
    """Tell whether a line ends as the title of a document does.

    >>> is_title("清岗省示范县名单"), is_title("清岗省示范县")
    (True, False)
    """
    return len(text.strip()) > _SHORTEST and ends_as_title(text)


def ends_as_title(text: str) -> bool:
    """Tell whether a text, however short, ends as titles do: 名单, 县示范村名单的通知."""
    return _TITLE_END.search(text.strip()) is not None


def is_title_end(text: str) -> bool:
    """Tell whether a text is nothing but the word that closes a title: 名单, 的通知, 实施方案."""
    return _KIND_ALONE.match(text) is not None


def without_day(text: str) -> str:
    """Return the text before the day that closes it, all of it where none does."""
    day = find_day(text) if "日" in text[-3:] else None
    return text[: day.start()] if day is not None and not text[day.end() :].strip() else text


def is_signature(text: str) -> bool:
    """Tell whether a line is nothing but the names of offices, and the day behind them.

    >>> is_signature("清岗县民政局 2021年5月6日"), is_signature("清岗县")
    (True, False)
    """
    offices = without_day(text).split()
    return 0 < len(offices) < 6 and len(text) < 80 and all(OFFICE.search(o) for o in offices)


def _own_numbers(short: Iterable[Piece]) -> list[Stated]:
    """Return the document numbers that stand on lines of their own, or beside office and day."""
    told = ((_stated_number(piece.text.text), piece.text.line) for piece in short)
    return [Stated(number, line) for number, line in told if number]


_APART = pattern(r"[\s，,；;]+")


def _stated_number(line: str) -> str:
    """Return the number that a line states with nothing beside it but office and day; "" for none.

    >>> _stated_number("（清岗省民政厅 清民发〔2023〕12号 2023年5月6日）")
    '清民发〔2023〕12号'
    >>> _stated_number("清岗省民政厅转发 清民发〔2023〕12号")
    ''
    """
    if number := own_number(line):
        return number
    parts = _APART.split(line.strip().strip("（()）"))
    numbers = list(filter(None, map(own_number, parts)))
    others = (part for part in parts if not own_number(part))
    if len(numbers) == 1 and all(is_signature(each) or is_day(each) for each in others):
        return numbers[0]
    return ""


def _behind_title(pieces: Iterable[Piece], lines: Sequence[int]) -> list[Stated]:
    """Return the document number behind the title: …名单的通知（澄民发〔2021〕8号）."""
    told = ((before_number(p.text.text)[1], p.text.line) for p in pieces if p.text.line in lines)
    return [Stated(number, line) for number, line in told if number]


def _context(*texts: str) -> tuple[str, ...]:
    """Return the units that issuer and title begin with: 四川省民政厅 and 四川第三批… give
    四川省."""
    found: dict[str, None] = {}
    for text in texts:
        for office in text.split():
            for unit in leading_units(office.removeprefix("中共").removeprefix("中国共产党")):
                found[unit] = None
    for text in texts:
        # A blank may stand within a name or a path: 清岗市白溪 县, 2022年清岗省 白溪市.
        whole = leading_units(without_lead_in("".join(text.split())))
        if len(whole) >= len(found):
            found = dict.fromkeys(whole)
    if next(iter(found), "") in _KINDS_ALONE:
        return ()
    return (*found, *_town(texts, tuple(found)))


def _town(texts: Iterable[str], places: Sequence[str]) -> tuple[str, ...]:
    """Return the township that a title begins with, behind the places that it begins with:
    清岗县|白溪镇2022年卫生村名单.

    No town lies in a province without more: 浙江省|平安街道 are streets of a sort.
    """
    if places and gazetteer.find(places[-1])[0].level is Level.PROVINCE:
        return ()
    for text in texts:
        whole = without_lead_in("".join(text.split()))
        match = _TOWN.match(whole.removeprefix("".join(places)))
        reading = read_unit(match["town"]) if match else None
        if reading is not None and reading.level is Level.TOWNSHIP and reading.sure == 1:
            return (reading.parts[0][1],)
    return ()


def _place_over(pieces: Sequence[Piece], title_lines: Sequence[int]) -> tuple[str, ...]:
    """Return the place that stands alone right above a title without one, or that of the office
    there: 清岗市 / 示范村名单, 清岗市民政局 / 示范村名单."""
    for above, piece in pairwise(pieces):
        if piece.text.line not in title_lines[:1] or above.ordinal is not None:
            continue
        names = above.names.names if above.names is not None else ()
        if len(names) == 1 and names[0].path[-1][0].depth <= Level.COUNTY.depth:
            return tuple(leading_units("".join(text for _, text in names[0].path)))
        if is_signature(text := above.text.text.strip()):
            return tuple(leading_units(text))
    return ()


# Whom a title is about, behind what is done with it; 同意清岗县等 is about others too.
_ABOUT = pattern(r"(?:同意|批准|支持|对|在)(?=\p{Han}{2})", needs="同批支对在")
_ALL_OF_IT = pattern(r"(?!\p{Han}{0,12}[等、和与及])")


# What closes a title: …名单（清岗县）, …名单（清岗省部分）.
_WHOSE = pattern(
    r"(?<=[^（()）]{4})[（(](?P<place>\p{Han}{2,14}?)(?:部分|片区?)?[）)]$", needs="（("
)


def _with_lower(places: tuple[str, ...], within: tuple[str, ...]) -> tuple[str, ...]:
    """Return the places of a title's beginning and of its issuer, and the lower one that it or its
    list is about: 清岗省民政厅 / 关于同意白溪县调整乡镇的批复."""
    if not places or not within:
        return places or within
    above, below = (gazetteer.find(one) for one in (places[-1], within[0]))
    if not above:  # a town, in which no place of the standard lies
        return places
    return (*places, *within) if above[0].level.depth < below[0].level.depth else places


def _place_within(title: str) -> tuple[str, ...]:
    """Return the place that a title is about, though it begins otherwise: 对清岗省15个县…的通报."""
    whose = _WHOSE.search(title)
    if whose is not None and "".join(units := leading_units(whose["place"])) == whose["place"]:
        return tuple(units)
    for match in _ABOUT.finditer(title):
        units = leading_units(title[match.end() :])
        if units and _ALL_OF_IT.match(title, match.end()):
            return tuple(units)
    return ()


# What leads up to a list and says whose it is: 现将清岗市绿色社区名单公布如下.
_ANNOUNCED = pattern(
    r"(?:^|[。；，,])\s*(?:附(?:件\d?)?[：:]?\s*)?(?:[现兹特]?[将把]|(?:以下|下面)[是为])?"
    r"(?P<whose>\p{Han}[^。；，,：:、等]{2,60}?)(?:如下|附后)"
    r"(?:[（(][^（()）]{1,12}[）)])?\s*[：:。]?$",
    needs="下附",
)
_AND = pattern("[和与及]")


def _announced(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Return the place that the words leading up to a list begin with; () where they name none,
    or several: 现将清岗市和白溪市绿色社区名单公布如下."""
    told = filter(None, (_ANNOUNCED.search(piece.text.text.strip()) for piece in pieces))
    places = set()
    for match in told:
        first, *others = (tuple(leading_units(each)) for each in _AND.split(match["whose"]))
        if first:
            places |= {first, *filter(None, others)}
    return places.pop() if len(places) == 1 else ()


_DECIDES = pattern(
    r"\p{Han}{0,14}?(?:[厅局委办部会]|政府)(?:日前|近日|已|现|研究)?"
    r"(?:决定|印发|公布|发布|命名|认定|下发|公示)"
)


def _whose_office(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the place whose office decides in the first sentence: 清岗省民政厅决定命名…."""
    text = next((p.text.text.strip() for p in pieces if p.shape is Shape.PROSE), "")
    units = leading_units(text)
    at = len(units[0]) if units and text.startswith(units[0]) else 0
    return tuple(units[:1]) if at and _DECIDES.match(text, at) else ()


# A reply to an office quotes what that wrote: 你局《关于…的请示》收悉.
_YOURS = pattern(
    r"[你贵](?:[省市州盟县区旗镇乡](?!县|区|市)|[厅局委办]《[^》]{2,80}》[^。]{0,20}收悉)"
)


def _addressed(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the place that a reply is written to, where its text says 你市 or quotes what the
    office there asked for: 清岗市人民政府：, 清岗市民政局：."""
    to = [p.text.text.strip() for p in pieces if p.shape is Shape.ADDRESS]
    if len(to) != 1 or not any(_YOURS.search(p.text.text) for p in pieces):
        return ()
    return tuple(leading_units(to[0])) if OFFICE.search(to[0].rstrip("：:")) else ()


def _reported_by(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Return the place of the office that filled in the list, where the document names one alone:
    填报单位：清岗县农业农村局."""
    told = reporting_offices(pieces).values()
    places = {units for office in told if (units := tuple(leading_units(office)))}
    return places.pop() if len(places) == 1 else ()


def without_lead_in(title: str) -> str:
    """Return a title without what stands before its place.

    >>> without_lead_in("关于公布2021年清岗县示范村名单的通知")
    '清岗县示范村名单的通知'
    """
    return _LEAD_IN.sub("", title, count=1)


def leading_units(text: str) -> list[str]:
    """Return the divisions of the standard that a text begins with, one below the other.

    >>> leading_units("四川省成都市民政局")
    ['四川省', '成都市']
    """
    units: list[str] = []
    depth, start = -1, 0
    while (found := _longest_known(text, start, depth)) is not None:
        end, level, shown = found
        units.append(shown)
        start, depth = end, level.depth
    return [] if text.startswith("等", start) else units


def _longest_known(text: str, start: int, depth: int) -> tuple[int, Level, str] | None:
    for end in range(min(len(text), start + 14), start + 1, -1):
        whole = text[start:end]
        for division in gazetteer.find(whole):
            if division.level.depth <= depth:
                continue
            if not division.bare:
                return end, division.level, whole
            if division.level is Level.PROVINCE and (named := whole_name(whole)):
                return end, *named[0]
        if depth < Level.COUNTY.depth and shortened(whole):
            return end, Level.COUNTY, in_full(Level.COUNTY, whole)
    return None
