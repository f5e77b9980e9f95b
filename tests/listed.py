"""Lists of units as the cases write them: 四川省/成都市/金堂县/又新镇/清江村 #category !note."""

import re
from collections.abc import Iterable

import making
from pilotdiff.listing import outline
from pilotdiff.matching import match
from pilotdiff.model import Pairing, Row, Unit, Units, Wildcard
from pilotdiff.outcomes import DEFAULT, PROPOSE, Thresholds, judge
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


def listed(written: Iterable[str], name: str = "list.txt") -> Units:
    """The units of a list, numbered from 1; an empty place between two strokes is unknown."""
    return making.units(name, [_unit(text, n) for n, text in enumerate(written, start=1)])


def units_of(text: str, name: str = "list.txt") -> Units:
    """The units of a document with that text."""
    return resolve(outline(read_bytes(name, text.encode())))


def _unit(text: str, number: int) -> Unit:
    path, *marks = text.split()
    said = {mark[0]: tuple(mark[1:].split("+")) for mark in marks}
    unit = making.unit(
        *path.split("/"),
        id=str(number),
        line=number,
        category=said.get("#", ("",))[0],
        note=said.get("!", ("",))[0],
    )
    lost = said.get("~", ())
    wildcards = tuple(Wildcard(trail=int(byte, 16)) for byte in lost)
    return unit._replace(entry=unit.entry._replace(former=said.get("<", ()), wildcards=wildcards))


def pairings(pilots: Units, results: Units) -> list[Pairing]:
    """The pairings in the order of the pilots."""
    found = match(pilots, results).pairings
    return sorted(found, key=lambda pairing: int(pairing.pilot.id))


def told(pilots: Units, results: Units) -> list[str]:
    """What the matching says of each pilot: "1 = 2" accepted, "1 ? 2" for review, "1 -" nothing."""
    found = {pairing.pilot.id: pairing for pairing in match(pilots, results).pairings}
    return [_told(unit, found.get(unit.id)) for unit in pilots.units]


def _told(unit: Unit, pairing: Pairing | None) -> str:
    if pairing is None or pairing.confidence < PROPOSE:
        return f"{unit.id} -"
    sure = DEFAULT.accepts(pairing)
    return f"{unit.id} {'=' if sure else '?'} {pairing.result.id}"


def rows(pilots: Units, results: Units, thresholds: Thresholds = DEFAULT) -> tuple[Row, ...]:
    """The rows of two lists."""
    return judge(pilots, results, match(pilots, results), thresholds=thresholds)


def _own(name: str) -> str:
    """The last part of a whole name of a street or town, or of what lies in it."""
    return re.split("县|市", name)[-1].split("镇", 1)[-1] or re.split("县|市", name)[-1]


def shown(row: Row) -> str:
    """A row as the cases write it: outcome (changes): pilot id = result id of another."""
    changes = f" ({' '.join(row.changes)})" if row.changes else ""
    ends = (row.pilot.id if row.pilot else "", row.result.id if row.result else "")
    other = f" of {_own(row.other)}" if row.other else ""
    return f"{row.outcome}{changes}: {' = '.join(filter(None, ends))}{other}"
