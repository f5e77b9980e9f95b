"""Provinces, prefectures and counties since 1981, by name and by code."""

from collections.abc import Iterator
from functools import cache, lru_cache

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import gazetteer, in_full
from pilotdiff.names.division_rows import Tenure, bearing, codes_under, left_to, spans_of
from pilotdiff.names.kinds import PLACEHOLDERS
from pilotdiff.names.tables import table_lines
from pilotdiff.names.zone_names import zone_name
from pilotdiff.record.recorded import Recorded
from pilotdiff.repair import fold

# The years of the oldest and the newest edition of counties and up.
OLDEST, NEWEST = 1981, 2026
# Only the statistical codes have zones.
NEWEST_OF_ZONES = 2023
_REGION_OF_THE_CORPS = "新疆维吾尔自治区"


@lru_cache(maxsize=1 << 13)
def level_of(code: str) -> Level:
    """Return the level of a code of 6, 9 or 12 digits."""
    if len(code) > 6:
        return Level.TOWNSHIP if len(code) == 9 else Level.COMMUNITY
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.PREFECTURE if code.endswith("00") else Level.COUNTY


def prefix_of(code: str) -> str:
    """Return the part of a code that all below it share: 51 for 510000, 5101 for 510100."""
    return code[: {Level.PROVINCE: 2, Level.PREFECTURE: 4}.get(level_of(code), len(code))]


def as_recorded(span: Tenure) -> Recorded:
    """Return a row of the table as what the record has."""
    last = int(span.last) if span.last else told_until(span.code)
    return Recorded(span.code, level_of(span.code), span.name, ((int(span.first), last),))


def told_until(code: str) -> int:
    """Return the year of the newest edition that could have a code: of zones that of 2023.

    >>> told_until("110101"), told_until("340176")
    (2026, 2023)
    """
    return NEWEST_OF_ZONES if code in _statistical() else NEWEST


@cache
def _statistical() -> frozenset[str]:
    return frozenset(table_lines("statistical_codes.txt"))


def named_places(level: Level, name: str, prefix: str = "") -> list[Recorded]:
    """Return the divisions of a name, whole or short, whose code begins with `prefix`; zones by
    other words of their sort too."""
    return list(map(as_recorded, _below(level, name, prefix)))


def _below(level: Level, name: str, prefix: str) -> list[Tenure]:
    found = [span for span in _bearers(level, name) if span.code.startswith(prefix)]
    if found or level is not Level.COUNTY or zone_name(level, name) is None:
        return found
    from pilotdiff.record.coded_zones import zones_called

    return zones_called(name, prefix)


def beginnings(level: Level, name: str, prefix: str) -> Iterator[str]:
    """Yield how the codes below the divisions of a name begin, and below those in whose place they
    stand or that stand in theirs.

    The corps has no code of its own: what lies in it has those of its region.
    """
    if level is Level.PROVINCE and name in gazetteer.CORPS:
        name = _REGION_OF_THE_CORPS
    codes = [span.code for span in _below(level, name, prefix)]
    codes += [each for code in codes for each in successions(code)]
    return map(prefix_of, codes)


@lru_cache(maxsize=1 << 12)
def _bearers(level: Level, name: str) -> tuple[Tenure, ...]:
    found = _at(level, name) or _at(level, in_full(level, name))
    # 甯鄉市 is 宁乡市 in other characters.
    return found or (_at(level, plain) if (plain := fold(name)) != name else ())


def _at(level: Level, name: str) -> tuple[Tenure, ...]:
    return tuple(span for span in bearing(name) if level_of(span.code) is level)


@lru_cache(maxsize=1 << 12)
def successions(code: str) -> tuple[str, ...]:
    """Return the codes of what took the place of a division, and of what it took the place of.

    A list names a town of 章丘区 that stood when it was 章丘市, or has the new name a year early.

    >>> successions("370114")
    ('370181',)
    """
    after = {other for span in spans_of(code) for other in _successor(span)}
    before = {span.code for span in left_to(code) if code in _successor(span)}
    return tuple(sorted((after | before) - {code}))


def _successor(span: Tenure) -> set[str]:
    """Return the code of what took a division's place, where it did not go on under its own code
    (庐山区 is 濂溪区, and not 庐山市)."""
    if not span.became:
        return set()
    goes_on = any(other.first == span.last for other in spans_of(span.code))
    return set() if goes_on else gazetteer.successor(span)


def places_under(upper: Level, above: str, level: Level, year: int) -> list[Recorded]:
    """Return the divisions of a level that lay under a province or prefecture in a year, by their
    codes.

    None where `above` is the name of no place or of several.
    """
    starts = {
        prefix_of(each.code) for each in named_places(upper, above) if not each.distance(year)
    }
    if len(starts) != 1:
        return []
    start = starts.pop()
    codes = [code for code in codes_under(start) if level_of(code) is level]
    standing = (code for code in sorted(codes) if _stood(code, year))
    found = (Recorded(code, level, name_at(code, year), ((year, year),)) for code in standing)
    return [each for each in found if each.name not in PLACEHOLDERS]


def _stood(code: str, year: int) -> bool:
    """Tell whether a code was in force at the end of a year."""
    return any(int(span.first) <= year < int(span.last or NEWEST + 1) for span in spans_of(code))


@lru_cache(maxsize=1 << 12)
def name_at(code: str, year: int) -> str:
    """Return the name that a code bore in a year, else the nearest to it; "" when there is none."""
    spans = spans_of(code)
    found = min(map(as_recorded, spans), key=lambda r: (r.distance(year), -r.last), default=None)
    return found.name if found else ""


def above(code: str, year: int) -> tuple[str, str, str]:
    """Return the province, prefecture and county over (or of) a code as they were called in a year.

    "" where there is none: 仙桃市 (429004) lies in no prefecture.
    """
    codes = (code[:2] + "0000", code[:4] + "00", code[:6])
    names = [
        name_at(each, year) if level_of(each) is level else ""
        for each, level in zip(codes, LEVELS, strict=False)
    ]
    return names[0], names[1], names[2]
