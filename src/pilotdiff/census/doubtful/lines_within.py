"""Short lines in the midst of the units that gave none: names that are not read?"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from operator import eq
from typing import NamedTuple

from pilotdiff.census.why_left_out import is_contact
from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.institutions import is_office
from pilotdiff.listing.lines.furniture import ends_text, is_furniture
from pilotdiff.listing.lines.headings import (
    names_a_group,
    read_heading,
    speaks_of_programme,
)
from pilotdiff.listing.lines.ordinals import number_end
from pilotdiff.listing.lines.running_titles import is_continued
from pilotdiff.listing.lines.titles_and_dates import is_signature, is_title, leading_units
from pilotdiff.listing.naming import DOUBTFUL, read_unit
from pilotdiff.listing.omissions import says_none
from pilotdiff.listing.tables.columns.column_heads import is_heading_word
from pilotdiff.model import DoubtfulLine, Level, Line, Listing, Role, Unit, msg
from pilotdiff.names import known
from pilotdiff.patterns import pattern

_SHORTEST, _LONGEST = 2, 20
# An item without a unit of its own goes on from the line above.
_ELSE = (Role.SIGNATURE, Role.ADDRESS, Role.PAGE, Role.TABLE_HEAD, Role.TOTAL, Role.ITEM)
OVER_NAMES = (Role.HEADING, Role.PARENT)
_LABEL = pattern(r"^[^：:（(]{2,12}[：:](?=\s*\p{Han})")
# What a name leaves of its signs: a bullet, a number, a mark, a footnote, a full stop.
_BARE = pattern(
    r"[^\w\s]{0,3}(?!\d+年)[\d\s]{0,4}[、.．)）]?\s*\p{Han}(?:\p{Han}|[\s_?？○〇■□\ufffd])*"
    r"[a-z†‡'\"*,，;；。]{0,2}$"
)
# A note below a table that is a sentence.
_NOTE = pattern(r"^\s*(?:说明|[备附]?注|附注)[：:].*。\s*$", needs="：:")
_HEADED = pattern(r"^\s*(?:[（(]?[一二三四五六七八九十]+[)）、]|.*[：:]\s*$)")
_BRACKET = pattern(r"(?<=\p{Han}{4})[（(][^（()）]{1,16}[）)]$", needs="（(")
_PATH = pattern(r"\p{Han}(?:[省市州盟县区旗镇乡村]|街道)(?=\p{Han})")


class _Lines(NamedTuple):
    """The lines that say something, what they are taken for, the levels of the units by their
    lines, and the lines of headings over units and of names that were left out."""

    lines: Sequence[Line]
    roles: dict[int, Role]
    levels: dict[int, Level]
    headings: Collection[int]
    missing: Collection[int]

    def is_bare(self, line: Line) -> bool:
        """Tell whether a line is a few characters and nothing else, and no unit's name."""
        if line.number in self.levels or line.number in self.missing:
            return False
        if self.roles.get(line.number) in _ELSE or self._heads(line):
            return False
        if _NOTE.match(line.text) or is_heading_word(line.text.strip()) or _is_contact(line):
            return False
        if ends_text(line.text.strip()):
            return False
        text = _own(line)
        if len(text) > _LONGEST or not _BARE.match(text):
            return False
        if _is_set_apart(text) or len(text) < _SHORTEST:
            return True
        return not _reads(text) and is_wordless(text)

    def begins_with_place(self, line: Line) -> bool:
        """Tell whether a line begins with places of the standard, or goes up to one, and says more
        than these: a unit whose own name is not read, 清岗县“东岭村”."""
        if line.cells or line.number in self.levels or line.number in self.missing:
            return False
        role = self.roles.get(line.number)
        text = _before_a_gap(_ORDINAL.sub("", _own(line)))
        if _is_contact(line):
            return False
        if role in _ELSE and role is not Role.ADDRESS:
            return False
        if self._heads(line) or has_clause_word(text):
            return False
        places = leading_units(text)
        own = text.removeprefix("".join(places)).strip("：:、，,；;。. ")
        words = text.split()
        upward = len(words) >= _UPWARD and known(words[-1]) and not known(words[0])
        town = _TOWN_FIRST.match(text) and not speaks_of_programme([text])
        begins = (places and own) or town or upward
        return len(text) <= _LONGEST_PATH and bool(begins)

    def stands_alike(self, at: int) -> bool:
        """Tell whether a line stands between two of the list, or opens or closes it and is written
        as the unit beside it."""
        text = self.lines[at].text.strip()
        above, below = self.lines[at - 1 : at], self.lines[at + 1 : at + 2]
        beside = [line for line in (*above, *below) if line.number in self.levels]
        if len(above) == len(below) == 1 and self._lists(above[0]) and self._lists(below[0]):
            return bool(beside)
        role = self.roles.get(self.lines[at].number)
        if len(beside) != 1 or role is Role.TITLE:
            return False
        unit = beside[0].text.strip()
        numbered = bool(_NUMBERED.match(text)), bool(_NUMBERED.match(unit))
        alike = role not in OVER_NAMES and not any(numbered) and text[:2] == unit[:2]
        return all(numbered) or alike

    def _heads(self, line: Line) -> bool:
        """Tell whether a line is set as a heading, is one of a group alone, or is a parent's short
        name over units."""
        if _HEADED.match(line.text) is not None:
            return True
        if self.roles.get(line.number) is Role.HEADING and names_a_group(_title(line)):
            return True
        parent = self.roles.get(line.number) is Role.PARENT
        return parent and (line.number in self.headings or says_none(line.text))

    def stand_within(self, first: int, last: int) -> bool:
        """Tell whether lines stand between units of one level, between one and a heading, or open
        or close a list of such."""
        above = self.lines[first - 1] if first else None
        below = self.lines[last + 1] if last + 1 < len(self.lines) else None
        if above is None:
            opens = below is not None and below.number in self.levels
            labelled = _LABEL.match(self.lines[first].text.strip()) is not None
            return opens and labelled and _PATH.search(_own(self.lines[first])) is not None
        if not self._lists(above):
            return False
        if below is not None and self._lists(below):
            beside = {self.levels.get(above.number), self.levels.get(below.number)}
            return len(beside - {None}) == 1
        is_last = below is None
        return above.number in self.levels and _is_alike(self.lines[first], above, is_last)

    def _lists(self, line: Line) -> bool:
        """Tell whether a line is of the list: a unit, a name left out, a heading or a parent."""
        if line.number in self.levels or line.number in self.missing:
            return True
        return self.roles.get(line.number) in OVER_NAMES


def _title(line: Line) -> str:
    return line.text[number_end(line.text) :]


_WHY = msg("stands within the list and is no unit")
# More of them are how the document is laid out.
_FEW, _ONE_IN = 3, 4
_LONGEST_PATH, _UPWARD = 40, 3
_TOWN_FIRST = pattern(r"^\p{Han}{1,5}(?:[镇乡]|街道)\p{Han}")
_ORDINAL = pattern(r"^[（(]?\d{1,4}[)）、.．]?\s*")


def lines_within(
    listing: Listing, units: Sequence[Unit], missing: Collection[int]
) -> Iterator[DoubtfulLine]:
    """Yield them, with what stands in lines right below them, where they are few.

    `missing` are the lines of names that were left out.
    """
    levels = {unit.entry.line: unit.level for unit in units}
    if not levels:
        return
    roles = {reading.line: reading.role for reading in listing.readings}
    said = listing.solid_lines()
    headings = {section.line for section in listing.sections}
    found = _Lines(said, roles, levels, headings, missing)
    told = []
    placed = [each for each in _placed(found, said) if not _holds_below(each, units)]
    for is_bare, run in groupby(range(len(said)), key=lambda at: found.is_bare(said[at])):
        first, *more = run
        if is_bare and found.stand_within(first, max((first, *more))):
            text = "".join(said[at].text.strip() for at in (first, *more))
            if sum(map(str.isalpha, text)) >= _SHORTEST:
                told.append(DoubtfulLine(said[first].number, text[:_LONGEST], _WHY))
    yield from told if len(told) <= _FEW else ()
    yield from placed if len(placed) <= max(_FEW, len(levels) // _ONE_IN) else ()


def _placed(found: _Lines, said: Sequence[Line]) -> Iterator[DoubtfulLine]:
    """Yield the lines of the list that begin with a place and gave none."""
    for at, line in enumerate(said):
        if found.begins_with_place(line) and found.stands_alike(at):
            yield DoubtfulLine(line.number, line.text.strip()[:_LONGEST], _WHY)


def _holds_below(line: DoubtfulLine, units: Sequence[Unit]) -> bool:
    """Tell whether a line is the title of a list whose place the first unit below it has."""
    at = bisect_right(units, line.line, key=lambda unit: unit.entry.line)
    places = leading_units(line.text) if is_title(line.text) and at < len(units) else ()
    return bool(places) and set(places) <= {*units[at].path}


def _is_contact(line: Line) -> bool:
    return _LABEL.match(line.text.strip()) is not None and is_contact(line.text)


def _own(line: Line) -> str:
    """Return what a line says behind a label, a path without the remark behind it: 省级示范村：
    清岗县白溪镇沱源（原沱溪）."""
    text = _LABEL.sub("", line.text.strip())
    bare = _BRACKET.sub("", text)
    return bare if bare != text and _PATH.search(bare) is not None else text


# What is told of a unit stands behind two blanks, in sentences: 清岗县白溪镇  因茶得名。.
_GAP, _SENTENCE = pattern(r"\s{2,}"), pattern(r"。|[;；，,]$")


def _before_a_gap(text: str) -> str:
    """Return what a line says before a wide gap, where that is a unit and sentences stand behind
    it; all of it elsewhere."""
    unit, *told = _GAP.split(text, maxsplit=1)
    return unit if told and _SENTENCE.search(told[0]) and _reads(unit) else text


_SIGNS = pattern(r"(?:[\s\d_]|\W)+")


def _reads(text: str) -> bool:
    reading = read_unit(_SIGNS.sub("", text))
    return reading is not None and reading.sure > DOUBTFUL


def _is_set_apart(text: str) -> bool:
    """Tell whether a text is a unit's name parted by blanks.

    >>> _is_set_apart("清岗  县"), _is_set_apart("清岗县")
    (True, False)
    """
    return len(text.split()) > 1 and _reads(text)


# A name alone on its line, where nothing but its place speaks for it.
_SHORT_NAME = 6
_NUMBERED = pattern(r"^\s*[（(]?\d{1,3}[)）、.．]")
_ENDS = tuple("；;。，,")


def _is_alike(line: Line, above: Line, is_last: bool) -> bool:
    """Tell whether a line below a unit is written as that one: with a number, with its place, with
    as many characters, of which it shares one, or with fewer where the document ends there."""
    text, unit = line.text.strip(), above.text.strip()
    if _NUMBERED.match(text) or _NUMBERED.match(unit):
        return bool(_NUMBERED.match(text) and _NUMBERED.match(unit))
    if text[:2] == unit[:2] or _PATH.search(text) is not None:
        return True
    if text.endswith(_ENDS) or unit.endswith(_ENDS):
        return text.endswith(_ENDS) and unit.endswith(_ENDS)
    near = line.number == above.number + 1 and len(text) <= len(unit) <= _SHORT_NAME
    return near and (is_last or (len(text) == len(unit) and any(map(eq, text, unit))))


# A village's committee, misspelt too, is no office: 清岗村名委员会.
_OF_VILLAGERS = pattern(r"[村居]\p{Han}委员会$")
_BESIDE = pattern(r"参考|附件|附表|说明|备注|资料|谢谢|全文|完$")


def is_wordless(text: str) -> bool:
    """Tell whether a line has none of the words that headings, remarks and what surrounds a list
    are made of.

    >>> is_wordless("（以上排名不分先后）"), is_wordless("清岗县")
    (True, False)
    """
    if text.endswith(("略", "待定", "如下", "续表")) or is_continued(text):
        return False
    if (is_office(text) or is_signature(text)) and not _OF_VILLAGERS.search(text):
        return False
    if ends_text(text) or is_furniture(text) or has_clause_word(text) or _BESIDE.search(text):
        return False
    heading = read_heading(text)
    return not (heading.listing or heading.level or heading.category or heading.declared)
