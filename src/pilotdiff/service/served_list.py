"""A list as a service: what `match` would say of a list that holds the queried unit alone."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, compared_with
from pilotdiff.model import LEVELS, WENT_ON, Level, Row, Unit, Units
from pilotdiff.reconciliation import Reconciler
from pilotdiff.record import RecordYear
from pilotdiff.report.answers import entries_answer
from pilotdiff.report.answers.entry_places import EntryPlaces
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.service.query_units import units_of
from pilotdiff.service.served import Entity, ServedCandidate
from pilotdiff.service.service_queries import Query
from pilotdiff.service.unit_index import UnitIndex

# What is less likely than this is no candidate: one in a hundred.
_LEAST = 1.0


class ServedList:
    """The units of a list, asked one by one. One-to-one it is not: two queries may name one unit.

    Codes are those of the record's `edition`; None does without the record.
    """

    def __init__(self, units: Units, words: Words, edition: RecordYear | None = None) -> None:
        self._units, self._words, self._edition = units, words, edition
        self._by_id = {unit.id: unit for unit in units.units}
        self._index = UnitIndex(units.units)

    @property
    def name(self) -> str:
        """The title of the list, else the name of its file."""
        return self._units.listing.called

    @property
    def space(self) -> str:
        """The ids are the list's own: its fingerprint tells which list."""
        return f"urn:sha256:{self._units.listing.document.sha256}"

    @property
    def properties(self) -> Sequence[str]:
        """The columns of `parse -f csv`."""
        return entries_answer.COLUMNS

    @cached_property
    def _places(self) -> EntryPlaces:
        return EntryPlaces(self._units)

    @cached_property
    def levels(self) -> Sequence[Level]:
        """The levels of its units."""
        found = {unit.level for unit in self._units.units}
        return tuple(level for level in LEVELS if level in found)

    def entity(self, id: str) -> Entity | None:
        """Return the entity of an id, None where there is none."""
        unit = self._by_id.get(id)
        if unit is None:
            return None
        cells = entries_answer.entry_cells(unit, self._places, self._words, self._edition)
        values = dict(zip(entries_answer.COLUMNS, cells, strict=True))
        return self._entity(unit)._replace(values=values)

    def suggested(self, prefix: str) -> list[Entity]:
        """Return the units whose own name begins so, then those whose whole name holds it."""
        own, within = [], []
        for unit in self._units.units:
            if unit.own.startswith(prefix) or unit.id == prefix:
                own.append(unit)
            elif prefix in unit.name or prefix in "".join(unit.path):
                within.append(unit)
        return [self._entity(unit) for unit in (*own, *within)]

    def candidates(self, query: Query) -> list[ServedCandidate]:
        """Return who may be meant, the likeliest first."""
        asked = units_of(query)
        found = [each for unit in asked.units for each in self._of_unit(asked, unit)]
        if len(asked.units) > 1:  # several names in one cell are several units: none is the one
            found = [each._replace(matched=False) for each in found]
        if query.types:
            found = [each for each in found if each.entity.level in query.types]
        return sorted(found, key=lambda one: (not one.matched, -one.score))

    def _of_unit(self, asked: Units, unit: Unit) -> list[ServedCandidate]:
        near = [self._units.units[number] for number in self._index.near(unit)]
        if not near:
            return []
        row = self._row(replace(asked, units=(unit,)), replace(self._units, units=tuple(near)))
        compared = compared_with(unit, near)
        found = [self._candidate(each) for each in compared]
        if row is None or row.pairing is None or row.result is None:
            return [each for each in found if each.score >= _LEAST]
        held, sure = row.result.id, round(100 * row.pairing.confidence, 1)
        matched = row.outcome in WENT_ON and _is_placed(unit)
        alone = max((each.score for each in found if each.entity.id == held), default=0.0)
        # Who is as near as the one that is held may be meant as well.
        shown = (
            each._replace(score=sure if each.score >= alone else min(each.score, sure))
            for each in found
        )
        return [
            each._replace(matched=matched and each.entity.id == held)
            for each in shown
            if each.entity.id == held or each.score >= _LEAST
        ]

    def _row(self, asked: Units, near: Units) -> Row | None:
        """Return what `match` says of the unit in a list of its own."""
        rows = Reconciler(record=self._edition is not None).rows(asked, near)
        return next((row for row in rows if row.pilot is not None), None)

    def _candidate(self, one: ConsideredUnit) -> ServedCandidate:
        """Return a candidate with the probability that its name and place alone give."""
        percent = round(100 * one.confidence, 1)
        return ServedCandidate(self._entity(one.unit), percent, weights=one.match_weights)

    def _entity(self, unit: Unit) -> Entity:
        said = [self._words(LEVEL_NAMES[unit.level]), unit.entry.category]
        return Entity(unit.id, unit.name, unit.level, " · ".join(filter(None, said)))


def _is_placed(unit: Unit) -> bool:
    """Tell whether a query says where its unit lies; a town's or village's name alone says nothing,
    though the list has one of that name only: the client's table may be of anywhere."""
    return unit.level.depth <= Level.COUNTY.depth or any(unit.path[1 : unit.level.depth])
