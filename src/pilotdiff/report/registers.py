"""The official record as a command asks it: in which edition, or not at all."""

from typing import TYPE_CHECKING

from pilotdiff.model import Units, UserError

if TYPE_CHECKING:
    from pilotdiff.record import RecordYear, Register


def register_of(
    pilots: Units, results: Units, as_of: int | None, *, without: bool
) -> "Register | None":
    """Return how the record is asked about two lists; None `without` it. Raises UserError."""
    if without:
        return None
    from pilotdiff.record import Register

    return Register(*(edition_of_units(units, as_of) for units in (pilots, results)))


def edition_of_units(units: Units, as_of: int | None) -> "RecordYear":
    """Return the edition in which a list's units are looked up. Raises UserError when there is
    none."""
    from pilotdiff.record import RecordYear

    if as_of is not None:
        refuse_year(as_of)
    return RecordYear.of(units, as_of)


def asked_year(year: int | None) -> int | None:
    """Return the year that the user asks for, if any. Raises UserError when the record has none of
    it."""
    if year is not None:
        refuse_year(year)
    return year


def refuse_year(year: int) -> None:
    """Refuse a year of which the record has no edition. Raises UserError."""
    from pilotdiff.model import Level
    from pilotdiff.record import OLDEST, newest

    if not OLDEST <= year <= newest(Level.COUNTY):
        raise UserError(
            "the official record has no edition of {year}: give a year from {first} to {last}",
            year=year,
            first=OLDEST,
            last=newest(Level.COUNTY),
        )
