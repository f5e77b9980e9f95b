"""A question about a unit, as a person writes it, and what the record answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pilotdiff.model import LEVELS, Level
from pilotdiff.names import parse
from pilotdiff.record import counties
from pilotdiff.record.chains import of_code
from pilotdiff.record.locating import Path, locate
from pilotdiff.record.lookalikes import near
from pilotdiff.record.recorded import Recorded

# What a name written without its kind may be, 襄樊 or 太谷.
_KINDS = ("", "市", "县", "区", "州", "盟", "地区", "旗", "省")
_TOPS = (Level.PROVINCE, Level.PREFECTURE, Level.COUNTY)
_DIGITS = (2, 4, 6, 9, 12)


class RecordAnswer(NamedTuple):
    """What the record has of what was asked.

    found    the units of that name or code, the newest first
    kindred  where none bears the name: those of its stem under another kind
    near     where there is none of these either: names one character off
    """

    asked: str
    found: tuple[Recorded, ...]
    kindred: tuple[Recorded, ...] = ()
    near: tuple[Recorded, ...] = ()


def ask(text: str, within: str = "", year: int | None = None) -> RecordAnswer:
    """Answer a name with or without its parents, or a code of 2, 4, 6, 9 or 12 digits.

    `within` is a place that it lies in. With `year` only what stands in that edition is found.

    >>> [(each.code, each.name) for each in ask("110101001").found]
    [('110101001', '东华门街道')]
    """
    if text.isdigit():
        found = of_code(text.ljust(6, "0")) if len(text) in _DIGITS else ()
        return RecordAnswer(text, _newest_first(_in(year, found)))
    paths = list(_paths(text, within))
    located = [locate(path) for path in paths]
    found = _newest_first(_in(year, (each for one in located for each in one.same)))
    if found:
        return RecordAnswer(text, found)
    kindred = _newest_first(_in(year, (each for one in located for each in one.kindred)))
    others = () if kindred else tuple(each for path in paths for each in near(path))
    return RecordAnswer(text, (), kindred, _newest_first(_in(year, others)))


def _in(year: int | None, found: Iterable[Recorded]) -> Iterable[Recorded]:
    return (each for each in found if year is None or each.distance(year) == 0)


def _newest_first(found: Iterable[Recorded]) -> tuple[Recorded, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda each: (-each.last, each.code)))


def _paths(text: str, within: str) -> Iterable[Path]:
    """The paths that a text may mean below a place: as it is read, or with a kind behind it."""
    above = _path(within)
    reading = parse(text)
    if reading is not None:
        yield _merged(_path(text), above)
    for level in _TOPS if reading is None or len(reading.parts) == 1 else ():
        for kind in _KINDS:
            if counties.named(level, text + kind):
                yield _merged(_single(level, text + kind), above)


def _path(text: str) -> Path:
    reading = parse(text) if text else None
    slots = [""] * len(LEVELS)
    if reading is not None:
        for level, part in reading.parts:
            slots[level.depth] = part
    elif text:
        for level in _TOPS:
            if counties.named(level, text):
                return _single(level, text)
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def _single(level: Level, name: str) -> Path:
    slots = [name if each is level else "" for each in LEVELS]
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def _merged(path: Path, above: Path) -> Path:
    a, b, c, d, e = (mine or its for mine, its in zip(path, above, strict=True))
    return (a, b, c, d, e)
