"""Verdicts on file and two lists → what holds of these lists, and what is stale."""

from collections.abc import Iterable
from enum import StrEnum
from itertools import combinations
from typing import NamedTuple

from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.table import Book, FiledDecision
from pilotdiff.decisions.unit_names import NamedUnits
from pilotdiff.model import Decision, Ruling, Unit, Units, UserError, Verdict


class Why(StrEnum):
    """Why a verdict on file is not applied."""

    NO_PILOT = "no such pilot"
    NO_RESULT = "no such result"
    SEVERAL_PILOTS = "several pilots of that name"
    SEVERAL_RESULTS = "several results of that name"
    CHANGED = "the entries read differently now"
    NO_LISTS = "no pilots with their results"


class Stale(NamedTuple):
    """A verdict that does not bear on the lists as they are now.

    near  the one unit whose whole name ends with the name that is not there, "" where none or
          several do
    """

    filed: FiledDecision
    why: Why
    near: str = ""


class Applied(NamedTuple):
    """What a file of decisions says of two lists.

    rulings  the verdicts that hold, each with its units, in the order of the file
    stale    those that do not
    """

    rulings: tuple[Ruling, ...] = ()
    stale: tuple[Stale, ...] = ()


def apply(book: Book, pilots: Units, results: Units) -> Applied:
    """Find the units that each verdict is about; a verdict without a digest is taken at its word.

    Raises UserError when two verdicts contradict each other.
    """
    if not book.filed:
        return Applied()
    ours = NamedUnits(pilots.units, {one.decision.pilot for one in book.filed})
    theirs = NamedUnits(results.units, {one.decision.result for one in book.filed})
    found, stale = [], []
    for one in book.filed:
        units = _units(one, ours, theirs)
        if isinstance(units, Why):
            stale.append(Stale(one, units, _near(one, units, pilots, results)))
        else:
            found.append((one, Ruling(*units, one.decision)))
    _consistent(book.name, found)
    return Applied(tuple(ruling for _, ruling in found), tuple(stale))


def _units(filed: FiledDecision, ours: NamedUnits, theirs: NamedUnits) -> tuple[Unit, Unit] | Why:
    """Return the two units of a verdict, or why it is stale."""
    decision = filed.decision
    pilots, results = ours.find(decision.pilot), theirs.find(decision.result)
    if not pilots and len(results) == 1:
        pilots = ours.find_restored(decision.pilot, results[0])
    if not results and len(pilots) == 1:
        results = theirs.find_restored(decision.result, pilots[0])
    if len(pilots) != 1:
        return Why.SEVERAL_PILOTS if pilots else Why.NO_PILOT
    if len(results) != 1:
        return Why.SEVERAL_RESULTS if results else Why.NO_RESULT
    if decision.digest and decision.digest.lower() != digest(pilots[0], results[0]):
        return Why.CHANGED
    return pilots[0], results[0]


def _near(filed: FiledDecision, why: Why, pilots: Units, results: Units) -> str:
    """Return the whole name of the one unit that a verdict names without its place."""
    sides = {
        Why.NO_PILOT: (filed.decision.pilot, pilots),
        Why.NO_RESULT: (filed.decision.result, results),
    }
    if why not in sides:
        return ""
    name, listed = sides[why]
    found = {unit.name for unit in listed.units if unit.name.endswith(name)}
    return found.pop() if len(found) == 1 else ""


FoundUnits = tuple[FiledDecision, Ruling]


def _consistent(name: str, found: Iterable[FoundUnits]) -> None:
    """Raise UserError when a pair is both same and different, or a unit is the same as two."""
    by_unit: dict[int, list[FoundUnits]] = {}
    for one in found:
        if one[0].decision.verdict is Verdict.UNSURE:
            continue
        for unit in (one[1].pilot, one[1].result):
            by_unit.setdefault(id(unit), []).append(one)
    for verdicts in by_unit.values():
        for earlier, later in combinations(verdicts, 2):
            _agree(name, earlier, later)


def _agree(name: str, earlier: FoundUnits, later: FoundUnits) -> None:
    (one, ruling), (other, against) = earlier, later
    one_pair = ruling.pilot is against.pilot and ruling.result is against.result
    verdicts = {one.decision.verdict, other.decision.verdict}
    where = {"file": name, "one": one.place, "other": other.place}
    if one_pair and len(verdicts) == 2:
        raise UserError(
            "{file}, {one} and {other} contradict each other: {pilot} and {result} are called "
            "the same and different; keep one of them",
            **where,
            pilot=one.decision.pilot,
            result=one.decision.result,
        )
    if not one_pair and verdicts == {Verdict.SAME}:
        raise UserError(
            "{file}, {one} and {other} contradict each other: a unit is called the same as two, "
            "as {pair} and as {second}; keep one of them",
            **where,
            pair=f"{one.decision.pilot} = {one.decision.result}",
            second=f"{other.decision.pilot} = {other.decision.result}",
        )


def contradict(one: Decision, other: Decision) -> bool:
    """Tell whether two verdicts cannot stand in one file."""
    verdicts = {one.verdict, other.verdict}
    if Verdict.UNSURE in verdicts:
        return False
    if (one.pilot, one.result) == (other.pilot, other.result):
        return len(verdicts) == 2
    return verdicts == {Verdict.SAME} and (one.pilot == other.pilot or one.result == other.result)
