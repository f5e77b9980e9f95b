"""Characters that belong together: those that contradict, and those that look alike."""

from functools import cache, lru_cache
from pathlib import Path

from pilotdiff.matching.names.name_keys import LEGAL_KINDS, NameKeys
from pilotdiff.names.kinds import ends_in_people
from pilotdiff.word_tables import word_lines

_TABLES = Path(__file__).parents[1] / "tables"
# How the names of peoples end: 柳林村 is called 柳林回族村 or 柳林民族村 as well.
PEOPLE = "族"
# What ends another word for one: 回民 are 回族.
_PERSONS = "民"


def are_of_one_people(stem: str, other: str) -> bool:
    """Tell whether two stems are one but for the word for their people.

    >>> are_of_one_people("柳林回族", "柳林回民"), are_of_one_people("新族", "新民")
    (True, False)
    """
    ends = {stem[-1:], other[-1:]}
    return (
        ends == {PEOPLE, _PERSONS}
        and stem[:-1] == other[:-1]
        and ends_in_people(stem[:-1] + PEOPLE)
    )


@cache
def _families(name: str) -> dict[str, frozenset[str]]:
    """Return each character of a table with the others on its lines."""
    others: dict[str, set[str]] = {}
    for line in word_lines(_TABLES / name):
        for character in line:
            others.setdefault(character, set()).update(line)
    return {character: frozenset(found - {character}) for character, found in others.items()}


@cache
def _characters(name: str) -> frozenset[str]:
    """Return all characters of a table."""
    return frozenset("".join(word_lines(_TABLES / name)).replace(" ", ""))


@cache
def _words(name: str) -> tuple[str, ...]:
    """Return all lines of a table."""
    return tuple(word_lines(_TABLES / name))


def is_one_an_institution(name: NameKeys, other: NameKeys) -> bool:
    """Tell whether one of two names is that of a farm, zone or office, the other that of a town or
    a village."""
    if name.kind in LEGAL_KINDS:
        return other.kind not in LEGAL_KINDS and _is_institution(other)
    return other.kind in LEGAL_KINDS and _is_institution(name)


def _is_institution(name: NameKeys) -> bool:
    return bool(name.kind) or name.text.endswith(_words("institutions.txt"))


def are_two_sorts(name: NameKeys, other: NameKeys) -> bool:
    """Tell whether two names are those of places of two sorts, which stand side by side more often
    than one becomes the other: a town and a farm, a farm and a forest, a town and a zone; a 嘎查
    and a community, of which 21 of the nation do and none became the other from 2016 to 2021."""
    if {name.kind, other.kind} == _PASTURE_AND_COMMUNITY:
        return True
    if is_one_an_institution(name, other) and not (name.kind and other.kind):
        return True
    sorts = _sort(name.kind), _sort(other.kind)
    return all(sorts) and sorts[0] != sorts[1]


_PASTURE_AND_COMMUNITY = {"嘎查", "社区"}


def _sort(kind: str) -> str:
    """Return what sort of place a kind word tells, "" where it may be of any.

    >>> _sort("镇"), _sort("工业园"), _sort("林场"), _sort("管理处"), _sort("")
    ('division', 'zone', '林场', '', '')
    """
    if kind in LEGAL_KINDS:
        return "division"
    return _sorts().get(kind, kind)


@cache
def _sorts() -> dict[str, str]:
    rows = (line.split("\t") for line in _words("sorts_of_places.tsv"))
    return {kind: "" if sort == "any" else sort for sort, *kinds in rows for kind in kinds}


def without_zone_words(name: str) -> str:
    """Return a name without the words that zones of any place bear.

    >>> without_zone_words("青山湖高新技术"), without_zone_words("新兴产业")
    ('青山湖', '')
    """
    for word in _words("zone_words.txt"):
        name = name.replace(word, "")
    return name


def is_called_by_its_place(name: NameKeys) -> bool:
    """Tell whether a name is one that a zone, park or farm has in any city or county: 高新区, 林场,
    现代农业产业园. What bears it elsewhere is another."""
    return _may_be_anywhere(name.text)


@lru_cache(maxsize=1 << 14)
def _may_be_anywhere(text: str) -> bool:
    rest = without_zone_words(text)
    return rest == "" or rest in _words("called_by_place.txt")


def is_filler(extra: str) -> bool:
    """Tell whether characters that one of two names has more say nothing.

    >>> is_filler("家"), is_filler("东")
    (True, False)
    """
    return _characters("fillers.txt").issuperset(extra)


def tells_apart(extra: str) -> bool:
    """Tell whether characters that one of two names has more tell neighbours apart (东, 一, 新).

    >>> tells_apart("第一"), tells_apart("桥")
    (True, False)
    """
    apart = _families("opposites.txt")
    return all(character in apart or character == "第" for character in extra)


def is_side_of_a_place(extra: str) -> bool:
    """Tell whether characters that one of two names has more tell a neighbour by its side, its size
    or its age, and not by a number.

    >>> is_side_of_a_place("东"), is_side_of_a_place("二"), is_side_of_a_place("")
    (True, False, False)
    """
    return bool(extra) and tells_apart(extra) and not is_filler(extra) and not is_a_number(extra)


def is_a_number(stem: str) -> bool:
    """Tell whether a name is a number alone, or one with what is counted.

    >>> is_a_number("第十一生产队"), is_a_number("十一"), is_a_number("十里")
    (True, True, False)
    """
    counted = next((word for word in _words("numbered.txt") if stem.endswith(word)), "")
    number = stem.removesuffix(counted).removeprefix("第")
    return bool(number) and _NUMERALS.issuperset(number)


_NUMERALS = frozenset("〇一二三四五六七八九十百0123456789")


def are_two_roads(one: str, other: str) -> bool:
    """Tell whether two stems call a road and a street of one name, which may lie side by side.

    >>> are_two_roads("清岗路", "清岗街"), are_two_roads("清岗路", "清岗")
    (True, False)
    """
    return one[:-1] == other[:-1] != "" and {one[-1], other[-1]} == _ROADS


_ROADS = {"街", "路"}


def are_other_families(one: str, other: str) -> bool:
    """Tell whether two names are made of different surnames, 家 or not.

    >>> are_other_families("苗家庄", "梁家庄"), are_other_families("张家庄", "张庄")
    (True, False)
    """
    surnames = _characters("surnames.txt")
    ours, theirs = middles(one, other)
    if len(ours) != 1 or len(theirs) != 1 or not {ours, theirs} <= surnames:
        return False
    rest = one[one.index(ours) + 1 :]
    return rest[:1] in _AFTER_SURNAME


def is_surname(character: str) -> bool:
    """Tell whether a character is a frequent surname."""
    return character in _characters("surnames.txt")


def are_surnames(one: str, other: str) -> bool:
    """Tell whether two characters are frequent surnames."""
    return is_surname(one) and is_surname(other)


# What follows a surname in a village's name (张家庄, 李村, 王各庄).
_AFTER_SURNAME = frozenset("家庄村各屯营寨店堡坊")


def look_alike(one: str, other: str) -> bool:
    """Tell whether two characters are taken for one another by their shape (亳/毫)."""
    return other in _families("lookalikes.txt").get(one, ())


def opposed(one: str, other: str) -> bool:
    """Tell whether what is left of two stems beside their common ends holds contradicting
    characters, or they hold two numbers there.

    桑梓一/桑梓二, 红旗三组/红旗十三组 and 朝阳东路/朝阳北路 are opposed; 阳光/光明 are merely
    different.
    """
    ours, theirs = middles(one, other)
    rivals = _families("opposites.txt")
    if any(not rivals.get(c, frozenset()).isdisjoint(theirs) for c in ours):
        return True
    return _NUMERALS.issuperset(ours + theirs) and _are_two_numbers(one, other, ours, theirs)


def _are_two_numbers(one: str, other: str, ours: str, theirs: str) -> bool:
    """Tell whether what differs belongs to a number in either name."""
    start = _common_start(one, other)
    found = [
        _number_around(name, start, start + len(middle))
        for name, middle in ((one, ours), (other, theirs))
    ]
    return all(found) and found[0] != found[1]


def _number_around(name: str, start: int, stop: int) -> str:
    """Return the numerals of name[start:stop] with those right before and behind them."""
    while start and name[start - 1] in _NUMERALS:
        start -= 1
    while stop < len(name) and name[stop] in _NUMERALS:
        stop += 1
    return name[start:stop]


def _common_start(one: str, other: str) -> int:
    size, start = min(len(one), len(other)), 0
    while start < size and one[start] == other[start]:
        start += 1
    return start


def middles(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two stems between the ends that they share.

    >>> middles("双埝塘", "双堰塘"), middles("大溪", "大溪口")
    (('埝', '堰'), ('', '口'))
    """
    size = min(len(one), len(other))
    start, end = _common_start(one, other), 0
    while end < size - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
