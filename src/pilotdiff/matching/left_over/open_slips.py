"""Units whose names differ by a slip of the pen or a lost character, of which a list leaves out
where they lie: 桐花镇, and 清河县桐化镇.

Near names are compared in one place; one without a place has none. What is left over on both sides
and differs in one character that sounds or looks alike, or is lost, or in several that sound alike
(圪塔村, 疙瘩村), is proposed to a person, and never believed.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.matching.names.families import look_alike, opposed
from pilotdiff.matching.names.lost_character_fit import evidence, fits
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.matching.names.sounds import alike, soundings
from pilotdiff.matching.reasons import character_reason
from pilotdiff.model import Said, Unit, msg
from pilotdiff.model.repairs import LOST

# A stem of one character is in every county.
_LEAST = 2
# What more units of a list have but for one character is no question that a person could answer.
_MOST = 20


class Slip(NamedTuple):
    """Two units whose names differ by a slip: by which rule they meet, and why."""

    pilot: Unit
    result: Unit
    rule: str
    reason: Said


def slips(pilots: Sequence[Unit], results: Sequence[Unit]) -> Iterator[Slip]:
    """Yield the pairs of one level and kind whose stems differ in one character that sounds or
    looks alike, or is lost, or in several that sound alike."""
    ours, theirs = _by_rest(pilots), _by_rest(results)
    for key in ours.keys() & theirs.keys():
        if max(len(ours[key]), len(theirs[key])) <= _MOST:
            at = key[-1]
            for pilot in ours[key]:
                for result in theirs[key]:
                    if (slip := _slip(pilot, result, at)) is not None:
                        yield slip


# The level, the kind, the stem without one character, and where that stands; or how the stem
# sounds, and _SOUND.
_SOUND = -1
_Rest = tuple[str, str, str, int]


def _by_rest(units: Sequence[Unit]) -> dict[_Rest, list[Unit]]:
    found: dict[_Rest, list[Unit]] = defaultdict(list)
    for unit in units:
        name = name_of(unit.level, unit.own)
        if len(name.stem) >= _LEAST:
            for at in range(len(name.stem)):
                rest = name.stem[:at] + name.stem[at + 1 :]
                if LOST not in rest:
                    found[unit.level.value, name.kind, rest, at].append(unit)
            for sound in soundings(name.stem):
                found[unit.level.value, name.kind, sound, _SOUND].append(unit)
    return dict(found)


def _slip(pilot: Unit, result: Unit, at: int) -> Slip | None:
    """Return two units as a slip, None where the characters at a place of their stems are no such
    two."""
    stems = [name_of(unit.level, unit.own).stem for unit in (pilot, result)]
    if at == _SOUND:
        said = _HEARD.given(pilot=stems[0], result=stems[1])
        is_heard = sum(map(str.__ne__, *stems)) > 1 and not opposed(*stems)
        return Slip(pilot, result, "features", _WHERE.given(name=said)) if is_heard else None
    ours, theirs = (stem[at] for stem in stems)
    if LOST in (ours, theirs):
        if ours == theirs or not fits(pilot, result):
            return None
        return Slip(pilot, result, "damage", _WHERE.given(name=evidence(pilot, result)))
    if ours == theirs or not (alike(ours, theirs) or look_alike(ours, theirs)):
        return None
    if opposed(ours, theirs):
        return None
    return Slip(pilot, result, "features", _WHERE.given(name=character_reason(ours, theirs)))


_HEARD = msg("{pilot} and {result} sound alike")
_WHERE = msg("{name}; a list leaves out where its unit lies")
