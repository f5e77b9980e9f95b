"""What each line is, as far as the line alone tells."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from pilotdiff.facts.citations import own_number
from pilotdiff.facts.numerals import only_a_count
from pilotdiff.listing.clause_words import opens_with_a_verb
from pilotdiff.listing.lines.doers import doers_from, helped_from
from pilotdiff.listing.lines.flat import read_flat
from pilotdiff.listing.lines.furniture import ends_text, is_furniture, is_page_number
from pilotdiff.listing.lines.headers import read_header
from pilotdiff.listing.lines.headings import Heading, groups_counties, read_heading
from pilotdiff.listing.lines.inner_headings import cut_at_headings
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.ordinals import Ordinal, number_end, read_ordinal
from pilotdiff.listing.unit_names.chosen_of import counts_chosen
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.model import Level
from pilotdiff.names import gazetteer, split
from pilotdiff.patterns import IN_BRACKETS, pattern
from pilotdiff.repair.texts import Text

if TYPE_CHECKING:
    from pilotdiff.listing.tables.table_body import TableBody

_SENTENCE = pattern(r"[。！？!?]|[；;].*[，,]")
_LONGEST_HEADING = 60

# What a line is.
Shape = Enum(
    "Shape",
    "BLANK FURNITURE PAGE END NUMBER COUNT NAMES HEADER HEADING ADDRESS DOERS PERSONS PROSE TABLE",
)


class Piece(NamedTuple):
    """A line with its shape.

    body     where the text behind the ordinal begins
    names    for NAMES; their places count from the start of the line
    header   for HEADER: what closes with a colon
    heading  for HEADING: any short line that is no name
    total    for COUNT
    table    for TABLE
    row      whether the line is a row over or beside a table, which no other line goes on with
    remark   what stood beside the name in a table laid out one cell a line
    """

    shape: Shape
    text: Text
    ordinal: Ordinal | None = None
    body: int = 0
    names: Names | None = None
    header: Header | None = None
    heading: Heading | None = None
    total: int = 0
    remark: str = ""
    table: TableBody | None = None
    row: bool = False

    @property
    def style(self) -> str:
        """The style of its number, "" without one."""
        return self.ordinal.style if self.ordinal else ""


def single(piece: Piece) -> Name | None:
    """Return the name of a line that holds one name and nothing else."""
    if piece.names is None or len(piece.names.names) != 1 or piece.names.unread:
        return None
    return piece.names.names[0]


_LABEL = pattern(
    r"\s*(?:\d{1,3}[.．、])?(?:(?:所在|所属|隶属|归属)[^：:]{1,8}|[^：:]{1,8}名称"
    r"|(?:行政)?村名?|社区名?|乡镇|镇街|街道)[：:]",
    needs="：:",
)

# The same over what it says.
_LABELS = frozenset(("村", "村名", "行政村", "社区", "社区名", "乡镇", "镇街", "街道"))
_CODE = pattern(r"\d{6}")
# Two signs between names: 清岗市—白溪县—石桥.
_STEPS = pattern(
    r"\p{Han}(?P<sign>[—–－·•>＞»\\/／-]+)\p{Han}{2,20}(?P=sign)\p{Han}", needs="—–－·•>＞»\\/／-"
)
# A place behind what may lie in it: 东岭村、白石镇、正定县, 白石镇/正定县.
_BETWEEN = "[、，,；;/／]"
_UPWARD = pattern(
    rf"(?:[村会镇乡道查木处]|社区)\s*{_BETWEEN}\s*(?:[^、，,；;/／。：:\s]{{2,20}}\s*{_BETWEEN}\s*)*?"
    rf"[^、，,；;/／。：:\s]{{1,20}}(?:[县市省州盟旗]|(?<!社)区)\s*(?:{_BETWEEN}|$)"
    rf"|(?:[村会]|社区)\s*{_BETWEEN}\s*\p{{Han}}{{2,8}}[镇乡道]\s*(?:{_BETWEEN}|$)",
    needs="、，,；;/／",
)
# Words that two blanks or a line of dots part, or three short ones between commas and nothing else.
_APART_IN_ROW = pattern(
    r"\S(?:\s{2,}|\s*(?:…{2,}|\.{4,}|·{4,}|—{3,}|_{4,}|-{4,})\s*)\S"
    r"|^[^，,。：:；;、]{1,16}(?:[，,][^，,。：:；;、]{1,16}){2,}$"
)
_LONGEST_ROW = 120


def may_be_row(line: str) -> bool:
    """Tell whether a line may be of a table: pipes, tabs, a blank cell before a comma, a few short
    words set apart, a lone number, the label of a card, a path with signs in it or from its lowest
    place up, a code, what a dump inserts."""
    if "|" in line or "\t" in line or "│" in line or "｜" in line or _LABEL.match(line):
        return True
    if _STEPS.search(line) or _CODE.search(line) or line.strip() in _LABELS:
        return True
    if len(line) <= _LONGEST_ROW and _UPWARD.search(line):
        return True
    if len(line) <= _LONGEST_ROW and _APART_IN_ROW.search(line.strip()) and not is_spread(line):
        return True
    if line.lstrip()[:1] == "," or line.lstrip()[:7].upper() in ("INSERT ", "REPLACE"):
        return True
    words = line.split()
    if is_spread(line):
        return False
    if len(words) == 1:
        return words[0].isdecimal()
    if not 1 < len(words) < 20 or len(max(words, key=len)) >= 12:
        return False
    # A number and a name are an item; No. and several words may head a table.
    return len(words) > 2 or words[0][-1] not in ".、．）)"


def is_spread(line: str) -> bool:
    """Tell whether a line is a text set wide, a blank behind each character: 一 、 青 山 镇. The
    cells of a row are set further apart."""
    words = line.split()
    if len(words) < _FEWEST_SPREAD or max(map(len, words)) > 1:
        return False
    rest = line[number_end(line) :].strip()
    # A county of one character is set as wide as its neighbours: 隰  县.
    one = len(words) == _FEWEST_SPREAD and bool(gazetteer.find_whole("".join(words)))
    return one or _APART.search(rest) is None


_FEWEST_SPREAD = 2
_APART = pattern(r"\s{2,}|\t")


def on_screen(text: str) -> int:
    """Return how many columns of a screen a text takes: two for each Chinese character.

    >>> on_screen("清岗 a")
    6
    """
    return sum(map(_columns, text))


# A text has few characters that others lack.
@lru_cache(maxsize=1 << 13)
def _columns(char: str) -> int:
    return 2 if east_asian_width(char) in "WF" else 1


def shapes(text: Text) -> list[Piece]:
    """Tell what each of the lines is that a line was once: 一、示范镇（1个） 白溪镇."""
    return [shape(line) for line in cut_at_headings(text)]


def shape(text: Text) -> Piece:
    """Tell what a line is."""
    line = text.text
    if not line.strip():
        return Piece(Shape.BLANK, text)
    if is_page_number(line) or not _tells(line):
        return Piece(Shape.PAGE, text)
    if (label := _ANNEX.match(line)) and (piece := _labelled(text, label.end())):
        return piece
    ordinal = read_ordinal(line)
    if ordinal is not None and not line[ordinal.end :].strip():
        return Piece(Shape.NUMBER, text, ordinal, ordinal.end)
    piece = _numbered(text, ordinal) if ordinal is not None else None
    return piece or _shape_from(text, None, 0)


# What a table or annex of several is called by: 附件1：, 表一, 附表2-1, 第二部分.
_ANNEX = pattern(
    r"\s*(?:[（(]?续?(?:附?[件表]|附|名单)|[Tt]able|第(?=[\d一二三四五六七八九十]{1,3}(?:部分|组)))\s*"
    r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[-－]\d{1,3})?(?:部分|组)?[）)]?[\s:：.．、]*(?=\p{Han})",
    needs="件表附单TtT第",
)


def _labelled(text: Text, body: int) -> Piece | None:
    """Return the line behind the label of a table, where that is one place: 附件1：清岗市, 表2
    清岗县（3个）; None for a title, which is read whole."""
    piece = _shape_from(text, None, body)
    if piece.shape is Shape.HEADER:
        return piece
    return piece if piece.names is not None and len(piece.names.names) == 1 else None


# Neither a Chinese character nor a number: rules, arrows, what forums put in against copying.
_TELLING = pattern(r"[\u3400-\u9fff\uf900-\ufaff〓]|^\W*\d+\W*$|[①-⓿\U00020000-\U0003ffff]")


def _tells(line: str) -> bool:
    # Nearly every line has such a character among its first: no need to compile the expression.
    return any("\u4e00" <= char <= "\u9fff" for char in line) or bool(_TELLING.search(line))


# 1949年, 一是加强领导: numbers of lines where names stand behind them alone.
_UNSURE = frozenset({"glued", "counted", "among"})


def _numbered(text: Text, ordinal: Ordinal) -> Piece | None:
    """Return the line behind its number; None when the number belongs to what follows it
    (1949年)."""
    if ordinal.style in _UNSURE and read_names(text.text, ordinal.end) is None:
        return None
    return _shape_from(text, ordinal, ordinal.end)


def _shape_from(text: Text, ordinal: Ordinal | None, body: int) -> Piece:
    line = _digits_together(without_specks(text.text))
    if (doers := doers_from(line, body)) >= 0 and not line[body:doers].strip():
        helped = helped_from(line, body)
        doing = Piece(Shape.DOERS, text, ordinal, body)
        return doing if helped < 0 else _shape_from(text, ordinal, helped)
    if (header := _place_and_honour(line[body:])) is not None:
        return Piece(Shape.HEADER, text, ordinal, body, header=header)
    names = read_names(line, body)
    if names is not None and (_heads_others(names, line[body:]) or _calls_units(names)):
        return Piece(Shape.HEADING, text, ordinal, body, heading=read_heading(line[body:]))
    if names is not None:
        flat = read_flat(line, body) if names.unread else None
        if flat is not None and len(flat.unread) < len(names.unread):
            names = flat
        return Piece(Shape.NAMES, text, ordinal, body, names=names)
    if (flat := read_flat(line, body)) is not None:
        return Piece(Shape.NAMES, text, ordinal, body, names=flat)
    # Its first number is that of the line's first name.
    if ordinal is not None and ordinal.value == 1 and (flat := read_flat(line)) is not None:
        return Piece(Shape.NAMES, text, names=flat)
    rest = line[body:].strip()
    if ends_text(line):
        return Piece(Shape.END, text, ordinal, body)
    if is_furniture(line) or own_number(line):
        return Piece(Shape.FURNITURE, text, ordinal, body)
    if (count := only_a_count(rest)) is not None:
        return Piece(Shape.COUNT, text, ordinal, body, total=count)
    if rest.endswith(("：", ":", "——")):
        return _before_colon(text, ordinal, body, rest)
    if len(rest) <= _LONGEST_HEADING and not (_SENTENCE.search(rest) or _is_a_clause(rest)):
        return Piece(Shape.HEADING, text, ordinal, body, heading=read_heading(rest))
    return Piece(Shape.PROSE, text, ordinal, body)


def _digits_together(line: str) -> str:
    """Return a line of the same length, one set wide with the digits of its numbers together.

    >>> _digits_together("清 岗 市 1 2 个")
    '清 岗 市 12  个'
    """
    if _DIGITS_APART.search(line) is None or not is_spread(line):
        return line
    return _DIGITS_APART.sub(lambda number: "".join(number[0].split()).ljust(len(number[0])), line)


_DIGITS_APART = pattern(r"\d(?:\s\d)+")


def _is_a_clause(text: str) -> bool:
    """Tell whether a text is a sentence, or a clause of one that goes on below:
    同意清岗县为示范县；"""
    return text.endswith(("；", ";", "。")) and opens_with_a_verb(text)


# What a scan leaves behind the colon of a heading or the end of a sentence (清岗县： ’) and, behind
# a blank or of a sort that closes no text, behind any other line: 清岗县上报 ., 东岭村_
_SPECKS = pattern(
    r"(?<=[：:。])\s*[’‘'`·•.．_~|]{1,2}\s*$"
    r"|(?<=\p{Han})\s+[’‘'`·•.．_~|]{1,2}\s*$|(?:(?<=\p{Han}{2}|\d个)|(?<=[）)】〕》]))[’‘`·•_~|]{1,2}\s*$"
)


def without_specks(line: str) -> str:
    """Return a line without the specks behind its end.

    >>> without_specks("清岗县：’"), without_specks("清岗县：白溪镇."), without_specks("清岗县 .")
    ('清岗县：', '清岗县：白溪镇.', '清岗县')
    """
    speck = _SPECKS.search(line)
    return line[: speck.start()] if speck is not None else line


# What units below a place are chosen as, set apart from it: 清岗市 示范村（3个）, 清岗县：试点社区.
_PLACE_AND_HONOUR = pattern(
    r"\p{Han}{2,16}[省市州盟县区旗](?:\s+|\s*[：:]\s*)\p{Han}{0,8}(?:试点|示范|创建|入选)"
    r"(?:街道|乡镇|社区|行政村|[镇乡村])(?:名单)?(?:\s*[（(][^（()）]{1,8}[）)])?[：:]?"
)


def _place_and_honour(line: str) -> Header | None:
    """Return what stands over units that lie in a place and are chosen as what is said behind it,
    None for any other line."""
    header = read_header(line) if _PLACE_AND_HONOUR.fullmatch(line.strip()) else None
    if header is None or not header.path or header.heading is None:
        return None
    level = header.heading.level
    return header if level is not None and level.depth > header.path[-1][0].depth else None


def _heads_others(names: Names, line: str) -> bool:
    """Tell whether a line of prefectures counts what stands below them: 大理州、楚雄州（5个）."""
    counts = names.declared is not None and names.declared != len(names.names)
    return counts and "等" not in line and groups_counties(line)


def _calls_units(names: Names) -> bool:
    """Tell whether a line is what units right below a county are chosen as: 清岗县示范村; of a town
    it may be a village's name."""
    if len(names.names) > 1 or names.declared is not None:
        return False
    *above, own = names.names[0].reading.parts
    return bool(above) and above[-1][0] is Level.COUNTY and split(*own)[0] in _CHOSEN_AS


_CHOSEN_AS = ("示范", "试点")


_ADDRESS = pattern(
    rf"(?:人民政府|办公[室厅]|部门|单位|民政|委员会|党委|各[^，：]*)(?:{IN_BRACKETS})?[：:]$|[厅局委](?:{IN_BRACKETS})?[：:]$"
)


def _before_colon(text: Text, ordinal: Ordinal | None, body: int, rest: str) -> Piece:
    header = read_header(rest) or _clause_that_counts(rest)
    if header is not None and not rest.startswith("各"):
        return Piece(Shape.HEADER, text, ordinal, body, header=header)
    if _ADDRESS.search(rest):
        return Piece(Shape.ADDRESS, text, ordinal, body)
    if len(rest) <= _LONGEST_HEADING and not _SENTENCE.search(rest):
        return Piece(Shape.HEADING, text, ordinal, body, heading=read_heading(rest))
    return Piece(Shape.PROSE, text, ordinal, body)


_CLAUSE_BEFORE = pattern(r"[。，,]")


def _clause_that_counts(rest: str) -> Header | None:
    """Return what the last clauses before a colon are over what follows, where they name a place
    and count: 近日，名单公布。清岗市有2个村镇上榜，分别是：; None for any other."""
    for sign in _CLAUSE_BEFORE.finditer(rest):
        last = rest[sign.end() :]
        header = read_header(last)
        counts = header is not None and (header.declared or counts_chosen(last.rstrip("：:—")))
        if header is not None and header.path and counts:
            return header
    return None


def indent(piece: Piece) -> int:
    """Tell how many blanks stand before a line's text.

    >>> from pilotdiff.model import Clean
    >>> from pilotdiff.repair.texts import Text
    >>> indent(shape(Text(1, Clean("　　清岗县", "　　清岗县"))))
    2
    """
    return len(piece.text.text) - len(piece.text.text.lstrip())
