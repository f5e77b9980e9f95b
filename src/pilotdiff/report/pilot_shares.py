"""How many pilots of each place and category went on, and how a rate is written."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, NOT_COUNTED, WENT_ON, Level, Row, Unit, msg
from pilotdiff.model.whole_numbers import per_cent
from pilotdiff.outcomes.contested import contested, yet_open
from pilotdiff.outcomes.unread_whereabouts import NONE_UNREAD, UnreadPilots
from pilotdiff.report.row_places import NO_PLACE, RowPlace, place_names, place_of

PilotShareKey = TypeVar("PilotShareKey")
# A breakdown is read at a glance: by prefecture if that makes a table one can take in.
_BREAKDOWN_DEPTHS = (1, 0, 2, 3)
_READABLE = 40


class Share(NamedTuple):
    """Of the pilots of one place or category that could go on (`of`), how many did (`kept`).

    name       of the place or category, "" where the list does not state the place
    level      the tier the share is about, None when it is about all
    undecided  how many more may have gone on: a person must decide, or the result document names
               them in no entry
    place      the path of the place, () of a category
    unread     how many pilots more may be of it, which are known to be in no row
    """

    name: str
    kept: int
    of: int
    level: Level | None = None
    undecided: int = 0
    place: RowPlace = NO_PLACE
    unread: int = 0


def by_category(rows: Iterable[Row], unread: UnreadPilots = NONE_UNREAD) -> list[Share]:
    """Return the pilots' shares by level and category, in the order of the list."""
    return [
        Share(name, kept, of, level, undecided, unread=unread.within((), level))
        for (level, name), kept, of, undecided in _shares(
            rows, lambda unit: (unit.level, unit.entry.category)
        )
        if name
    ]


def by_place(
    rows: Iterable[Row], unread: UnreadPilots = NONE_UNREAD
) -> tuple[Level | None, list[Share]]:
    """Return the pilots' shares by prefecture, or by the level that makes a readable table; those
    whose place is not stated come last, so that every pilot is in one share.

    The level is None, and the list empty, where no level divides them.
    """
    rows = tuple(rows)
    long: tuple[Level | None, list[Share]] = (None, [])
    for depth in _BREAKDOWN_DEPTHS:
        if not any(row.pilot and row.pilot.path[depth] for row in rows):
            continue
        shares = _by_part(rows, depth, unread)
        stated = sum(share.place != NO_PLACE for share in shares)
        if 2 <= stated <= _READABLE:
            return LEVELS[depth], shares
        if stated > _READABLE and not long[1]:
            long = (LEVELS[depth], shares)
    return long


def _by_part(rows: Iterable[Row], depth: int, unread: UnreadPilots) -> list[Share]:
    shares = _shares(rows, lambda unit: place_of(unit, depth))
    names = place_names(place for place, *_ in shares)
    made = [
        Share(names[place], kept, of, None, open_, place, unread.within(place))
        for place, kept, of, open_ in shares
    ]
    return sorted(made, key=lambda share: share.place == NO_PLACE)


def percent(part: int, whole: int, words: Words) -> str:
    """Return the share in per cent with one decimal: "66.7 %"; empty when there is no whole."""
    return words("{share} %", share=per_cent(part, whole)) if whole else ""


def rate(kept: int, of: int, undecided: int, words: Words, unread: int = 0) -> str:
    """Return how many pilots went on, of those that could, in per cent; both bounds of it where a
    person must still decide, and where so many pilots are `unread`: "66.7 to 73.3 %"."""
    if not (of and (undecided or unread)):
        return percent(kept, of, words)
    low, high = (per_cent(part, of + unread) for part in (kept, kept + undecided + unread))
    return words(msg("{low} to {high} %", low=low, high=high))


def could_go_on(of: int, unread: int = 0) -> str:
    """Write how many pilots could go on, and how many more are known that were not read.

    >>> could_go_on(7), could_go_on(1200, 1)
    ('7', '1,200+1')
    """
    return f"{of:,}+{unread:,}" if unread else f"{of:,}"


def _shares(
    rows: Iterable[Row], key: Callable[[Unit], PilotShareKey]
) -> list[tuple[PilotShareKey, int, int, int]]:
    rows = tuple(rows)
    kept: Counter[PilotShareKey] = Counter()
    of: Counter[PilotShareKey] = Counter()
    numbers: defaultdict[PilotShareKey, list[tuple[int, ...]]] = defaultdict(list)
    found = contested(rows)
    for row in rows:
        if row.pilot is None:
            continue
        name = key(row.pilot)
        of[name] += row.outcome not in NOT_COUNTED
        kept[name] += row.outcome in WENT_ON
        if id(row.pilot) in found:
            numbers[name].append(found[id(row.pilot)])
    return [(name, kept[name], n, yet_open(numbers.get(name, ()))) for name, n in of.items() if n]
