"""Round after round of questions: what is decided can change what else is in doubt."""

from collections.abc import Sequence
from pathlib import Path

from pilotdiff.cli import verdicts
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.pipeline import both, judged
from pilotdiff.decisions import check, load
from pilotdiff.decisions.review_state import Question
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.matching.evidence import Evidence
from pilotdiff.model import Row, Ruling
from pilotdiff.reconciliation import Reconciler
from pilotdiff.report.filters import Filter


class ReviewRounds:
    """Two lists, a file of verdicts, and which rows in doubt are to be asked about."""

    def __init__(
        self,
        pilots: str | None,
        results: str | None,
        loader: Loader,
        path: Path,
        chosen: Filter,
    ) -> None:
        """Read the lists. Raises UserError; for a file that could not be written, before that."""
        check(path)
        load(path, missing=True)
        self.lists = both(pilots, results, loader)
        self._loader, self._path, self._chosen = loader, path, chosen
        self._names = UnitNames(self.lists[0].units), UnitNames(self.lists[1].units)
        self._asked: set[tuple[str, str]] = set()
        self._rulings: Sequence[Ruling] = ()

    def ask(self) -> tuple[Question, ...]:
        """Return what is in doubt now and was not asked before, in the order of the lists."""
        reconciler = Reconciler(load(self._path, missing=True))
        applied = reconciler.hear(*self.lists)
        self._rulings = applied.rulings
        stale = {(d.pilot, d.result): d for d in (old.filed.decision for old in applied.stale)}
        rows = self._chosen.keep(judged(*self.lists, self._loader, reconciler))
        pairs = {pair: row for row in rows if (pair := self._pair(row))}
        questions = [
            Question(row, stale.get(pair)) for pair, row in pairs.items() if pair not in self._asked
        ]
        self._asked |= pairs.keys()
        return tuple(questions)

    def evidence(self) -> Evidence:
        """Return the evidence for the questions last asked."""
        return Evidence(*self.lists, self._rulings)

    def warn(self) -> None:
        """Tell which verdicts on file are stale."""
        reconciler = Reconciler(load(self._path, missing=True))
        verdicts.heard(reconciler, *self.lists, self._loader.words)

    def _pair(self, row: Row) -> tuple[str, str] | None:
        """How the file names the two units of a row; None where it proposes nothing."""
        if row.pairing is None or not (row.pilot and row.result):
            return None
        ours, theirs = self._names
        return ours.of(row.pairing.pilot), theirs.of(row.pairing.result)
