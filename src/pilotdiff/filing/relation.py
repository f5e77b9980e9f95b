"""What two documents have to do with each other, by what is known of either."""

from pilotdiff.filing.source_years import year_of
from pilotdiff.model import Source
from pilotdiff.repair import fold


def same_programme(one: Source, other: Source) -> bool:
    """Tell whether both name one; one of them may have the province before the name."""
    names = fold(one.programme), fold(other.programme)
    return all(names) and (names[0].endswith(names[1]) or names[1].endswith(names[0]))


def may_share_programme(one: Source, other: Source) -> bool:
    """Tell whether nothing says that they are of different programmes or provinces."""
    provinces = {fold(one.province), fold(other.province)} - {""}
    unknown = not (one.programme and other.programme)
    return len(provinces) < 2 and (unknown or same_programme(one, other))


def in_time(pilots: Source, results: Source) -> bool:
    """Tell whether no year and no day says that the results came before the pilots."""
    begun, ended = year_of(pilots), year_of(results)
    by_year = begun is None or ended is None or begun <= ended
    return by_year and (not (pilots.date and results.date) or pilots.date <= results.date)


def may_share_batch(one: Source, other: Source) -> bool:
    """Tell whether nothing says that they are of different batches."""
    return not (one.batch and other.batch) or one.batch == other.batch
