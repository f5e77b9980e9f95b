"""Why a name is in no entry: the grounds that lists have in the common run, and the others."""

from itertools import pairwise
from typing import NamedTuple

from pilotdiff.census.listed_names import Held
from pilotdiff.census.spotting import Spotted, spotted
from pilotdiff.facts.citations import DOCUMENT_NUMBER
from pilotdiff.listing.carried_parents import stands_lower
from pilotdiff.listing.institutions import is_institution
from pilotdiff.listing.lines.doers import DOERS, doers_from, helped_from
from pilotdiff.listing.lines.headings import groups_counties
from pilotdiff.listing.lines.ordinals import number_end, read_ordinal
from pilotdiff.listing.lines.titles_and_dates import is_title
from pilotdiff.listing.naming import CERTAIN, read_unit
from pilotdiff.listing.omissions import (
    CALLS_WHAT_FOLLOWS,
    COUNTING,
    DENIED,
    FOOTNOTE,
    PERSONS,
    says_none,
)
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Level, LineReading, Message, Role, Said, msg
from pilotdiff.names import gazetteer, is_zone, split
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.patterns import BRACKET, pattern
from pilotdiff.repair import fold, to_simplified

_CONTACT = pattern(
    r"地\s*址|电\s*话|邮\s*编|传\s*真|联系|信箱|备案|公网安备|主办|承办|版权"
    r"|^\s*(?:信息|文章|稿件|内容)?来源\s*[:：]"
    r"|^\s*(?:总?监制|出品人?|统筹|策划|撰[稿文]|校对|审核|[初复终编]审|审[校签]|主编|总编|[美责]编|通讯员|记者|供稿)\s*[:：]"
)
# A place and what became of its units, in a list of such rows: 清岗镇：东岭村并入西岭村; or what
# is done away with and what is set up for it: 撤销清岗镇东岭村，设立东岭社区.
_ROW_OF_CHANGES = pattern(
    r"\s*\p{Han}{2,12}(?:[镇乡市县区旗]|街道)[：:]"
    r"[^。]{2,40}?(?:并入|合并|撤销|设立|划归|划入|更名)"
    r"|\s*(?:\p{Han}{2,12}?[镇乡市县区旗道])?(?:同意)?撤销\p{Han}{3,24}[，,](?:同时)?(?:设立|组建|成立)",
    needs="并撤设划更",
)
CONTACT = msg("an address, a telephone or a notice of the page")
BESIDE_A_UNIT = msg("stands beside a unit and is not read as its parent")
_FEW = 3
_HALF, _NEARLY = 0.5, 0.9


def is_contact(text: str) -> bool:
    """Tell whether a line gives an address, a telephone, or says whose page it is.

    >>> is_contact("地址：成都市金牛区一环路")
    True
    """
    return _CONTACT.search(text) is not None


class Ground(NamedTuple):
    """A reason in a sentence, and whether a list has it in the common run."""

    reason: Said
    accepted: bool


class Around(NamedTuple):
    """The line that a name stands in.

    reading   what the line was taken for
    inside    whether entries stand above and below it, or a place right above it
    certain   how many of its names are certain and not in the list
    share     how much of its writing is names
    context   what title and issuer say
    depth     of the highest entry of the line, -1 where it has none
    next      whether it is the line right below the last entry
    opens     whether it is one of the two lines right above the first entry or the places over that
    counted   the tier of units that it counts, where no line of the document gives an entry
    below     whether entries stand above it
    """

    reading: LineReading
    inside: bool
    certain: int
    share: float
    context: str
    depth: int = -1
    next: bool = False
    opens: bool = False
    counted: frozenset[Level] = frozenset()
    below: bool = False


def ground(name: Spotted, around: Around, held: Held) -> Ground:
    """Say why the name is in no entry."""
    if around.reading.reason == DENIED:
        return Ground(DENIED, accepted=False)
    if around.reading.reason in (PERSONS, FOOTNOTE, CALLS_WHAT_FOLLOWS):
        return Ground(around.reading.reason, accepted=True)
    if _does_the_work(name, around.reading):
        return Ground(DOERS, accepted=True)
    if around.reading.role is Role.PARENT and says_none(around.reading.text):
        return Ground(_HAS_NONE, accepted=True)
    if around.reading.reason == COUNTING and _holds_another(name, around.reading.text):
        return Ground(COUNTING, accepted=True)
    if _is_one_of_several(name, around.reading.text):
        return Ground(_ONE_OF_SEVERAL, accepted=True)
    for told in (_of_the_page, _of_the_words):
        if said := told(name, around, held):
            return Ground(said, accepted=True)
    if not name.whole:
        return Ground(msg("stands among words that are not read"), accepted=False)
    if name.parts[-1][0].depth < around.depth:
        return Ground(BESIDE_A_UNIT, accepted=False)
    why = _WHOLE.get(around.reading.role, msg("a unit's name outside the list"))
    return Ground(why, accepted=False)


def _does_the_work(name: Spotted, reading: LineReading) -> bool:
    """Tell whether a name stands behind the label of doers, and not behind that of whom they
    help."""
    text = reading.text
    if doers_from(text) < 0:
        return False
    return reading.role is Role.NOTE or name.text in text[: max(helped_from(text, 0), 0)]


_HAS_NONE = msg("says that it has none")
_ONE_OF_SEVERAL = msg("with others over the units that follow; their codes tell which lies where")
_OPENING = pattern(r"\s*(?P<head>[^：:]{4,60})")


def _holds_another(name: Spotted, text: str) -> bool:
    """Tell whether a row names a lower unit behind its place: that one answers for the row, and the
    rows of the list need not state the place."""
    behind = spotted(text.partition(name.text)[2])
    return any(stands_lower(other.parts[0], name.parts[-1]) for other in behind)


def _is_one_of_several(name: Spotted, text: str) -> bool:
    """Tell whether a prefecture stands with others over the units below: 大理州、楚雄州（5个）."""
    opening = _OPENING.match(text, number_end(text))
    head = opening["head"].strip() if opening else ""
    return name.text in head and groups_counties(head)


_WHOLE: dict[Role, Message] = {
    Role.TITLE: msg("taken for the title"),
    Role.HEADING: msg("taken for a heading"),
    Role.PARENT: msg("taken for a parent, with no unit under it"),
    Role.ITEM: msg("stands beside a unit and is not read"),
    Role.TABLE_HEAD: msg("taken for the heads of a table"),
    Role.TOTAL: msg("taken for a total"),
    Role.NOTE: msg("no unit was read from the line"),
    Role.UNREAD: msg("not read as a unit"),
    Role.SIGNATURE: msg("taken for date or issuer"),
    Role.RUNNING_TEXT: msg("taken for running text"),
    Role.FURNITURE: msg("taken for what surrounds the page"),
}


# 清岗林业局 is a unit, and 清岗省林业局 an office that signs.
_FORESTRY = pattern(r"(?<![省市州盟县区旗])林业局$", needs="局")


_CAPTION = pattern(r"摄影\s*[:：]|[图摄]\s*[/／]\s*\p{Han}|供图")


def _of_the_page(name: Spotted, around: Around, held: Held) -> Said:
    """Return what surrounds a list: whom it addresses, who issued it, links, contacts."""
    role = around.reading.role
    if role is Role.PAGE:
        return msg("a title that is printed on every page")
    if role is Role.ADDRESS:
        return msg("whom the document addresses")
    if is_contact(_near(name, around.reading.text)):
        return CONTACT
    if role is Role.FURNITURE and _CAPTION.search(around.reading.text):
        return msg("the caption of a picture")
    if DOCUMENT_NUMBER.fullmatch(fold(around.reading.text.strip())):
        return msg("the number of a document")
    if role is Role.SIGNATURE and not _FORESTRY.search(around.reading.text):
        return _WHOLE[role]
    own_depth = name.parts[-1][0].depth
    # A whole path down to the list's own tier is no place of an issuer.
    path = (
        (len(name.parts) > 1 or around.certain > 0)
        and own_depth > Level.COUNTY.depth
        and own_depth >= max(held.depths, default=0)
    )
    text = around.reading.text.strip()
    county = own_depth == Level.COUNTY.depth
    ends = county and role is Role.TITLE and text.endswith(name.text) and not is_title(text)
    listed = name.whole and (around.certain >= _FEW or around.share >= _NEARLY or path or ends)
    if name.text in around.context and not (listed or _closes(name, around, held)):
        return msg("the place of the title or of the issuer")
    own = name.parts[-1][0].depth if name.whole else -1
    # Links name places, not towns and villages with all that they lie in.
    low = own >= max(held.highest, 1) or (len(name.parts) > 1 and own > Level.COUNTY.depth)
    apart = not (low or _stands_over_nothing(name, around, held))
    if role is Role.FURNITURE and apart and not _leads_units(name, around.reading.text):
        return msg("navigation, or other matter around the text")
    return ""


def _with_its_place(name: Spotted, text: str) -> bool:
    """Tell whether a line holds a name, and where it lies, and no more: 东岭村——清岗县白溪镇."""
    before, _, behind = text.strip().partition(name.text)
    if before and number_end(before + name.text) != len(before):
        return False
    place = read_unit(behind.strip("（()）—–-：:，, \t"))
    stands_over = place is not None and place.level.depth < name.parts[0][0].depth
    return place is not None and stands_over and place.sure >= CERTAIN


def _near(name: Spotted, text: str) -> str:
    """Return a line, of a long one what stands around a name: a list run together in one line has
    an address somewhere."""
    if len(text) <= _LONG:
        return text
    at = text.find(name.text)
    return text[max(at - _AROUND, 0) : at + len(name.text) + _AROUND] if at >= 0 else text


_LONG, _AROUND = 200, 40


def _stands_over_nothing(name: Spotted, around: Around, held: Held) -> bool:
    """Tell whether a place of a tier over the units is all of the line right below the last of
    them, what lies in it may be lost: 清岗市 / 1.白溪县 / 北岭市; or right above the first, and
    none is of its tier, they may lie in it: 清岗县 / 白石镇 / 1.东岭村."""
    level = name.parts[-1][0]
    alone = name.whole and name.text == around.reading.text.strip()
    lost = around.next if held.states(level) else around.opens
    return lost and alone and level.depth < held.highest


_TOWN_AND_VILLAGE = pattern(
    r"\s*[：:]\s*\p{Han}{1,6}(?:[镇乡]|街道)\p{Han}{1,10}(?:[村庄屯寨]|社区)"
)


def _leads_units(name: Spotted, text: str) -> bool:
    """Tell whether a village in its town follows a place and its colon, whatever ends the line:
    清岗市：白石镇东岭村张家湾."""
    return _TOWN_AND_VILLAGE.match(text.partition(name.text)[2]) is not None


_HEADS = (Role.HEADING, Role.TITLE, Role.TABLE_HEAD)


# What units of any programme are: 清岗县示范社区.
_RANKS = frozenset({"示范", "试点", "达标", "先进", "优秀", "重点", "创建", "推荐"})


# What stands in a village or quarter, or is one.
_SPOT = pattern(r"社区|小区|[村镇乡街寨屯庄][^，,、]|[村街寨屯庄里苑]$|街道|[组队楼院区园期栋幢]$")
_ITEMS = pattern(r"[、，,]")
_ROW, _LONGEST_ITEM, _STEPS = 3, 30, 3


def _opens_a_row(name: Spotted, text: str) -> bool:
    """Tell whether a whole path opens a line of nothing but places, which is read as a sentence for
    its length: 清岗省清岗市清岗县东岭社区东园小区，西岭社区西园B区、南园3期."""
    if len(name.parts) < _STEPS:
        return False
    items = [item.strip() for item in _ITEMS.split(to_simplified(text).strip())]
    if len(items) < _ROW or not items[0].startswith(to_simplified(name.text)):
        return False
    short = all(len(item) <= _LONGEST_ITEM for item in items)
    return short and all(map(_SPOT.search, items)) and "。" not in text


def _stands_in_a_counted_row(name: Spotted, around: Around) -> bool:
    """Tell whether a name is one of several of its tier in a row, in a sentence that counts such
    units, of a document without an entry: 清岗市有5个社区入选。东岭社区、西岭社区、南岭社区."""
    level, own = name.parts[-1]
    if level not in around.counted or is_of_programmes(level, own):
        return False
    end = split(level, own)[1]
    for text in _OTHERWISE.split(to_simplified(around.reading.text)):
        row: list[str] = text.split("、")
        if name.text in row:
            return sum(item.endswith(end) for item in row) >= _ROW
    return False


_OTHERWISE = pattern(r"[，,。；;：:（(）)]")


def _is_called_for_a_programme(name: Spotted, over_towns: bool) -> bool:
    """Tell whether a village or town right behind its city or county is made of words of
    programmes, or a zone right behind its province ends in one: 清岗市美丽乡村, 清岗县示范镇,
    清岗省营商环境示范园区. A town may be called 平安镇 unless others stand behind its colon."""
    *above, (level, own) = name.parts
    if not above:
        return False
    over, stem = above[-1][0], split(level, own)[0]
    if over is Level.PROVINCE and is_zone(own):
        return stem.endswith(tuple(_RANKS)) and not any(gazetteer.find(own[:n]) for n in (2, 3))
    if level.depth <= Level.COUNTY.depth or over.depth > Level.COUNTY.depth:
        return False
    of_programmes = is_of_programmes(level, own)
    return stem in _RANKS or (of_programmes and (level is Level.COMMUNITY or over_towns))


# Units that are called so stand behind it: 清岗县示范村（2个）：东岭村、西岭村.
_BEFORE_NAMES = pattern(
    r"\s*(?:[（(][^（()）]{1,8}[）)])?\s*[：:]\s*"
    r"(?:(?P<town>\p{Han}{2,8}?(?:[镇乡]|街道)(?=[、，,\s]|$))|\p{Han}{2})",
    needs="：:",
)
_REMARK = pattern(r"^(?:不?含|原|原名|原属|包括|除|由|现|即|不包括|筹|撤|并入|更名)")


def _of_the_words(name: Spotted, around: Around, held: Held) -> Said:
    """Return how words hold a name without listing it, "" where they do not."""
    role, text = around.reading.role, around.reading.text
    behind = text.partition(name.text)[2]
    if role is Role.HEADING and name.text in phrases("labels.txt"):
        return msg("what the villages of a plan are called")
    before = _BEFORE_NAMES.match(behind)
    over_towns = before is not None and before["town"] is not None
    if (role in _HEADS or before) and _is_called_for_a_programme(name, over_towns):
        return msg("what a programme calls its units")
    if _REMARK.match(name.text):
        return msg("a remark beside a unit")
    if role is Role.TABLE_HEAD and not name.certain:
        return msg("the heads of a table's columns")
    if role is Role.RUNNING_TEXT:
        if held.depths and _ROW_OF_CHANGES.match(text, number_end(text)):
            return ""
        # Of nothing but names, figures and signs no line is a sentence.
        least = _HALF if around.inside else _NEARLY
        few = around.certain < _FEW and around.share <= least
        row = not few and around.share > _HALF
        if _stands_in_a_counted_row(name, around):
            return ""
        if not (name.whole and (name.certain or row)):
            return msg("words of a sentence")
        if _opens_a_row(name, text):
            return ""
        return msg("named in running text, and not as one of a list") if few else ""
    few = not name.may_be or around.share < _HALF
    if (
        not name.certain
        and few
        and not (_with_its_place(name, text) or _is_neighbour(name, around))
        and not _goes_on(name, around, held)
    ):
        return msg("words that end like a unit's name")
    if not name.whole:
        return "" if _is_told_in_a_heading(name, around) else _among_words(name, around, held)
    return ""


def _is_told_in_a_heading(name: Spotted, around: Around) -> bool:
    """Tell whether a numbered heading below units says something of a town or village in its
    county: 二、暂缓确认清岗县白溪镇."""
    text = around.reading.text
    if around.reading.role is not Role.HEADING or not around.below or not name.certain:
        return False
    town = _TOWN_BEHIND.match(text.partition(name.text)[2])
    return town is not None and read_ordinal(text) is not None


_TOWN_BEHIND = pattern(
    r"(?![各乡村等的])\p{Han}{1,5}?(?<!各)(?:镇|乡(?!镇|村)|街道)", needs="镇乡道"
)


def _goes_on(name: Spotted, around: Around, held: Held) -> bool:
    """Tell whether a numbered line right below the last entry names one of its tier, as a row does
    that a print has set out of its table: 10 同上 白石镇."""
    alike = name.whole and len(name.parts) == 1 and name.parts[0][0].depth in held.depths
    return around.next and alike and read_ordinal(around.reading.text) is not None


def _is_neighbour(name: Spotted, around: Around) -> bool:
    """Tell whether a name stands between blanks or dashes in a line of units of its tier or of a
    higher one, behind what is no sign: 白石镇 备注：新增 青石镇, 白石镇—青石镇（更名）."""
    alike = len(name.parts) == 1 and name.parts[0][0].depth >= around.depth
    if not alike or around.reading.role is not Role.ITEM:
        return False
    items = _SIGNS.split(BRACKET.sub("", to_simplified(around.reading.text)).strip())
    beside = (other == name.text and one[-1:].isalnum() for one, other in pairwise(items))
    return len(items) >= _ROW and any(beside)


_SIGNS = pattern(r"[\s*＊]+|[—－–]+|(?<=\p{Han})-(?=\p{Han})")


def _among_words(name: Spotted, around: Around, held: Held) -> Said:
    if is_institution(around.reading.text):
        return msg("a body or site that is named after a place")
    suspect = around.inside or _closes(name, around, held)
    if around.reading.role is Role.ITEM or not suspect:
        return msg("words that name a place")
    return ""


def _closes(name: Spotted, around: Around, held: Held) -> bool:
    """Tell whether the line ends with the name, and the name is as low as the list's own."""
    at_end = not name.whole and around.reading.text.endswith(name.text)
    return at_end and name.parts[-1][0].depth in held.depths
