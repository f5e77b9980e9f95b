"""The first unit of each place that a list names."""

from collections.abc import Sequence

from pilotdiff.model import Unit


def first_in_each_place(units: Sequence[Unit]) -> list[Unit]:
    """Return of all `units` that lie in one place the first, in the order of the list.

    What is asked of parents alone is asked of these: a nation has a dozen villages to a town.
    """
    first = {unit.path[: unit.level.depth]: unit for unit in reversed(units)}
    return sorted(first.values(), key=lambda unit: unit.entry.line)
