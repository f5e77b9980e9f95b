"""Which list of results belongs to which list of pilots."""

from collections.abc import Sequence

from pilotdiff.filing.list_partners import partners
from pilotdiff.model import Filed

Pair = tuple[Filed, Filed]


def pairs(documents: Sequence[Filed]) -> tuple[Pair, ...]:
    """Pair lists of pilots with lists of results: by the units they share, and by what is known of
    programme, province, batch and date."""
    return tuple(
        (documents[pilot], documents[result])
        for result, ours in partners(documents).items()
        for pilot in ours
    )
