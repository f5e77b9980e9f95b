"""Where to go next, with commands that can be copied."""

from rich.cells import cell_len
from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Message, Outcome, Row, msg
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.terminal_layout import Group, ScreenTable


def part(report: Report, lists: str, width: int, words: Words) -> ScreenTable:
    """Return two or three commands that fit this report; `lists` as one types them."""
    return steps(_commands(report, f" {lists}" if lists else ""), words, width)


def steps(commands: list[tuple[str, Message]], words: Words, width: int = 80) -> ScreenTable:
    """Show commands with what each is for, beside them or, on a narrow screen, below."""
    beside = _beside(commands, words) <= width
    grid = ScreenTable(gap=2)
    grid.add_column(style="dim", wraps=False)
    grid.add_column(wraps=False)
    grid.add_column(style="dim")
    for number, (command, purpose) in enumerate(commands):
        head, note = "" if number else words("Next"), words(purpose)
        if beside:
            grid.add_row(head, Text(command), note)
        else:
            grid.add_row(head, Group(Text(command), Text(f"  {note}", style="dim")), "")
    return grid


def _beside(commands: list[tuple[str, Message]], words: Words) -> int:
    """How wide the screen must be for commands with their purposes beside them."""
    longest = max((cell_len(command) for command, _ in commands), default=0)
    note = max((cell_len(words(purpose)) for _, purpose in commands), default=0)
    return cell_len(words("Next")) + 2 + longest + 2 + note


def _commands(report: Report, lists: str) -> list[tuple[str, Message]]:
    commands = [(f"pilotdiff match{lists} -o papers", msg("write the working papers"))]
    if report.rows:
        commands.append(
            (f"pilotdiff explain {_telling(report.rows)}{lists}", msg("why it came out so"))
        )
    if not report.filter and report.rows:
        commands.append(
            (
                f"pilotdiff match{lists} --only dropped --within {_place(report)}",
                msg("one outcome, one place"),
            )
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
