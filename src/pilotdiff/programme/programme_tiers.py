"""The funnel's numbers: counted in the lists, declared by them, told by other documents."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.matching.places.stated_places import may_be_two
from pilotdiff.model import LEVELS, Figure, Filed, Level, SourceKind, Unit
from pilotdiff.model.facts import LISTS
from pilotdiff.programme.editions import Member
from pilotdiff.programme.programme_figures import STAGE_OF_LIST, Read, Told, topic
from pilotdiff.programme.programme_types import Amount, Basis, Cited, Count, Stage, Tier
from pilotdiff.repair import fold


class _Placed(NamedTuple):
    stage: Stage
    level: Level
    given: Count


Figures = Sequence[tuple[Member, Read]]


def tiers(own: Sequence[Member], figures: Figures) -> tuple[Tier, ...]:
    """Return the levels of a batch, from the top: what its `own` documents list and declare, and
    what the `figures` of any document tell of it."""
    placed = [*_counted(own), *_declared(own), *_told(figures)]
    found = (
        Tier(
            level,
            _merged(placed, Stage.PLANNED, level),
            _merged(placed, Stage.PILOTS, level),
            _merged(placed, Stage.DEMONSTRATIONS, level),
        )
        for level in LEVELS
        if any(each.level is level for each in placed)
    )
    return tuple(found)


def amounts(figures: Figures) -> tuple[Amount, ...]:
    """Return money, organisations and whatever else the figures of a batch count."""
    return tuple(
        Amount(topic(figure), *figure[:3], figure.about, _at(member, figure))
        for member, (figure, told, _) in figures
        if told is None
    )


def distinct(lists: Iterable[Filed]) -> list[Unit]:
    """Return the units of several lists, each once, with ids that are theirs alone."""
    found: dict[tuple[str, ...], Unit] = {}
    lists = list(lists)
    for filed in lists:
        for unit in filed.units.units:
            key = _key(unit) if len(lists) > 1 else (*unit.path, str(len(found)))
            found.setdefault(key, unit)
    return [unit._replace(id=str(number)) for number, unit in enumerate(found.values(), 1)]


def distinct_names(filed: Filed) -> int:
    """Return how many units a list names, each once; two of a name of which nothing tells in which
    county they lie may be two."""
    units = filed.units.units
    placed = [unit for unit in units if not may_be_two(unit)]
    return len(units) - len(placed) + len(set(map(_key, placed)))


def _key(unit: Unit) -> tuple[str, ...]:
    return (unit.level, *map(fold, unit.path))


def _counted(own: Sequence[Member]) -> Iterator[_Placed]:
    """Yield the entries of the lists; lists that overlap are rivals, and each has its own count."""
    for kind, stage in STAGE_OF_LIST.items():
        lists = [m.filed for m in own if m.filed.source.kind is kind and m.filed.units.units]
        for level in LEVELS:
            listed = [(filed, units) for filed in lists if (units := _at_level(filed, level))]
            sizes = sum(len({_key(unit) for unit in units}) for _, units in listed)
            apart = len({_key(unit) for _, units in listed for unit in units}) == sizes
            for group in [listed] if apart and listed else [[each] for each in reversed(listed)]:
                number = sum(len(units) for _, units in group)
                sources = tuple(Cited(f.source.id, units[0].entry.line) for f, units in group)
                yield _Placed(stage, level, Count(number, Basis.COUNTED, sources))


def _at_level(filed: Filed, level: Level) -> list[Unit]:
    return [unit for unit in filed.units.units if unit.level is level]


def _declared(own: Sequence[Member]) -> Iterator[_Placed]:
    """Yield the totals that a list states of the whole of itself."""
    for member in own:
        stage = STAGE_OF_LIST.get(member.filed.source.kind or SourceKind.NEWS)
        for total in member.filed.units.listing.declared if stage else ():
            if total.level and not total.section and stage:
                cited = Cited(member.filed.source.id, total.line, total.text)
                count = Count(total.number, Basis.DECLARED, (cited,))
                yield _Placed(stage, total.level, count)


def _told(figures: Figures) -> Iterator[_Placed]:
    """Yield the figures that count units of a stage."""
    for member, (figure, told, _) in figures:
        if told and not _is_declared(figure, told, member.filed):
            sources = (_at(member, figure),)
            count = Count(int(figure.value), Basis.TOLD, sources, figure.about, figure.yearly)
            yield _Placed(told.stage, told.level, count)


def _is_declared(figure: Figure, told: Told, filed: Filed) -> bool:
    """Tell whether a list's own total is told once more as a figure; a yearly plan is no total."""
    if figure.yearly or not figure.line:
        return False
    return filed.source.kind in LISTS and any(
        total.line == figure.line and total.level is told.level and total.number == figure.value
        for total in filed.units.listing.declared
    )


def _at(member: Member, figure: Figure) -> Cited:
    return Cited(member.filed.source.id, figure.line, figure.text or figure.subject)


def _merged(placed: Iterable[_Placed], stage: Stage, level: Level) -> tuple[Count, ...]:
    """Return the numbers of one stage and level, the strongest basis first; equal ones are one."""
    found: dict[tuple[object, ...], Count] = {}
    for _, _, count in (each for each in placed if (each.stage, each.level) == (stage, level)):
        key = (count.basis, count.number, count.about, count.yearly)
        known = found.get(key)
        found[key] = count._replace(sources=(*known.sources, *count.sources)) if known else count
    order = list(Basis)
    return tuple(sorted(found.values(), key=lambda c: (order.index(c.basis), c.about)))
