"""What two documents have to do with each other, by what is known of either."""

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


def may_share_batch(one: Source, other: Source) -> bool:
    """Tell whether nothing says that they are of different batches."""
    return not (one.batch and other.batch) or one.batch == other.batch
