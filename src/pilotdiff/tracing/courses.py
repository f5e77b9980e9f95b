"""The way of a place through the documents: every line that names it or something in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.model import LEVELS, WENT_ON, DivisionPath, Filed, Outcome, PathPrefix, Row, Unit
from pilotdiff.reconciliation import Reconciler
from pilotdiff.repair import fold
from pilotdiff.tracing.paired_rows import PairedRows
from pilotdiff.tracing.place_spellings import Spelling, bear_one_name, grouped, joined_spelling
from pilotdiff.tracing.trail_types import Course, Sighting, Stop

SpelledPlace = Sequence[PathPrefix]


class NamedAt(NamedTuple):
    """A unit that a document names, in its list or in its running text."""

    document: int
    unit: Unit
    mentioned: bool


def courses(
    places: Sequence[SpelledPlace],
    documents: tuple[Filed, ...],
    named: Sequence[NamedAt],
    reconciler: Reconciler,
) -> Iterator[Course]:
    """Yield a way for each place, given by its spellings; two of them may turn out to be one that
    moved.

    `named` holds all that the documents name, these told by their place in `documents`.
    """
    tracer = _Tracer(documents, named, reconciler)
    told: set[PathPrefix] = set()
    for place in places:
        if not told.issuperset(place):
            spellings = tracer.spellings(place)
            told.update(spellings)
            yield tracer.way(spellings)


class _Tracer:
    """The way of one place after the other through the same documents."""

    def __init__(
        self, documents: tuple[Filed, ...], named: Sequence[NamedAt], reconciler: Reconciler
    ) -> None:
        self._documents = documents
        self._numbers = {filed.source.id: at for at, filed in enumerate(documents)}
        self._named = named
        self._fates = PairedRows(documents, reconciler)
        self._lying: dict[PathPrefix, list[NamedAt]] = {}
        self._depths: set[int] = set()

    def spellings(self, place: SpelledPlace) -> list[PathPrefix]:
        """Return those of a place, and those of every name that it had before or has since."""
        self._index(len(place[0]) - 1)
        spellings = list(place)
        for prefix in spellings:  # it grows on the way
            for other in self._next_names(prefix):
                if other not in spellings:
                    spellings += [one for one in self._spelled(other) if one not in spellings]
        return spellings

    def way(self, spellings: SpelledPlace) -> Course:
        """Return everything that the documents say of a place, whatever it is called in them."""
        depth = len(spellings[0]) - 1
        found: list[dict[int, Sighting]] = [{} for _ in self._documents]
        for prefix in spellings:
            for each in self._lying.get(prefix, ()):
                found[each.document][id(each.unit.entry)] = self._sighting(each, depth)
        self._add_partners(found)
        told = list(zip(self._documents, found, strict=True))
        stops = tuple(
            Stop(filed, _in_order(seen), self._fates.unpaired(filed))
            for filed, seen in told
            if seen
        )
        # Damaged names are shown as the other list has them: then only the spellings are left.
        names = _names(stops, set(spellings)) or (spellings[0][-1],)
        return Course(
            level=LEVELS[depth],
            path=DivisionPath(*(*joined_spelling(spellings)[:-1], names[0])),
            names=names,
            stops=stops,
            absent=tuple(filed for filed, seen in told if not seen),
        )

    def _index(self, depth: int) -> None:
        """Index the units that lie in each place of a level, and the place itself."""
        if depth in self._depths:
            return
        self._depths.add(depth)
        for each in self._named:
            path = each.unit.path
            if path[depth]:
                self._lying.setdefault(path[: depth + 1], []).append(each)

    def _next_names(self, prefix: PathPrefix) -> Iterator[PathPrefix]:
        """Yield what the other list of a batch calls the units of this name."""
        for each in self._lying.get(prefix, ()):
            if len(prefix) != each.unit.level.depth + 1 or each.mentioned:
                continue
            fate = self._fates.of(self._documents[each.document], each.unit)
            # Whatever a person must decide first is no name of the unit yet.
            if fate is not None and fate.row.outcome in WENT_ON and fate.row.pairing:
                for unit in (fate.row.pairing.pilot, fate.row.pairing.result):
                    yield unit.path[: len(prefix)]
            elif fate is not None and fate.row.outcome is Outcome.REPEATED:
                yield from self._listed_as(fate.row.other, each.document, len(prefix))

    def _listed_as(self, name: str, document: int, length: int) -> Iterator[PathPrefix]:
        """Yield the place that a document lists under another name as well (屯留县, 屯留区)."""
        for each in self._named:
            if each.document == document and each.unit.name == name:
                yield each.unit.path[:length]

    def _spelled(self, prefix: PathPrefix) -> tuple[PathPrefix, ...]:
        """Return a place of this spelling with all others that mean it."""
        alike = [one for one in self._lying if bear_one_name(one, prefix)]
        groups = grouped(Spelling(one, self._listing(one)) for one in alike)
        return next((group for group in groups if prefix in group), (prefix,))

    def _listing(self, prefix: PathPrefix) -> frozenset[int]:
        """Return the documents that list a place itself."""
        return frozenset(
            each.document
            for each in self._lying[prefix]
            if each.unit.level.depth == len(prefix) - 1 and not each.mentioned
        )

    def _sighting(self, each: NamedAt, depth: int) -> Sighting:
        unit, itself = each.unit, each.unit.level.depth == depth
        fate = None
        if not each.mentioned:
            fate = self._fates.of(self._documents[each.document], unit)
        if fate is None:
            return Sighting(unit, itself, each.mentioned)
        own = next(u for u in (fate.row.pilot, fate.row.result) if u and u.entry is unit.entry)
        return Sighting(own, itself, each.mentioned, fate.row, fate.other, False, fate.claims)

    def _add_partners(self, found: list[dict[int, Sighting]]) -> None:
        """Add to the way what the other list has for a unit, wherever it lies there."""
        for filed, seen in zip(self._documents, found, strict=True):
            for sighting in list(seen.values()):
                partner = sighting.partner
                if partner is not None:
                    back = sighting._replace(
                        unit=partner,
                        other=filed.source.id,
                        proposed=sighting.row is not None
                        and sighting.row.outcome is Outcome.REVIEW,
                    )
                    found[self._numbers[sighting.other]].setdefault(id(partner.entry), back)
        for seen in found:
            for sighting in list(seen.values()):
                for claim in sighting.claims:
                    self._add_claim(found, sighting, claim)

    def _add_claim(self, found: list[dict[int, Sighting]], sighting: Sighting, claim: Row) -> None:
        """Add what waits for a person, and may be of a unit that stands in no pair."""
        is_pilot = sighting.row is not None and sighting.row.pilot is not None
        unit = claim.result if is_pilot else claim.pilot
        at = self._numbers[sighting.other]
        if unit is None or id(unit.entry) in found[at]:
            return
        fate = self._fates.of(self._documents[at], unit)
        if fate is not None:
            told = Sighting(unit, sighting.itself, False, fate.row, fate.other, proposed=True)
            found[at][id(unit.entry)] = told


def _in_order(seen: dict[int, Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(seen.values(), key=lambda sighting: sighting.unit.entry.line))


def _names(stops: Sequence[Stop], spellings: set[PathPrefix]) -> tuple[str, ...]:
    """Return the names of a place as documents show it, the latest first; its own lines go before
    those of what lies in it."""
    depth = len(next(iter(spellings))) - 1
    lying = [
        sighting
        for stop in reversed(stops)
        for sighting in stop.sightings
        if sighting.unit.path[: depth + 1] in spellings
    ]
    sure = [one for one in lying if one.row is None or one.row.outcome is not Outcome.REVIEW]
    own = [one for one in sure if one.itself] or sure or lying
    return tuple({fold(name): name for one in own if (name := one.unit.path[depth])}.values())
