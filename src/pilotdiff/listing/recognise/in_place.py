"""Lines that alone are no names, and are where they place: in a list, behind a number, a label."""

from pilotdiff.facts.numerals import NUMBER_IN_BRACKETS
from pilotdiff.listing.carried_parents import holds
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.lines.cuts import pieces_between
from pilotdiff.listing.lines.headers import label
from pilotdiff.listing.lines.headings import Heading, read_heading
from pilotdiff.listing.lines.items import read_names
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.lines.pieces import Piece
from pilotdiff.listing.naming import CERTAIN, last_characters, read_unit
from pilotdiff.listing.omissions import OMITTED, is_omission
from pilotdiff.listing.recognise.candidates import LinePlace
from pilotdiff.listing.recognise.named_places import leading_place, reporting_place
from pilotdiff.listing.recognise.unreadable_names import begins_with_units
from pilotdiff.listing.sentences.words import COUNT_BEHIND, number_counted, uses
from pilotdiff.listing.unit_names.bracketed_names import names_in_brackets
from pilotdiff.listing.unit_names.first_names import read_first_name
from pilotdiff.listing.unit_names.line_names import Header, Name, Names
from pilotdiff.listing.unit_names.name_reading import read_name
from pilotdiff.listing.unit_names.short_forms import street
from pilotdiff.listing.vocabulary import phrases
from pilotdiff.model import Level, Said, msg
from pilotdiff.names import whole_name
from pilotdiff.patterns import BRACKET, pattern

_ITEM_END = pattern(r"[、，,；;\s]")
_CLAUSE = pattern(r"[，,；;：:。]")
_ITEMS = pattern(r"[；;、]\s*")
_ROW = 3
_LONGEST_REMARK = 80
# It speaks of units that it does not name: 所有县（市、区）.
_QUANTIFIED = pattern(
    r"(?:所有|全部|其他|其余|各|下辖|所辖|辖区内?)(?:的|有关|相关)?[县市区旗乡镇街村社]"
)
_COUNTED = pattern(rf"\s*{NUMBER_IN_BRACKETS}\s*[：:]")
_BEHIND_COLON = pattern(rf"\s*(?:{NUMBER_IN_BRACKETS})?\s*[：:]")
_BETWEEN = pattern("、")
_OFFICE = pattern(r"(?:(?:人民)?政府|党工委|党委|党总支|党支部)$")


def read_in_place(piece: Piece, place: LinePlace) -> Names | Said | None:
    """Return the names of such a line, or why none of it can be read; None when it is no
    such line."""
    for read in (_listed, _remarked, read_in_part, _labelled, _office):
        found = read(piece, place)
        if found is not None:
            return found
    return None


_DENIED = pattern(r"[未不没]|没有|除外")
# More than what is counted: 3个|村民委员会, 3个|村委会行政区划不变.
_SAID = pattern(
    r"^(?:[居村]?委会|[居村]民委员会|[县区市镇乡村]|社区|街道|单位)?(?!小组)\p{Han}{3,}[。\s]*$"
)


def read_in_part(piece: Piece, place: LinePlace) -> Names | Said | None:
    """Return a line of many names in a list of which some cannot be read."""
    line = piece.text.text
    if "、" not in line or "。" in line.rstrip(" \u3000。"):
        return None
    if not is_unread_name(piece, place) and not (place.open and _is_row(piece)):
        return None
    names = read_names(line, piece.body, trusting=True)
    if names is not None and names.unread and _is_said_of_all(line, names):
        return None  # the sentence is read as a whole
    return names or msg("not read as units")


def _is_said_of_all(line: str, names: Names) -> bool:
    """Tell whether what cannot be read of a row is its last name and what is said of all: a verb
    that decides on them, 清岗县、白溪县和北岭县被命名为示范县, or words behind their number,
    东岭村、西岭村、南岭村3个村委会行政区划不变."""
    last = BRACKET.sub("", line[names.unread[-1][0] :])
    if "、" in last:
        return False
    if uses("tail").search(last) and not _DENIED.search(last):
        return True
    count = COUNT_BEHIND.search(last)
    counted = count is not None and number_counted(count) == len(names.names) + len(names.unread)
    return counted and _SAID.search(last[count.end() if count else 0 :]) is not None


def _is_row(piece: Piece) -> bool:
    """Tell whether a line is a row of three or more items of which some are names: 白溪镇、
    清岗农牧公司、南岭街道."""
    items = piece.text.text[piece.body :].strip(" \u3000。").split("、")
    if len(items) < _ROW or piece.text.heading or any(map(_CLAUSE.search, items)):
        return False
    units = [read_unit(item.strip()) for item in items]
    return any(unit is not None and unit.sure >= CERTAIN for unit in units)


def is_unread_name(piece: Piece, place: LinePlace) -> bool:
    """Tell whether a line where names should stand begins like them with units."""
    return place.open and begins_with_units(piece)


def _listed(piece: Piece, place: LinePlace) -> Names | None:
    """Return a name that only its place in the list vouches for: 示范村, 建设社区."""
    if not place.continues:
        return None
    names = read_names(piece.text.text, piece.body, trusting=True)
    if names is None:
        names = read_names(piece.text.text, piece.body, place.level, trusting=True)
    if names is None:
        return None
    texts = {span: piece.text.text[slice(*span)].strip() for span in names.unread}
    if any(whole_name(text) for text in texts.values()):
        return None  # 浙江/湖州/安吉县 97分: what is unread is a place, and no remark
    return names._replace(unread=tuple(s for s, text in texts.items() if _ends_like_one(text)))


def _ends_like_one(text: str) -> bool:
    """Tell whether what cannot be read of a row ends like a unit, and is no wording of a heading;
    else it is a remark: 2021年命名, 资格收回."""
    named = text.isalpha() and text[-1] in last_characters() and not has_clause_word(text)
    return named and read_heading(text).level is None


def _remarked(piece: Piece, place: LinePlace) -> Names | Said | None:
    """Return a name with a remark behind it: 1.石景山区 打造“老街坊”品牌."""
    if not (piece.ordinal or place.open) or piece.text.heading:
        return None
    name = read_first_name(piece.text.text, piece.body)
    if name is None or (piece.ordinal is None and len(name.note) > _LONGEST_REMARK):
        return None
    name = _in_its_brackets(piece, name)
    if _says_nothing(piece.text.text, name) or _names_no_unit(piece):
        return None
    if leaves_out(name):
        return OMITTED
    if (streets := _streets(piece, place, name)) is not None:
        return streets
    if _QUANTIFIED.match(name.note) or _stands_before_names(piece.text.text, name):
        return msg("the names behind the colon are not read")
    if _counts_behind(piece.text.text, name):
        return msg("the names behind the colon are not read")
    if name.note.count("、") > 1 and name.reading.level.depth < Level.TOWNSHIP.depth:
        return msg("the names behind the colon are not read")
    if _names_another(name) or _holds_names(name.note) or _goes_on_below(name):
        return msg("not read as units")
    if _ends_like_a_lower_unit(piece.text.text, name) or _names_behind(piece, place, name):
        return msg("the names behind the colon are not read")
    category = read_heading(name.note).category
    if not category:
        return Names((name,))
    header = Header(name.note, heading=Heading(name.note, category=category))
    return Names((name._replace(note="", header=header),))


def _in_its_brackets(piece: Piece, name: Name) -> Name:
    """Return the one name in the brackets behind the place that opens a line, where they hold one,
    with the line's remark: 清岗县（白溪镇东岭村） 新增."""
    place = read_name(piece.text.text, piece.body, name.stop)
    inner = names_in_brackets(piece.text.text, place, read_names) if place is not None else []
    return inner[0]._replace(note=name.note) if len(inner) == 1 else name


def _names_no_unit(piece: Piece) -> bool:
    """Tell whether a line says whose the names below are, or is set wide and reads as no name:
    清岗省上报, 清 岗 省 民 政 厅, 清 岗 社 区 工 作 站."""
    text = piece.text.text[piece.body :].strip()
    return bool(reporting_place(text)) or _SPREAD.fullmatch(text) is not None


_SPREAD = pattern(r"\p{Han}(?:[ \u3000]\p{Han}){3,}")


def _says_nothing(line: str, name: Name) -> bool:
    """Tell whether nothing stands where a place's names should: 清岗区：/, 清岗区：—."""
    rest = line[name.stop :].strip()
    return rest[:1] in ("：", ":") and rest[1:].strip(" （()）。") in phrases("absent.txt")


def leaves_out(name: Name) -> bool:
    """Tell whether a document leaves out the names of a place: 清岗市：（略）, 清岗市（略）."""
    return bool(name.note) and is_omission(name.note)


def _stands_before_names(line: str, name: Name) -> bool:
    """Tell whether what stands behind a colon begins with a name below: 白溪街道：东岭社区　清?."""
    if line[name.stop :].lstrip()[:1] not in ("：", ":"):
        return False
    first = _ITEM_END.split(name.note, maxsplit=1)[0]
    begun = (read_unit(first[:end]) for end in range(len(first), 2, -1))
    depth = name.reading.level.depth
    return any(unit is not None and unit.parts[0][0].depth > depth for unit in begun)


def _counts_behind(line: str, name: Name) -> bool:
    """Tell whether a place counts what stands behind its colon: 清岗区（1个）：东岭湾."""
    return _COUNTED.match(line, name.end) is not None


def _streets(piece: Piece, place: LinePlace, name: Name) -> Names | None:
    """Return the streets behind a county's colon that are written without 道: 清岗区：东岭街、
    南岭街."""
    line = piece.text.text
    colon = _BEHIND_COLON.match(line, name.end)
    if colon is None or name.reading.level is not Level.COUNTY or place.level is Level.COMMUNITY:
        return None
    spans = list(pieces_between(line, colon.end(), len(line.rstrip(" \u3000。，；")), _BETWEEN))
    streets = [street(line, *span) for span in spans]
    found = [one._replace(above=name.path) for one in streets if one is not None]
    return Names(tuple(found)) if len(found) == len(streets) > 0 else None


def _names_another(name: Name) -> bool:
    """Tell whether what stands behind a name is a path of its tier: 清岗县白溪镇 6 北岭县南岭镇."""
    other = read_unit(name.note[number_end(name.note) :].strip())
    if other is None or len(other.parts) == 1:
        return False
    return other.level is name.reading.level and other.sure >= CERTAIN


# What stands for a unit where its name cannot be read, by tier.
_KIND_ENDS = (
    (Level.COMMUNITY, ("村", "社区", "居委会", "村委会")),
    (Level.TOWNSHIP, ("镇", "乡", "街道", "街", "办事处", "苏木")),
    (Level.COUNTY, ("县", "旗")),
)
_LONGEST_ENDED = 16


def _ends_like_a_lower_unit(line: str, name: Name) -> bool:
    """Tell whether what stands behind a place's colon ends like a unit below it and holds no words
    of running text: 清岗市：湖西社工委东岭社区."""
    if line[name.stop :].lstrip()[:1] not in ("：", ":") or len(name.note) > _LONGEST_ENDED:
        return False
    if has_clause_word(name.note) or _CLAUSE.search(name.note):
        return False
    depth = name.reading.level.depth
    return any(level.depth > depth and name.note.endswith(ends) for level, ends in _KIND_ENDS)


def _names_behind(piece: Piece, place: LinePlace, name: Name) -> bool:
    """Tell whether words behind a place's colon may be what the heading says it lists, of a lower
    tier, their kinds left out or none that is known: 清岗县：南岭、东岭 and 清岗县：石桥工委 below
    示范镇名单."""
    if piece.text.text[name.stop :].lstrip()[:1] not in ("：", ":") or place.level is None:
        return False
    items = _ITEM_END.split(name.note.strip(" \u3000。"))
    bare = all(_BARE_NAME.fullmatch(item) and not has_clause_word(item) for item in items)
    return bare and place.level.depth > name.reading.level.depth


_BARE_NAME = pattern(rf"\p{{Han}}{{2,{_LONGEST_ENDED}}}")


def _holds_names(note: str) -> bool:
    """Tell whether known units stand in what is written behind a name, or a path opens a part of
    it: 、 or ； parts them (98.5分；清岗县·白溪镇·东岭村 97分)."""
    items = ("".join(item.split()).lstrip(".．:：") for item in _ITEM_END.split(note))
    units = [unit for item in items if (unit := read_unit(item)) is not None]
    if len(units) > 1 and all(unit.sure == 1 for unit in units):
        return True
    _, *others = _ITEMS.split(note)
    opening = (read_first_name(other) for other in others)
    return any(n is not None and len(n.path) > 1 and n.reading.sure >= CERTAIN for n in opening)


def _goes_on_below(name: Name) -> bool:
    """Tell whether what stands behind a place begins with a known one in it, as a row of names
    does of which the rest cannot be read: 清岗市 白溪区东岭."""
    items = (item.strip() for item in _ITEM_END.split(name.note))
    return any(
        holds(name.path[-1], parts[0]) is True
        for item in items
        if item and (parts := leading_place(item))
    )


def _labelled(piece: Piece, place: LinePlace) -> Names | None:
    """Return one name behind a label that says nothing known: 松山湖：松湖社区."""
    line = piece.text.text
    if not place.open or piece.ordinal or piece.text.heading:
        return None
    header, start = label(line, piece.body, len(line))
    names = read_names(line, start) if header is not None else None
    if header is None or names is None or names.unread:
        return None
    return Names(tuple(name._replace(header=header) for name in names.names))


def _office(piece: Piece, place: LinePlace) -> Names | None:
    """Return a numbered line that gives a unit's office for the unit: 泾阳县云阳镇人民政府."""
    del place
    line = piece.text.text.rstrip()
    office = _OFFICE.search(line)
    if piece.ordinal is None or office is None:
        return None
    names = read_names(line[: office.start()], piece.body)
    if names is None or names.unread or names.names[0].reading.level.depth < Level.TOWNSHIP.depth:
        return None
    return Names((names.names[0]._replace(note=office[0], stop=len(line)),))
