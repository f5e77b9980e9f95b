"""What is written into a row of a workbook to name its two units, and how they are shown."""

from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.filled_row_reader import as_shown
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.model import Row, Unit, Units


class RowKeys:
    """Names the units of two lists as a file of decisions does."""

    def __init__(self, pilots: Units, results: Units) -> None:
        self._ours, self._theirs = UnitNames(pilots.units), UnitNames(results.units)

    def of(self, row: Row) -> tuple[str, str, str]:
        """Return how a file of decisions names the two units, and the digest of what is seen of
        them."""
        if row.pairing:
            pilot, result = row.pairing.pilot, row.pairing.result
            return self._ours.of(pilot), self._theirs.of(result), digest(pilot, result)
        if row.decision:
            return row.decision.pilot, row.decision.result, row.decision.digest
        pilot_key = self._ours.of(row.pilot) if row.pilot else ""
        return pilot_key, self._theirs.of(row.result) if row.result else "", ""

    def shown(self, row: Row) -> tuple[str, str]:
        """Return what a person reads of the two units; of several of one name, which it is."""
        return _shown(row.pilot, self._ours), _shown(row.result, self._theirs)


def _shown(unit: Unit | None, names: UnitNames) -> str:
    if unit is None:
        return ""
    return as_shown(unit.name, unit.id) if names.is_shared(unit) else unit.name
