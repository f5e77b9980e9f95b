"""Names of provinces, prefectures and counties since 1981: codes, and what became of them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.names import division_rows
from pilotdiff.names.division_rows import (
    Tenure,
    bearing,
    left_to,
    names_of_codes,
    spans_of,
    tenures,
)
from pilotdiff.names.kinds import PLACEHOLDERS

# The corps stands beside the provinces; its cities carry Xinjiang's codes.
CORPS = ("新疆生产建设兵团", "新疆兵团", "生产建设兵团", "兵团")
_CORPS_LENGTHS = {
    name[:2]: tuple(len(other) for other in CORPS if other[:2] == name[:2]) for name in CORPS
}
_XINJIANG = "650000"
# In a code of GB/T 2260: the first two digits of the cities that are provinces.
MUNICIPALITIES = ("11", "12", "31", "50")
# Codes were dealt out anew until the standard of 2002: before, one code is no sign of one unit.
_STEADY = 2002
# In what the codes of a level end, and in what those of the level above it.
_ZEROS = {Level.PROVINCE: ("0000", ""), Level.PREFECTURE: ("00", "0000")}


class Division(NamedTuple):
    """A division of the standard: its code and its level.

    bare   whether the name looked up stood without its kind (四川, 成都)
    """

    code: str
    level: Level
    bare: bool

    @property
    def prefix(self) -> str:
        """The part of the code that its children share."""
        return self.code[: {Level.PROVINCE: 2, Level.PREFECTURE: 4}.get(self.level, 6)]


def _divisions(name: str) -> tuple[Division, ...]:
    """Return what bears a name; 石河子市 was a prefecture once: a name in use means its use."""
    spans = bearing(name)
    found = [d for s in spans if _is_steady(s) for d in _called_so(s, name)]
    if name in CORPS:
        found.append(_division(_XINJIANG, bare=False))
    return tuple(dict.fromkeys(found or (d for span in spans for d in _called_so(span, name))))


def _is_steady(span: Tenure) -> bool:
    return not span.last or int(span.last) > _STEADY


def _called_so(span: Tenure, name: str) -> Iterator[Division]:
    """Yield a row's division as its name, its short name, and its name without kind call it."""
    if name in (span.name, span.short):
        yield _division(span.code, bare=False)
    if name == span.bare:
        yield _division(span.code, bare=True)


def _division(code: str, *, bare: bool) -> Division:
    return Division(code, _level(code), bare)


def _level(code: str) -> Level:
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


def known_years() -> tuple[str, str]:
    """Return the first and the last year of which the table knows a change."""
    years = [span.first for span in tenures()]
    return min(years), max(years)


@lru_cache(maxsize=1 << 16)
def lengths(start: str) -> tuple[int, ...]:
    """Tell how long the names are that begin with these two characters, shortest first."""
    found = division_rows.division_lengths(start)
    return tuple(sorted({*found, *_CORPS_LENGTHS[start]})) if start in _CORPS_LENGTHS else found


@lru_cache(maxsize=1 << 15)  # each name of a list is asked about some eight times
def find(name: str) -> tuple[Division, ...]:
    """Return the divisions that carry a name, whole or short; () when the standard has none."""
    known_name = len(name) in lengths(name[:2]) and name not in PLACEHOLDERS
    return _divisions(name) if known_name else ()


def find_whole(name: str) -> tuple[Division, ...]:
    """Return the divisions that carry a name with its kind.

    >>> [bool(find_whole(name)) for name in ("成都市", "甘孜州", "成都", "成都镇")]
    [True, True, False, False]
    """
    return tuple(division for division in find(name) if not division.bare)


def known(name: str) -> tuple[Level, ...]:
    """Return the levels at which the gazetteer has a name, whole or short (甘孜州, 四川).

    >>> known("温江区"), known("清岗区")
    ((<Level.COUNTY: 'county'>,), ())
    """
    return tuple(dict.fromkeys(division.level for division in find(name)))


@lru_cache(maxsize=1 << 14)
def homes(name: str) -> frozenset[str]:
    """Return the prefectures, by the four digits of their codes, that have had a county so called.

    >>> len(homes("鼓楼区")) > 1, len(homes("砀山县"))
    (True, 1)
    """
    found = (division for division in find(name) if division.level is Level.COUNTY)
    return frozenset(division.code[:4] for division in found)


@lru_cache(maxsize=1 << 14)
def codes(level: Level, name: str) -> frozenset[str]:
    """Return the codes under which a name of a level stood, those of its successors too.

    襄樊市 and 襄阳市 share theirs; 遵义县 has that of 播州区, which took its place.
    """
    spans = bearing(name)
    own = [s for s in spans if name in (s.name, s.short) and _level(s.code) is level]
    steady = {span.code for span in own if _is_steady(span)}
    return frozenset(steady.union(*(filter(None, map(successor, own)))))


def _begun(code: str, year: str) -> Tenure | None:
    """Return what began under a code in a year."""
    return next((s for s in reversed(spans_of(code)) if s.first == year), None)


def successor(span: Tenure) -> set[str]:
    """Return the code of the one division that took the place of another in the year of its end.

    What one joined, or joined to make, is none (崇文区 went into 东城区) unless the name goes on:
    铜官山区 is 铜官区, though a part of it was 狮子山区. Of a prefecture that was divided only what
    bears its name is (绵阳地区 is 绵阳市, and not 广元市; 南宁地区 is no 崇左市).
    """
    if not span.became:
        return set()
    heirs = [code for code in span.became.split(";") if _level(code) is not Level.PROVINCE]
    begun = [each for code in heirs if (each := _begun(code, span.last))]
    alone = len(heirs if span.bare else begun) == 1
    kept = [each for each in begun if _is_named_so(each, span)] or [
        each for each in begun if alone and _goes_on(span.name, each)
    ]
    return {each.code for each in kept} if len(kept) == 1 else set()


def _is_named_so(later: Tenure, earlier: Tenure) -> bool:
    """Tell whether the name goes on under another kind: 赣县, 赣县区; 绵阳地区, 绵阳市."""
    if earlier.bare:
        return later.bare == earlier.bare
    return later.name[:-1] == earlier.name[:-1]


@lru_cache(maxsize=1 << 12)
def took_over(before: str, after: str, city: str = "", city_after: str = "") -> bool:
    """Tell whether a county ended and another one, of another name, has it or a part of it since;
    each in its city, where that is stated.

    >>> took_over("江干区", "上城区"), took_over("上城区", "江干区"), took_over("萧山区", "上城区")
    (True, False, False)
    >>> took_over("桥东区", "长安区"), took_over("桥东区", "长安区", "邢台市", "石家庄市")
    (True, False)
    """
    codes = _made_of(_counties_in(city, before))
    return before != after and any(s.code in codes for s in _counties_in(city_after, after))


def _made_of(ended: Iterable[Tenure]) -> set[str]:
    return {code for span in ended for code in span.became.split(";")}


@lru_cache(maxsize=1 << 12)
def _counties_in(city: str, county: str) -> tuple[Tenure, ...]:
    """Return the rows of the counties so called, of those that lay in a city where the standard
    knows one that is stated."""
    starts = tuple(code[:4] for code in codes(Level.PREFECTURE, city))
    named = (s for s in bearing(county) if _level(s.code) is Level.COUNTY)
    return tuple(s for s in named if not starts or s.code.startswith(starts))


@lru_cache(maxsize=1 << 12)
def are_in_two_cities(county: str, city: str, other: str) -> bool:
    """Tell whether the standard has had a county of one name in each of two cities at one time, and
    neither went to the other.

    >>> are_in_two_cities("桥西区", "邢台市", "张家口市")
    True
    >>> are_in_two_cities("寿县", "六安市", "淮南市")
    False
    """
    known = all(codes(Level.PREFECTURE, each) for each in (city, other))
    return known and _stood_apart(_counties_in(city, county), _counties_in(other, county))


@lru_cache(maxsize=1 << 12)
def are_two_cities(one: str, other: str) -> bool:
    """Tell whether the standard has had two cities at one time, and neither went to the other.

    >>> are_two_cities("邢台市", "张家口市"), are_two_cities("莱芜市", "济南市")
    (True, False)
    """
    ours, theirs = (
        [span for span in bearing(name) if _level(span.code) is Level.PREFECTURE]
        for name in (one, other)
    )
    return _stood_apart(ours, theirs)


def _stood_apart(ours: Sequence[Tenure], theirs: Sequence[Tenure]) -> bool:
    here, there = ({span.code for span in spans} for spans in (ours, theirs))
    went = _made_of(ours) & there | _made_of(theirs) & here
    return not (went or here & there) and _stood_at_one_time(ours, theirs)


def _stood_at_one_time(ours: Iterable[Tenure], theirs: Iterable[Tenure]) -> bool:
    return any(
        a.first < (b.last or _NEVER) and b.first < (a.last or _NEVER)
        for a, b in product(ours, theirs)
    )


@lru_cache(maxsize=1 << 12)
def last_year_as(city: str, county: str) -> str:
    """Return the last year of a county called like a city that became another county since, "" for
    none.

    >>> last_year_as("昭通市", "昭阳区"), last_year_as("昭通市", "鲁甸县")
    ('2001', '')
    """
    codes = {span.code for span in bearing(county)}
    spans = (span for span in bearing(city) if _level(span.code) is Level.COUNTY and span.last)
    return max((s.last for s in spans if not codes.isdisjoint(s.became.split(";"))), default="")


@lru_cache(maxsize=1 << 12)
def taken_over_by(county: str) -> str:
    """Return the county in force that all of one went into which ended, "" where there is no one.

    >>> taken_over_by("闸北区"), taken_over_by("静安区"), taken_over_by("宣化县")
    ('静安区', '', '')
    """
    spans = [each for each in bearing(county) if each.name == county]
    became = {each.became for each in spans}
    if len(became) != 1 or not all(each.last for each in spans):
        return ""
    return next((each.name for each in spans_of(became.pop()) if not each.last), "")


@lru_cache(maxsize=1 << 12)
def are_two_counties(one: str, other: str) -> bool:
    """Tell whether the standard has had counties of two names at one time, under codes of which
    none is both's.

    >>> are_two_counties("清河县", "清河区"), are_two_counties("双流县", "双流区")
    (True, False)
    >>> are_two_counties("清河县", "清岗区")
    False
    """
    if not codes(Level.COUNTY, one).isdisjoint(codes(Level.COUNTY, other)):
        return False
    ours, theirs = (
        [each for each in bearing(name) if name == each.name and _level(each.code) is Level.COUNTY]
        for name in (one, other)
    )
    return _stood_at_one_time(ours, theirs)


# A year that comes after all others.
_NEVER = "9999"


@lru_cache(maxsize=1 << 12)
def stand_side_by_side(one: str, other: str) -> bool:
    """Tell whether the standard has counties of two names today and has had them for longer than
    codes of towns are kept: neither is the other's heir, nor was the one made of the other.

    >>> stand_side_by_side("正定县", "平山县"), stand_side_by_side("余杭区", "临平区")
    (True, False)
    >>> stand_side_by_side("漾濞县", "永平县"), stand_side_by_side("正定县", "清岗县")
    (True, False)
    """
    return all(map(_has_stood, (one, other))) and codes(Level.COUNTY, one).isdisjoint(
        codes(Level.COUNTY, other)
    )


# The year before the first edition of the codes of towns that the record has.
_BEFORE_TOWNS = "2014"


def _has_stood(name: str) -> bool:
    """Tell whether all counties so called, whole or short, stand today and stood so early."""
    named = [each for each in bearing(name) if name in (each.name, each.short)]
    begun = [e.first for e in named if not e.last and _level(e.code) is Level.COUNTY]
    return bool(begun) and max(begun) <= _BEFORE_TOWNS


def _goes_on(name: str, later: Tenure) -> bool:
    parts = (span.name for span in left_to(later.code) if span.last == later.first)
    others = [other for other in parts if other != name]
    start = later.name[0]
    return not others or (name[0] == start and all(other[0] != start for other in others))


def formerly(level: Level, name: str) -> tuple[str, ...]:
    """Return other names of a level that share a code with a name, in the order of the standard."""
    own = codes(level, name)
    return tuple(dict.fromkeys(old for code in sorted(own) for old in _called(level).get(code, ())))


@cache
def _called(level: Level) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for name in names(level):
        for code in codes(level, name):
            table.setdefault(code, []).append(name)
    return table


def is_current(name: str) -> bool:
    """Tell whether the newest edition has a whole name, or none had it.

    >>> is_current("温江区"), is_current("温江县")
    (True, False)
    """
    spans = [span for span in bearing(name) if span.name == name]
    return not spans or any(not span.last for span in spans)


def is_long_past(name: str) -> bool:
    """Tell whether all that bore a whole name had ended before the codes of today.

    >>> is_long_past("沙市市"), is_long_past("双流县"), is_long_past("双流区")
    (True, False, False)
    """
    spans = [span for span in bearing(name) if span.name == name]
    return bool(spans) and not any(map(_is_steady, spans))


def is_municipality(name: str) -> bool:
    """Tell whether a name is that of a city that is a province: 天津市, 天津.

    >>> is_municipality("北京市"), is_municipality("成都市")
    (True, False)
    """
    return any(d.level is Level.PROVINCE and d.code[:2] in MUNICIPALITIES for d in find(name))


def is_unknown_area(level: Level, name: str) -> bool:
    """Tell whether a part reads as an area that is none of the prefectures there were: a town, or
    a word of prose.

    >>> [is_unknown_area(Level.PREFECTURE, name) for name in ("琉璃河地区", "喀什地区")]
    [True, False]
    """
    return level is Level.PREFECTURE and name.endswith("地区") and not find(name)


# In a code of GB/T 2260: the third and fourth digit of a county that lies right under its province.
_PROVINCE_ITSELF = "90"


def lies_in_no_city(county: str, province: str = "") -> bool:
    """Tell whether by the standard's codes a county of that name lies right under its province; in
    a `province`, where that is known.

    >>> lies_in_no_city("天门市"), lies_in_no_city("朝阳区"), lies_in_no_city("朝阳区", "吉林省")
    (True, True, False)
    """
    within = {each.code[:2] for each in find(province) if each.level is Level.PROVINCE}
    return any(
        each.code[:2] in MUNICIPALITIES or each.code[2:4] == _PROVINCE_ITSELF
        for each in find(county)
        if each.level is Level.COUNTY and (not within or each.code[:2] in within)
    )


@cache
def names(level: Level, start: str = "") -> tuple[str, ...]:
    """Return the whole names of a level that begin so, past ones too, in the order of their
    codes.

    >>> names(Level.PREFECTURE, "甘")
    ('甘孜藏族自治州', '甘南藏族自治州')
    """
    found = names_of_codes(*_ZEROS.get(level, ("", "00")), start)
    return tuple([name for name in found if level in known(name)])


@lru_cache(maxsize=1 << 10)
def has_counties(prefecture: str) -> bool:
    """Tell whether the standard has counties under a prefecture, or does not know it.

    >>> has_counties("成都市"), has_counties("东莞市"), has_counties("清岗市")
    (True, False, True)
    """
    starts = [d.code[:4] for d in find(prefecture) if d.level is Level.PREFECTURE]
    under = (code for start in starts for code in division_rows.codes_under(start))
    return not starts or any(code[4:] not in _OF_A_CITY for code in under)


# How the codes end of a prefecture, and of the districts that are counted in one (市辖区).
_OF_A_CITY = ("00", "01")


def tier_over_towns(level: Level, name: str) -> Level:
    """Return the tier of a place as one that towns stand below: a city without counties has that of
    a county.

    >>> tier_over_towns(Level.PREFECTURE, "东莞市").value
    'county'
    """
    is_one = level is Level.PREFECTURE and not has_counties(name)
    return Level.COUNTY if is_one else level


def lies_in_by_code(upper: Division, lower: Division) -> bool:
    """Tell whether, by their codes, the lower division lies in the upper one."""
    return lower.code.startswith(upper.prefix)
