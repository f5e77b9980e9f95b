"""Which list of results belongs to which list of pilots."""

from collections.abc import Sequence

from pilotdiff.filing.relation import may_share_batch, may_share_programme
from pilotdiff.model import Filed, Source, SourceKind
from pilotdiff.repair import fold

Pair = tuple[Filed, Filed]


def pairs(documents: Sequence[Filed]) -> tuple[Pair, ...]:
    """Pair lists of pilots with lists of results of one programme, province and batch, as far as
    known.

    Nothing known may differ and something must agree, unless there are but two lists. Where no
    batch is told, the results are those of the last pilots before them; where no programme is, and
    there are several, of none.
    """
    lists = [filed for filed in documents if filed.units.units]
    pilots = [filed for filed in lists if filed.source.kind is SourceKind.PILOTS]
    results = [filed for filed in lists if filed.source.kind is SourceKind.RESULTS]
    only = len(pilots) == len(results) == 1
    return tuple(
        (pilot, result) for result in results for pilot in _pilots_of(result, pilots, only=only)
    )


def _pilots_of(result: Filed, pilots: Sequence[Filed], *, only: bool) -> list[Filed]:
    theirs = result.source
    fitting = [pilot for pilot in pilots if _may_belong(pilot.source, theirs, unproved=only)]
    same = [pilot for pilot in fitting if theirs.batch and pilot.source.batch == theirs.batch]
    programmes = {fold(pilot.source.programme) for pilot in fitting if pilot.source.programme}
    if same or not fitting or (len(programmes) > 1 and not theirs.programme):
        return same
    last = max(fitting, key=lambda pilot: (pilot.source.date, pilot.source.batch or 0)).source
    return [
        pilot
        for pilot in fitting
        if (pilot.source.date, pilot.source.batch) == (last.date, last.batch)
    ]


def _may_belong(pilots: Source, results: Source, *, unproved: bool) -> bool:
    """Tell whether nothing known contradicts, and something bears it out unless that is not
    asked."""
    possible = may_share_programme(pilots, results) and may_share_batch(pilots, results)
    in_time = not (pilots.date and results.date) or pilots.date <= results.date
    both = zip(_known(pilots), _known(results), strict=True)
    return possible and in_time and (unproved or any(ours and theirs for ours, theirs in both))


def _known(source: Source) -> tuple[object, ...]:
    return source.programme, source.province, source.batch
