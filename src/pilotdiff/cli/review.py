"""pilotdiff review: decide the undecided, one by one."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.carried_options import of_matching
from pilotdiff.cli.retyped_calls import retyped
from pilotdiff.language import Words
from pilotdiff.model import Outcome, UserError
from pilotdiff.report.filters import Filter
from pilotdiff.report.registers import asked_year, register_of

if TYPE_CHECKING:
    from pilotdiff.cli.review_session import ReviewSession

DECISIONS_FILE = Path("decisions.csv")


_DecisionsFile = Annotated[
    Path,
    typer.Option(
        "--decisions", metavar="DECISIONS_FILE", help="The file in which the verdicts are stored."
    ),
]
_By = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who decides; asked for when not given.")
]
_Blind = Annotated[
    bool, typer.Option("--blind", help="Hide the confidence until the verdict is given.")
]
_All = Annotated[
    bool, typer.Option("--all", help="Ask about the verdicts on file too, to keep or change them.")
]


@takes(
    "pilots results decisions by blind again level category within catalogue as_of no_record "
    "id_column name_column lang no_progress debug"
)
def command(
    call: Call,
    decisions: _DecisionsFile = DECISIONS_FILE,
    by: _By = "",
    blind: _Blind = False,
    again: _All = False,
) -> None:
    """Decide the undecided, one by one, with the evidence on the screen.

    Each verdict is in FILE before the next question: stop whenever you like, and go on later.
    pilotdiff match --decisions FILE takes the verdicts up.
    """
    from pilotdiff.checks.first_warnings import foremost
    from pilotdiff.cli.review_rounds import ReviewRounds
    from pilotdiff.cli.review_session import ReviewSession
    from pilotdiff.filing import filed

    words, pilots, results = call.words, call.pilots, call.results
    chosen = Filter.of([Outcome.REVIEW], call.level, call.category, call.within)
    year = asked_year(call.as_of)
    rounds = ReviewRounds(pilots, results, call.loader, decisions, chosen, again=again, as_of=year)
    register = register_of(*rounds.lists, year, without=call.no_record)
    desk = ReviewSession(decisions, rounds.lists, words, register, blind=blind)
    asked = rounds.ask()
    doubts = foremost(*map(filed, rounds.lists), rows=rounds.rows)
    if not (asked and by):
        first_told.tell(doubts, words)
    if asked:
        _needs_terminal(len(asked), decisions)
        desk.sign(by, len(asked))
        while asked and desk.sit(asked, rounds.evidence(), rounds.rows):
            asked = rounds.ask()
        _tell_verdicts(desk, call, decisions)
        if by:  # the first question took the place of what was said before it
            first_told.tell(doubts, words)
    else:
        typer.echo(words("Nothing is undecided."))
        _tell_unsure(rounds.unsure, words)
    rounds.warn()


def _tell_verdicts(desk: "ReviewSession", call: Call, decisions: Path) -> None:
    typer.echo(
        call.words(
            "{decided} decided, {unsure} unsure, {left} left; {file} holds the verdicts. Take "
            "them up with",
            decided=desk.decided,
            unsure=desk.unsure,
            left=desk.left,
            file=decisions,
        )
    )
    carried = retyped((call.pilots, call.results), of_matching(call) | {"--decisions": decisions})
    typer.echo(f"  pilotdiff match {carried}")


def _tell_unsure(pairings: int, words: Words) -> None:
    if pairings:
        typer.echo(
            words.number(
                "{n} pairing is left of which a person was unsure: review --all asks again.",
                "{n} pairings are left of which a person was unsure: review --all asks again.",
                pairings,
            )
        )


def _needs_terminal(questions: int, path: Path) -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UserError(
            "there is no terminal to ask at (pairings that are undecided: {n}): "
            "run review in one, or write the verdicts into {path} by hand",
            n=questions,
            path=path,
        )
