"""Where a person sits and decides: a question on the screen, a key, the verdict on disk."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.cli import key_reader, output
from pilotdiff.cli.clock import today
from pilotdiff.decisions import exchange, load
from pilotdiff.decisions.apply import contradict
from pilotdiff.decisions.digests import digest
from pilotdiff.decisions.review_choices import OFFERED_AT_ONCE, ReviewChoice, review_choices
from pilotdiff.decisions.review_state import Question, Review
from pilotdiff.decisions.second_reading import reasoned, said_again
from pilotdiff.decisions.unit_names import UnitNames
from pilotdiff.language import Words
from pilotdiff.matching.evidence import Evidence, PairEvidence
from pilotdiff.model import Decision, Row, Unit, Units, UserError, Verdict
from pilotdiff.report.report_terms import VERDICTS

if TYPE_CHECKING:
    from pilotdiff.record import Register
    from pilotdiff.report.screen.terminal_layout import ScreenBlock

_CLEAR = "\x1b[H\x1b[2J"
# What goes on from the last question, and what shows further candidates.
_ENDS, _FURTHER = ("\n", "\r", " "), "0"
_VERDICTS = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "m": Verdict.UNSURE}
_MOST_FEATURES = 12


class ReviewSession:
    """One person and one file of verdicts; `decided`, `unsure` and `left` count questions of all
    reviews."""

    def __init__(
        self,
        path: Path,
        lists: tuple[Units, Units],
        words: Words,
        register: "Register | None" = None,
        *,
        blind: bool,
    ) -> None:
        self.decided = self.unsure = self.left = 0
        self._path, self.words, self._blind, self._by = path, words, blind, ""
        self._register = register
        self._names = UnitNames(lists[0].units), UnitNames(lists[1].units)
        self._sources = lists[0].listing.document.name, lists[1].listing.document.name
        self._told = ""
        self._choices: Sequence[ReviewChoice] = ()
        # How many candidates there are, and the number from 0 of the first that is shown.
        self._all = self._first = 0
        self._has_sat = False
        self._press: dict[str, Callable[[Review], Review]] = {
            **{key: self._verdict(verdict) for key, verdict in _VERDICTS.items()},
            "g": self._group,
            "k": Review.skip,
            "u": self._undo,
            "r": self._reason,
            "l": self._last_reason,
            "n": lambda review: review.turn(1),
            "p": lambda review: review.turn(-1),
            "?": self._help,
        }

    def sign(self, by: str, questions: int) -> None:
        """Ask who decides, unless it is given, and say what for. Raises UserError where nobody
        does."""
        if not by.strip():
            said = self.words.number(
                "{n} pairing is undecided. Each verdict goes into {file}, with the name of who "
                "decides.",
                "{n} pairings are undecided. Each verdict goes into {file}, with the name of who "
                "decides.",
                questions,
                file=self._path,
            )
            output.draw(lambda _: (Text(said),))
        user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
        prompt = (
            self.words("Who decides? [{user}]", user=user) if user else self.words("Who decides?")
        )
        self._by = by.strip() or key_reader.line(f"{prompt} ") or user
        if not self._by:
            raise UserError("it is not known who decides: give --by NAME")

    def sit(self, questions: tuple[Question, ...], evidence: Evidence, rows: Sequence[Row]) -> bool:
        """Ask until all are through, True, or the person quits, False; `rows` tell what is left
        over beside a question."""
        review = Review(questions)
        if self._has_sat:
            self._told = self.words.number(
                "What was decided brings up {n} more question.",
                "What was decided brings up {n} more questions.",
                len(questions),
            )
        self._has_sat = True
        with key_reader.single():
            while True:
                self._show(review, evidence, rows)
                key = key_reader.key()
                if key in ("q", key_reader.END) or (review.question is None and key in _ENDS):
                    break
                review = self._step(review, key)
        self.decided += len(review.verdicts) - review.unsure
        self.unsure += review.unsure
        self.left += review.left
        _clear()
        return key not in ("q", key_reader.END)

    def _step(self, review: Review, key: str) -> Review:
        """Return what a key makes of the review; one that does nothing is told."""
        self._told = ""
        if key == _FURTHER and self._all > len(self._choices) > 0:
            self._first = (self._first + len(self._choices)) % self._all
            return review
        is_asked = review.question is not None
        if is_asked and key.isdecimal() and 0 < int(key) <= len(self._choices):
            chosen = self._choices[int(key) - 1]
            self._first = 0
            return self._choose(review, chosen)
        self._first = 0
        if key in self._press and (is_asked or key in ("u", "p", "?")):
            return self._press[key](review)
        if key.strip():
            self._told = self.words("{key} does nothing here: ? shows the keys", key=key)
        return review

    def _show(self, review: Review, evidence: Evidence, rows: Sequence[Row]) -> None:
        from pilotdiff.report.screen import deciding

        question = review.question
        _clear()
        if question is None:
            output.draw(lambda _: deciding.through(review, self._told, self.words))
            return
        hidden = self._blind and not review.verdict
        pairing = question.row.pairing
        found = evidence.about(pairing) if pairing else PairEvidence()
        all_ = self._free(review, review_choices(question, found.rivals, rows, hidden=hidden))
        self._all = len(all_)
        all_ = all_[self._first :]
        screen = deciding.Screen(
            self._sources, hidden, _MOST_FEATURES, self._all, self._told, self.words, self._register
        )

        def parts(features: int, choices: int, terse: int) -> "Iterator[ScreenBlock]":
            shown = screen._replace(features=features, terse=terse)
            return deciding.parts(review, question, found.arithmetic, all_[:choices], shown)

        features, choices, terse = _fitting(parts, min(OFFERED_AT_ONCE, len(all_)))
        self._choices = all_[:choices]
        output.draw(lambda _: parts(features, choices, terse))

    def _free(self, review: Review, choices: Sequence[ReviewChoice]) -> Sequence[ReviewChoice]:
        """Return the choices that no verdict has paired."""
        paired = review.paired
        pilots, results = self._names

        def is_taken(one: ReviewChoice) -> bool:
            name = (pilots if one.is_pilot else results).of(one.unit)
            return paired.has(name, is_pilot=one.is_pilot)

        return [one for one in choices if not is_taken(one)]

    def _help(self, review: Review) -> Review:
        from pilotdiff.report.screen import review_help

        rows_there = shutil.get_terminal_size().lines
        keys = review_help.KEYS
        while keys:
            some = len(keys)
            while (
                some > 1 and output.height(review_help.parts(keys[:some], self.words)) >= rows_there
            ):
                some -= 1
            shown, keys = keys[:some], keys[some:]
            _clear()
            output.draw(partial(self._drawn_help, shown))
            key_reader.key()
        return review

    def _drawn_help(self, keys: Sequence[str], _: int) -> "Iterator[ScreenBlock]":
        from pilotdiff.report.screen import review_help

        return review_help.parts(keys, self.words)

    def _verdict(self, verdict: Verdict) -> Callable[[Review], Review]:
        def decided(review: Review) -> Review:
            pairing = review.questions[review.at].row.pairing
            assert pairing is not None, "a question without a pairing"
            return self._decide(review, pairing.pilot, pairing.result, verdict)

        return decided

    def _choose(self, review: Review, choice: ReviewChoice) -> Review:
        """Say that the pilot is the same as another candidate, or the result as another pilot."""
        question = review.question
        assert question is not None, "a candidate without a question"
        return self._decide(review, *choice.pair(question), Verdict.SAME)

    def _decide(self, review: Review, pilot: Unit, result: Unit, verdict: Verdict) -> Review:
        """Write the verdict, then go on; tell what it would contradict."""
        decision = self._decision(pilot, result, verdict, self._own_reason(review))
        held = review.on_file(review.at)
        decision = said_again(held, decision) if held else decision
        if not self._written(decision, held):
            return review
        return review.decide(decision)

    def _written(self, decision: Decision, held: Decision | None) -> bool:
        """Put the verdict on file in the place of the one held, unless another is against it."""
        filed = load(self._path, missing=True).filed
        others = [one.decision for one in filed if one.decision != held]
        against = next((one for one in others if contradict(one, decision)), None)
        if against is not None:
            self._told = self.words(
                "not written: {file} says {verdict} of {pilot} and {result}",
                file=self._path,
                verdict=VERDICTS[against.verdict],
                pilot=against.pilot,
                result=against.result,
            )
            return False
        exchange(self._path, held, decision)
        return True

    def _decision(self, pilot: Unit, result: Unit, verdict: Verdict, reason: str) -> Decision:
        ours, theirs = self._names
        return Decision(
            pilot=ours.of(pilot),
            result=theirs.of(result),
            verdict=verdict,
            by=self._by,
            on=today(),
            reason=reason,
            digest=digest(pilot, result),
        )

    def _own_reason(self, review: Review) -> str:
        """Return the reason that the person here wrote down, not that of who said it before."""
        said = review.verdict
        if said is None or said.by == self._by:
            return review.reason
        return review.reasons.get(review.at, "")

    def _group(self, review: Review) -> Review:
        """Show the open questions of the same kind, and decide them at once."""
        from pilotdiff.report.screen import deciding

        numbers = review.group
        if len(numbers) < 2:
            self._told = self.words("no other open question is of the same places and differences")
            return review
        _clear()
        lines = shutil.get_terminal_size().lines
        output.draw(lambda _: deciding.group(review, numbers, lines, self.words))
        verdict = _VERDICTS.get(key_reader.key())
        return self._decide_all(review, numbers, verdict) if verdict else review

    def _decide_all(self, review: Review, numbers: Sequence[int], verdict: Verdict) -> Review:
        said: dict[int, Decision] = {}
        for number in numbers:
            pairing = review.questions[number].row.pairing
            assert pairing is not None, "a question without a pairing"
            reason = self._own_reason(review)
            decision = self._decision(pairing.pilot, pairing.result, verdict, reason)
            held = review.on_file(number)
            decision = said_again(held, decision) if held else decision
            if self._written(decision, held):
                said[number] = decision
        return review.decide_all(said)

    def _undo(self, review: Review) -> Review:
        for number, before, _ in review.undone():
            held = before or review.questions[number].before
            exchange(self._path, review.on_file(number), held)
        return review.undo()

    def _last_reason(self, review: Review) -> Review:
        if not review.last_reason:
            self._told = self.words("no reason was written down yet: r takes one")
            return review
        return self._because(review, review.last_reason)

    def _reason(self, review: Review) -> Review:
        reason = key_reader.line(f"{self.words('Reason:')} ")
        return self._because(review, reason) if reason else review

    def _because(self, review: Review, reason: str) -> Review:
        if review.question is None:
            return review
        if review.verdict is None:
            return review.write(reason)
        decision = reasoned(review.verdict, review.question.before, reason)
        exchange(self._path, review.verdict, decision)
        return review.amend(decision)


def _clear() -> None:
    """Clear the screen; a terminal that cannot shows one question below the other."""
    if os.environ.get("TERM", "dumb") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()


def _fitting(
    parts: "Callable[[int, int, int], Iterator[ScreenBlock]]", choices: int
) -> tuple[int, int, int]:
    """Return how many features and choices the terminal has room for, and how terse the rest must
    be: the names stand on top, and what is too long for a low window would push them out."""
    from pilotdiff.report.screen.deciding import TERSEST

    room, features, terse = shutil.get_terminal_size().lines, _MOST_FEATURES, 0
    most = choices
    while features + choices and output.height(parts(features, choices, 0)) >= room:
        if features >= choices:
            features -= 1
        else:
            choices -= 1
    # A sum without its features tells less than who else there is.
    if not features and choices < most:
        terse = 1
    while terse < TERSEST and output.height(parts(features, choices, terse)) >= room:
        terse += 1
    while choices < most and output.height(parts(features, choices + 1, terse)) < room:
        choices += 1
    return features, choices, terse
