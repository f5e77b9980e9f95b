"""Units left over on both sides beside one division code, under other names.

A code may have passed from one unit to another, and is no identity. But that both lists have one
code, the one beside a unit that is lost and the other beside one that is new, and in one place, is
told to a person: the two are proposed, and never believed.
"""

from collections.abc import Iterable, Mapping

from pilotdiff.matching.compare import are_two_divisions
from pilotdiff.matching.level_steps import CODE
from pilotdiff.matching.likely_pairings import KeptPairings, RuledOut
from pilotdiff.matching.stated_codes import both_have_codes, may_be_one
from pilotdiff.model import Pairing, Unit, msg

_PERHAPS = 0.5
_WHY = msg("both lists have the code {code}, beside another name each: renamed, or another unit")


def of_one_code_alone(
    found_before: KeptPairings, apart: RuledOut = frozenset(), *, record: bool = True
) -> list[Pairing]:
    """Return proposals of units of one level and place that no likely pairing holds, and whose code
    no other unit of their list has. `apart` holds pairs of `id(unit)` that a person ruled out; with
    `record` the official one, which may have the two at one time, is heard."""
    if not both_have_codes(*found_before.lists):
        return []
    left = {id(unit) for units in found_before.left for unit in units}
    ours, theirs = map(_by_code, found_before.lists)
    return [
        Pairing(pilot, result, CODE, _PERHAPS, _PERHAPS, _WHY.given(code=code), moved=False)
        for code, pilot in ours.items()
        if (result := theirs.get(code)) is not None
        and pilot is not None
        and left.issuperset((id(pilot), id(result)))
        and (id(pilot), id(result)) not in apart
        and _may_be_renamed(pilot, result)
        and not (record and _stood_together(pilot, result))
    ]


def _may_be_renamed(pilot: Unit, result: Unit) -> bool:
    return (
        pilot.level is result.level
        and may_be_one(pilot, result)
        and not are_two_divisions(pilot, result)
    )


def _stood_together(pilot: Unit, result: Unit) -> bool:
    from pilotdiff.matching.recorded_histories import recorded_apart

    return recorded_apart(pilot, result)


def _by_code(units: Iterable[Unit]) -> Mapping[str, Unit | None]:
    """Return the unit of each code, None where several have it."""
    found: dict[str, Unit | None] = {}
    for unit in units:
        if code := unit.entry.code:
            found[code] = None if code in found else unit
    return found
