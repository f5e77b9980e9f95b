"""Match two lists."""

from collections.abc import Mapping, Sequence, Set
from typing import NamedTuple

from pilotdiff.matching.ambiguity import settled
from pilotdiff.matching.contest import FoundPair
from pilotdiff.matching.left_over.across_levels import across_levels
from pilotdiff.matching.left_over.damaged_levels import crossing_levels
from pilotdiff.matching.left_over.misplaced_units import in_misplaced_places
from pilotdiff.matching.left_over.misread_names import of_misread_names
from pilotdiff.matching.left_over.misspelt_places import in_misspelt_places
from pilotdiff.matching.left_over.open_stems import named_without_place
from pilotdiff.matching.left_over.raised_places import in_raised_places
from pilotdiff.matching.left_over.recorded_fits import weighed_by_other_fits
from pilotdiff.matching.left_over.recorded_successors import NO_SUCCESSION, Succession, succession
from pilotdiff.matching.left_over.remarked_units import named_by_remarks
from pilotdiff.matching.left_over.renamed_codes import of_one_code_alone
from pilotdiff.matching.left_over.standing_counties import weighed_by_standard
from pilotdiff.matching.left_over.taken_over_counties import in_counties_taken_over
from pilotdiff.matching.likely_pairings import KeptPairings, RuledOut
from pilotdiff.matching.partitions import Partition, answers, partitions
from pilotdiff.matching.places.listed_apart import weighed_by_lists
from pilotdiff.matching.places.open_places import weighed_by_namesakes
from pilotdiff.matching.places.remarked_places import weighed_by_remarks
from pilotdiff.matching.reasons import alone_reason
from pilotdiff.matching.recorded_evidence import weighed_by_record
from pilotdiff.matching.repeated_entries import repeated_in
from pilotdiff.model import Pairing, Ruling, Said, Unit, Units, Verdict
from pilotdiff.model.callbacks import Tick

# There may be a million pairings: made without the constructor's step.
_MADE = tuple.__new__


class Matching(NamedTuple):
    """What was found out about two lists.

    pairings  at most one a unit, doubtful ones too: confidence and margin tell which
    alone     for pilots without a pairing, by id: why there is none
    repeated  entries that stand in their own list as well, by `id(unit)`: the other one; they are
              compared with nothing
    unclaimed for results without a pairing, by `id(unit)`: which pilots may be the same
    told      what the official record tells of units without a pairing
    """

    pairings: tuple[Pairing, ...]
    alone: Mapping[str, Said]
    repeated: Mapping[int, Unit] = {}
    unclaimed: Mapping[int, Said] = {}
    told: Succession = NO_SUCCESSION


class Partitioned(NamedTuple):
    """Two lists as they are compared.

    pilots, results  the units without those that are `repeated`
    repeated         as `Matching` tells them
    work             what is compared with what
    ruled            the pairs that persons made across partitions
    """

    pilots: Sequence[Unit]
    results: Sequence[Unit]
    repeated: Mapping[int, Unit]
    work: list[Partition]
    ruled: list[Pairing]


def partitioned(pilots: Units, results: Units, rulings: Sequence[Ruling] = ()) -> Partitioned:
    """Return the parts of two lists that are compared, each with its `rulings`."""
    repeated = repeated_in(pilots.units, results.units)
    repeated |= repeated_in(results.units, pilots.units)
    ours, theirs = (
        [unit for unit in units if id(unit) not in repeated] if repeated else units
        for units in (pilots.units, results.units)
    )
    work = partitions(ours, theirs)
    pairings: list[Pairing] = []
    settled_ones = [one for one in rulings if one.decision.verdict is not Verdict.UNSURE]
    if settled_ones:
        from pilotdiff.matching.ruled import ruled

        work, pairings = ruled(work, settled_ones)
    return Partitioned(ours, theirs, repeated, work, pairings)


def match(
    pilots: Units,
    results: Units,
    rulings: Sequence[Ruling] = (),
    *,
    progress: Tick | None = None,
    record: bool = True,
) -> Matching:
    """Pair the units of two lists, each level with its own; the order of rows does not matter.

    Units that `rulings` say are the same are paired whatever else speaks for or against it; those
    that they say are not the same never are. `progress` is told the units dealt with and their
    number.
    """
    ours, theirs, repeated, work, pairings = partitioned(pilots, results, rulings)
    found, alone = _found(work, progress)
    pairings += found
    apart = {
        (id(ruling.pilot), id(ruling.result))
        for ruling in rulings
        if ruling.decision.verdict is Verdict.DIFFERENT
    }
    parted: dict[int, Said] = {}
    pairings = weighed_by_lists(pairings, ours, theirs)
    if record:
        pairings, parted = weighed_by_record(pairings)
        pairings = weighed_by_other_fits(pairings, ours, theirs)
    else:
        pairings = weighed_by_standard(pairings)
    told = settled(pairings, ours, theirs, apart)
    why = {**told.pilots, **parted}
    alone |= {unit.id: why[id(unit)] for unit in ours if id(unit) in why}
    weighed = weighed_by_namesakes(told.pairings, ours, theirs, record=record)
    weighed = weighed_by_remarks(weighed)
    years = pilots.listing.year, results.listing.year
    raised = across_levels(ours, theirs, weighed, apart, record=record, years=years)
    kept = KeptPairings((*weighed, *raised), (ours, theirs))
    if record:
        kept = kept.with_better(in_raised_places(kept, apart))
    after = succession(ours, theirs, kept.pairings, apart, years) if record else NO_SUCCESSION
    kept = kept.with_better(after.pairings)
    spoken_for = after.gone.keys() | after.came.keys() | parted.keys()
    kept, others = _with_those_left(kept, spoken_for, apart, record=record)
    alone |= {unit.id: others[id(unit)] for unit in ours if id(unit) in others}
    return Matching(kept.pairings, alone, repeated, {**told.results, **parted, **others}, after)


def _found(work: list[Partition], progress: Tick | None) -> tuple[list[Pairing], dict[str, Said]]:
    """Return the pairings within each part, and for pilots without one, by id, why."""
    total, dealt = sum(partition.size for partition in work), 0

    def done(units: int) -> None:
        nonlocal dealt
        dealt += units
        if progress is not None:
            progress(dealt, total)

    pairings: list[Pairing] = []
    alone: dict[str, Said] = {}
    for partition, (found, left) in zip(work, answers(work, done), strict=True):
        pairings += [_pairing(partition, one) for one in found]
        for pilot, nearest, taken in left:
            alone[partition.pilots[pilot].id] = alone_reason(partition.results[nearest], taken)
    return pairings, alone


def _with_those_left(
    kept: KeptPairings, spoken_for: Set[int], apart: RuledOut, *, record: bool
) -> tuple[KeptPairings, dict[int, Said]]:
    """Return pairings with those proposed of what no likely one holds, each sort where the ones
    before it left units; and by `id(unit)` why others are left over."""
    proposed, claimed = named_without_place(kept, spoken_for, apart)
    kept = kept.with_better(proposed)
    crossing = crossing_levels(kept.lists, kept.pairings, apart)
    kept = kept.with_better(crossing.pairings)
    remarked, named = named_by_remarks(kept, apart)
    kept = kept.with_better(remarked)
    kept = kept.with_better(of_one_code_alone(kept, apart, record=record))
    misspelt, meant = in_misspelt_places(kept, apart)
    kept = kept.with_better(misspelt)
    misplaced, also = in_misplaced_places(kept, apart, record=record)
    kept = kept.with_better(misplaced)
    misread, read_so = of_misread_names(kept, apart, record=record)
    kept = kept.with_better(misread)
    taken_over = in_counties_taken_over(kept, record=record)
    why = {**claimed, **crossing.alone, **named, **meant, **also, **read_so}
    return kept, {**taken_over, **why}


def _pairing(partition: Partition, found: FoundPair) -> Pairing:
    pilot, result, rule, confidence, margin, reason, moved, runner_up, few = found
    rival = "" if runner_up is None else _rival(partition, runner_up)
    units = partition.pilots[pilot], partition.results[result]
    return _MADE(Pairing, (*units, rule, confidence, margin, reason, rival, moved, (), few))


def _rival(partition: Partition, number: int) -> str:
    unit = partition.pilots[-1 - number] if number < 0 else partition.results[number]
    return unit.name
