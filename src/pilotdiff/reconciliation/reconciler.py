"""Two lists and the verdicts of persons → the rows that everybody is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import TYPE_CHECKING

from pilotdiff.decisions.apply import Applied, Stale, Why, apply
from pilotdiff.decisions.table import Book, FiledDecision
from pilotdiff.model import Decision, Filed, Row, Ruling, SourceKind, Unit, Units, Verdict
from pilotdiff.model.callbacks import Tick
from pilotdiff.outcomes.thresholds import DEFAULT, Thresholds

NO_BOOK = Book("", "", ())
if TYPE_CHECKING:
    from pilotdiff.matching.overruled_pairs import Undone
    from pilotdiff.record import RecordYear

_EntryPair = tuple[int, int]


class Reconciler:
    """Tells of any two lists what became of their units, each two of them matched once.

    A verdict is heard on the lists that it is filed for, and holds wherever its two entries stand:
    in those lists, in a part of them, or in one list made of several.
    """

    def __init__(
        self,
        book: Book = NO_BOOK,
        *,
        record: bool = True,
        as_of: int | None = None,
        thresholds: Thresholds = DEFAULT,
    ) -> None:
        self.book = book
        self._record = record
        self._as_of = as_of
        self._thresholds = thresholds
        self._decisions: dict[_EntryPair, Decision] = {}
        self._heard: list[tuple[Units, Units]] = []
        self._undone: dict[_EntryPair, tuple[Undone, ...]] = {}
        self._rows: dict[_EntryPair, tuple[Units, Units, tuple[Row, ...]]] = {}

    @property
    def asks_record(self) -> bool:
        """Whether the official record is asked."""
        return self._record

    def edition(self, units: Units) -> RecordYear:
        """Return the edition of the record in which the units of a list are looked up."""
        from pilotdiff.record import RecordYear

        return RecordYear.of(units, self._as_of)

    def hear(self, pilots: Units, results: Units) -> Applied:
        """Apply the verdicts of the book to two lists. Raises UserError where they contradict each
        other."""
        applied = apply(self.book, pilots, results)
        self.rule(applied.rulings)
        self._heard.append((pilots, results))  # entries are known by identity: keep them alive
        return applied

    def hear_all(self, documents: Sequence[Filed]) -> tuple[Stale, ...]:
        """Apply the book to every list of pilots with every list of results; return the verdicts
        that bear on no two of them."""
        if not self.book.filed:
            return ()
        pilots, results = (
            [filed.units for filed in documents if filed.source.kind is kind and filed.units.units]
            for kind in (SourceKind.PILOTS, SourceKind.RESULTS)
        )
        applied = [self.hear(ours, theirs) for ours, theirs in product(pilots, results)]
        return tuple(_stale(self.book.filed, applied))

    def rule(self, rulings: Iterable[Ruling]) -> None:
        """Let these verdicts hold wherever the entries that they are about stand."""
        for ruling in rulings:
            self._decisions[_pair(ruling.pilot, ruling.result)] = ruling.decision

    def rows(self, pilots: Units, results: Units, progress: Tick | None = None) -> tuple[Row, ...]:
        """Return what became of every unit of two lists, as it was decided."""
        from pilotdiff.matching import match
        from pilotdiff.outcomes import judge, whole_rows
        from pilotdiff.outcomes.doubtful_characters import has_doubts
        from pilotdiff.outcomes.given_away import undone_by_verdicts, with_given_away
        from pilotdiff.outcomes.lying_within import with_lying_within
        from pilotdiff.outcomes.named_beside import with_named_beside
        from pilotdiff.outcomes.on_doubtful_lines import with_doubtful_lines
        from pilotdiff.outcomes.unread_places import with_unread

        key = id(pilots), id(results)
        if key not in self._rows:
            rulings = self.rulings(pilots, results)
            found = match(pilots, results, rulings, progress=progress, record=self._record)
            rows = judge(pilots, results, found, rulings, self._thresholds)
            gone = undone_by_verdicts(rows, rulings, self._thresholds)
            rows = with_given_away(rows, gone)
            if has_doubts(pilots, results):
                from pilotdiff.outcomes.rows_of_scans import read_on_paper

                rows = read_on_paper(rows, pilots, results, record=self._record)
            if self._record:
                rows = whole_rows(rows, pilots, results, self._as_of)
            if doubted := [each for each in results.documents if each.census.doubtful]:
                from pilotdiff.outcomes.marked_failed import with_failed

                for document in doubted:
                    rows = with_failed(rows, document)
            rows = with_named_beside(with_lying_within(rows), pilots, results)
            rows = with_unread(rows, pilots, results)
            rows = with_doubtful_lines(rows, pilots, results)
            self._rows[key] = (pilots, results, rows)
            self._undone[key] = gone
        return self._rows[key][-1]

    def undone(self, pilots: Units, results: Units) -> tuple[Undone, ...]:
        """Return the pairs of two lists that would stand without the verdicts."""
        self.rows(pilots, results)
        return self._undone[id(pilots), id(results)]

    def rulings(self, pilots: Units, results: Units) -> tuple[Ruling, ...]:
        """Return the verdicts that hold between two lists, in the order of the book."""
        if not self._decisions:
            return ()
        ours, theirs = ({id(unit.entry): unit for unit in of.units} for of in (pilots, results))
        return tuple(
            Ruling(ours[pilot], theirs[result], decision)
            for (pilot, result), decision in self._decisions.items()
            if pilot in ours and result in theirs
        )

    def is_parted(self, pilot: Unit, result: Unit) -> bool:
        """Tell whether a person said that these two are different units."""
        decision = self._decisions.get(_pair(pilot, result))
        return decision is not None and decision.verdict is Verdict.DIFFERENT


def _pair(pilot: Unit, result: Unit) -> _EntryPair:
    return id(pilot.entry), id(result.entry)


# Of several lists, the one in which most of the verdict was found tells why it is stale.
_NEAREST = (Why.CHANGED, Why.SEVERAL_PILOTS, Why.SEVERAL_RESULTS, Why.NO_RESULT, Why.NO_PILOT)


def _stale(filed: Iterable[FiledDecision], applied: Sequence[Applied]) -> Iterable[Stale]:
    """Yield the verdicts that none of the applications could use, each with its best reason."""
    whys = [{id(stale.filed): stale.why for stale in one.stale} for one in applied]
    for one in filed:
        found = [why.get(id(one)) for why in whys]
        if None not in found:
            yield Stale(one, min(filter(None, found), key=_NEAREST.index, default=Why.NO_LISTS))
