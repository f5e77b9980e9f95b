"""Round after round of questions: what is decided can change what else is in doubt."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from pilotdiff.cli import verdicts
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import both, decided_rows
from pilotdiff.decisions import Applied, load, refuse_decisions
from pilotdiff.decisions.review_state import Question
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.matching.evidence import Evidence
from pilotdiff.model import Decision, Outcome, Pairing, Row, Ruling
from pilotdiff.reconciliation import NO_BOOK, Reconciler
from pilotdiff.report.filters import Filter

_NamedPair = tuple[str, str]
# What a person paired, or parted, was weighed by nobody else.
_DECIDED = "decision"


class ReviewRounds:
    """Two lists, a file of verdicts, and which rows are to be asked about; the `rows` of all units
    as last asked, and how many of them wait because a person was `unsure`."""

    def __init__(
        self,
        pilots: str | None,
        results: str | None,
        loader: Loader,
        path: Path,
        chosen: Filter,
        *,
        again: bool = False,
        as_of: int | None = None,
    ) -> None:
        """Read the lists; `again` asks about the verdicts on file too, once. Raises UserError; for
        a file that could not be written, before that."""
        refuse_decisions(path)
        load(path, missing=True)
        self.lists = both(pilots, results, loader)
        self.rows: tuple[Row, ...] = ()
        self.unsure = 0
        self._loader, self._path, self._chosen, self._again = loader, path, chosen, again
        self._as_of = as_of
        self._names = UnitNames(self.lists[0].units), UnitNames(self.lists[1].units)
        self._asked: set[_NamedPair] = set()
        self._rulings: Sequence[Ruling] = ()

    def ask(self) -> tuple[Question, ...]:
        """Return what is in doubt now and was not asked before: what has a stale verdict first,
        then in the order of the lists."""
        again, self._again = self._again, False
        applied = Reconciler(load(self._path, missing=True)).hear(*self.lists)
        # Asked anew as if nothing had been said.
        self._rulings = () if again else applied.rulings
        book = NO_BOOK if again else load(self._path, missing=True)
        reconciler = Reconciler(book, record=self._loader.record, as_of=self._as_of)
        reconciler.hear(*self.lists)
        self.rows = decided_rows(*self.lists, self._loader, reconciler)
        doubtful = self._chosen.keep(self.rows)
        self.unsure = sum(row.decision is not None for row in doubtful)
        pairs = {pair: row for row in doubtful if not row.decision and (pair := self._pair(row))}
        held = self._held(applied.rulings) if again else {}
        rows = pairs | {pair: self._reopened(pairs.get(pair), one) for pair, one in held.items()}
        rows = {pair: row for pair, row in rows.items() if self._chosen.keep((row,))}
        stale = _Stale(applied)
        questions = [
            Question(row, held[pair].decision, is_stale=False, names=pair)
            if pair in held
            else Question(row, stale.about(pair), names=pair)
            for pair, row in rows.items()
            if pair not in self._asked
        ]
        self._asked |= rows.keys()
        return tuple(sorted(questions, key=lambda one: not (one.before and one.is_stale)))

    def evidence(self) -> Evidence:
        """Return the evidence for the questions last asked."""
        return Evidence(*self.lists, self._rulings)

    def warn(self) -> None:
        """Tell which verdicts on file are stale."""
        reconciler = Reconciler(load(self._path, missing=True))
        verdicts.heard(reconciler, *self.lists, self._loader.words)

    def _held(self, rulings: Iterable[Ruling]) -> Mapping[_NamedPair, Ruling]:
        ours, theirs = self._names
        return {(ours.of(one.pilot), theirs.of(one.result)): one for one in rulings}

    def _reopened(self, row: Row | None, ruling: Ruling) -> Row:
        """Return the row that a verdict on file is about, made of its units where there is none."""
        if row is not None:
            return row
        found = next((each for each in self.rows if _is_of(each, ruling)), None)
        if found is not None:
            return found._replace(outcome=Outcome.REVIEW)
        pairing = Pairing(ruling.pilot, ruling.result, _DECIDED, 0.0, 0.0, "")
        return Row(Outcome.REVIEW, ruling.pilot, ruling.result, pairing)

    def _pair(self, row: Row) -> _NamedPair | None:
        """Return how the file names the two units of a row; None where it proposes nothing."""
        if row.pairing is None or not (row.pilot and row.result):
            return None
        ours, theirs = self._names
        return ours.of(row.pairing.pilot), theirs.of(row.pairing.result)


def _is_of(row: Row, ruling: Ruling) -> bool:
    pairing = row.pairing
    return pairing is not None and pairing.pilot is ruling.pilot and pairing.result is ruling.result


class _Stale:
    """The stale verdicts, by the units that they name."""

    def __init__(self, applied: Applied) -> None:
        self._decisions = [old.filed.decision for old in applied.stale]

    def about(self, pair: _NamedPair) -> Decision | None:
        """Return the one on this pair, else one on either unit whose other is not in the lists."""
        named = [(one, (one.pilot, one.result)) for one in self._decisions]
        exact = (one for one, names in named if names == pair)
        either = (one for one, (pilot, result) in named if pilot == pair[0] or result == pair[1])
        return next(exact, None) or next(either, None)
