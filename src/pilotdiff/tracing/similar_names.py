"""Names like one that no document bears."""

from collections.abc import Iterable

from pilotdiff.model import Unit
from pilotdiff.repair import fold

_MOST = 3
_ALIKE = 55


def similar_names(name: str, units: Iterable[Unit]) -> tuple[str, ...]:
    """Return the few names that are most like it: parts of the units' paths, as shown."""
    from rapidfuzz import fuzz, process

    shown = {fold(part): part for unit in units for part in unit.path if part}
    wanted = fold(name)
    found = process.extract(
        wanted, shown.keys(), scorer=fuzz.WRatio, limit=_MOST, score_cutoff=_ALIKE
    )
    return tuple(shown[key] for key, _, _ in found)
