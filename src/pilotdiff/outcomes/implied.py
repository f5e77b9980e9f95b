"""Mergers that no remark tells of, but names or children do."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pilotdiff.matching.families import opposed, tells_apart
from pilotdiff.matching.name_keys import name_of
from pilotdiff.model import Level, Message, Outcome, Row, Said, Unit, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.names import kind_words

# So many children show where their parent went.
_FEWEST = 2
_NAMESAKE = msg("{result}, of the same stem, is {holder}'s result: merged into it, or not chosen")
_JOINT = msg("{result}, {holder}'s result, joins both names: merged into it, as it seems")
_COMMON = msg(
    "{result}, {holder}'s result, is what both names have in common: merged into it, as it seems"
)
_PERHAPS = msg(
    "{result}, proposed for {holder}, is what both names have in common: merged into it, or another"
)
_JOINT_PERHAPS = msg(
    "{result}, proposed for {holder}, joins both names: merged into it, or another"
)
_CHILDREN = msg("all {count} units under it that were found went to {result}, {holder}'s result")


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
            stem = _stem(unit)
            lonely[unit.path[: unit.level.depth]][stem[:1]][stem].append(at)
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


def _stem(unit: Unit) -> str:
    return name_of(unit.level, unit.own).stem


@cache
def _legal_kinds(level: Level) -> frozenset[str]:
    return frozenset(word.kind for word in kind_words(level).values() if word.weight == 1)


def _legal(unit: Unit) -> bool:
    """Tell whether a unit is a community or township of a legal kind; counties of one stem may
    last."""
    below = unit.level.depth > Level.COUNTY.depth
    return below and name_of(unit.level, unit.own).kind in _legal_kinds(unit.level)


def _by_name(
    rows: Sequence[Row], lonely: _Lonely, held: Sequence[int]
) -> Iterator[tuple[int, Merger]]:
    for holder in held:
        outcome, pilot, result, *_ = rows[holder]
        if pilot is None or result is None:
            continue
        beside = lonely.get(pilot.path[: pilot.level.depth])
        if not beside:
            continue
        own = _stem(pilot)
        whole = own if pilot.own == result.own else _stem(result)
        if LOST in own or LOST in whole:
            continue  # What was lost is no part of a name that others lack.
        if own == whole:
            reason = _NAMESAKE
            found = [] if outcome is Outcome.REVIEW else beside.get(own[:1], {}).get(own, [])
        else:
            reason, found = _JOINT, _second_half(own, whole, beside)
            if not found:
                reason, found = _COMMON, _siblings(own, whole, beside)
        for at in found if _legal(pilot) else ():
            if reason is _NAMESAKE and _are_two_by_code(rows[at].pilot, pilot):
                continue
            sure = _is_sure(reason, rows[holder])
            said = reason if sure else _UNSURE.get(reason, reason)
            why = said.given(result=result.name, holder=pilot.own)
            yield at, Merger(result.name, why, is_sure=sure)


def _is_sure(reason: Said, holder: Row) -> bool:
    """Return whether names alone tell of a merger: 东西街 of 东街 and 西街. What two names have in
    common may be a third village, where it is less likely than not that of the one which has it;
    so may what joins them, where a chosen few are named and that is a proposal alone."""
    outcome, _, _, pairing, *_ = holder
    if reason is _JOINT:
        return not (outcome is Outcome.REVIEW and pairing is not None and pairing.few)
    return reason is _COMMON and (pairing is None or pairing.confidence >= _LIKELY)


_LIKELY = 0.5
_UNSURE = {_COMMON: _PERHAPS, _JOINT: _JOINT_PERHAPS}


def _are_two_by_code(one: Unit | None, other: Unit) -> bool:
    """Return whether a list has two codes for two units of one name."""
    return one is not None and "" != one.entry.code != other.entry.code != ""


def _second_half(own: str, whole: str, beside: _Beside) -> list[int]:
    """Return the one row left over whose stem makes `whole` together with `own`."""
    found: dict[str, list[int]] = {}
    for head, ending in halves(own, whole):
        for stem, ats in beside.get(head[:1], {}).items():
            if stem.startswith(head) and stem.endswith(ending):
                found[stem] = ats
    rows = [at for ats in found.values() for at in ats]
    return rows if len(rows) == 1 else []


def _siblings(own: str, whole: str, beside: _Beside) -> list[int]:
    """Return the rows left over whose stems are siblings of `own`, where `whole` is what they have
    in common: 埠头 of 上埠头 and 下埠头, 王阡 of 王阡一 and 王阡二."""
    if not tells_apart(_more(own, whole)) or sum(map(len, beside.values())) > _MOST:
        return []
    return [
        at
        for stems in beside.values()
        for stem, ats in stems.items()
        if tells_apart(_more(stem, whole)) and opposed(own, stem)
        for at in ats
    ]


# Of more units left over in one place, siblings are not sought.
_MOST = 500


def _more(stem: str, whole: str) -> str:
    """Return what a stem has before or behind `whole`; what tells nothing apart where it has both,
    or nothing.

    >>> _more("上埠头", "埠头"), _more("王阡二", "王阡")
    ('上', '二')
    """
    if len(stem) > len(whole) > 1:
        if stem.endswith(whole):
            return stem[: -len(whole)]
        if stem.startswith(whole):
            return stem[len(whole) :]
    return stem


def halves(own: str, whole: str) -> Iterator[tuple[str, str]]:
    """Give how the other name of two begins and ends, if `whole` is made of their beginnings.

    `whole` may close with the ending that both share: 清江 and 柳河 make 清柳 and 清江柳河, 东街
    and 西街 make 东西街.

    新 before a whole name is no half: 新东街 is made of 东街 alone.

    >>> list(halves("东街", "东西街")), list(halves("东街", "新东街"))
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
