"""Pairings → rows, the outcome of each told by confidence, margin and what changed."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.matching import Matching
from pilotdiff.matching.compare import extra
from pilotdiff.matching.left_over.damaged_levels import may_stand_at
from pilotdiff.matching.names.families import is_filler, tells_apart
from pilotdiff.matching.names.name_keys import KIND_OF_ZONES, name_of, place_stem
from pilotdiff.matching.names.village_groups import group_of
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.matching.places.stated_places import may_be_two
from pilotdiff.model import (
    Change,
    Level,
    Message,
    Outcome,
    Pairing,
    Row,
    Ruling,
    Said,
    Unit,
    Units,
    msg,
    msgs,
)
from pilotdiff.outcomes.changes import changes
from pilotdiff.outcomes.decided import decided
from pilotdiff.outcomes.doubtful_characters import has_doubts, with_doubts
from pilotdiff.outcomes.mergers import with_mergers
from pilotdiff.outcomes.nothing_found import NO_NAME, NOT_IN_PILOT_LIST, NOTHING_NEAR
from pilotdiff.outcomes.restored import restored
from pilotdiff.outcomes.thresholds import DEFAULT, Thresholds

_NOT_LISTED = {
    Level.PROVINCE: msg("the result lists no provinces"),
    Level.PREFECTURE: msg("the result lists no prefectures"),
    Level.COUNTY: msg("the result lists no counties"),
    Level.TOWNSHIP: msg("the result lists no townships"),
    Level.COMMUNITY: msg("the result lists no communities"),
}
# There may be a million rows: made without the constructor's step.
_MADE = tuple.__new__
_PLAIN = tuple(Row(Outcome.PROMOTED, None, None))[6:]


def _repeats(unit: Unit, kept: Unit) -> Message:
    if may_be_two(kept):
        return msg(
            "written just as line {line} of its list; several counties are called so, and no place "
            "tells whether another one is meant",
            line=kept.entry.line,
        )
    if kept.entry.line > unit.entry.line:
        return msg(
            "stands again in line {line} of its list, which says more of it", line=kept.entry.line
        )
    return msg("stands in line {line} of its list already", line=kept.entry.line)


def judge(
    pilots: Units,
    results: Units,
    matching: Matching,
    rulings: Sequence[Ruling] = (),
    thresholds: Thresholds = DEFAULT,
) -> tuple[Row, ...]:
    """Return one row for every pilot, in their order, then one for every result that no row holds.

    `rulings` are those that the matching was given; they are noted on the rows they made.

    Raises AssertionError when the balance does not hold: that is a bug, never an input's fault.
    """
    believed = {id(p.pilot): p for p in matching.pairings if _is_told(p, thresholds.propose)}
    weak = {id(p.pilot): p for p in matching.pairings if id(p.pilot) not in believed}
    levels = _levels(pilots, results)
    rows = [
        _paired_row(pairing, thresholds)
        if pairing
        else _pilot_row(unit, levels, matching, weak.get(id(unit)))
        for unit in pilots.units
        for pairing in (believed.get(id(unit)),)
    ]
    held = {id(pairing.result) for pairing in believed.values()}
    rows += [_result_row(unit, matching) for unit in results.units if id(unit) not in held]
    _balance(rows, pilots, results)
    ruled = decided(rows, rulings) if rulings else rows
    told = with_mergers(ruled, matching.told, thresholds)
    return tuple(with_doubts(told, pilots, results) if has_doubts(pilots, results) else told)


def _is_told(pairing: Pairing, least: float) -> bool:
    """Tell whether a pairing is shown to a person at least: also where little speaks for it, of
    several that may be meant, and of one stem in one place (白溪村, 白溪社区 in 白溪镇), or but for
    a word by which neighbours are told apart (白溪村, 东白溪村): of 20 such, and of 53, that were
    said to be less likely than `least` 9 and 25 were one unit; or but for a number (白溪村, and
    白溪一村 beside 白溪二村): all of 18 were parted or made one of those."""
    return pairing.confidence >= least or bool(pairing.rivals) or _are_of_one_stem(pairing)


def _are_of_one_stem(pairing: Pairing) -> bool:
    pilot, result = pairing.pilot, pairing.result
    if pilot.level is not result.level or (pairing.moved and not _lie_in_one(pilot, result)):
        return False
    names = [name_of(unit.level, unit.own) for unit in (pilot, result)]
    ours, theirs = (name.stem for name in names)
    more = extra(ours, theirs)
    return ours == theirs or (bool(more) and tells_apart(more) and not is_filler(more))


def _lie_in_one(pilot: Unit, result: Unit) -> bool:
    """Tell whether the places of two units are alike but for their kinds: 正定县, 正定区."""
    both = zip(compared_place(pilot), compared_place(result), strict=True)
    return all(
        place_stem(depth, one) == place_stem(depth, other)
        for depth, (one, other) in enumerate(both)
    )


class _Levels(NamedTuple):
    """The levels that the results have, and those at which they may list a zone.

    A zone is as large as a county or as a town, and its name tells it no better than that.
    """

    named: frozenset[Level]
    of_zones: frozenset[Level]

    def may_hold(self, unit: Unit) -> bool:
        """Tell whether the results list units of a level that a unit may have."""
        levels = self.of_zones if self.of_zones and _is_zone(unit) else self.named
        return not levels.isdisjoint(may_stand_at(unit))


_ZONED = frozenset({Level.COUNTY, Level.TOWNSHIP})


def _levels(pilots: Units, results: Units) -> _Levels:
    named = frozenset(unit.level for unit in results.units)
    if named >= {unit.level for unit in pilots.units} or named.isdisjoint(_ZONED):
        return _Levels(named, frozenset())
    has_zones = any(unit.level in _ZONED and _is_zone(unit) for unit in results.units)
    return _Levels(named, named | _ZONED if has_zones else frozenset())


def _is_zone(unit: Unit) -> bool:
    return name_of(unit.level, unit.own).kind == KIND_OF_ZONES


def _pilot_row(unit: Unit, levels: _Levels, matching: Matching, weak: Pairing | None) -> Row:
    """Return the row of a pilot without a result; `weak` is a pairing too unsure to be proposed."""
    if (kept := matching.repeated.get(id(unit))) is not None:
        return Row(Outcome.REPEATED, unit, None, reason=_repeats(unit, kept), other=kept.name)
    if not levels.may_hold(unit) and unit.id not in matching.alone:
        return Row(Outcome.NOT_ELIGIBLE, unit, None, reason=_NOT_LISTED[unit.level])
    nothing = NOTHING_NEAR if _has_place(unit) else NO_NAME
    why = matching.alone.get(unit.id) or (nothing if weak is None else _nearest(weak))
    return Row(Outcome.DROPPED, unit, None, reason=with_its_group(why, unit))


def _has_place(unit: Unit) -> bool:
    """Tell whether so much of a unit's place is told that others can stand in it."""
    above = unit.parents
    if unit.level.depth <= Level.COUNTY.depth:
        return any(above) or unit.level is Level.PROVINCE
    return bool(above[-1])


def _nearest(weak: Pairing) -> Message:
    return msgs(
        "nearest: {name}; of a hundred such pairs in the benchmark, {n} was the same",
        "nearest: {name}; of a hundred such pairs in the benchmark, {n} were the same",
        round(100 * weak.confidence),
        name=weak.result.name,
    )


def _result_row(unit: Unit, matching: Matching) -> Row:
    if (kept := matching.repeated.get(id(unit))) is not None:
        return Row(Outcome.REPEATED, None, unit, reason=_repeats(unit, kept), other=kept.name)
    why = matching.unclaimed.get(id(unit), NOT_IN_PILOT_LIST)
    return Row(Outcome.NEW, None, unit, reason=with_its_group(why, unit))


def _paired_row(pairing: Pairing, thresholds: Thresholds) -> Row:
    if pairing.confidence < thresholds.propose and pairing.runner_up and not pairing.rivals:
        # Told for its name: the other one that bears it (石坝二村 beside 石坝一村) may be meant.
        pairing = pairing._replace(rivals=(pairing.runner_up,))
    pilot = restored(pairing.pilot, pairing.result)
    result = restored(pairing.result, pairing.pilot)
    found = changes(pilot, result)
    outcome = _outcome(pairing, found, thresholds)
    if outcome is Outcome.REVIEW:
        # What is not believed tells nothing of what was lost.
        pilot, result = pairing.pilot, pairing.result
    if (pilot.entry.note or result.entry.note) and outcome is not Outcome.REVIEW:
        return told_with_groups(Row(outcome, pilot, result, pairing, found, pairing.reason))
    return _MADE(Row, (outcome, pilot, result, pairing, found, pairing.reason, *_PLAIN))


def _outcome(pairing: Pairing, found: tuple[Change, ...], thresholds: Thresholds) -> Outcome:
    if not thresholds.accepts(pairing):
        return Outcome.REVIEW
    renamed = any(change is not Change.CATEGORY for change in found)
    return Outcome.RENAMED if renamed else Outcome.PROMOTED


def _balance(rows: Sequence[Row], pilots: Units, results: Units) -> None:
    ours = sum(1 for row in rows if row.pilot)
    theirs = sum(1 for row in rows if row.result)
    assert (ours, theirs) == (len(pilots.units), len(results.units)), "an entry lost or doubled"


_TWO = msg("{reason}; but the lists name two groups of it: {pilot}, {result}")
_ONE = msg("{reason}; but one list names a group of it alone: {group}")
_ALONE = msg("{reason}; its list names a group of it alone: {group}")


def with_its_group(reason: Said, unit: Unit) -> Said:
    """Return why a unit is left alone, with the group of the village that its list names."""
    if not group_of(unit):
        return reason
    return _ALONE.given(reason=reason, group=unit.entry.note)


def told_with_groups(row: Row) -> Row:
    """Return the row of a pair, for review where the lists do not mean the same part of a village
    (清岗村三组, 清岗村石桥组)."""
    if row.pilot is None or row.result is None:
        return row
    ours, theirs = group_of(row.pilot), group_of(row.result)
    if ours == theirs or (row.pairing and row.pairing.rule == "decision"):
        return row
    notes = row.pilot.entry.note, row.result.entry.note
    if ours and theirs:
        said = _TWO.given(reason=row.reason, pilot=notes[0], result=notes[1])
    else:
        said = _ONE.given(reason=row.reason, group=notes[0] if ours else notes[1])
    return row._replace(outcome=Outcome.REVIEW, reason=said)
