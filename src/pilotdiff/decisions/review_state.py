"""One review of a person who decides: where they are, what they said, what can be undone.

Every step gives a new Review; nothing is written here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pilotdiff.model import Decision, Row


class Question(NamedTuple):
    """A row to be decided, and the verdict on its pair that has become stale, if any."""

    row: Row
    stale: Decision | None = None


class VerdictStep(NamedTuple):
    """What a verdict changed: the question's number, and what it held before."""

    number: int
    before: Decision | None


@dataclass(frozen=True, slots=True)
class Review:
    """Questions by number from 0.

    at        the question on the screen; their count when all are through
    verdicts  what was decided
    reasons   what was written down before a verdict
    skipped   left for another time
    steps     for undo, the last at the end
    """

    questions: tuple[Question, ...]
    at: int = 0
    verdicts: Mapping[int, Decision] = field(default_factory=dict)
    reasons: Mapping[int, str] = field(default_factory=dict)
    skipped: frozenset[int] = frozenset()
    steps: tuple[VerdictStep, ...] = ()

    @property
    def question(self) -> Question | None:
        """The one on the screen; None when all are through."""
        return self.questions[self.at] if self.at < len(self.questions) else None

    @property
    def verdict(self) -> Decision | None:
        """What was said of the question on the screen."""
        return self.verdicts.get(self.at)

    @property
    def reason(self) -> str:
        """The reason written down for it, with its verdict or before."""
        return self.verdict.reason if self.verdict else self.reasons.get(self.at, "")

    def on_file(self, number: int) -> Decision | None:
        """Return what the file holds of a question: its verdict, else the stale one."""
        return self.verdicts.get(number) or self.questions[number].stale

    def decide(self, decision: Decision) -> "Review":
        """Say it, and go on to the next open question."""
        return self.amend(decision)._on()

    def amend(self, decision: Decision) -> "Review":
        """Say it, or say it anew, and stay."""
        step = VerdictStep(self.at, self.verdict)
        said = {**self.verdicts, self.at: decision}
        skipped = self.skipped - {self.at}
        return replace(self, verdicts=said, skipped=skipped, steps=(*self.steps, step))

    def write(self, reason: str) -> "Review":
        """Keep a reason for the verdict to come."""
        return replace(self, reasons={**self.reasons, self.at: reason})

    def skip(self) -> "Review":
        """Leave the question for another time, and go on; a verdict already given stays."""
        if self.verdict:
            return self._on()
        return replace(self, skipped=self.skipped | {self.at})._on()

    def undo(self) -> "Review":
        """Take back the last verdict and return to its question; nothing where none was given."""
        if not self.steps:
            return self
        *steps, (number, before) = self.steps
        said = {n: decision for n, decision in self.verdicts.items() if n != number}
        if before:
            said[number] = before
        return replace(self, at=number, verdicts=said, steps=tuple(steps))

    def turn(self, by: int) -> "Review":
        """Look at the next question or the one before, decided or not."""
        return replace(self, at=min(max(self.at + by, 0), len(self.questions) - 1))

    def _on(self) -> "Review":
        """To the next open question, from the beginning again when none is left behind."""
        count = len(self.questions)
        around = [*range(self.at + 1, count), *range(min(self.at, count))]
        closed = self.skipped | self.verdicts.keys()
        return replace(self, at=next((n for n in around if n not in closed), count))
