"""Units that their list alone has, while the other document names them beside its list.

A sentence (清河县因材料不全未参加验收), a second list that was read as running text, a line under
another title: the unit is in no entry there, and yet the document speaks of it. Whoever reads that
it was dropped must be told, since it may be there for better or worse.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from pilotdiff.census.why_left_out import is_contact
from pilotdiff.in_groups import in_groups
from pilotdiff.listing.lines.washing import judge_washing
from pilotdiff.model import Level, Message, Outcome, Role, Row, Unit, Units, msg
from pilotdiff.model.messages import chained, last_clause
from pilotdiff.model.plain_rows import beside_plain_rows
from pilotdiff.names import split
from pilotdiff.outcomes.nothing_found import says_nothing
from pilotdiff.patterns import pattern
from pilotdiff.repair import fold

# What surrounds a list names its office and whom it addresses; a remark below it names units.
_SURROUNDINGS = (Role.SIGNATURE, Role.ADDRESS, Role.PAGE, Role.FURNITURE)
_REMARK = pattern(r"^\s*[(（]?(?:备注|備註|说明|說明|注|註)\s*[:：]")
_ALONE = (Outcome.DROPPED, Outcome.NOT_ELIGIBLE, Outcome.NEW)
# Beside the entries of a longer document nothing is looked for.
_MOST_ENTRIES = 3_000
# A name of fewer characters stands in other words.
_SHORTEST = 2
_STOPS = "。；;，,\t\n"
_BEFORE, _AFTER = 16, 24


class NamedBeside(NamedTuple):
    """Where a document names a unit beside its list: the line, and the words around the name."""

    line: int
    text: str


def with_named_beside(rows: Sequence[Row], pilots: Units, results: Units) -> tuple[Row, ...]:
    """Return the rows; the reason of one whose unit is named beside the other list says where.

    A pilot of a level that the result list has none of is not ruled out by that any more.
    """
    left = [row for row in rows if row.outcome in _ALONE and not row.decision]
    found = _found([row.pilot for row in left if row.pilot], results)
    found |= _found([row.result for row in left if row.result], pilots)
    if not found:
        return tuple(rows)
    return tuple(_told(row, found) for row in rows)


def told_beside(row: Row) -> NamedBeside | None:
    """Return where the other document names the unit of a row, as its reason says; None where it
    does not."""
    reason = last_clause(row.reason)
    if not isinstance(reason, Message) or reason.text not in (_IN_RESULTS.text, _IN_PILOTS.text):
        return None
    place = dict(reason.values)
    return NamedBeside(int(str(place["line"])), str(place["text"]))


def _told(row: Row, found: Mapping[int, NamedBeside]) -> Row:
    place = found.get(id(row.pilot or row.result)) if row.pairing is None else None
    if place is None:
        return row
    said = _IN_RESULTS if row.pilot is not None else _IN_PILOTS
    why = said.given(line=place.line, text=place.text)
    told = () if says_nothing(row.reason) else (row.reason,)
    could = Outcome.DROPPED if row.outcome is Outcome.NOT_ELIGIBLE else row.outcome
    return row._replace(outcome=could, reason=chained((*told, why)))


_IN_RESULTS = msg("its name stands in line {line} of the result document, in no entry: “{text}”")
_IN_PILOTS = msg("its name stands in line {line} of the pilot document, in no entry: “{text}”")


def _found(units: Sequence[Unit], other: Units) -> dict[int, NamedBeside]:
    """Return which of these units the text beside a list names, each with the first place."""
    if not units:
        return {}
    # A namesake that is an entry, or a place of entries, is what such words mean.
    known = set(chain.from_iterable(unit.path for unit in other.units))
    sought = [unit for unit in units if unit.own not in known and len(unit.own) >= _SHORTEST]
    wanted = in_groups(sought, lambda unit: fold(unit.own))
    wanted |= in_groups(filter(_stem, sought), _in_brackets)
    starts = _by_start(wanted)
    found: dict[int, NamedBeside] = {}
    texts = chain.from_iterable(map(_texts, other.documents))
    entries = in_groups(other.units if wanted else (), lambda unit: unit.entry.line)
    for line, text, rest in texts if wanted else ():
        for name, at in _names_in(fold(rest), starts):
            for unit in wanted[name]:
                if not _is_of_another_county(unit, entries.get(line, ()), rest):
                    found.setdefault(id(unit), NamedBeside(line, _around(text, at, at + len(name))))
    return found


def _stem(unit: Unit) -> str:
    """Return a unit's name without its kind, "" where that is too short to tell."""
    stem = split(unit.level, unit.own)[0]
    return stem if len(stem) >= _SHORTEST else ""


def _in_brackets(unit: Unit) -> str:
    """Return how a remark that is a name without its kind, and nothing else, is written:
    石坝村（溪里）."""
    return fold(f"（{_stem(unit)}）")


def _is_of_another_county(unit: Unit, entries: Sequence[Unit], rest: str) -> bool:
    """Tell whether a name beside the entries of its line means a namesake: all of them lie in
    another county, and what stands beside them does not state that of the unit."""
    county = split(Level.COUNTY, unit.path.county)[0]
    others = {split(Level.COUNTY, each.path.county)[0] for each in entries}
    return bool(county and others) and others.isdisjoint((county, "")) and county not in rest


def _by_start(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the names by their first two characters, the longer before the shorter.

    >>> _by_start(["清河县", "清河", "白石镇"])
    {'清河': ['清河县', '清河'], '白石': ['白石镇']}
    """
    return in_groups(sorted(names, key=len, reverse=True), lambda name: name[:_SHORTEST])


def _names_in(text: str, starts: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Yield the names that stand in a text, with their places; of two that overlap the first, of
    two that begin together the longer one.

    >>> list(_names_in("另有清河县未参加", _by_start(["清河县", "河县"])))
    [('清河县', 2)]
    """
    at = 0
    while at < len(text):
        names = starts.get(text[at : at + _SHORTEST])
        name = next((name for name in names if text.startswith(name, at)), "") if names else ""
        if name:
            yield name, at
        at += len(name) or 1


def _around(text: str, start: int, end: int) -> str:
    """Return the clause of a text that holds a name, cut where it is long.

    >>> _around("经验收，清河县因材料不全未参加。", 4, 7)
    '清河县因材料不全未参加'
    """
    first = max(text.rfind(stop, 0, start) for stop in _STOPS) + 1
    last = min(at for stop in _STOPS if (at := f"{text}{_STOPS}".find(stop, end)) >= 0)
    first, last = max(first, start - _BEFORE), min(last, end + _AFTER)
    return text[first:last].strip()


def _texts(units: Units) -> Iterator[tuple[int, str, str]]:
    """Yield the lines of a document that say something beside its entries: number, text, and the
    text with the entries blanked."""
    listing = units.listing
    lines, readings = listing.document.lines, listing.readings
    names: dict[int, list[str]] = {}
    few = len(units.units) <= _MOST_ENTRIES
    if not few:
        lines, readings = beside_plain_rows(lines), beside_plain_rows(readings)
    for unit in units.units:
        names.setdefault(unit.entry.line, []).append(unit.entry.text)
    around = {each.line for each in readings if each.role in _SURROUNDINGS}
    wash = judge_washing(listing.document).wash
    for line in lines:
        entries = names.get(line.number, ())
        surrounds = line.number in around and not _REMARK.match(line.text)
        if surrounds or (entries and not few):
            continue
        cells = [wash(cell).text for cell in line.cells or (line.text,)]
        text = "\t".join(cells)
        # A name of several cells stands in its entry as one.
        read = (any(cell in name for name in entries) for cell in cells)
        rest = "\t".join("\t" * len(c) if own else c for c, own in zip(cells, read, strict=True))
        for name in entries:
            rest = rest.replace(name, "\t" * len(name), 1)
        if not (rest.isspace() or is_contact(text)):
            yield line.number, text, rest
