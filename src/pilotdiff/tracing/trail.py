"""One name through all documents, in time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pilotdiff.filing.source_years import title_year
from pilotdiff.model import DivisionPath, Filed, Level, PathPrefix, SourceKind, Unit
from pilotdiff.patterns import pattern
from pilotdiff.reconciliation import Reconciler
from pilotdiff.repair import fold
from pilotdiff.tracing.courses import NamedAt, courses
from pilotdiff.tracing.place_spellings import Spelling, grouped
from pilotdiff.tracing.searched_names import Asked, Hit, lies_in
from pilotdiff.tracing.searched_text import literal_words
from pilotdiff.tracing.trail_types import Course, Trail
from pilotdiff.units import resolve

_KINDS = list(SourceKind)
# Where one part of a typed path may end; a shorter rest is a kind, and no name.
_PARTS = pattern(r"(?<=[省市州盟区县旗镇乡道])")
_SHORTEST = 3


def trail_of(
    name: str, documents: Sequence[Filed], within: str = "", reconciler: Reconciler | None = None
) -> Trail:
    """Return what the documents say of the units that `name` means, and of what lies in them.

    `name` is a unit's own name, with or without its kind and its parents, in any script; `within`
    keeps the units that lie in that place. Documents without a date come last.
    The `reconciler` knows the verdicts of persons; without it there are none.
    """
    ordered = tuple(sorted(documents, key=_when))
    named = [each for number in range(len(ordered)) for each in _named(ordered[number], number)]
    places = _places(Asked(name), named)
    if within:
        places = [place for place in places if any(lies_in(prefix, within) for prefix in place)]
    if not places:
        near = _similar_names(name, (each.unit for each in named))
        words = () if within else tuple(literal_words(_as_words(name), ordered))
        return Trail(name, ordered, (), near, words)
    asked = reconciler or Reconciler()
    found = tuple(map(_with_words, courses(places, ordered, named, asked)))
    if asked.asks_record:
        found = tuple(_with_changes(way, ordered, asked) for way in found)
    return Trail(name, ordered, found)


def _with_changes(way: Course, ordered: Sequence[Filed], reconciler: Reconciler) -> Course:
    """Return a unit's way, with the changes that the official record tells since the first
    document."""
    from pilotdiff.record import changes_between, newest

    dated = [int(filed.source.date[:4]) for filed in ordered if filed.source.date]
    if not dated:
        return way
    units = [
        (unit, reconciler.edition(stop.document.units))
        for stop in way.stops
        for unit in {
            unit.path: unit for each in stop.sightings for unit in (_at(each.unit, way.level),)
        }.values()
    ]
    return way._replace(changes=changes_between(units, min(dated), newest(Level.COUNTY)))


def _at(unit: Unit, level: Level) -> Unit:
    """Return what is traced as a unit names it that is the traced one, or lies in it."""
    if unit.level is level:
        return unit
    above = unit.path[: level.depth + 1]
    return unit._replace(path=DivisionPath(*above), level=level)


def _with_words(way: Course) -> Course:
    """Return a unit's way, with where its names stand in what no unit was read from."""
    return way._replace(words=tuple(literal_words(way.names, way.absent)))


def _as_words(name: str) -> tuple[str, ...]:
    """Return what a text may have of a name that a person typed: all of it, or its last part
    alone."""
    plain = "".join(name.split())
    own = next((part for part in reversed(_PARTS.split(plain)) if part), plain)
    return (plain, own) if len(own) >= _SHORTEST else (plain,)


def _when(filed: Filed) -> tuple[bool, str, int]:
    """Return the day of a document, without one the year of its title, and what it is."""
    source = filed.source
    kind = _KINDS.index(source.kind) if source.kind else len(_KINDS)
    return not source.date, source.date or str(title_year(source) or ""), kind


def _named(filed: Filed, number: int) -> Iterator[NamedAt]:
    yield from (NamedAt(number, unit, False) for unit in filed.units.units)
    listing = filed.units.listing
    if listing.mentions:
        told = resolve(replace(listing, entries=listing.mentions))
        yield from (NamedAt(number, unit, True) for unit in told.units)


def _places(asked: Asked, named: Sequence[NamedAt]) -> list[tuple[PathPrefix, ...]]:
    """Return the places that a name means, each by all spellings; the best fit there is decides."""
    spellings: dict[PathPrefix, set[int]] = defaultdict(set)
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


_MOST = 3
_ALIKE = 55


def _similar_names(name: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """Return the few names that are most like it: parts of the units' paths, as shown."""
    from rapidfuzz import fuzz, process

    shown = {fold(part): part for unit in units for part in unit.path if part}
    wanted = fold(name)
    found = process.extract(
        wanted, shown.keys(), scorer=fuzz.WRatio, limit=_MOST, score_cutoff=_ALIKE
    )
    return tuple(shown[key] for key, _, _ in found)
