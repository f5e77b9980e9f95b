"""Where to go next, with commands that can be copied."""

from rich.cells import cell_len
from rich.text import Text

from pilotdiff.model import Outcome, Row
from pilotdiff.report.model import Report
from pilotdiff.report.screen.layout import Group, Table
from pilotdiff.report.words import Words


def part(report: Report, lists: str, width: int, words: Words) -> Table:
    """Two or three commands that fit this report; `lists` as one types them."""
    return steps(_commands(report, f" {lists}" if lists else ""), words, width)


def steps(commands: list[tuple[str, str]], words: Words, width: int = 80) -> Table:
    """Commands with what each is for, beside them or, on a screen too narrow for that, below."""
    beside = _beside(commands, words) <= width
    grid = Table(gap=2)
    grid.add_column(style="dim", wraps=False)
    grid.add_column(wraps=False)
    grid.add_column(style="dim")
    for number, (command, key) in enumerate(commands):
        head, note = "" if number else words("next"), words(key)
        if beside:
            grid.add_row(head, Text(command), note)
        else:
            grid.add_row(head, Group(Text(command), Text(f"  {note}", style="dim")), "")
    return grid


def _beside(commands: list[tuple[str, str]], words: Words) -> int:
    """How wide the screen must be for commands with their purposes beside them."""
    longest = max((cell_len(command) for command, _ in commands), default=0)
    note = max((cell_len(words(key)) for _, key in commands), default=0)
    return cell_len(words("next")) + 2 + longest + 2 + note


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
