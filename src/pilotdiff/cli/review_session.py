"""Where a person sits and decides: a question on the screen, a key, the verdict on disk."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pilotdiff.cli import key_reader, output
from pilotdiff.cli.clock import today
from pilotdiff.decisions import exchange
from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.review_state import Question, Review
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.language import Words
from pilotdiff.matching.evidence import Evidence, PairEvidence
from pilotdiff.model import Decision, Units, UserError, Verdict

_CLEAR = "\x1b[H\x1b[2J"


class ReviewSession:
    """One person and one file of verdicts; `decided` and `left` count questions of all reviews."""

    def __init__(
        self, path: Path, lists: tuple[Units, Units], words: Words, *, blind: bool
    ) -> None:
        self.decided = self.left = 0
        self._path, self.words, self._blind, self._by = path, words, blind, ""
        self._names = UnitNames(lists[0].units), UnitNames(lists[1].units)
        self._sources = lists[0].listing.document.name, lists[1].listing.document.name
        self._press: dict[str, Callable[[Review], Review]] = {
            "s": lambda review: self._decide(review, Verdict.SAME),
            "d": lambda review: self._decide(review, Verdict.DIFFERENT),
            "k": Review.skip,
            "u": self._undo,
            "r": self._reason,
            "n": lambda review: review.turn(1),
            "p": lambda review: review.turn(-1),
        }

    def sign(self, by: str) -> None:
        """Ask who decides, unless it is given. Raises UserError where nobody does."""
        user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
        prompt = (
            self.words("Who decides? [{user}]", user=user) if user else self.words("Who decides?")
        )
        self._by = by.strip() or key_reader.line(f"{prompt} ") or user
        if not self._by:
            raise UserError("it is not known who decides: give --by NAME")

    def sit(self, questions: tuple[Question, ...], evidence: Evidence) -> bool:
        """Ask until all are through, True, or the person quits, False."""
        review = Review(questions)
        with key_reader.single():
            while True:
                self._show(review, evidence)
                key = key_reader.key()
                if key in ("q", key_reader.END):
                    break
                if review.question is None and key not in ("u", "p"):
                    break
                review = self._press.get(key, _nothing)(review)
        self.decided += len(review.verdicts)
        self.left += len(questions) - len(review.verdicts)
        _clear()
        return key not in ("q", key_reader.END)

    def _show(self, review: Review, evidence: Evidence) -> None:
        from pilotdiff.report.screen import deciding

        question = review.question
        _clear()
        if question is None:
            output.draw(lambda _: deciding.through(review, self.words))
            return
        pairing = question.row.pairing
        found = evidence.about(pairing) if pairing else PairEvidence()
        height = shutil.get_terminal_size().lines
        screen = deciding.Screen(self._sources, height, self._blind, self.words)
        output.draw(lambda _: deciding.parts(review, question, found, screen))

    def _decide(self, review: Review, verdict: Verdict) -> Review:
        """Write the verdict, then go on."""
        decision = self._decision(review, verdict)
        exchange(self._path, review.on_file(review.at), decision)
        return review.decide(decision)

    def _decision(self, review: Review, verdict: Verdict) -> Decision:
        pairing = review.questions[review.at].row.pairing
        assert pairing is not None, "a question without a pairing"
        ours, theirs = self._names
        return Decision(
            pilot=ours.of(pairing.pilot),
            result=theirs.of(pairing.result),
            verdict=verdict,
            by=self._by,
            on=today(),
            reason=review.reason,
            digest=digest(pairing.pilot, pairing.result),
        )

    def _undo(self, review: Review) -> Review:
        if review.steps:
            number, before = review.steps[-1]
            held = before or review.questions[number].stale
            exchange(self._path, review.on_file(number), held)
        return review.undo()

    def _reason(self, review: Review) -> Review:
        reason = key_reader.line(f"{self.words('Reason:')} ")
        if not reason:
            return review
        if review.verdict is None:
            return review.write(reason)
        decision = replace(review.verdict, reason=reason)
        exchange(self._path, review.verdict, decision)
        return review.amend(decision)


def _nothing(review: Review) -> Review:
    return review


def _clear() -> None:
    """A terminal that cannot do it shows one question below the other."""
    if os.environ.get("TERM", "dumb") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
