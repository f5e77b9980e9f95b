"""Places that a remark may tell: 桐花镇（云山市） is not the 桐花镇 of another city.

A bracket with a place that the standard has is read as what the unit lies in. Of other words nobody
knows whether they name a place (云山市, 高新区, 脱贫县): they fill no path, but where the other
list states another place at their level, the two are a proposal, and no certainty.
"""

from collections.abc import Iterable, Iterator

from pilotdiff import names
from pilotdiff.matching.left_over.merger_remarks import tells_of_others
from pilotdiff.matching.names.name_keys import place_key, place_stem
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.model import Level, Message, Pairing, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.patterns import pattern

# As sure at most as two names of which a remark may tell that they lie in two places.
_PERHAPS = 0.5
# How remarks begin that speak of other things than where a unit lies.
_OTHERWISE = pattern(r"^[原含由现曾并拟]")
_BREAK = pattern(r"[;；，,、]\s*")


def weighed_by_remarks(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Return pairings, those as proposals of which a remark may tell another place; without those
    that rest on likeness alone where a remark says what the one came out of or went into."""
    return [_weighed(each) for each in pairings if not _is_refuted(each)]


def _is_refuted(pairing: Pairing) -> bool:
    pilot, result, rule, *_ = pairing
    is_noted = pilot.entry.note or result.entry.note
    return bool(is_noted) and rule == "features" and tells_of_others(pilot, result)


def called(unit: Unit) -> str:
    """Return a unit's whole name, with the remark that may tell where it lies: 桐花镇（云山市）."""
    return f"{unit.name}（{unit.entry.note}）" if any(_remarked(unit)) else unit.name


def _weighed(pairing: Pairing) -> Pairing:
    pilot, result = pairing.pilot, pairing.result
    if pairing.confidence <= _PERHAPS or pairing.rule == "decision":
        return pairing
    said = _otherwise(pilot, result) or _otherwise(result, pilot)
    if said is None:
        return pairing
    return pairing._replace(
        confidence=_PERHAPS,
        margin=min(pairing.margin, _PERHAPS),
        reason=msg("{reason}; but {other}", reason=pairing.reason, other=said),
    )


def _otherwise(unit: Unit, other: Unit) -> Message | None:
    """Return what a remark tells of a unit's place that the other's place contradicts."""
    for level, place in _remarked(unit):
        stated = [other.path[level.depth], *(text for at, text in _remarked(other) if at is level)]
        there = [each for each in stated if each]
        if there and not any(_may_be_one(level, place, each) for each in there):
            return _SAID.given(place=place, other=there[0])
    return _came_from_elsewhere(unit, other)


def _came_from_elsewhere(unit: Unit, other: Unit) -> Message | None:
    """Return that a remark names the town which a community came from (原属白石镇), and the other
    lies neither there nor in its town of now."""
    town, there = unit.path.township, other.path.township
    said = _CAME_FROM.search(unit.entry.note) if unit.entry.note and unit.path.community else None
    reading = names.parse(said["place"]) if said else None
    if reading is None or reading.level is not Level.TOWNSHIP or not (town and there):
        return None
    before = reading.parts[-1][1]
    if any(_may_be_one(Level.TOWNSHIP, there, each) for each in (town, before)):
        return None
    return _SAID.given(place=before, other=there)


_CAME_FROM = pattern(
    r"(?:原属|[由从自])(?P<place>[^，。；;]+?)(?:划入|划归|转入|划出)?(?:[，。；;]|$)"
)
_SAID = msg("a remark behind the one name, {place}, may tell another place than {other}")


def _remarked(unit: Unit) -> Iterator[tuple[Level, str]]:
    """Yield the places above a unit that its remark may name, where the unit itself states none
    right above it."""
    entry = unit.entry
    if not entry.note or entry.former:
        return
    above = compared_place(unit)
    if not above or above[-1]:
        return
    for piece in _BREAK.split(entry.note):
        reading = None if _OTHERWISE.search(piece) else names.parse(piece)
        if reading is not None and reading.level.depth < unit.level.depth:
            yield from reading.parts


def _may_be_one(level: Level, one: str, other: str) -> bool:
    """Tell whether two places of a level may be one: by stem, or by a code of the standard.

    >>> _may_be_one(Level.COUNTY, "双流县", "双流区"), _may_be_one(Level.COUNTY, "云山市", "临水县")
    (True, False)
    """
    keys = [place_key(level.depth, each) for each in (one, other)]
    if place_stem(level.depth, keys[0]) == place_stem(level.depth, keys[1]):
        return True
    return not gazetteer.codes(level, one).isdisjoint(gazetteer.codes(level, other))
