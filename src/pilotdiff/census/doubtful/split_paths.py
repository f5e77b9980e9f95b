"""Lines of a text whose names stand in tiers, each below the one before it or each above it: one
path, perhaps, that was read as several units, or several units that were read as one path."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pilotdiff.listing.carried_parents import holds
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.patterns import pattern

_STEPS = msg(
    "names {number} units, each of a lower tier than the one before it: they may be the places "
    "that one unit lies in"
)
_UPWARD = msg(
    "names {number} units, each of a higher tier than the one before it: they may be the places "
    "that one unit lies in"
)
_IN_TURN = msg(
    "names places and units in turn, each read as a unit: they may be the places of these"
)
_TURNS = msg("is read as the place of the name behind it, and may be a unit of its own")
_SIGN = pattern(r"\s*[、，,]\s*")
_FEWEST = 3
_PAIR = 2
_ALONE = 3


def split_paths(units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the lines of text that name a unit a tier, from the highest down or the lowest up:
    清岗市，白溪县，石桥镇.

    Two of a line are such where the others of the list, alone in their lines, are as low as the
    second, and where every line has two of their tiers: 东岭村、清岗县 over 西岭村、白溪县.
    """
    lines = [list(of_line) for _, of_line in groupby(units, lambda unit: unit.entry.line)]
    every = len(lines) > 1 and len({tuple(map(_tier, of_line)) for of_line in lines}) == 1
    alone = [of_line[0].level for of_line in lines if len(of_line) == 1]
    for of_line in lines:
        tiers = [*map(_tier, of_line)]
        stated = any(unit.entry.level for unit in of_line)
        upward = _descend(tiers[::-1])
        if not stated and _take_turns(of_line):
            yield DoubtfulLine(of_line[0].entry.line, of_line[0].entry.raw, _IN_TURN)
        if (stated and not every) or not (upward or _descend(tiers)):
            continue
        low = len(alone) >= _ALONE and {*alone} == {of_line[0 if upward else -1].level}
        pair = len(tiers) == _PAIR and (low or (every and _may_be_one(of_line)))
        if len(tiers) >= _FEWEST or pair:
            why = (_UPWARD if upward else _STEPS).given(number=len(tiers))
            yield DoubtfulLine(of_line[0].entry.line, of_line[0].entry.raw, why)


def _take_turns(row: Sequence[Unit]) -> bool:
    """Tell whether each two units of a row are one and another that lies in it by the codes:
    清岗市、白溪县、南岭市、石桥县."""
    pairs = list(zip(row[::2], row[1::2], strict=False))
    if len(pairs) < _PAIR or len(row) % _PAIR:
        return False
    return all(holds((one.level, one.own), (other.level, other.own)) for one, other in pairs)


def paths_in_turn(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the places that a sign parts from the one unit behind them, in a list of two, where
    places and units may take turns by chance: 清岗县、白溪镇，南岭县、石桥镇."""
    if len(units) != _PAIR or any(len(unit.entry.above) != 1 for unit in units):
        return
    places = [unit.entry.above[0] for unit in units]
    if len({*places}) < len(places):
        return
    lines = {line.number: line.text for line in listing.document.lines}
    for place, unit in zip(places, units, strict=True):
        _, _, behind = lines.get(unit.entry.line, "").partition(place)
        sign = _SIGN.match(behind)
        if sign is not None and behind.startswith(unit.entry.text, sign.end()):
            yield DoubtfulLine(unit.entry.line, place, _TURNS)


def _may_be_one(pair: Sequence[Unit]) -> bool:
    """Tell whether the lower of two units states no other place of the tier of the higher, a county
    or above; towns and villages are often listed together."""
    higher, lower = sorted(pair, key=_tier)
    depth = _tier(higher)
    return depth <= Level.COUNTY.depth and lower.path[depth] in ("", higher.path[depth])


def _tier(unit: Unit) -> int:
    return unit.level.depth


def _descend(tiers: Sequence[int]) -> bool:
    return len(tiers) > 1 and all(one < other for one, other in pairwise(tiers))
