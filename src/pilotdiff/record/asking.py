"""A question about a unit, as a person writes it, and what the record answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import in_full, parse
from pilotdiff.record import counties
from pilotdiff.record.chains import of_code
from pilotdiff.record.locating import WholePath, locate
from pilotdiff.record.lookalikes import near
from pilotdiff.record.new_areas import NewArea, new_area
from pilotdiff.record.recorded import Recorded

# What a name written without its kind may be, 襄樊 or 太谷.
_KINDS = ("", "市", "县", "区", "州", "盟", "地区", "旗", "省", "新区", "林区", "特区")
_TOPS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
_NOWHERE = ("", "", "", "", "")
DIGITS_ASKED = (2, 4, 6, 9, 12)


class RecordAnswer(NamedTuple):
    """What the record has of what was asked.

    found    the units of that name or code, the newest first
    kindred  where none bears the name: those of its stem under another kind
    areas    new areas of the State of that name, which have no code
    near     where there is none of these either: names one character off, or the name elsewhere
    """

    asked: str
    found: tuple[Recorded, ...]
    kindred: tuple[Recorded, ...] = ()
    areas: tuple[NewArea, ...] = ()
    near: tuple[Recorded, ...] = ()


def ask(text: str, within: str = "", year: int | None = None) -> RecordAnswer:
    """Answer a name with or without its parents, or a code of 2, 4, 6, 9 or 12 digits.

    `within` is a place that it lies in. With `year` only what stands in that edition is found.

    >>> [(each.code, each.name) for each in ask("110101001").found]
    [('110101001', '东华门街道')]
    """
    if text.isdigit():
        return RecordAnswer(text, _newest_first(_in(year, _of_digits(text))))
    paths = list(_paths(text, within))
    located = [locate(path) for path in paths]
    found = _newest_first(_in(year, (each for one in located for each in one.same)))
    areas = tuple(_areas(text, within))
    if found or areas:
        return RecordAnswer(text, found, areas=areas)
    kindred = _newest_first(_in(year, (each for one in located for each in one.kindred)))
    others = () if kindred else _newest_first(_in(year, _near(paths)))
    return RecordAnswer(text, (), kindred, near=others)


def _of_digits(text: str) -> tuple[Recorded, ...]:
    """Return the names that a code bore; the zeros that fill it up to twelve digits may stand."""
    if not text.isascii() or len(text) not in DIGITS_ASKED:
        return ()
    own = text.ljust(6, "0")
    while len(own) > 6 and own.endswith("000"):
        own = own[:-3]
    return of_code(own)


def _areas(text: str, within: str) -> Iterable[NewArea]:
    """Yield the new area that a text names, alone or behind its province."""
    for start in range(len(text)):
        area = new_area(text[start:])
        if area and any(
            _lies_in(area, _merged(own, above))
            for own in _meanings(text[:start])
            for above in _meanings(within)
        ):
            yield area
            return


def _lies_in(area: NewArea, place: WholePath) -> bool:
    stated = zip((Level.PROVINCE, Level.PREFECTURE), place, area[1:3], strict=False)
    return all(not part or in_full(level, part) == its for level, part, its in stated)


def _near(paths: Sequence[WholePath]) -> Iterable[Recorded]:
    """Return what stands one character off; else the name without one of the parents, which is
    unknown there or another one's."""
    found = [each for path in paths for each in near(path, anywhere=True)]
    if found:
        return found
    for path in paths:
        filled = [depth for depth in range(5) if path[depth]]
        for depth in reversed(filled[:-1]):
            a, b, c, d, e = ("" if at == depth else part for at, part in enumerate(path))
            one = locate((a, b, c, d, e))
            found += one.same or one.kindred
            if found:
                return found
    return found


def _in(year: int | None, found: Iterable[Recorded]) -> Iterable[Recorded]:
    return (each for each in found if year is None or each.distance(year) == 0)


def _newest_first(found: Iterable[Recorded]) -> tuple[Recorded, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (-each.last, each.code)))


def _paths(text: str, within: str) -> Iterable[WholePath]:
    """Yield the paths that a text may mean below a place."""
    for path in _meanings(text):
        yield from (
            _merged(path, above) for above in _meanings(within) if _do_not_disagree(path, above)
        )


def has_place(place: str) -> bool:
    """Tell whether the record has a place that something is asked for within, whole or short.

    >>> has_place("青川"), has_place("四川省广元市"), has_place("没有市")
    (True, True, False)
    """
    return any(locate(path).same for path in _meanings(place))


def _meanings(text: str) -> Iterable[WholePath]:
    """Yield the paths that a text may mean: as it is read, or with a kind behind it; "" is
    anywhere.

    A short name may be a county's as well as a prefecture's, of today or of long ago (温江).
    """
    if not text:
        yield _NOWHERE
        return
    reading = parse(text)
    if reading is not None:
        slots = [""] * len(LEVELS)
        for level, part in reading.parts:
            slots[level.depth] = part
        yield (slots[0], slots[1], slots[2], slots[3], slots[4])
    if reading is None or len(reading.parts) == 1:
        yield from _short(text)


def _short(text: str) -> Iterable[WholePath]:
    """Yield the provinces, prefectures and counties that a name may mean, its kind left out or
    not."""
    for level in _TOPS:
        for kind in _KINDS:
            if counties.named_places(level, text + kind):
                yield _single(level, text + kind)


def _single(level: Level, name: str) -> WholePath:
    slots = [name if each is level else "" for each in LEVELS]
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def _do_not_disagree(path: WholePath, above: WholePath) -> bool:
    """Tell whether no part that both state is called differently: 北京市 lies in no 上海市."""
    pairs = zip(LEVELS, path, above, strict=True)
    return all(
        not (mine and its) or in_full(level, mine) == in_full(level, its)
        for level, mine, its in pairs
    )


def _merged(path: WholePath, above: WholePath) -> WholePath:
    a, b, c, d, e = (mine or its for mine, its in zip(path, above, strict=True))
    return (a, b, c, d, e)
