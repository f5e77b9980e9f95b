"""How many units there were: planned and chosen, in one batch and in the next."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from pilotdiff.checks.between.claims import Claim, claims
from pilotdiff.checks.between.groups import comparable
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.model import Filed, Finding, Level, SourceKind, msg
from pilotdiff.model.terms import counted

_Batch = dict[Level, Claim]


@finds(
    note(
        "same-quota",
        msg("Two batches have the same number of units at every level"),
        msg("30 streets and 100 communities are demonstrations of batch 1, and as many of batch 3"),
    ),
    note(
        "as-planned",
        msg("The number of pilots chosen is the one planned for every year"),
        msg("“40个左右” counties a year were planned, and 41 were chosen"),
    ),
    warning(
        "not-as-planned",
        msg("The number of pilots chosen is not the one planned for every year"),
        msg("“40个左右” counties a year were planned, and 62 were chosen"),
    ),
)
def check(documents: Sequence[Filed]) -> Iterator[Finding]:
    """Yield the same quota in two batches; numbers chosen against those planned for every year."""
    told = claims(documents)
    yield from _same_quotas(told)
    yield from _planned(told)


def _same_quotas(told: Sequence[Claim]) -> Iterator[Finding]:
    """Yield two batches that have the same numbers at every level: they were set before the
    choice."""
    batches = _batches(told)
    for (stage, first, one), (other_stage, second, other) in combinations(batches, 2):
        same = stage is other_stage and first != second and one.keys() == other.keys()
        if same and all(_equal(one[level], other[level]) for level in one):
            yield _same_quota(*sorted(((first, one), (second, other)), key=lambda each: each[0]))


def _batches(told: Sequence[Claim]) -> list[tuple[SourceKind, int, _Batch]]:
    """Return the numbers of each batch at each stage, one document's word for each; lists come
    first."""
    found: dict[tuple[SourceKind, int], _Batch] = defaultdict(dict)
    for claim in sorted(told, key=lambda each: not each.listed):
        if claim.batch is not None and claim.extent.least == claim.extent.most:
            found[claim.stage, claim.batch].setdefault(claim.level, claim)
    return [(stage, batch, levels) for (stage, batch), levels in found.items()]


def _equal(one: Claim, other: Claim) -> bool:
    return one.extent == other.extent and comparable(one.filed, other.filed)


def _same_quota(earlier: tuple[int, _Batch], later: tuple[int, _Batch]) -> Finding:
    before, now = next(iter(earlier[1].values())), next(iter(later[1].values()))
    numbers = {level: int(later[1][level].extent.value) for level in Level if level in later[1]}
    message = msg(
        "Batch {later} has the same numbers as batch {earlier}: {numbers}",
        later=later[0],
        earlier=earlier[0],
        numbers=tuple(counted(level, number) for level, number in numbers.items()),
    )
    figures = tuple((level.value, number) for level, number in numbers.items())
    where = (before.filed.source.id, before.line)
    return found("same-quota", now.filed, now.line, message, figures, where)


def _planned(told: Sequence[Claim]) -> Iterator[Finding]:
    """Yield the pilots of each batch against what was planned for every year."""
    planned = _plans(told)
    batches = defaultdict(list)
    for claim in told:
        plan = planned.get(claim.level)
        fits = claim.stage is SourceKind.PILOTS and claim.batch is not None
        if plan is None or not fits or not comparable(claim.filed, plan.filed):
            continue
        if not claim.extent.admits(plan.extent):
            yield _not_as_planned(claim, plan)
        elif claim.listed:
            batches[claim.filed.source.id].append((claim, plan))
    for kept in batches.values():
        yield _as_planned(kept)


def _plans(told: Sequence[Claim]) -> dict[Level, Claim]:
    """Return the yearly numbers; a document that is no list of the units itself comes first."""
    yearly = [c for c in told if c.batch is None and c.stage is SourceKind.PILOTS]
    yearly.sort(key=lambda claim: bool(claim.filed.units.units))
    found: dict[Level, Claim] = {}
    for claim in yearly:
        found.setdefault(claim.level, claim)
    return found


def _as_planned(kept: Sequence[tuple[Claim, Claim]]) -> Finding:
    chosen, plan = kept[0]
    message = msg(
        "Chosen as planned for every year: {chosen}; planned: {planned}",
        chosen=tuple(counted(c.level, int(c.extent.value)) for c, _ in kept),
        planned=tuple(plan.told for _, plan in kept),
    )
    figures = tuple(
        figure
        for claim, plan in kept
        for figure in (
            (f"{claim.level} chosen", claim.extent.value),
            (f"{claim.level} planned", plan.extent.value),
        )
    )
    where = (plan.filed.source.id, plan.line)
    return found("as-planned", chosen.filed, chosen.line, message, figures, where)


def _not_as_planned(claim: Claim, plan: Claim) -> Finding:
    message = msg(
        "Chosen in batch {batch}: {chosen}; planned for every year: {planned}",
        chosen=counted(claim.level, int(claim.extent.value)),
        batch=claim.batch,
        planned=plan.told,
    )
    figures = (("chosen", claim.extent.value), ("planned", plan.extent.value))
    where = (plan.filed.source.id, plan.line)
    return found("not-as-planned", claim.filed, claim.line, message, figures, where)
