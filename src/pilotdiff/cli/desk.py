"""Where a person sits and decides: a question on the screen, a key, the verdict on disk."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from pilotdiff.cli import keys, output
from pilotdiff.decisions import exchange
from pilotdiff.decisions.evidence import Archive, Evidence
from pilotdiff.decisions.naming import Names
from pilotdiff.decisions.seen import digest
from pilotdiff.decisions.sitting import Question, Sitting
from pilotdiff.language import Words
from pilotdiff.model import Decision, Units, UserError, Verdict

_CLEAR = "\x1b[H\x1b[2J"


def today() -> str:
    """The date that a verdict bears."""
    return date.today().isoformat()


class Desk:
    """One person and one file of verdicts; `decided` and `left` count questions of all sittings."""

    def __init__(
        self, path: Path, lists: tuple[Units, Units], words: Words, *, blind: bool
    ) -> None:
        self.decided = self.left = 0
        self._path, self.words, self._blind, self._by = path, words, blind, ""
        self._names = Names(lists[0].units), Names(lists[1].units)
        self._sources = lists[0].listing.document.name, lists[1].listing.document.name
        self._press: dict[str, Callable[[Sitting], Sitting]] = {
            "s": lambda sitting: self._decide(sitting, Verdict.SAME),
            "d": lambda sitting: self._decide(sitting, Verdict.DIFFERENT),
            "k": Sitting.skip,
            "u": self._undo,
            "r": self._reason,
            "n": lambda sitting: sitting.turn(1),
            "p": lambda sitting: sitting.turn(-1),
        }

    def sign(self, by: str) -> None:
        """Who decides: as given, else as the person says. Raises UserError where nobody does."""
        user = os.environ.get("USER") or os.environ.get("USERNAME") or ""
        prompt = (
            self.words("Who decides? [{user}]", user=user) if user else self.words("Who decides?")
        )
        self._by = by.strip() or keys.line(f"{prompt} ") or user
        if not self._by:
            raise UserError("nobody is named who decides: give --by NAME")

    def sit(self, questions: tuple[Question, ...], archive: Archive) -> bool:
        """Ask until all are through, True, or the person quits, False."""
        sitting = Sitting(questions)
        with keys.single():
            while True:
                self._show(sitting, archive)
                key = keys.key()
                if key in ("q", keys.END):
                    break
                if sitting.question is None and key not in ("u", "p"):
                    break
                sitting = self._press.get(key, _nothing)(sitting)
        self.decided += len(sitting.verdicts)
        self.left += len(questions) - len(sitting.verdicts)
        _clear()
        return key not in ("q", keys.END)

    def _show(self, sitting: Sitting, archive: Archive) -> None:
        from pilotdiff.report.screen import deciding

        question = sitting.question
        _clear()
        if question is None:
            output.draw(lambda _: deciding.through(sitting, self.words))
            return
        pairing = question.row.pairing
        evidence = archive.about(pairing) if pairing else Evidence()
        height = shutil.get_terminal_size().lines
        screen = deciding.Screen(self._sources, height, self._blind, self.words)
        output.draw(lambda _: deciding.parts(sitting, question, evidence, screen))

    def _decide(self, sitting: Sitting, verdict: Verdict) -> Sitting:
        """Write the verdict, then go on."""
        decision = self._decision(sitting, verdict)
        exchange(self._path, sitting.on_file(sitting.at), decision)
        return sitting.decide(decision)

    def _decision(self, sitting: Sitting, verdict: Verdict) -> Decision:
        pairing = sitting.questions[sitting.at].row.pairing
        assert pairing is not None, "a question without a pairing"
        ours, theirs = self._names
        return Decision(
            pilot=ours.of(pairing.pilot),
            result=theirs.of(pairing.result),
            verdict=verdict,
            by=self._by,
            on=today(),
            reason=sitting.reason,
            digest=digest(pairing.pilot, pairing.result),
        )

    def _undo(self, sitting: Sitting) -> Sitting:
        if sitting.steps:
            number, before = sitting.steps[-1]
            held = before or sitting.questions[number].stale
            exchange(self._path, sitting.on_file(number), held)
        return sitting.undo()

    def _reason(self, sitting: Sitting) -> Sitting:
        reason = keys.line(f"{self.words('Reason:')} ")
        if not reason:
            return sitting
        if sitting.verdict is None:
            return sitting.write(reason)
        decision = replace(sitting.verdict, reason=reason)
        exchange(self._path, sitting.verdict, decision)
        return sitting.amend(decision)


def _nothing(sitting: Sitting) -> Sitting:
    return sitting


def _clear() -> None:
    """A terminal that cannot do it shows one question below the other."""
    if os.environ.get("TERM", "dumb") != "dumb":
        sys.stdout.write(_CLEAR)
        sys.stdout.flush()
