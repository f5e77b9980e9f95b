"""Names that hardly any unit has: with signs, of one character, two with nothing between."""

from collections.abc import Iterator, Sequence
from string import ascii_letters, digits

from pilotdiff.census.doubtful.recorded_towns import is_recorded_town
from pilotdiff.census.doubtful.unit_views import UnitViews
from pilotdiff.model import DoubtfulLine, Level, Said, Unit, Wildcard, msg
from pilotdiff.names import called_short, gazetteer
from pilotdiff.names.kinds import kind_at_end
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, pattern

_NO_NAME = pattern(
    r"[〃〞″<>&;=|_→←↑↓+/\\#@$%^~`{}\[\]†‡¶《》、，,；：:。．]|\d[.．、]"
    # A count within: 清岗新区（1）白溪办事处.
    r"|[（(]\d{1,3}[）)](?!村|社区|组|号|大队)"
)
LOST_CHARACTER = msg("a sign stands where a character is lost")
_ONE_CHARACTER = msg("one character alone stands for a name")
_BEGINS_WITH_KIND = msg(
    "begins with the kind of a place, as if the name of that place were cut off before it"
)
_QUARTER = msg(
    "it ends like a part of a quarter or a building, and is read as a town for its place alone"
)
# 时代广场一期, 绿色新城西区, 林业小区B区, 中房90号楼; 工业园区 and 第一管理区 are towns.
_PART_OF_QUARTER = pattern(
    r".{2,}(?:[\d一二三四五六七八九十]期|(?:[东西南北A-Za-z\d一二三四五六七八九十]|(?<!集)中)区|[\d一二三四五六七八九十]号?[楼院栋幢]|小区群"
    r"|公寓|大厦|嘉苑|花苑|家苑|新苑)$"
)
_TWO_NAMES = msg("it may be two names with nothing between them")
_MAY_BE_LONGER = msg("the record has no such town there, but {town}: its name may begin later")
_SHORT, _LEAST = 2, 6
_NUMBER = r"(?:第?[一二三四五六七八九十]{1,3})(?P<kind>村|社区|村委会|居委会)"
# 市桥街道, 市场街道, 县城街道 and 市坪乡 begin so by themselves; none of the towns of 2016 and 2021
# else.
_KIND_FIRST = pattern(
    rf"[市县区](?![场城桥中南北东西郊府前底民政集直头上下里口坪])\p{{Han}}{{2,6}}{TOWN_KIND}$"
)
# A zone over a town with nothing between them, as 16 of 96,722 towns and villages are called, or a
# village before one, as no town of 2021 but one of a people is.
_TWO_IN_TOWN = pattern(
    rf".*(?:新区|开发区|高新区|园区|管理区|度假区)(?!直属|特殊)\p{{Han}}{{1,4}}{TOWN_KIND}$"
    rf"|\p{{Han}}{{2,}}?(?:村|社区)\p{{Han}}{{2,}}(?<!族){TOWN_KIND}$",
    needs="区村",
)
_PLACES = frozenset("省市州盟县区旗")


def odd_names(views: UnitViews) -> Iterator[DoubtfulLine]:
    """Yield the lines of units whose own name no unit has, each with the reason."""
    unknown = Wildcard()
    yield from _too_short(views.by_level[Level.COUNTY])
    yield from _of_several(views.by_level[Level.COUNTY])
    first = views.first_in_places
    yield from _short_parents(first)
    yield from _cut_parents(first)
    yield from _parents_with_signs(first)
    yield from _parents_without_kind(first)
    yield from _parents_of_whole_paths(first)
    yield from _unknown_areas(first)
    yield from _unknown_counties(first)
    yield from _begun_with_kinds([*views.by_level[Level.COUNTY], *first])
    yield from _numbers_alone(views.units)
    yield from _numbered_towns(views.in_text)
    towns = {unit.path.township for unit in (*first, *views.by_level[Level.TOWNSHIP])}
    begun = {town for town in towns if _KIND_FIRST.match(town)}
    # In a table nothing is odd of a plain name.
    for unit in views.units if views.in_text else views.of_odd_names:
        if unit.entry.wildcards and unknown in unit.entry.wildcards:
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, LOST_CHARACTER)
        if unit.level is Level.TOWNSHIP and _PART_OF_QUARTER.search(unit.own):
            yield DoubtfulLine(unit.entry.line, unit.own, _QUARTER)
        elif why := _oddness(unit.level, unit.own) or _holds_another(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, why)
        elif (town := unit.path.township) and not unit.entry.columns and _TWO_IN_TOWN.match(town):
            yield DoubtfulLine(unit.entry.line, town, _TWO_NAMES)
        elif _holds_its_town(unit):
            yield DoubtfulLine(unit.entry.line, unit.own, _TWO_NAMES)
        elif not unit.entry.columns and (longer := _longer_town(unit)):
            yield DoubtfulLine(unit.entry.line, unit.own, _MAY_BE_LONGER.given(town=longer))
    # 市白溪镇: the rest of the city's name stood before it.
    for unit in views.units if begun else ():
        if unit.path.township in begun:
            yield DoubtfulLine(unit.entry.line, unit.path.township, _BEGINS_WITH_KIND)


_NUMBER_ALONE = msg("it may be short for {name}, by the name before it")
_NUMERALS = frozenset("第一二三四五六七八九十")


def _numbers_alone(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the names that are a number alone behind another of their row: 二村 in
    南岭一村、二村."""
    before: Unit | None = None
    for unit in units:
        if unit.own[:1] in _NUMERALS and before is not None and (whole := _numbered(unit, before)):
            yield DoubtfulLine(unit.entry.line, unit.own, _NUMBER_ALONE.given(name=whole))
        else:
            before = unit


_NUMBER_AND_KIND = pattern(_NUMBER)
# 第一 begins with a number itself.
_STEM_AND_NUMBER = pattern(rf"(?P<stem>[^第一二三四五六七八九十]\p{{Han}}*?)(?:{_NUMBER})")


def _numbered(unit: Unit, before: Unit) -> str:
    """Return what a name that is a number alone may be short for by the name before it: 南岭二村
    of 二村 in 南岭一村、二村; "" for any other name."""
    own = _NUMBER_AND_KIND.fullmatch(unit.own)
    first = _STEM_AND_NUMBER.fullmatch(before.own)
    if own is None or first is None or before.entry.line != unit.entry.line:
        return ""
    return first["stem"] + unit.own if own["kind"] == first["kind"] else ""


_OF_THE_ROW = msg("begins with a number, which may be that of its row, before {name}")
# No town of the codes of 2021 begins so, as months and counts do.
_COUNTED_TOWN = pattern(r"\d{1,4}(?P<name>[年月日时分个人家户天万千百元]\p{Han}*[镇乡道])")


def _numbered_towns(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns, or the first villages of those, that begin like a month or a count: 1月亮镇,
    which may be the first of numbered rows."""
    told = set()
    for unit in units:
        town = unit.path.township
        if town in told or not town[:1].isdecimal():
            continue
        if (counted := _COUNTED_TOWN.fullmatch(town)) is not None:
            told.add(town)
            yield DoubtfulLine(unit.entry.line, town, _OF_THE_ROW.given(name=counted["name"]))


# 东乡村, 新镇社区 and 街道社区 are called so.
_TOWN_FIRST = pattern(r"\p{Han}{2,4}?(?:镇|乡|街道)\p{Han}{2,}(?:村|社区)$", needs="镇乡道")


def _holds_its_town(unit: Unit) -> bool:
    """Tell whether a village in a zone or the like begins with a town: 白溪镇东岭村 in
    清岗风景区."""
    *_, over, own = unit.path
    in_no_town = len(own) >= _LEAST and over and not over.endswith(("镇", "乡", "街道"))
    return bool(in_no_town) and _TOWN_FIRST.match(own) is not None


def _longer_town(unit: Unit) -> str:
    """Return the town that the official record has where a village takes its last character for the
    first of its own name: 白溪乡镇 of 白溪乡|镇东岭村; "" for none."""
    town, own = unit.path.township, unit.path.community
    if own[:1] not in ("镇", "乡") or not town.endswith(("镇", "乡")):
        return ""
    longer = town + own[0]
    is_there = is_recorded_town(unit.path, longer) and not is_recorded_town(unit.path, town)
    return longer if is_there else ""


# The code of a column beside it.
_CODE = pattern(r"\d{6,}")
# A bracket that is open, or closed, alone.
_UNPAIRED = pattern(r"[（(](?=[^）)]*$)|^[^（(]*?[）)]", needs="（()）")
# None of 14,507 towns and 326 of 618,133 villages read so (the codes of 2021).
_TWO = {
    Level.COUNTY: pattern(
        r".+(?:(?:[县旗]|区(?!管)).{2,}[县市区旗]|市.{2,}市)$"
        # 白石镇清溪区; a zone may be called by its town: 白石镇工业园区.
        r"|.+(?:镇|乡|街道).{2,}(?:[县旗]|(?<![园发理新景范验])区)$"
    ),
    Level.TOWNSHIP: pattern(r".{2,}?(?:[镇乡]|街道)[^镇乡街道村社]{2,}(?:[镇乡]|街道)$"),
    Level.COMMUNITY: pattern(
        r".{2,}?(?:村|社区)(?!管理|服务)[^第村社街组区委居]{2,}(?:(?<!自然)(?<!行政)村|社区)$"
        r"|.{2,}?社区[^第社委居]{2,}社区$"
    ),
}
# 街道居委会, 街道社区 and 街道村 are called so by themselves, as 150 villages of 2021.
_STREET_FIRST = pattern(rf"街道(?!社区|居|村|口|直辖)\p{{Han}}{{2,}}{VILLAGE_KIND}")
# What joins it to the town before it: 白溪镇及东岭村. 及家庄 and 及第村 are called so.
_JOINERS = frozenset("以及和与")
_JOINED = pattern(r"(?:以及|及其|和其|与其|及(?![家庄第时村]))\p{Han}{2,}")
# A word within the name that says what it is: 东岭（行政）村.
_BRACKETED = pattern(
    rf"\p{{Han}}[（(]\p{{Han}}{{1,4}}[）)](?:{VILLAGE_KIND}|{TOWN_KIND})", needs="（("
)
_ENDS = frozenset("县市区旗镇乡道村社")


def _oddness(level: Level, name: str) -> Said:
    """Say what no name has, "" where there is nothing of it.

    >>> names = ("白石镇清溪乡", "同上白石镇", "白石镇")
    >>> [bool(_oddness(Level.TOWNSHIP, name)) for name in names]
    [True, True, False]
    """
    if not name.isalnum() and (sign := _NO_NAME.search(name) or _UNPAIRED.search(name)):
        return msg("{sign} stands in the name", sign=sign[0][-1])
    if not name.isalpha() and (code := _CODE.search(name)):
        return msg("{sign} stands in the name", sign=code[0])
    if not name.isalnum() and (found := _BRACKETED.search(name)):
        return msg("{sign} stands in the name", sign=found[0][1])
    if placeholder := _no_one(name):
        return msg("{sign} stands in the name", sign=placeholder)
    if len(name) == 1:
        return _ONE_CHARACTER
    if level is Level.COMMUNITY and name[0] in _JOINERS and _JOINED.match(name):
        return _TWO_NAMES
    if level is Level.COMMUNITY and _STREET_FIRST.match(name):
        return _BEGINS_WITH_KIND
    if len(name) < _LEAST or _ENDS.isdisjoint(name[2:-3]):
        return ""
    two = level in _TWO and _TWO[level].match(name)
    return _TWO_NAMES if two and not gazetteer.find(name) else ""


_TOO_SHORT = msg("the standard has no county of so short a name: its beginning may be lost")


def _too_short(counties: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the counties of two characters that the standard does not have, where it has most."""
    named = [unit for unit in counties if not called_short(unit.own, Level.COUNTY)]
    unknown = [unit for unit in named if not gazetteer.find(unit.own)]
    if 2 * len(unknown) < len(counties):
        for unit in unknown:
            if len(unit.own) == _SHORT:
                yield DoubtfulLine(unit.entry.line, unit.own, _TOO_SHORT)


_OF_SEVERAL = msg(
    "several counties are called so without their kinds, and no place tells which one it is"
)


def _of_several(counties: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the counties written without their kinds of which there are several: 平山, where no
    place tells 平山县 from 平山区."""
    for unit in counties:
        if len(called_short(unit.own, Level.COUNTY)) > 1:
            yield DoubtfulLine(unit.entry.line, unit.own, _OF_SEVERAL)


_KINDLESS = msg(
    "neither a kind nor the standard tells that it is a city or county: its name may be cut off"
)


def _parents_without_kind(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the cities and counties over others that neither a kind nor the standard tells to be
    such, where others are: 蒙古族自, of a name that its cell cuts off."""
    for level in (Level.PREFECTURE, Level.COUNTY):
        first = {
            u.path[level.depth]: u
            for u in reversed(units)
            if u.level.depth > level.depth and u.path[level.depth]
        }
        odd = [name for name in first if len(name) > 1 and not _tells_its_kind(level, name)]
        if 2 * len(odd) <= len(first):
            yield from (DoubtfulLine(first[name].entry.line, name, _KINDLESS) for name in odd)


def _tells_its_kind(level: Level, name: str) -> bool:
    return bool(kind_at_end(level, name) or called_short(name, level) or gazetteer.find(name))


_DOT = pattern(r"(?<=[县市区旗州盟镇乡])[·•](?=\p{Han})")


def _parents_with_signs(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the parents with a sign in their names, as between several: 清岗市·石县·白溪; and what
    stands in place of a name."""
    parents = {name: unit for unit in reversed(units) for name in _over(unit)}
    for name, unit in parents.items():
        sign = None if name.isalnum() else _NO_NAME.search(name) or _DOT.search(name)
        found = sign[0][0] if sign else _no_one(name) or _glued_before(name)
        if found:
            why = msg("{sign} stands in the name", sign=found)
            yield DoubtfulLine(unit.entry.line, name, why)


def _glued_before(name: str) -> str:
    """Return the letters and digits that stand before a place of the standard: q of q清岗县; "" for
    none."""
    place = name.lstrip(ascii_letters + digits)
    return name[: -len(place)] if place != name and gazetteer.find(place) else ""


# 某村, XX镇: what is written where a name is not to be told, or was never filled in; 同上, of a
# print whose columns nearly touch; 同镇, the town named before; the rank of a unit, or its class
# (一类老区); that a place has it (现辖白溪镇).
_NO_ONE = frozenset("某XxＸ×同第倒并一二三四五六现下")
_PLACEHOLDER = pattern(
    r"(?:某+|[XxＸ×]+)(?=[省市县区旗镇乡村]|街道|社区)|同(?:上|(?:[市县区旗镇乡村]|街道)$)"
    r"|(?:倒数|并列)?第(?:[\d一二三四五六七八九十]+)[名位]|[一二三四五六]类(?=\p{Han}{2})"
    r"|[现下]辖(?=\p{Han}{2})"
)


def _no_one(name: str) -> str:
    """Return what a name begins with that stands in place of one, "" where nothing does.

    >>> _no_one("同镇"), _no_one("同安镇"), _no_one("倒数第一名白石镇"), _no_one("第一镇")
    ('同镇', '', '倒数第一名', '')
    >>> _no_one("一类老区"), _no_one("一村"), _no_one("现辖白石镇"), _no_one("下辖村")
    ('一类', '', '现辖', '')
    """
    found = _PLACEHOLDER.match(name) if name[0] in _NO_ONE else None
    return found[0] if found else ""


_NO_PREFECTURE = msg("there is no prefecture of this name: it may be a town, in a county")


def _unknown_areas(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the areas over others that are none of the prefectures there were: 白溪地区, a town of
    清岗区, read as a prefecture."""
    first = {u.path.prefecture: u for u in reversed(units) if u.level is not Level.PREFECTURE}
    for name, unit in first.items():
        if gazetteer.is_unknown_area(Level.PREFECTURE, name):
            yield DoubtfulLine(unit.entry.line, name, _NO_PREFECTURE)


_NO_COUNTY = msg("there is no county of this name, as there is of the others: it may be misspelt")
_MOST_KNOWN, _ONE_IN = 4, 5


def _unknown_counties(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the counties over others that there never were, where nearly all others are known:
    镇巴巴县 among 城固县, 留坝县, 略阳县 and 宁强县. A zone is called as it likes."""
    depth = Level.COUNTY.depth
    first = {u.path[depth]: u for u in reversed(units) if u.level.depth > depth and u.path[depth]}
    ends = ("县", "旗", "市")
    odd = [name for name in first if name.endswith(ends) and not gazetteer.known(name)]
    if len(first) - len(odd) >= _MOST_KNOWN and _ONE_IN * len(odd) <= len(first):
        yield from (DoubtfulLine(first[name].entry.line, name, _NO_COUNTY) for name in odd)


def _begun_with_kinds(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the counties and cities that the standard has but for a kind before them: 市长沙县,
    where a line broke within 长沙市长沙县."""
    first = {name: u for u in reversed(units) for name in u.path[1 : Level.COUNTY.depth + 1]}
    for name, unit in first.items():
        if name[:1] in _PLACES and gazetteer.find_whole(name[1:]) and not gazetteer.find(name):
            yield DoubtfulLine(unit.entry.line, name, _BEGINS_WITH_KIND)


_KINDS = _PLACES | frozenset("镇乡村园")


def _cut_parents(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the parents of which one character is left, or two kinds, as where a line broke: 郑 of
    郑州市, 村镇 of 尚村镇."""
    first = {name: unit for unit in reversed(units) for name in _over(unit) if len(name) <= _SHORT}
    for name, unit in first.items():
        if len(name) == 1:
            yield DoubtfulLine(unit.entry.line, name, _ONE_CHARACTER)
        elif _KINDS.issuperset(name) and not gazetteer.known(name):
            yield DoubtfulLine(unit.entry.line, name, _BEGINS_WITH_KIND)


def _over(unit: Unit) -> Iterator[str]:
    """Yield the parents of a unit; a place called like it says nothing more than its own name."""
    return (name for name in unit.parents if name and name != unit.own)


_SHORT_PARENT = msg(
    "the standard has no such city or county, and none is of so short a name: its beginning may be "
    "lost"
)
# 巴州, 博州: prefectures are written so.
_ABBREVIATED = "州盟"


def _short_parents(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the parents of two characters that the standard does not have, where it has as many:
    节市, of 毕节市."""
    for depth in (Level.PREFECTURE.depth, Level.COUNTY.depth):
        first = {u.path[depth]: u for u in reversed(units) if u.level.depth > depth}
        parents = [name for name in first if name]
        unknown = [name for name in parents if not gazetteer.find(name)]
        if 2 * len(unknown) <= len(parents):
            short = [
                name for name in unknown if len(name) == _SHORT and name[-1] not in _ABBREVIATED
            ]
            yield from (DoubtfulLine(first[name].entry.line, name, _SHORT_PARENT) for name in short)


# The end of a name within another.
_ENDED = pattern(r"(?:居委会|村委会|社区|[镇乡村])(?=\p{Han}{3})")


def _holds_another(unit: Unit) -> Said:
    """Say that a town or community bears the name of a city or county that it does not lie in, or
    begins with it, or goes on with it behind its kind: 清岗县白石镇 under 白溪县."""
    name = unit.own
    if unit.level.depth <= Level.COUNTY.depth or _PLACES.isdisjoint(name[2:]):
        return ""
    if unit.level is Level.TOWNSHIP and not name.endswith("新区") and gazetteer.find_whole(name):
        return _TWO_NAMES
    if len(name) < _LEAST:
        return ""
    behind = (match.end() for match in _ENDED.finditer(name))
    begun = (_places_at_start(name[start:]) for start in (0, *behind))
    is_another = any(places and places.isdisjoint(unit.path) for places in begun)
    return _TWO_NAMES if is_another else ""


# 天门市场社区 bears the name of no city.
_NO_PLACE = frozenset("场民政郊")


def _places_at_start(text: str) -> set[str]:
    """Return the cities and counties, by their whole names, that a text begins with and goes on
    behind."""
    lengths = (length for length in gazetteer.lengths(text[:2]) if 2 < length < len(text))
    ends = (n for n in lengths if text[n - 1] in _PLACES and text[n] not in _NO_PLACE)
    return set(filter(gazetteer.find_whole, (text[:n] for n in ends)))


def _parents_of_whole_paths(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the towns and counties over others that are called by a whole path, which could not be
    read: 河北省清岗县白的乡 as a town of no county."""
    for depth in (Level.COUNTY.depth, Level.TOWNSHIP.depth):
        first = {u.path[depth]: u for u in reversed(units) if u.level.depth > depth}
        for name, unit in first.items():
            above = unit.path[:depth]
            if not any(above) and _places_at_start(name) and not gazetteer.find(name):
                yield DoubtfulLine(unit.entry.line, name, _TWO_NAMES)
