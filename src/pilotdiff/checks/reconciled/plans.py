"""The plan of a place against the list of pilots, as far as the list speaks of that place."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from pilotdiff.checks.between.groups import Origin, lists_of, origins
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.model import (
    Change,
    Filed,
    Finding,
    Level,
    Outcome,
    PathPrefix,
    Row,
    SourceKind,
    Unit,
    Units,
    msg,
    msgs,
)
from pilotdiff.reconciliation import Reconciler


@finds(
    warning(
        "plan-unit-extra",
        msg("A plan has a unit that is no pilot"),
        msg("The county's plan has six streets, five of them are in the list of pilots"),
    ),
    warning(
        "plan-unit-missing",
        msg("A plan leaves out a pilot of its place"),
        msg("Two communities of the county are pilots, the county's plan has one"),
    ),
    note(
        "plan-name-differs",
        msg("A plan has a pilot under another name"),
        msg("柳溪社区 of the plan is 柳溪村 in the list of pilots"),
    ),
    warning(
        "plan-category-differs",
        msg("A plan gives a pilot another category than the list"),
        msg("The list has 书院社区 under 便民服务型, the plan under 自治互助型"),
    ),
    note(
        "plan-agrees",
        msg("A plan has the pilots of its place, all of them and no other"),
        msg("The six units of the county's plan are those of the list of pilots"),
    ),
    warning(
        "plan-elsewhere",
        msg("The list of pilots names nothing in the place of a plan"),
        msg("A county has a plan and no pilot"),
    ),
)
def check(documents: Sequence[Filed], reconciler: Reconciler) -> Iterator[Finding]:
    """Find units of a plan that are missing or extra, or have other names or categories."""
    pilots = lists_of(documents, SourceKind.PILOTS)
    for plan in lists_of(documents, SourceKind.PLAN):
        its = origins(plan, pilots)
        for origin in its:
            yield from _against(plan, origin, its, reconciler)


def _against(
    plan: Filed, origin: Origin, all_of_it: Sequence[Origin], reconciler: Reconciler
) -> Iterator[Finding]:
    """Yield a plan against one list: at the levels that no other list is there for."""
    pilots, place = origin.pilots, _place(plan.units)
    elsewhere = {level for other in all_of_it if other is not origin for level in other.levels}
    listed, planned = (_at(_inside(filed.units, place), elsewhere) for filed in (pilots, plan))
    if listed.units and planned.units:
        rows = reconciler.rows(listed, planned)
        differing = [finding for row in rows for finding in _of_row(plan, pilots, row)]
        yield from differing or [_agrees(plan, pilots, rows)]
    elif planned.units:
        message = msg("{other} names no pilot in {place}", other=pilots.source.id, place=place[-1])
        where = (pilots.source.id, 0)
        yield found("plan-elsewhere", plan, 0, message, other=where)


def _agrees(plan: Filed, pilots: Filed, rows: Sequence[Row]) -> Finding:
    """Return the finding that the plan and the list agree, which is evidence too."""
    listed = sum(row.result is not None for row in rows)
    categories = all(
        row.pilot and row.result and row.pilot.entry.category and row.result.entry.category
        for row in rows
    )
    message = msgs(
        "The {n} unit of the plan stands in {other}",
        "All {n} units of the plan stand in {other}",
        listed,
        other=pilots.source.id,
    )
    if categories:
        message = msg("{said}, in the same categories", said=message)
    where = (pilots.source.id, rows[0].pilot.entry.line if rows and rows[0].pilot else 0)
    return found("plan-agrees", plan, 0, message, (("units", listed),), where)


def _at(units: Units, elsewhere: Collection[Level]) -> Units:
    return replace(units, units=tuple(u for u in units.units if u.level not in elsewhere))


def _place(units: Units) -> PathPrefix:
    """Return the path of the place that a plan is for: the one that its title names, else the least
    that all of its units stand in; () where there is none."""
    paths = [unit.parents for unit in units.units]
    shared: list[str] = []
    for parts in zip(*paths, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    for name in reversed(units.listing.context):
        if name in shared:
            return tuple(shared[: shared.index(name) + 1])
    while shared and not shared[-1]:
        shared.pop()
    return tuple(shared[:_COUNTY])


# A plan is a county's or a city's; that all of its units stand in one town is chance.
_COUNTY = 3


def _inside(units: Units, place: PathPrefix) -> Units:
    """Return the units below a place; a part that either leaves out counts as the same."""
    return replace(units, units=tuple(unit for unit in units.units if _is_inside(unit, place)))


def _is_inside(unit: Unit, place: PathPrefix) -> bool:
    from pilotdiff.matching.names.name_keys import place_key

    return unit.level.depth >= len(place) and all(
        not (mine and its) or place_key(depth, mine) == place_key(depth, its)
        for depth, (mine, its) in enumerate(zip(unit.path, place, strict=False))
    )


def _of_row(plan: Filed, pilots: Filed, row: Row) -> Iterator[Finding]:
    pilot, planned = row.pilot, row.result
    if pilot is None and planned is not None:
        message = msg(
            "{name} is in the plan, and not in {other}", name=planned.name, other=pilots.source.id
        )
        where = (pilots.source.id, 0)
        yield found("plan-unit-extra", plan, planned.entry.line, message, other=where)
    elif pilot is not None and planned is None:
        message = msg(
            "{name} is a pilot in {other}, and not in the plan",
            name=pilot.name,
            other=pilots.source.id,
        )
        where = (pilots.source.id, pilot.entry.line)
        yield found("plan-unit-missing", plan, 0, message, other=where)
    elif pilot is not None and planned is not None:
        yield from _of_both(plan, pilots.source.id, row, pilot, planned)


def _of_both(plan: Filed, other: str, row: Row, pilot: Unit, planned: Unit) -> Iterator[Finding]:
    line, where = planned.entry.line, (other, pilot.entry.line)
    if row.outcome in (Outcome.RENAMED, Outcome.REVIEW):
        message = msg(
            "{planned} in the plan is {pilot} in {other}",
            planned=planned.name,
            pilot=pilot.name,
            other=other,
        )
        yield found("plan-name-differs", plan, line, message, other=where)
    if Change.CATEGORY in row.changes:
        message = msg(
            "{name} is planned as {planned}, and a pilot as {listed}",
            name=planned.name,
            planned=planned.entry.category,
            listed=pilot.entry.category,
        )
        yield found("plan-category-differs", plan, line, message, other=where)
