"""Lines that say of their list that it goes on elsewhere, or is a part alone: （略）, 未完待续,
下转第3版, ……, 节选."""

from collections.abc import Iterator, Sequence
from functools import cache

from pilotdiff.census.doubtful.chunks import raw_line
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.omissions import is_omission
from pilotdiff.listing.vocabulary import rows_of_words
from pilotdiff.model import DoubtfulLine, Listing, Unit, msg
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.patterns import pattern

GOES_ON_ELSEWHERE = msg("by these words the list goes on elsewhere, or is a part alone")
_LONGEST, _NEAR = 40, 2
_AROUND = " \t（）()[]【】〔〕<>《》“”\"'。，,、；;：:»＞…*"
_DOTS = pattern(r"^\W*(?:…|\.{3}|。{3}|·{3}|—{3})\W*$")
_TRAILING = pattern(r"[、，,]?\s*(?:…+|\.{3,}|。{3,})[。；;）)]?$")
# 其余名单另行公布, 完整名单详见附件2; 此处省略12个.
_LEFT_OUT = pattern(
    r"^(?:(?:其余|其他|其它|余下|剩余|完整|全部)[^，。；：:]{0,8}?(?:详?见|另行|另文|另发|省略|从略|待)"
    r"|(?:此处|以下|中间|下面)?省略)"
)
# 下转第3版, 剩余60%未读, 还剩3页未读, 登录后查看全部内容.
_BROKEN_OFF = pattern(
    r"^(?:下[转接]第?[\dA-Z一二三四五六七八九十]+版|(?:剩余|还剩)\s*\d+\s*[%％页頁]"
    r"|(?:登录|注册|下载)后?(?:即可)?(?:查看|阅读))"
)
_SO_MANY = pattern(rf"^等(?P<number>{NUMBER})[个家名]")


def rest_elsewhere(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield where a document says that its list is not whole: in its title, and below units; not
    where its total says that all are there."""
    if not units or any(total.number == len(units) for total in listing.declared):
        return
    yield from _titles_of_parts(listing)
    first, last = units[0].entry.line, units[-1].entry.line
    yield from _annex_without_units(listing, last)
    lines = beside_plain_rows(listing.document.lines)
    # What stands beside the plain rows of a long table stands below units.
    giving = {unit.entry.line for unit in units} if lines is listing.document.lines else None
    for line in lines:
        text, number = raw_line(line).strip(), line.number
        if len(text) > _LONGEST or number < first:
            continue
        if giving is not None and number in giving:
            is_open = not line.cells and _TRAILING.search(text) is not None
        else:
            below = giving is None or any(number - by in giving for by in range(1, _NEAR + 1))
            place = ("left", *["last"] * (number > last), *["below"] * below)
            is_open = _goes_on(text, len(units), place)
        if is_open:
            yield DoubtfulLine(number, text, GOES_ON_ELSEWHERE)


def _goes_on(text: str, there: int, place: Sequence[str]) -> bool:
    """Tell whether a line says that the list goes on elsewhere, by where it stands: 等20个村 below
    the last of three."""
    if _DOTS.match(text):
        return "below" in place
    bare = text.strip(_AROUND)
    if sort := _words().get(bare):
        return sort in place
    if counts := _SO_MANY.match(bare):
        return "last" in place and (numeral(counts["number"]) or 0) > there
    if is_omission(bare) or _LEFT_OUT.match(bare):
        return True
    return "last" in place and _BROKEN_OFF.match(bare) is not None


_ANNEX = pattern(r"附件\s*[2-9二三四五六七八九](?P<rest>\s*$|[：:.、\s].*)", needs="附")
_LIST = pattern(r"名[单录](?:[（(][^（()）]*[)）])?\s*$", needs="单录")


def _annex_without_units(listing: Listing, last: int) -> Iterator[DoubtfulLine]:
    """Yield the head of another annex, a list by its title, that ends the document: 附件2 /
    示范镇名单 below the villages of the first."""
    below = [line for line in listing.document.lines[last:] if raw_line(line).strip()]
    if not 0 < len(below) <= _NEAR or any(line.cells for line in below):
        return
    annex, title = below[0].text.strip(), below[-1].text.strip()
    if _ANNEX.fullmatch(annex) and _LIST.search(title) and not title.endswith(listing.title):
        yield DoubtfulLine(below[-1].number, title, GOES_ON_ELSEWHERE)


@cache
def _words() -> dict[str, str]:
    return {words: sort for sort, words in rows_of_words("rest_elsewhere.txt")}


_PART = pattern(
    r"[（(](?:节选|选登|选录|摘[录登选编要]|部分|续表?)[）)]\s*$|名[单录](?:节选|选登|选录|摘[录登选编要])$"
    r"|部分名[单录]|(?<![与和及])部分\p{Han}{1,8}名[单录]$",
    needs="选摘部续",
)
_NOT_OF_ALL = pattern(r"调整|撤销|取消|变更|更名|退出|增补|补充")
_PIECE = pattern(
    r"名[单录][（(](?:第(?P<named>[一二三四五六七八九十])部分|(?P<piece>[上中下一二三四五六七八九十]))[）)]\s*$",
    needs="（(",
)
_NUMBERS_OF_PIECES = {sign: at for at, sign in enumerate("一二三四五六七八九十", 1)}
_NUMBERS_OF_PIECES |= {"上": 1, "中": 2, "下": 3}


def _titles_of_parts(listing: Listing) -> Iterator[DoubtfulLine]:
    """Yield the title of an extract (示范村名单（节选）), or of one of several parts, of which the
    document lacks others: 示范村名单（二）."""
    title = listing.title
    if _PART.search(title) and not _NOT_OF_ALL.search(title):
        yield DoubtfulLine(_line_of(listing, title), title, GOES_ON_ELSEWHERE)
    if not any(_piece(title) for title in (listing.title, *(s.title for s in listing.sections))):
        return
    lines = listing.document.lines
    there = {piece: line for line in lines if (piece := _piece(line.text))}
    if there and (len(there) == 1 or len(there) < max(there)):
        last = there[max(there)]
        yield DoubtfulLine(last.number, raw_line(last).strip(), GOES_ON_ELSEWHERE)


def _piece(title: str) -> int:
    """Return which part of a list a title is of, 0 where it does not say so.

    >>> _piece("示范村名单（二）"), _piece("示范村名单（第三部分）"), _piece("示范村名单（试点）")
    (2, 3, 0)
    """
    found = _PIECE.search(title)
    return _NUMBERS_OF_PIECES[found["named"] or found["piece"]] if found else 0


def _line_of(listing: Listing, title: str) -> int:
    """Return the number of the first line in which a title stands, 0 where none has it whole."""
    return next((line.number for line in listing.document.lines if title in line.text), 0)
