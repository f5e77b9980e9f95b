"""Units left over on both sides of one place whose names differ by one character that looks much
like the other, by two neighbours in the other order, or in writing alone: 青石村 and 责石村,
石桥坝村 and 桥石坝村, 圪塔村 and 疙瘩村.

Of counties the standard has all: where it has one of two names and not the other, the one character
in which they differ is a slip, however it is drawn (正定县, 正顶县). Two that it has are two. So it
is with what the official record has or lacks in a town, or of towns in a county.

Who read a print by machine, or typed it from one, writes such names, and no name of the place need
be like them in sound. They are proposed to a person, and never believed: of the 99,843 villages of
the codes of 2016, 29 pairs of one town differ by such a character, 27 by their order, and 17 in
several characters that sound alike.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from pilotdiff.matching.left_over.across_levels import proposed
from pilotdiff.matching.left_over.named_by_remarks import stems_above
from pilotdiff.matching.likely_pairings import KeptPairings, Proposals, RuledOut
from pilotdiff.matching.names.families import look_alike, opposed
from pilotdiff.matching.names.name_keys import name_of, stem_of
from pilotdiff.matching.names.sounds import nearly_alike, soundings
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_be_one_place
from pilotdiff.matching.recorded_histories import recorded_apart
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer
from pilotdiff.word_tables import word_lines

# As sure as a person is asked, and less where the two characters are not alike.
_PERHAPS, _LESS = 0.5, 0.4
# A stem of one character is in every county; a county may be called so (涉县).
_LEAST = 2
# What more units of a place have but for one character is no question that a person could answer.
_MOST = 20
_WHY = msg("one character differs, and they look alike: {pilot} / {result}; in the same place")
_SLIP = msg("in the same place; the standard has no {misspelt}, a slip for {name} as it seems")
_RECORDED_SLIP = msg(
    "in the same place; the record has no {misspelt} there, a slip for {name} as it seems"
)
_ORDER = msg("two characters stand in the other order: {pilot} / {result}; in the same place")
_HEARD = msg("{pilot} and {result} sound alike; in the same place")
# The level, the kind, the nearest parent, the stem without one character and where that stands; or
# all its characters, sorted, and _ALL; or how it sounds, and _SOUND.
_Rest = tuple[Level, str, str, str, int]
_ALL, _SOUND = -1, -2


def of_misread_names(
    found_before: KeptPairings, apart: RuledOut = frozenset(), *, record: bool = True
) -> Proposals:
    """Return proposals of counties, towns and communities that no likely pairing holds, one of
    which may be a misreading of the other; and of units left over because another row holds the
    other one, why.

    `apart` holds pairs of `id(unit)` that a person ruled out; with `record` two units that the
    official record has at one time are two.
    """
    placed = ([unit for unit in units if _is_placed(unit)] for units in found_before.left)
    ours, theirs = map(_by_rest, _in_shared_places(*placed))
    found = [
        pairing
        for key in ours.keys() & theirs.keys()
        if max(len(ours[key]), len(theirs[key])) <= _MOST
        for pilot in ours[key]
        for result in theirs[key]
        if (id(pilot), id(result)) not in apart
        and (pairing := _pairing(pilot, result, key[-1], record=record))
    ]
    return proposed(found)


def _is_placed(unit: Unit) -> bool:
    return unit.level.depth >= Level.COUNTY.depth and bool(unit.path[unit.level.depth - 1])


def _in_shared_places(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the units of each side whose nearest parent and tier some of the other side have."""
    lain = [{_parent(unit) for unit in units} for units in (ours, theirs)]
    shared = lain[0] & lain[1]
    yield from ([unit for unit in units if _parent(unit) in shared] for units in (ours, theirs))


def _parent(unit: Unit) -> tuple[Level, str]:
    return unit.level, stem_of(compared_place(unit))


def _by_rest(units: Sequence[Unit]) -> dict[_Rest, list[Unit]]:
    found: dict[_Rest, list[Unit]] = defaultdict(list)
    for unit in units:
        name = name_of(unit.level, unit.own)
        if (len(name.stem) >= _LEAST or _is_county(unit)) and LOST not in name.stem:
            parent = _parent(unit)[-1]
            for at in range(len(name.stem)):
                rest = name.stem[:at] + name.stem[at + 1 :]
                found[unit.level, name.kind, parent, rest, at].append(unit)
            found[unit.level, name.kind, parent, "".join(sorted(name.stem)), _ALL].append(unit)
            for sound in soundings(name.stem):
                found[unit.level, name.kind, parent, sound, _SOUND].append(unit)
    return dict(found)


def _is_county(unit: Unit) -> bool:
    return unit.level is Level.COUNTY


def _pairing(pilot: Unit, result: Unit, at: int, *, record: bool) -> Pairing | None:
    """Return two units as a proposal, None where what differs is no misreading, or they are two."""
    stem, other = (name_of(unit.level, unit.own).stem for unit in (pilot, result))
    why, sure = _why(stem, other, at), _PERHAPS
    if _is_county(pilot):
        are_alike = why is not None or (at >= 0 and nearly_alike(stem[at], other[at]))
        why, sure = _slip(pilot, result), _PERHAPS if are_alike else _LESS
    elif why is None and record and at >= 0:
        why, sure = _recorded_slip(pilot, result), _LESS
    if why is None or not may_be_one_place(stems_above(pilot), stems_above(result)):
        return None
    if record and recorded_apart(pilot, result):
        return None
    return Pairing(pilot, result, "features", sure, sure, why, moved=False)


def _slip(pilot: Unit, result: Unit) -> Message | None:
    """Return that the standard lacks one of two counties; None where it has both or neither, or
    what differs tells neighbours apart."""
    misspelt, name = sorted((pilot.own, result.own), key=lambda name: bool(_codes(name)))
    if _codes(misspelt) or not _codes(name) or opposed(misspelt, name):
        return None
    return _SLIP.given(misspelt=misspelt, name=name)


def _recorded_slip(pilot: Unit, result: Unit) -> Message | None:
    """Return that the official record has one of two units in its place and lacks the other; None
    where it has both or neither, or what differs tells neighbours apart."""
    from pilotdiff.record import knows

    if opposed(*(name_of(unit.level, unit.own).stem for unit in (pilot, result))):
        return None
    misspelt, unit = sorted((pilot, result), key=lambda each: knows(each.path))
    if knows(misspelt.path) or not knows(unit.path):
        return None
    if not knows(misspelt.path._replace(**{misspelt.level.value: ""})):
        return None
    return _RECORDED_SLIP.given(misspelt=misspelt.own, name=unit.own)


def _codes(name: str) -> frozenset[str]:
    return gazetteer.codes(Level.COUNTY, name)


def _why(stem: str, other: str, at: int) -> Message | None:
    """Return how two stems differ, "at" a character, in the order of two or in writing alone; None
    where that is no misreading."""
    if stem == other or opposed(stem, other):
        return None
    if at == _ALL:
        return _ORDER.given(pilot=stem, result=other) if _is_turned(stem, other) else None
    if at == _SOUND:
        is_heard = len(stem) == len(other) and not any(map(str.__eq__, stem, other))
        return _HEARD.given(pilot=stem, result=other) if is_heard else None
    ours, theirs = stem[at], other[at]
    alike = look_alike(ours, theirs) or _are_alike(ours, theirs)
    return _WHY.given(pilot=ours, result=theirs) if alike else None


def _is_turned(stem: str, other: str) -> bool:
    """Tell whether two neighbours in a stem stand in the other order in another one.

    >>> _is_turned("石桥坝", "桥石坝"), _is_turned("石桥坝", "坝桥石")
    (True, False)
    """
    apart = [at for at, pair in enumerate(zip(stem, other, strict=True)) if pair[0] != pair[1]]
    return len(apart) > 1 and apart == [apart[0], apart[0] + 1]


def _are_alike(one: str, other: str) -> bool:
    """Tell whether two characters are drawn much alike.

    >>> _are_alike("青", "责"), _are_alike("责", "青"), _are_alike("青", "白")
    (True, True, False)
    """
    first, second = sorted((one, other))
    return second in _alike().get(first, "")


@cache
def _alike() -> dict[str, str]:
    """Return each character with those behind it in the order of Unicode that look like it:
    tables/glyphs.txt, made by bench/glyph_lookalikes.py."""
    return {
        line[0]: line[1:] for line in word_lines(Path(__file__).parents[1] / "tables/glyphs.txt")
    }
