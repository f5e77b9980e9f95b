"""What people's verdicts undid: pairs that would stand without them."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pilotdiff.matching.likely_pairings import units_held
from pilotdiff.matching.partitions import answers, partitions
from pilotdiff.model import Ruling, Unit, Verdict

# The rules by which two units bear one name in one place.
_ONE_NAME = ("exact", "wording", "glued")


class Undone(NamedTuple):
    """A pair that would stand without the verdict of a person.

    ruling  the verdict that gave one of the two to another unit, or parted the two
    """

    pilot: Unit
    result: Unit
    confidence: float
    rule: str
    ruling: Ruling

    @property
    def is_namesake(self) -> bool:
        """Whether the two bear one name in one place."""
        return self.rule in _ONE_NAME


def undone(
    pilots: Iterable[Unit], results: Iterable[Unit], rulings: Sequence[Ruling]
) -> tuple[Undone, ...]:
    """Pair the units that are left without a partner with those that rulings are about, as if there
    were none, and return the pairs that the rulings undid.

    pilots, results  the units left over
    """
    ours = _once([*(ruling.pilot for ruling in rulings), *pilots])
    theirs = _once([*(ruling.result for ruling in rulings), *results])
    touched = units_held(rulings)
    work = [
        part
        for part in partitions(ours, theirs)
        if any(id(unit) in touched for units in part[:2] for unit in units)
    ]
    found = [
        (part.pilots[one.pilot], part.results[one.result], one.confidence, one.rule)
        for part, (pairs, _) in zip(work, answers(work, _silent), strict=True)
        for one in pairs
    ]
    return tuple(
        Undone(pilot, result, sure, rule, ruling)
        for pilot, result, sure, rule in found
        if (ruling := _against(pilot, result, rulings)) is not None
    )


def _against(pilot: Unit, result: Unit, rulings: Sequence[Ruling]) -> Ruling | None:
    """Return the ruling that keeps two units from being a pair."""
    for ruling in rulings:
        ours, theirs = ruling.pilot is pilot, ruling.result is result
        if ruling.decision.verdict is Verdict.SAME:
            if ours and theirs:
                return None
            if ours or theirs:
                return ruling
        elif ours and theirs:
            return ruling
    return None


def _once(units: Iterable[Unit]) -> list[Unit]:
    # By entry: of a unit whose damaged name was restored, the ruling has the other form.
    found: dict[int, Unit] = {}
    for unit in units:
        found.setdefault(id(unit.entry), unit)
    return list(found.values())


def _silent(_: int) -> None:
    """Tell nobody: so short a work is not watched."""
