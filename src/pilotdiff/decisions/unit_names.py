"""How a file of decisions names a unit: by its whole name, or by its id where names repeat."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

from pilotdiff.model import Unit
from pilotdiff.model.repairs import LOST
from pilotdiff.outcomes.restored import restored


class UnitNames:
    """The names by which the units of one list are written down."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._count = Counter(unit.name for unit in units)

    def of(self, unit: Unit) -> str:
        """Return the unit's whole name, or its id where another unit has that name."""
        return unit.id if self.is_shared(unit) else unit.name

    def is_shared(self, unit: Unit) -> bool:
        """Tell whether another unit of the list has its name too."""
        return self._count[unit.name] > 1


class NamedUnits:
    """The units of one list that a file's names could mean."""

    def __init__(self, units: Iterable[Unit], wanted: Collection[str]) -> None:
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        self._by_id: dict[str, list[Unit]] = defaultdict(list)
        self._damaged = []
        for unit in units:
            if unit.name in wanted:
                self._by_name[unit.name].append(unit)
            if unit.id in wanted:
                self._by_id[unit.id].append(unit)
            if LOST in unit.name:
                self._damaged.append(unit)

    def find(self, name: str) -> list[Unit]:
        """Return the units of that name; of that id where none has the name."""
        return self._by_name.get(name) or self._by_id.get(name) or []

    def find_restored(self, name: str, other: Unit) -> list[Unit]:
        """Find the damaged units that `other` shows to have that name: the answer's rows show them
        so."""
        return [unit for unit in self._damaged if restored(unit, other).name == name]
