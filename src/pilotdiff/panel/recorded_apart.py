"""What the official record parts: two units of one edition are two, whatever they are called."""

from collections.abc import Callable

from pilotdiff.matching.names.name_keys import place_stem
from pilotdiff.model import Level, Unit
from pilotdiff.names.gazetteer import codes
from pilotdiff.record import RecordYear, code, newest, together

# Tells of two units, each with the edition of its list, whether the record has both at one time.
Apart = Callable[[Unit, RecordYear, Unit, RecordYear], bool]


def edition_of_year(year: int | None) -> RecordYear:
    """Return the edition in which a list of a year is looked up, the newest where it has none."""
    return RecordYear(newest(Level.COMMUNITY) if year is None else year)


def in_one_edition(one: Unit, one_year: RecordYear, other: Unit, other_year: RecordYear) -> bool:
    """Tell whether two units have codes of their own that stand in one edition.

    Where the record has no code for one of them, or several, it says nothing.
    """
    ours, theirs = code(one, one_year).unit, code(other, other_year).unit
    if ours is None or theirs is None or ours.code == theirs.code:
        return False
    return together(ours, theirs) is not None


def never_apart(one: Unit, one_year: RecordYear, other: Unit, other_year: RecordYear) -> bool:
    """Tell nothing: where the record is not heard."""
    del one, one_year, other, other_year
    return False


def same_county(one: Unit, other: Unit) -> bool:
    """Tell whether nothing says that two units lie in different counties.

    A county of another kind is the same one, and so is one that had the other's code.
    """
    county = Level.COUNTY
    names = [unit.path[county.depth] for unit in (one, other)]
    if one.level.depth <= county.depth or not all(names):
        return True
    stems = {place_stem(county.depth, name) for name in names}
    return len(stems) == 1 or bool(codes(county, names[0]) & codes(county, names[1]))
