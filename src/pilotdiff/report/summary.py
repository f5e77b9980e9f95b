"""Counts of a report: its outcomes by level, and how many of its pilots went on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple

from pilotdiff.model import LEVELS, WENT_ON, Level, Outcome, Pairing, Row, Unit
from pilotdiff.outcomes.contested import claimed_by_open, contested, yet_open
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.outcomes.unread_places import places_unread
from pilotdiff.outcomes.unread_whereabouts import NONE_UNREAD, UnreadPilots

# The rule of pairs that rest on the likeness of names.
_ALIKE = "features"
# The order of reading: what a person must decide comes first; what stayed as it was, last.
MOST_URGENT_FIRST = (
    Outcome.REVIEW,
    Outcome.RENAMED,
    Outcome.MERGED,
    Outcome.DROPPED,
    Outcome.SPLIT,
    Outcome.NEW,
    Outcome.PROMOTED,
    Outcome.REPEATED,
    Outcome.NOT_ELIGIBLE,
)
# What becomes of pilots, from the best to the open.
ABOUT_PILOTS = (
    *(Outcome.PROMOTED, Outcome.RENAMED, Outcome.MERGED),
    *(Outcome.DROPPED, Outcome.NOT_ELIGIBLE, Outcome.REVIEW),
)


class Tally(NamedTuple):
    """Rows by outcome and level, and the pilots and results among them by level.

    repeated_pilots  entries of the pilot list that stand in it already, by level
    waiting          pilots that a person must still decide on, by level
    proposed         of these, those for which a result is proposed, of whatever level
    elsewhere        pairs under review that a filter leaves out and that may be of a pilot counted
    beside           pilots without a result that the result document names in no entry, by level
    unread           pilots without a result that may stand where the result document gave no unit:
                     by level, and under None how many of all at most
    unread_pilots    those that the pilot document is known to name and its list does not hold
    of_few, of_all   accepted pairs that rest on the likeness of names, weighed as in lists of a
                     chosen few or as in lists that name all units
    rivals           pilots without a result that a pair under review may be of as well
    absorbed         pilots without a result that went, whole or in part, into a unit of the result
                     list, as the official record says
    """

    rows: Mapping[tuple[Outcome, Level], int]
    pilots: Mapping[Level, int]
    results: Mapping[Level, int]
    repeated_pilots: Mapping[Level, int] = {}
    waiting: Mapping[Level, int] = {}
    proposed: Mapping[Level, int] = {}
    elsewhere: int = 0
    beside: Mapping[Level, int] = {}
    of_few: int = 0
    of_all: int = 0
    unread: Mapping[Level | None, int] = {}
    unread_pilots: UnreadPilots = NONE_UNREAD
    rivals: int = 0
    absorbed: int = 0

    def of(self, outcome: Outcome, level: Level | None = None) -> int:
        """Count the rows of an outcome, at one level or at all."""
        levels = LEVELS if level is None else (level,)
        return sum(self.rows.get((outcome, each), 0) for each in levels)

    @property
    def repeated_results(self) -> Mapping[Level, int]:
        """Return how many entries of the result list stand in it already, by level."""
        apart = {
            level: self.of(Outcome.REPEATED, level) - self.repeated_pilots.get(level, 0)
            for level in self.levels
        }
        return {level: count for level, count in apart.items() if count}

    @property
    def pilots_once(self) -> int:
        """Return how many pilots there are, each counted once."""
        return sum(self.pilots.values()) - sum(self.repeated_pilots.values())

    def eligible(self, level: Level | None = None) -> int:
        """Return how many pilots could go on, each counted once."""
        levels = LEVELS if level is None else (level,)
        uncounted = self.of(Outcome.NOT_ELIGIBLE, level)
        uncounted += sum(self.repeated_pilots.get(each, 0) for each in levels)
        return sum(self.pilots.get(each, 0) for each in levels) - uncounted

    def went_on(self, level: Level | None = None) -> int:
        """Return how many pilots are among the results under a name of their own."""
        return sum(self.of(outcome, level) for outcome in WENT_ON)

    def undecided(self, level: Level | None = None) -> int:
        """Return how many more pilots may have gone on: those that wait for a verdict, as far as
        there are results for them, of their level or proposed across levels, those that the result
        document names beside its list, and those that may stand where it was not read."""
        levels = LEVELS if level is None else (level,)
        known = sum(
            min(self.waiting.get(each, 0), max(self._free(each), self.proposed.get(each, 0)))
            + self.beside.get(each, 0)
            for each in levels
        )
        return known + self.unread.get(level, 0)

    def _free(self, level: Level) -> int:
        """Return the results that no pilot holds for certain."""
        held = self.went_on(level) + self.repeated_results.get(level, 0)
        return max(0, self.results.get(level, 0) - held)

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Return the outcomes that a table shows: merged, split and repeated where they occur."""
        seldom = (Outcome.MERGED, Outcome.SPLIT, Outcome.REPEATED)
        return tuple(one for one in Outcome if one not in seldom or self.of(one))

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that occur, from the top."""
        present = {level for _, level in self.rows}
        return tuple(level for level in LEVELS if level in present)


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """Units by outcome, and the rate.

    rows                 those that the report shows, rows_before_filters those that there are
    promoted to review   units of an outcome, whatever outcomes a filter shows
    levels               the same at each level that occurs
    eligible             pilots that could go on, each counted once
    went_on              of these, the promoted and renamed
    undecided            of these, those that may have gone on: a person must decide, or the
                         result document names them in no entry, or was not read where they may
                         stand
    unread_pilots        pilots that the pilot document is known to name or count, in no row
    """

    rows: int
    rows_before_filters: int
    promoted: int
    renamed: int
    merged: int
    split: int
    repeated: int
    dropped: int
    not_eligible: int
    new: int
    review: int
    levels: Mapping[str, Mapping[str, int]]
    eligible: int
    went_on: int
    undecided: int
    unread_pilots: int = 0

    @property
    def rate(self) -> float | None:
        """Return the share of the eligible that went on, 0 to 1; None where none was eligible."""
        return self.went_on / self.eligible if self.eligible else None

    @property
    def rate_bounds(self) -> tuple[float, float] | None:
        """Return the least and the greatest rate that the undecided and the pilots not read leave
        open; None as above."""
        if not self.eligible:
            return None
        of, most = self.eligible + self.unread_pilots, self.went_on + self.undecided
        return self.went_on / of, (most + self.unread_pilots) / of

    def __getitem__(self, name: str) -> object:
        """Return a count by its name, as the JSON document has it."""
        return self.to_dict()[name]

    def to_dict(self) -> dict[str, object]:
        """Return what the JSON document has under `summary`."""
        return asdict(self)


def summarised(shown: int, found: int, counts: Tally) -> ReportSummary:
    """Count outcomes, in all and by level, and how many pilots went on.

    `shown` is how many rows a filter leaves, `found` how many there were before it.
    """
    return ReportSummary(
        rows=shown,
        rows_before_filters=found,
        **{outcome.value: counts.of(outcome) for outcome in Outcome},
        levels={level.value: _by_outcome(counts, level) for level in counts.levels},
        eligible=counts.eligible(),
        went_on=counts.went_on(),
        undecided=counts.undecided(),
        unread_pilots=len(counts.unread_pilots),
    )


def _by_outcome(counts: Tally, level: Level) -> dict[str, int]:
    return {outcome.value: count for outcome in Outcome if (count := counts.of(outcome, level))}


def open_elsewhere(counted: Sequence[Row], rows: Sequence[Row]) -> int:
    """Return how many pairs under review that are not counted may be of a pilot that is."""
    if len(counted) == len(rows):
        return 0
    ours = {id(row) for row in counted}
    told = contested(rows)
    numbers = {at for row in counted if row.pilot for at in told.get(id(row.pilot), ())}
    # Below 0 are places that gave no unit, which are of no row.
    return sum(at >= 0 and id(rows[at]) not in ours for at in numbers)


def tally(
    rows: Iterable[Row],
    results: Iterable[Unit] | None = None,
    elsewhere: int = 0,
    unread_pilots: UnreadPilots = NONE_UNREAD,
) -> Tally:
    """Return the counts of these rows; a row with both units counts at the pilot's level.

    `results` are those to count where they are not the rows' own, `elsewhere` what is
    `open_elsewhere`, `unread_pilots` those that are known to be in no row.
    """
    rows = tuple(rows)
    sorts = Counter(map(_sort, rows))
    shown: Counter[tuple[Outcome, Level]] = Counter()
    ours: Counter[Level] = Counter()
    theirs: Counter[Level] = Counter()
    repeated: Counter[Level] = Counter()
    waiting: Counter[Level] = Counter()
    proposed: Counter[Level] = Counter()
    for (outcome, pilot, result), count in sorts.items():
        if level := pilot or result:
            shown[outcome, level] += count
        if pilot:
            ours[pilot] += count
            repeated[pilot] += count * (outcome is Outcome.REPEATED)
            waiting[pilot] += count * (outcome is Outcome.REVIEW)
            proposed[pilot] += count * (outcome is Outcome.REVIEW and result is not None)
        if result:
            theirs[result] += count
    if results is not None:
        theirs = Counter(unit.level for unit in results)
    beside = Counter(filter(None, map(level_beside, rows)))
    alike = Counter(
        row.pairing.few
        for row in rows
        if row.outcome in WENT_ON and row.pairing and _is_by_likeness(row.pairing)
    )
    claimed = claimed_by_open(rows)
    rivals = sum(row.outcome is Outcome.DROPPED and id(row) in claimed for row in rows)
    absorbed = sum(row.outcome is Outcome.DROPPED and bool(row.other) for row in rows)
    return Tally(
        *(shown, ours, theirs, +repeated, +waiting, +proposed, elsewhere, beside),
        *(alike[True], alike[False], _unread(rows), unread_pilots, rivals, absorbed),
    )


def _unread(rows: Iterable[Row]) -> Mapping[Level | None, int]:
    """Return how many pilots without a result may stand where the results were not read."""
    found: defaultdict[Level | None, list[tuple[int, ...]]] = defaultdict(list)
    for row in rows:
        if row.outcome is Outcome.DROPPED and row.pilot and (places := places_unread(row)):
            found[row.pilot.level].append(places)
            found[None].append(places)
    return {level: yet_open(places) for level, places in found.items()}


def _is_by_likeness(pairing: Pairing) -> bool:
    """Tell whether nothing but likeness speaks for a pairing: no rule, and no remark."""
    told = pairing.pilot.entry.former or pairing.result.entry.former
    return pairing.rule == _ALIKE and not told


def _sort(row: Row) -> tuple[Outcome, Level | None, Level | None]:
    """Return what a row is counted by: its outcome, and the levels of its units."""
    outcome, pilot, result, *_ = row
    return outcome, pilot.level if pilot else None, result.level if result else None


def level_beside(row: Row) -> Level | None:
    """Return the level of a dropped pilot that the result document names in no entry, else None."""
    if row.outcome is not Outcome.DROPPED or row.pilot is None or told_beside(row) is None:
        return None
    return row.pilot.level


def differs_at_all(rows: Iterable[Row]) -> bool:
    """Tell whether anything is not promoted unchanged."""
    return any(row.outcome is not Outcome.PROMOTED or row.changes for row in rows)


def undecided(rows: Iterable[Row]) -> bool:
    """Tell whether a person must still decide."""
    return any(row.outcome is Outcome.REVIEW for row in rows)
