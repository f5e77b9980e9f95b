"""Short forms: 喀左县 for 喀喇沁左翼蒙古族自治县, 博州; 太原 for 太原市; 渝 for 重庆市."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from pilotdiff.model import Level
from pilotdiff.names import gazetteer
from pilotdiff.names.kinds import kind_at_end, split
from pilotdiff.names.tables import rows

# Only long names of these kinds are shortened; two-character stems have nothing to leave out.
_SHORTENED = {Level.PREFECTURE: ("州", "盟"), Level.COUNTY: ("县", "旗", "区")}
_LONG = 4
_KINDS = ("区", "县", "市", "旗", "林区", "特区", "州", "盟", "地区")


def in_full(level: Level, name: str) -> str:
    """Return the whole name that a short form stands for, else the name itself.

    A short form keeps the first character and some of the others in their order, and the gazetteer
    has exactly one long name of that level and kind which it fits. Below the counties it has none.
    """
    return _in_full(level, name) if level.depth <= Level.COUNTY.depth else name


@cache
def _signs() -> dict[str, str]:
    """Return the provinces by the one character that stands for them."""
    return dict(rows("province_signs.tsv"))


@lru_cache(maxsize=1 << 12)
def _in_full(level: Level, name: str) -> str:
    if level is Level.PROVINCE and name in gazetteer.CORPS:
        return gazetteer.CORPS[0]
    if level is Level.PROVINCE and len(name) == 1:
        return _signs().get(name, name)
    divisions = [division for division in gazetteer.find(name) if division.level is level]
    if divisions and all(division.bare for division in divisions):
        return whole_name(name, level)[0][1]
    if level not in _SHORTENED or divisions:
        return name
    stem, kind = split(level, name)
    if kind not in _SHORTENED[level] or len(stem) > _LONG:
        return name
    fitting = [
        (key, whole)
        for key, whole, letters in _long_names(level, name[0]).get(kind, ())
        if stands_in_order(stem, letters)
    ]
    return fitting[0][1] if len({key for key, _ in fitting}) == 1 else name


def shortened(name: str) -> tuple[gazetteer.Division, ...]:
    """Return the one county or banner of a people that leaves out a part of its long name; () where
    the standard has the name itself, or none that it fits.

    >>> [len(shortened(name)) for name in ("喀左县", "甘孜县", "清岗县")]
    [1, 0, 0]
    """
    if not name.endswith(KINDS_OF_PEOPLES) or not 2 < len(name) <= LONGEST_SHORT:
        return ()
    whole = in_full(Level.COUNTY, name)
    return gazetteer.find(whole) if whole != name else ()


# How the names of peoples' counties and banners end, and how long their short forms are at most.
KINDS_OF_PEOPLES = ("县", "旗")
LONGEST_SHORT = 7


@lru_cache(maxsize=1 << 12)
def whole_name(text: str, level: Level | None = None) -> tuple[tuple[Level, str], ...]:
    """Return a unit written short, with its kind: 太原 is 太原市, 四川 is 四川省; () when unknown.

    A province gets the name of the standard: 广西 is 广西壮族自治区. With `level` it must stand
    there. A name in force goes before a past one (余杭区, 余杭市), but what is whole already stays:
    赣县 is no short form of its successor 赣县区.

    >>> whole_name("甘孜州")
    ((<Level.PREFECTURE: 'prefecture'>, '甘孜州'),)
    """
    if level is not Level.PREFECTURE and 1 < max(gazetteer.lengths(text[:2]), default=2) < len(
        text
    ):
        return ()  # longer than all names that begin so, as most paths are
    wholes = [
        (division.level, text + kind)
        for kind in ("", "省", "市", "州", "盟", "地区", "自治区", "区", "县", "特别行政区")
        for division in gazetteer.find_whole(text + kind)
        if level in (None, division.level)
    ]
    if wholes and wholes[0][1] == text:
        return (wholes[0],)
    if wholes:
        found = next((part for part in wholes if gazetteer.is_current(part[1])), wholes[0])
        return ((found[0], _of_standard(*found)),)
    bare = [d for d in gazetteer.find(text) if level in (None, d.level)]
    if bare or level is not Level.PREFECTURE:
        return ((bare[0].level, text),) if bare else ()
    full = _in_full(level, text)
    return ((level, full),) if full != text else ()


def whole_within(text: str, level: Level, above: Sequence[str]) -> tuple[tuple[Level, str], ...]:
    """Return the unit that a text names without its kind in the lowest of the places above it that
    the standard has: 平山 is 平山县 in 石家庄市, and 平山区 in 本溪市.

    `above` is the path of those places, "" where a tier is unknown. Where none of them tells which
    of several units it is, the text stays as it is; () when unknown.

    >>> [name for _, name in whole_within("平山", Level.COUNTY, ("河北省", "", ""))]
    ['平山县']
    >>> [name for _, name in whole_within("平山", Level.COUNTY, ())]
    ['平山']
    """
    return _whole_within(text, level, tuple(above[: level.depth]))


@lru_cache(maxsize=1 << 12)
def _whole_within(text: str, level: Level, above: tuple[str, ...]) -> tuple[tuple[Level, str], ...]:
    if gazetteer.find_whole(text):
        return whole_name(text, level)  # 赣县 is no short form of its successor
    borne = {
        text + kind: [d for d in gazetteer.find_whole(text + kind) if d.level is level]
        for kind in _KINDS
    }
    tops: list[gazetteer.Division] = []
    for depth, place in enumerate(above):
        tops = [d for d in gazetteer.find(place) if d.level.depth == depth] or tops
    within = _in_force(
        name
        for name in borne
        if any(gazetteer.lies_in_by_code(t, d) for t in tops for d in borne[name])
    )
    if len(within) == 1:
        return ((level, within[0]),)
    return ((level, text),) if len(called_short(text, level)) > 1 else whole_name(text, level)


def called_short(text: str, level: Level) -> tuple[str, ...]:
    """Return the names in force of a level that a text stands for when their kinds are left out.

    >>> called_short("平山", Level.COUNTY), called_short("平山县", Level.COUNTY)
    (('平山区', '平山县'), ())
    """
    borne = (text + kind for kind in _KINDS if text)
    return tuple(
        _in_force(n for n in borne if any(d.level is level for d in gazetteer.find_whole(n)))
    )


def _in_force(names: Iterable[str]) -> list[str]:
    """Return the names that are in force, or all where none is."""
    found = list(names)
    return [name for name in found if gazetteer.is_current(name)] or found


@lru_cache(maxsize=1 << 10)
def _of_standard(level: Level, name: str) -> str:
    """Return the name that the standard has for a province: 广西自治区 is no name of its own."""
    if level is not Level.PROVINCE:
        return name
    codes = {division.code for division in gazetteer.find(name)}
    whole = (n for n in gazetteer.names(level) if codes & {d.code for d in gazetteer.find(n)})
    return next(whole, name)


def stands_in_order(short: str, long: str) -> bool:
    """Tell whether the characters of a text stand in a longer one in their order, others between.

    >>> stands_in_order("清岗县", "清溪岗县"), stands_in_order("岗清县", "清溪岗县")
    (True, False)
    """
    rest = iter(long)
    return all(character in rest for character in short)


@cache
def _long_names(level: Level, first: str) -> dict[str, list[tuple[str, str, str]]]:
    """Return, of the names with a first character, by kind: the stem, the whole name, and that
    without its kind word."""
    table: dict[str, list[tuple[str, str, str]]] = {}
    for name in gazetteer.names(level, first):
        word = kind_at_end(level, name)
        if word is None or word.kind not in _SHORTENED[level]:
            continue
        letters = name[: -len(word.word)]
        if len(letters) >= _LONG:
            entry = (split(level, name)[0], name, letters)
            table.setdefault(word.kind, []).append(entry)
    return table
