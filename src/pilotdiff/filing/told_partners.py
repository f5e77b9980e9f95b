"""Which lists of pilots titles and dates say that a list of results came of."""

from collections.abc import Sequence

from pilotdiff.filing.relation import may_share_batch, may_share_programme
from pilotdiff.model import Source
from pilotdiff.repair import fold


def told_partners(theirs: Source, pilots: Sequence[Source], *, only: bool) -> list[int]:
    """Return the numbers of the lists of pilots that a list of results belongs to, as far as is
    told.

    Nothing known may differ and something must agree, unless they are the `only` two. Where no
    batch is told, the results are those of the last pilots before them; where no programme is, and
    there are several, of none.
    """
    fitting = [n for n, ours in enumerate(pilots) if may_belong(ours, theirs, unproved=only)]
    same = [n for n in fitting if theirs.batch and pilots[n].batch == theirs.batch]
    programmes = {fold(pilots[n].programme) for n in fitting if pilots[n].programme}
    if same or not fitting or (len(programmes) > 1 and not theirs.programme):
        return same
    last = pilots[max(fitting, key=lambda n: (pilots[n].date, pilots[n].batch or 0))]
    of_last = last.date, last.batch
    return [n for n in fitting if (pilots[n].date, pilots[n].batch) == of_last]


def may_belong(pilots: Source, results: Source, *, unproved: bool) -> bool:
    """Tell whether nothing known contradicts, and something bears it out unless that is not
    asked."""
    possible = may_share_programme(pilots, results) and may_share_batch(pilots, results)
    in_time = not (pilots.date and results.date) or pilots.date <= results.date
    both = zip(_known(pilots), _known(results), strict=True)
    return possible and in_time and (unproved or any(ours and theirs for ours, theirs in both))


def _known(source: Source) -> tuple[object, ...]:
    return source.programme, source.province, source.batch
