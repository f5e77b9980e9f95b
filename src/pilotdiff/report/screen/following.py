"""Where to go next, with commands that can be copied."""

from rich.text import Text

from pilotdiff.model import Outcome, Row
from pilotdiff.report.model import Report
from pilotdiff.report.screen.layout import Table
from pilotdiff.report.words import Words


def part(report: Report, lists: str, words: Words) -> Table:
    """Two or three commands that fit this report; `lists` as one types them."""
    return steps(_commands(report, f" {lists}" if lists else ""), words)


def steps(commands: list[tuple[str, str]], words: Words) -> Table:
    """Commands with what each is for."""
    grid = Table(gap=2)
    grid.add_column(style="dim", wraps=False)
    grid.add_column(wraps=False)
    grid.add_column(style="dim")
    for number, (command, key) in enumerate(commands):
        grid.add_row("" if number else words("next"), Text(command), words(key))
    return grid


def _commands(report: Report, lists: str) -> list[tuple[str, str]]:
    commands = [(f"pilotdiff match{lists} -o papers", "next_papers")]
    if report.rows:
        commands.append((f"pilotdiff explain {_telling(report.rows)}{lists}", "next_explain"))
    if not report.filter and report.rows:
        commands.append(
            (f"pilotdiff match{lists} --only dropped --within {_place(report)}", "next_only")
        )
    return commands


def _telling(rows: tuple[Row, ...]) -> str:
    """The unit whose outcome one would ask about first."""
    order = (Outcome.REVIEW, Outcome.RENAMED, Outcome.DROPPED, Outcome.NEW)
    row = min(
        rows, key=lambda row: order.index(row.outcome) if row.outcome in order else len(order)
    )
    unit = row.pilot or row.result
    return unit.own if unit else ""


def _place(report: Report) -> str:
    """The place below the province that the first dropped unit stands in."""
    dropped = (row for row in report.rows if row.outcome is Outcome.DROPPED)
    unit = next(dropped, report.rows[0]).pilot
    return next(filter(None, unit.path[1:]), "…") if unit else "…"
