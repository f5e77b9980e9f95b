"""The units that other documents name, found by level and name, and told apart by their places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.matching.names.lost_character_fit import part_fits, wildcards_of
from pilotdiff.matching.names.name_keys import category_of, name_of
from pilotdiff.matching.places.matched_places import Place, compared_place
from pilotdiff.model import (
    Confirmation,
    DivisionPath,
    Entry,
    Filed,
    Level,
    Source,
    SourceKind,
    Unit,
)
from pilotdiff.model.repairs import LOST
from pilotdiff.outcomes.changes import same_bare
from pilotdiff.repair import fold
from pilotdiff.units import resolve


class Witness(NamedTuple):
    """A unit that another document lists or mentions."""

    source: Source
    unit: Unit
    place: Place


class Witnesses:
    """What some documents name; those without any name witness nothing."""

    def __init__(self, documents: Iterable[Filed]) -> None:
        self._named: dict[tuple[Level, str, str], list[Witness]] = defaultdict(list)
        self._levels: dict[Level, list[Witness]] = defaultdict(list)
        for filed in documents:
            for unit in _units(filed):
                witness = Witness(filed.source, unit, _place(unit))
                self._levels[unit.level].append(witness)
                if LOST not in unit.own:
                    self._named[_key(unit)].append(witness)

    def of(self, unit: Unit) -> Iterator[Witness]:
        """Yield the witnesses that name this unit, in its place or in none that contradicts it."""
        place = _place(unit)
        if LOST in unit.own:
            found = [one for one in self._levels[unit.level] if _fits(unit, one.unit)]
        else:
            found = self._named.get(_key(unit), [])
        return (one for one in found if _compatible(unit.level, place, one.place))


def confirmations(unit: Unit, witnesses: Sequence[Witness]) -> tuple[Confirmation, ...]:
    """Return what these say of a unit that they name: the first word of each document, in time."""
    ordered = sorted(witnesses, key=lambda one: (one.source.date, one.source.id))
    first = {one.source.id: one for one in reversed(ordered)}
    found = (first[id] for id in dict.fromkeys(one.source.id for one in ordered))
    return tuple(
        Confirmation(
            document=one.source.id,
            kind=one.source.kind,
            date=one.source.date,
            line=one.unit.entry.line,
            written=one.unit.entry.raw,
            category=_contradicting(unit, one),
            restores=LOST in unit.own,
        )
        for one in found
    )


def _units(filed: Filed) -> Iterator[Unit]:
    """Yield the units that a document lists, those that its prose mentions, and whose plan it
    is."""
    yield from filed.units.units
    listing = filed.units.listing
    if filed.source.kind is SourceKind.PLAN:
        yield from _own(filed)
    if listing.mentions:
        # Read together: a mention's elided parents are those of the list it stands beside.
        whole = resolve(replace(listing, entries=(*listing.entries, *listing.mentions)))
        yield from whole.units[len(filed.units.units) :]


def _own(filed: Filed) -> Iterator[Unit]:
    """Yield the county whose plan this is: the one that all its units stand in, named in its title
    or by its issuer."""
    counties = {unit.path[: Level.TOWNSHIP.depth] for unit in filed.units.units}
    if len(counties) != 1:
        return
    province, prefecture, county = next(iter(counties))
    heads = (filed.source.title, filed.source.issuer)
    written = next((text for text in heads if county and county in text), "")
    if written:
        entry = Entry(written, county, _line(filed, county))
        path = DivisionPath(province, prefecture, county)
        yield Unit(entry, "", Level.COUNTY, path, county)


def _line(filed: Filed, name: str) -> int:
    """Return the first line that has a name, 1 where none has it as it stands."""
    lines, key = filed.units.listing.document.lines, fold(name)
    return next((line.number for line in lines if key in fold(line.text)), 1)


def _key(unit: Unit) -> tuple[Level, str, str]:
    name = name_of(unit.level, unit.own)
    return unit.level, name.stem, name.kind


def _fits(damaged: Unit, sound: Unit) -> bool:
    wildcards = wildcards_of(damaged, damaged.level.depth)
    return LOST not in sound.own and part_fits(damaged.level, damaged.own, wildcards, sound.own)


def _place(unit: Unit) -> Place:
    """Return the keys of its parents; one that is damaged is as good as unknown."""
    known = zip(compared_place(unit), unit.path, strict=False)
    return tuple("" if LOST in part else key for key, part in known)


def _compatible(level: Level, ours: Place, theirs: Place) -> bool:
    """Tell whether two places can be one: no parent differs, and one near enough is the same.

    That is the county for what lies below one, and a province or prefecture for a county.
    """
    pairs = list(zip(ours, theirs, strict=True))
    if not all(_agrees(depth, *pair) for depth, pair in enumerate(pairs)):
        return False
    if level.depth > Level.COUNTY.depth:
        return all(pairs[Level.COUNTY.depth])
    return level is not Level.COUNTY or any(all(pair) for pair in pairs)


def _agrees(depth: int, ours: str, theirs: str) -> bool:
    """Tell whether two parents may be one: unknown, equal, or one written without its kind."""
    return not ours or not theirs or ours == theirs or same_bare(depth, ours, theirs)


def _contradicting(unit: Unit, witness: Witness) -> str:
    """Return the category that a document of the same programme gives, where the lists give
    another."""
    theirs, ours = witness.unit.entry.category, unit.entry.category
    if witness.source.kind is SourceKind.ZONES or not ours or not theirs:
        return ""
    return theirs if category_of(ours) != category_of(theirs) else ""
