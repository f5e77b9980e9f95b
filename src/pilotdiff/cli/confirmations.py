"""Documents beside the two lists: which are heard, and what they say of the rows."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.cli.loading import Loader
from pilotdiff.model import Outcome, Row, Units
from pilotdiff.model.repairs import LOST


class Confirming(NamedTuple):
    """Whom to hear.

    confirm    what the user names: files or ids
    catalogue  whether those that the catalogue has beside the two lists are heard too
    in_doubt   these only where a row is in doubt: nobody else sees what they say
    """

    confirm: Sequence[str] = ()
    catalogue: bool = True
    in_doubt: bool = False


NO_CONFIRMATIONS = Confirming(catalogue=False)


def confirmed_rows(
    rows: tuple[Row, ...], lists: tuple[Units, Units], loader: Loader, hearing: Confirming
) -> tuple[tuple[Row, ...], tuple[Units, ...]]:
    """Return the rows with what the documents say of them, and these documents. Raises
    UserError."""
    own = [units.listing.document.name for units in lists]
    wanted = hearing.catalogue and (not hearing.in_doubt or any(map(_in_doubt, rows)))
    beside = loader.beside(*own) if wanted else ()
    names = [name for name in dict.fromkeys((*beside, *hearing.confirm)) if name not in own]
    if not names:
        return rows, ()
    from pilotdiff.confirming import confirmed

    others = loader.filed(names)
    return confirmed(rows, others), tuple(filed.units for filed in others)


def _in_doubt(row: Row) -> bool:
    """Tell whether a person must decide, or a name is not whole."""
    damaged = any(unit and LOST in unit.name for unit in (row.pilot, row.result))
    return row.outcome is Outcome.REVIEW or damaged
