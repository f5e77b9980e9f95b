"""One name through all documents, in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from pilotdiff.model import LEVELS, Filed, Outcome, SourceKind, Unit
from pilotdiff.repair import fold
from pilotdiff.tracing.fates import Fates
from pilotdiff.tracing.model import Sighting, Stop, Trail, Way
from pilotdiff.tracing.naming import Asked, Hit, lies_in
from pilotdiff.tracing.near import near
from pilotdiff.tracing.places import Prefix, Spelling, grouped, merged, same_name
from pilotdiff.units import resolve
from pilotdiff.units.paths import make

_KINDS = list(SourceKind)


class Named(NamedTuple):
    """A unit that a document names, in its list or in its running text."""

    document: int
    unit: Unit
    mentioned: bool


def trace(name: str, documents: Sequence[Filed], within: str = "") -> Trail:
    """What the documents say of the units that `name` means, and of what lies in them.

    `name` is a unit's own name, with or without its kind and its parents, in any script; `within`
    keeps the units that lie in that place. Documents without a date come last.
    """
    ordered = tuple(sorted(documents, key=_when))
    named = [each for number in range(len(ordered)) for each in _named(ordered[number], number)]
    places = _places(Asked(name), named)
    if within:
        places = [place for place in places if any(lies_in(prefix, within) for prefix in place)]
    if not places:
        return Trail(name, ordered, (), near(name, (each.unit for each in named)))
    return Trail(name, ordered, tuple(_Tracer(ordered, named).ways(places)))


def _when(filed: Filed) -> tuple[bool, str, int]:
    source = filed.source
    kind = _KINDS.index(source.kind) if source.kind else len(_KINDS)
    return not source.date, source.date, kind


def _named(filed: Filed, number: int) -> Iterator[Named]:
    yield from (Named(number, unit, False) for unit in filed.units.units)
    listing = filed.units.listing
    if listing.mentions:
        told = resolve(replace(listing, entries=listing.mentions))
        yield from (Named(number, unit, True) for unit in told.units)


def _places(asked: Asked, named: Sequence[Named]) -> list[tuple[Prefix, ...]]:
    """The places that a name means, each by all spellings; the best fit there is decides."""
    spellings: dict[Prefix, set[int]] = defaultdict(set)
    for document, unit, _ in named:
        for depth in range(unit.level.depth + 1):
            if unit.path[depth] and asked.ends(unit.path[: depth + 1]):
                listing = spellings[unit.path[: depth + 1]]
                if depth == unit.level.depth:
                    listing.add(document)
    hits = {prefix: hit for prefix in spellings if (hit := asked.names(prefix)) is not None}
    best = min(hits.values(), default=Hit.WHOLE)
    groups = grouped(Spelling(prefix, frozenset(spellings[prefix])) for prefix in hits)
    return [group for group in groups if any(hits[prefix] is best for prefix in group)]


class _Tracer:
    """The way of one place after the other through the same documents."""

    def __init__(self, documents: tuple[Filed, ...], named: Sequence[Named]) -> None:
        self._documents = documents
        self._numbers = {filed.source.id: at for at, filed in enumerate(documents)}
        self._named = named
        self._fates = Fates(documents)
        self._lying: dict[Prefix, list[Named]] = {}
        self._depths: set[int] = set()

    def ways(self, places: Sequence[Sequence[Prefix]]) -> Iterator[Way]:
        """A way for each place; two of them may turn out to be one that moved."""
        told: set[Prefix] = set()
        for place in places:
            if not told.issuperset(place):
                self._index(len(place[0]) - 1)
                spellings = self._with_other_names(list(place))
                told.update(spellings)
                yield self._way(spellings)

    def _way(self, spellings: Sequence[Prefix]) -> Way:
        """Everything that the documents say of a place, whatever it is called in them."""
        depth = len(spellings[0]) - 1
        found: list[dict[int, Sighting]] = [{} for _ in self._documents]
        for prefix in spellings:
            for each in self._lying.get(prefix, ()):
                found[each.document][id(each.unit.entry)] = self._sighting(each, depth)
        self._add_partners(found)
        told = list(zip(self._documents, found, strict=True))
        stops = tuple(Stop(filed, _in_order(seen)) for filed, seen in told if seen)
        names = _names(stops, set(spellings))
        return Way(
            level=LEVELS[depth],
            path=make(zip(LEVELS, (*merged(spellings)[:-1], names[0]), strict=False)),
            names=names,
            stops=stops,
            absent=tuple(filed for filed, seen in told if not seen),
        )

    def _index(self, depth: int) -> None:
        """The units that lie in each place of a level, and the place itself."""
        if depth in self._depths:
            return
        self._depths.add(depth)
        for each in self._named:
            path = each.unit.path
            if path[depth]:
                self._lying.setdefault(path[: depth + 1], []).append(each)

    def _with_other_names(self, spellings: list[Prefix]) -> list[Prefix]:
        """The spellings of a place, and those of every name that it had before or has since."""
        for prefix in spellings:  # it grows on the way
            for other in self._next_names(prefix):
                if other not in spellings:
                    spellings += [one for one in self._spelled(other) if one not in spellings]
        return spellings

    def _next_names(self, prefix: Prefix) -> Iterator[Prefix]:
        """What the other list of a batch calls the units of this name."""
        for each in self._lying.get(prefix, ()):
            if len(prefix) != each.unit.level.depth + 1 or each.mentioned:
                continue
            fate = self._fates.of(self._documents[each.document], each.unit)
            if fate is not None and fate.row.outcome in _SAME and fate.row.pairing:
                for unit in (fate.row.pairing.pilot, fate.row.pairing.result):
                    yield unit.path[: len(prefix)]

    def _spelled(self, prefix: Prefix) -> tuple[Prefix, ...]:
        """A place of this spelling with all others that mean it."""
        alike = [one for one in self._lying if same_name(one, prefix)]
        groups = grouped(Spelling(one, self._listing(one)) for one in alike)
        return next((group for group in groups if prefix in group), (prefix,))

    def _listing(self, prefix: Prefix) -> frozenset[int]:
        """The documents that list a place itself."""
        return frozenset(
            each.document
            for each in self._lying[prefix]
            if each.unit.level.depth == len(prefix) - 1 and not each.mentioned
        )

    def _sighting(self, each: Named, depth: int) -> Sighting:
        unit, itself = each.unit, each.unit.level.depth == depth
        fate = None
        if not each.mentioned:
            fate = self._fates.of(self._documents[each.document], unit)
        if fate is None:
            return Sighting(unit, itself, each.mentioned)
        own = next(u for u in (fate.row.pilot, fate.row.result) if u and u.entry is unit.entry)
        return Sighting(own, itself, each.mentioned, fate.row, fate.other)

    def _add_partners(self, found: list[dict[int, Sighting]]) -> None:
        """What the other list has for a unit belongs to the way too, wherever it lies there."""
        for filed, seen in zip(self._documents, found, strict=True):
            for sighting in list(seen.values()):
                partner = sighting.partner
                if partner is not None:
                    back = sighting._replace(unit=partner, other=filed.source.id)
                    found[self._numbers[sighting.other]].setdefault(id(partner.entry), back)


# Whatever a person must decide first is no name of the unit yet.
_SAME = (Outcome.PROMOTED, Outcome.RENAMED)


def _in_order(seen: dict[int, Sighting]) -> tuple[Sighting, ...]:
    return tuple(sorted(seen.values(), key=lambda sighting: sighting.unit.entry.line))


def _names(stops: Sequence[Stop], spellings: set[Prefix]) -> tuple[str, ...]:
    """The names of a place as documents show it, the latest first; its own lines go before those
    of what lies in it."""
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
