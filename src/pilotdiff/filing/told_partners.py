"""Which lists of pilots titles and dates say that a list of results came of."""

from collections.abc import Sequence

from pilotdiff.filing.relation import in_time, may_share_batch, may_share_programme
from pilotdiff.filing.source_years import year_of
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
    last = max(_standing(pilots[n]) for n in fitting)
    return [n for n in fitting if _standing(pilots[n]) == last]


def may_belong(pilots: Source, results: Source, *, unproved: bool) -> bool:
    """Tell whether nothing known contradicts, and something bears it out unless that is not
    asked."""
    possible = may_share_programme(pilots, results) and may_share_batch(pilots, results)
    both = zip(_known(pilots), _known(results), strict=True)
    return (
        possible
        and in_time(pilots, results)
        and (unproved or any(ours and theirs for ours, theirs in both))
    )


def _standing(pilots: Source) -> tuple[int, str, int]:
    """Return where a list of pilots stands in the order of time: its year, day and batch."""
    return year_of(pilots) or 0, pilots.date, pilots.batch or 0


def _known(source: Source) -> tuple[object, ...]:
    return source.programme, source.province, source.batch
