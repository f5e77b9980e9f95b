"""One review of a person who decides: where they are, what they said, what can be undone.

Every step gives a new Review; nothing is written here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from pilotdiff.model import Decision, Row, Verdict


class Question(NamedTuple):
    """A row to be decided, and the verdict on file that it is asked anew about, if any.

    is_stale  whether that verdict holds no longer, because the lists read otherwise now
    names     how the file of verdicts calls the pilot and the result
    """

    row: Row
    before: Decision | None = None
    is_stale: bool = True
    names: tuple[str, str] = ("", "")

    @property
    def is_open(self) -> bool:
        """Whether nothing that holds was said of it before."""
        return self.before is None or self.is_stale

    @property
    def kind(self) -> object:
        """What questions share that can be decided at once: level, places, and what differs."""
        places = (unit.parents for unit in (self.row.pilot, self.row.result) if unit)
        return (*places, self.row.changes)


class _Paired:
    """The units that verdicts pair, by their names in either list."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        same = [one for one in decisions if one.verdict is Verdict.SAME]
        self._by_pilot = {one.pilot: one for one in same}
        self._by_result = {one.result: one for one in same}

    def elsewhere(self, names: tuple[str, str]) -> Decision | None:
        """Return what pairs one of two units with a third, None where nothing does."""
        pilot, result = names
        found = self._by_pilot.get(pilot), self._by_result.get(result)
        return next((one for one in found if one and (one.pilot, one.result) != names), None)

    def has(self, name: str, *, is_pilot: bool) -> bool:
        """Tell whether a unit of that name is paired."""
        return name in (self._by_pilot if is_pilot else self._by_result)


class VerdictStep(NamedTuple):
    """What a verdict changed: the question's number, and what it held before.

    joined  whether it was given at once with the step before
    """

    number: int
    before: Decision | None
    joined: bool = False


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

    @property
    def last_reason(self) -> str:
        """The reason written down last, here or for another question."""
        said = [*self.reasons.values(), *(one.reason for one in self.verdicts.values())]
        return next((reason for reason in reversed(said) if reason), "")

    @property
    def paired(self) -> _Paired:
        """What the verdicts pair, those on file that hold among them."""
        held = (one.before for one in self.questions if one.before and not one.is_open)
        said = [*held, *self.verdicts.values()]
        return _Paired(said)

    @property
    def settled(self) -> Mapping[int, Decision]:
        """The questions that another one's verdict left nothing of, by it: one of their units is
        paired with a third."""
        paired = self.paired
        return {
            number: by
            for number, one in enumerate(self.questions)
            if number not in self.verdicts and one.is_open and (by := paired.elsewhere(one.names))
        }

    @property
    def unsure(self) -> int:
        """How many of its verdicts decide nothing."""
        return sum(one.verdict is Verdict.UNSURE for one in self.verdicts.values())

    @property
    def left(self) -> int:
        """How many questions nothing that holds was said of."""
        closed = self.verdicts.keys() | self.settled.keys()
        return sum(one.is_open for n, one in enumerate(self.questions) if n not in closed)

    @property
    def group(self) -> tuple[int, ...]:
        """The open questions of the same kind as the one on the screen, with itself, in order."""
        if self.question is None:
            return ()
        kind = self.question.kind
        closed = self.verdicts.keys() | self.settled.keys()
        return tuple(
            number
            for number, one in enumerate(self.questions)
            if one.kind == kind and (number == self.at or number not in closed)
        )

    def on_file(self, number: int) -> Decision | None:
        """Return what the file holds of a question: its verdict, else the one before."""
        return self.verdicts.get(number) or self.questions[number].before

    def decide(self, decision: Decision) -> "Review":
        """Say it, and go on to the next open question."""
        return self.amend(decision)._on()

    def decide_all(self, decisions: Mapping[int, Decision]) -> "Review":
        """Say it of several questions, which one undo takes back; go on where the one on the screen
        is among them."""
        said, steps = dict(self.verdicts), list(self.steps)
        for count, (number, decision) in enumerate(decisions.items()):
            steps.append(VerdictStep(number, said.get(number), joined=count > 0))
            # The last one said stands last, for its reason.
            said.pop(number, None)
            said[number] = decision
        skipped = self.skipped - decisions.keys()
        made = replace(self, verdicts=said, skipped=skipped, steps=tuple(steps))
        return made._on() if self.at in decisions else made

    def amend(self, decision: Decision) -> "Review":
        """Say it, or say it anew, and stay."""
        step = VerdictStep(self.at, self.verdict)
        said = {n: one for n, one in self.verdicts.items() if n != self.at}
        said[self.at] = decision
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

    def undone(self) -> Sequence[VerdictStep]:
        """Return the steps that an undo takes back, the last first."""
        found: list[VerdictStep] = []
        for step in reversed(self.steps):
            found.append(step)
            if not step.joined:
                break
        return found

    def undo(self) -> "Review":
        """Take back the last verdict, or those given at once, and return to its question."""
        said = dict(self.verdicts)
        taken = self.undone()
        for number, before, _ in taken:
            said.pop(number)
            if before:
                said[number] = before
        at = taken[-1].number if taken else self.at
        return replace(self, at=at, verdicts=said, steps=self.steps[: len(self.steps) - len(taken)])

    def turn(self, by: int) -> "Review":
        """Look at the next question or the one before, decided or not."""
        return replace(self, at=min(max(self.at + by, 0), len(self.questions) - 1))

    def _on(self) -> "Review":
        """Go on to the next open question, from the beginning again when none is left behind."""
        count = len(self.questions)
        around = [*range(self.at + 1, count), *range(min(self.at, count))]
        closed = self.skipped | self.verdicts.keys() | self.settled.keys()
        return replace(self, at=next((n for n in around if n not in closed), count))
