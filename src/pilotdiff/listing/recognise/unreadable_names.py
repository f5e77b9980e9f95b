"""Lines that stand like a name and cannot be read as one: 清岗生态城, 将*山社区."""

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.listing.institutions import is_institution, may_stand_among_names
from pilotdiff.listing.lines.headings import read_heading
from pilotdiff.listing.lines.pieces import Piece, Shape
from pilotdiff.listing.lines.titles_and_dates import is_signature, leading_units
from pilotdiff.patterns import TOWN_KIND, pattern

_PLACE_END = pattern(
    r"[区园城场所站社院校居会团队连厂矿港湾岛庄屯寨镇乡村县市旗盟州道]$"
    # A village's committee, misspelt too: 清岗村名委员会.
    r"|[村居]\p{Han}委员会$"
    # What places without a kind end with: 柳巷, 东家坞.
    r"|[巷弄坞坪坡沟堡岭坝冲塘桥滩洲峪圩浜埭埠畈店铺营河岗]$|[*＊×□〓?？�■]"
)
_LOST = pattern(r"(?<=\p{Han})[*＊×□〓?？�■]+(?=\p{Han})", needs="*＊×□〓?？�■")
_STREET = pattern(r"\d(?:号|弄|楼|室|层|栋)|[路街]\d|^(?:地址|住址|邮编)")
_REGION = pattern(r"^(?:[东西南北中]{1,2}[部片]|沿海|内陆)")
_IN_A_TOWN = pattern(
    rf"(?:\p{{Han}}{{1,5}}?{TOWN_KIND}\p{{Han}}{{1,8}}(?:[、，,\s]+|[。；;]?$))+", needs="镇乡街苏"
)
_BETWEEN = pattern(r"[、，,\s]+")
# How many were chosen there: 清岗市共有28个村入选, 清岗多地入选.
_HOW_MANY = pattern(
    r"^\p{Han}{2,14}?(?:多地|\d{1,5}\s*[个家处地][^，,。；;、]{0,8}?)(?:成功|全部|榜上)?"
    rf"(?:{ENTERED}|有名)[!！。]?$"
)
_LONGEST = 24
_LONGEST_DAMAGED = 40


def may_be_unread(piece: Piece) -> bool:
    """Tell whether a line without a number looks like a name though it reads as none."""
    if piece.shape is not Shape.HEADING or piece.ordinal is not None or piece.text.heading:
        return False
    heading, line = piece.heading, piece.text.text.strip()
    if heading is None or heading.listing or len(line) > _LONGEST or line[-1:] in "：:":
        return False
    if is_signature(line) or _REGION.match(line):
        return False
    if _PLACE_END.search(line) is None and not is_institution(line):
        return False
    return may_stand_among_names(line.replace("*", ""))


_LABELLED = pattern(
    r"(?P<label>[^：:]{2,12})[：:]\s*(?P<row>\p{Han}{2,8}(?:、\p{Han}{2,8})+)[。；;]?$", needs="：:"
)


def is_labelled_row(piece: Piece) -> bool:
    """Tell whether a line is a row of what may be names behind a label that lists have: 第二批：
    南岭、东岭."""
    match = _LABELLED.fullmatch(piece.text.text[piece.body :].strip())
    if match is None or piece.text.heading or not read_heading(match["label"]).listing:
        return False
    return all(map(may_stand_among_names, match["row"].split("、")))


def begins_with_units(piece: Piece) -> bool:
    """Tell whether a line without a number begins like names do, with a unit of the standard."""
    if piece.ordinal is not None or piece.text.heading:
        return False
    line = piece.text.text.strip()
    if is_signature(line) or _STREET.search(line) or line.endswith("文件"):
        return False
    return bool(leading_units(line)) and _HOW_MANY.search(line) is None


def begins_with_a_town(piece: Piece) -> bool:
    """Tell whether a line without a number is made of what begins with a town and ends like no
    unit: 清岗镇那高查."""
    line = piece.text.text.strip()
    if piece.names is not None or piece.ordinal is not None or piece.text.heading:
        return False
    if piece.shape not in (Shape.HEADING, Shape.PROSE) or is_signature(line):
        return False
    if piece.heading is not None and piece.heading.listing:
        return False
    items = _BETWEEN.split(line.rstrip("。；;"))
    return _IN_A_TOWN.fullmatch(line) is not None and all(map(may_stand_among_names, items))


def is_damaged_name(piece: Piece) -> bool:
    """Tell whether a line begins like a name and has lost characters: 三明市**街道将*山社区."""
    line = piece.text.text[piece.body :].strip()
    if piece.heading is not None and piece.heading.units:
        return False  # the name that a heading gives is read there
    if piece.text.heading or len(line) > _LONGEST_DAMAGED or _LOST.search(line) is None:
        return False
    return bool(leading_units(line)) or _PLACE_END.search(line.rstrip("*＊")) is not None
