"""Mergers that no remark tells of, but names or children do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pilotdiff.matching.left_over.merger_remarks import parts_of_merger
from pilotdiff.matching.names.families import opposed, tells_apart
from pilotdiff.matching.names.name_keys import name_of, unit_stem
from pilotdiff.matching.names.village_groups import group_of
from pilotdiff.model import Level, Message, Outcome, Row, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import kind_words


class Merger(NamedTuple):
    """A merger that names or children tell of: the result's whole name, why, and whether surely."""

    result: str
    reason: Message
    is_sure: bool = True


def implied(
    rows: Sequence[Row], left: Sequence[int], held: Sequence[int]
) -> Iterator[tuple[int, Merger]]:
    """Yield rows of dropped pilots that seem merged into a result that another holds.

    X村 beside X社区 that has X社区 for its result; 东街 and 西街 where 东街 has 东西街; 上埠头 and
    下埠头 where the one has 埠头; a township whose children are all in a township that is another's
    result.
    """
    lonely: _Lonely = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for at in left:
        if (unit := rows[at].pilot) and _legal(unit):
            stem = unit_stem(unit)
            lonely[unit.parents][stem[:1]][stem].append(at)
    told = set()
    for at, reason in _by_name(rows, lonely, held):
        if at not in told:
            told.add(at)
            yield at, reason
    yield from _by_children(rows, [at for at in left if at not in told], held)


# By a stem's first character and the stem: the rows left over in one place.
_Beside = dict[str, dict[str, list[int]]]
# Places of two levels differ in length.
_Lonely = dict[tuple[str, ...], _Beside]


@cache
def _legal_kinds(level: Level) -> frozenset[str]:
    return frozenset(word.kind for word in kind_words(level).values() if word.weight == 1)


def _legal(unit: Unit) -> bool:
    """Tell whether a unit is a community or township of a legal kind; counties of one stem may
    last."""
    below = unit.level.depth > Level.COUNTY.depth
    return below and name_of(unit.level, unit.own).kind in _legal_kinds(unit.level)


_NAMESAKE = msg("{result}, of the same stem, is {holder}'s result: merged into it, or not chosen")


def _by_name(
    rows: Sequence[Row], lonely: _Lonely, held: Sequence[int]
) -> Iterator[tuple[int, Merger]]:
    for holder in held:
        outcome, pilot, result, *_ = rows[holder]
        if pilot is None or result is None:
            continue
        beside = lonely.get(pilot.parents)
        if not beside:
            continue
        own = unit_stem(pilot)
        whole = own if pilot.own == result.own else unit_stem(result)
        if LOST in own or LOST in whole or not _legal(pilot):
            continue  # What was lost is no part of a name that others lack.
        if own == whole:
            found = [] if outcome is Outcome.REVIEW else beside.get(own[:1], {}).get(own, [])
            for at in found:
                left = rows[at].pilot
                if not _are_two_by_code(left, pilot) and not (left and group_of(left)):
                    yield at, Merger(result.name, _named(_NAMESAKE, rows[holder]), is_sure=False)
        elif not parts_of_merger(result.entry):  # Else its remark says what went into it.
            yield from _of_two_names(rows, holder, own, whole, beside)


_JOINT = msg("{of_whom} joins both names: {so}")
_COMMON = msg("{of_whom} is what both names have in common: {so}")


def _of_two_names(
    rows: Sequence[Row], holder: int, own: str, whole: str, beside: _Beside
) -> Iterator[tuple[int, Merger]]:
    """Yield the pilots beside a row's own whose names, with that one's, make its result's."""
    row = rows[holder]
    assert row.pilot, "a pairing without a pilot"
    assert row.pairing, "a holder without a pairing"
    is_placed = bool(row.pilot.path[row.pilot.level.depth - 1])
    accepted = row.outcome is not Outcome.REVIEW
    if second := _second_half(own, whole, beside):
        is_sure = is_placed and accepted and second.is_entire
        yield second.at, _merger(_JOINT, row, is_sure=is_sure)
        return
    is_sure = is_placed and row.pairing.confidence >= _LIKELY
    for at in _siblings(own, whole, beside):
        yield at, _merger(_COMMON, row, is_sure=is_sure)


_HELD = msg("{result}, {holder}'s result,")
_PROPOSED = msg("{result}, proposed for {holder},")
_SURELY = msg("merged into it, as it seems")
_PERHAPS = msg("merged into it, or another")


def _merger(joined: Message, holder: Row, *, is_sure: bool) -> Merger:
    """Return what names tell of a unit and the row that holds, or is proposed, its result."""
    of_whom = _PROPOSED if holder.outcome is Outcome.REVIEW else _HELD
    so = _SURELY if is_sure else _PERHAPS
    assert holder.result is not None, "a pairing without a result"
    reason = joined.given(of_whom=_named(of_whom, holder), so=so)
    return Merger(holder.result.name, reason, is_sure=is_sure)


def _named(said: Message, holder: Row) -> Message:
    assert holder.pilot, "a pairing without a pilot"
    assert holder.result, "a pairing without a result"
    return said.given(result=holder.result.name, holder=holder.pilot.own)


# What two names have in common may be a third village, where it is less likely than not that of
# the one which has it.
_LIKELY = 0.5


def _are_two_by_code(one: Unit | None, other: Unit) -> bool:
    """Return whether a list has two codes for two units of one name."""
    return one is not None and "" != one.entry.code != other.entry.code != ""


class _Half(NamedTuple):
    """The row left over whose name is the other half of a joint one, and whether all of it is."""

    at: int
    is_entire: bool


def _second_half(own: str, whole: str, beside: _Beside) -> _Half | None:
    """Return the one row left over whose stem makes `whole` together with `own`; None where it is
    no joint name, or where there are several.

    东西街 has all of 东街 and 西街, 东柳 a part of 东街 and of 柳林: of such parts one in five is
    there by chance (`docs/benchmark.md`).
    """
    if whole in own:
        return None
    found: dict[str, tuple[list[int], bool]] = {}
    for head, ending in halves_of_both(own, whole):
        if head[0] in own.removesuffix(ending)[1:]:
            continue  # 丈寺南 and 南兴 are not needed for 丈南: the one name has both.
        for stem, ats in beside.get(head[:1], {}).items():
            if stem.startswith(head) and stem.endswith(ending):
                found[stem] = ats, stem == head + ending or found.get(stem, (ats, False))[1]
    rows = [(at, entire) for ats, entire in found.values() for at in ats]
    return _Half(*rows[0]) if len(rows) == 1 else None


def _siblings(own: str, whole: str, beside: _Beside) -> list[int]:
    """Return the rows left over whose stems are siblings of `own`, where `whole` is what they have
    in common: 埠头 of 上埠头 and 下埠头, 王阡 of 王阡一 and 王阡二."""
    if not _is_marked(own, whole) or sum(map(len, beside.values())) > _MOST:
        return []
    return [
        at
        for stems in beside.values()
        for stem, ats in stems.items()
        if _is_marked(stem, whole) and opposed(own, stem)
        for at in ats
    ]


# Of more units left over in one place, siblings are not sought.
_MOST = 500


def _is_marked(stem: str, whole: str) -> bool:
    """Tell whether a stem is `whole` with what tells neighbours apart before or behind it.

    >>> _is_marked("上埠头", "埠头"), _is_marked("王阡二", "王阡"), _is_marked("七东", "嘉岩")
    (True, True, False)
    """
    if not len(stem) > len(whole) > 1:
        return False
    if stem.endswith(whole):
        return tells_apart(stem[: -len(whole)])
    return stem.startswith(whole) and tells_apart(stem[len(whole) :])


def halves_of_both(own: str, whole: str) -> Iterator[tuple[str, str]]:
    """Give how the other name of two begins and ends, if `whole` is made of their beginnings.

    `whole` may close with the ending that both share: 清江 and 柳河 make 清柳 and 清江柳河, 东街
    and 西街 make 东西街.

    新 before a whole name is no half: 新东街 is made of 东街 alone.

    >>> list(halves_of_both("东街", "东西街")), list(halves_of_both("东街", "新东街"))
    ([('西', '街'), ('西街', '')], [])
    """
    for at in range(1, len(whole)):
        head, rest = whole[:at], whole[at:]
        for size in range(1, len(rest) + 1):
            second, ending = rest[:size], rest[size:]
            if own.endswith(ending):
                if own.startswith(head):
                    yield second, ending
                alone = own == rest and tells_apart(head) and not opposed(own, head + ending)
                if own.startswith(second) and not alone:
                    yield head, ending


# So many children show where their parent went.
_FEWEST = 2
_CHILDREN = msg("all {count} units under it that were found went to {result}, {holder}'s result")


def _by_children(
    rows: Sequence[Row], left: Sequence[int], held: Sequence[int]
) -> Iterator[tuple[int, Merger]]:
    parents = {
        unit.path[: unit.level.depth + 1]: at
        for at in left
        if (unit := rows[at].pilot) and unit.level is not Level.COMMUNITY
    }
    sizes = {len(parent) for parent in parents}
    went: dict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    holders: dict[tuple[str, ...], tuple[Unit, Unit]] = {}
    for at in held if parents else ():
        pilot, result = rows[at].pilot, rows[at].result
        if pilot is None or result is None:
            continue
        holders[result.path[: result.level.depth + 1]] = pilot, result
        for size in sizes:
            if size <= pilot.level.depth and pilot.path[:size] in parents:
                went[pilot.path[:size]].append(result.path[:size])
    for parent, places in went.items():
        if len(places) >= _FEWEST and len(set(places)) == 1 and places[0] in holders:
            pilot, result = holders[places[0]]
            why = _CHILDREN.given(count=len(places), result=result.name, holder=pilot.own)
            yield parents[parent], Merger(result.name, why)
