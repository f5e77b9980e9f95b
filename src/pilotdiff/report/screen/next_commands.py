"""Where to go next, with commands that can be copied; which options of the call these carry on,
`cli.carried_options` says."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Message, Outcome, Row, msg
from pilotdiff.report.filters import units
from pilotdiff.report.screen.terminal_layout import Group, ScreenTable
from pilotdiff.report.shell_words import shell_word
from pilotdiff.report.text_wrapping import cell_len

if TYPE_CHECKING:
    from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
    from pilotdiff.report.report_types import Report

# What stands before a command: the word for “next” and a gap.
_MARGIN = 10


def commands_that_fit(answer: ReconciliationAnswer, width: int) -> ScreenTable:
    """Return commands that fit this report and can be pasted."""
    commands = _commands(answer.report, f" {answer.typed}" if answer.typed else "")
    if answer.written:
        commands[:1] = _hand_back(answer)
    return with_purposes(commands, answer.words, width)


def _hand_back(answer: ReconciliationAnswer) -> list[tuple[str, Message]]:
    """Return how the workbook is handed back, where something in it waits for a person."""
    if not (answer.handed_back and answer.report.counts.of(Outcome.REVIEW)):
        return []
    purpose = msg("once the workbook is filled in: hand it back")
    return [(f"pilotdiff match {answer.handed_back}", purpose)]


def with_purposes(
    commands: list[tuple[str, Message]], words: Words, width: int = 80
) -> ScreenTable:
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
            shown = Group(*_broken(command, width - _MARGIN).split("\n"))
            grid.add_row(head, Group(shown, Text(f"  {note}", style="dim")), "")
    return grid


def _beside(commands: list[tuple[str, Message]], words: Words) -> int:
    """Return how wide the screen must be for commands with their purposes beside them."""
    longest = max((cell_len(command) for command, _ in commands), default=0)
    note = max((cell_len(words(purpose)) for _, purpose in commands), default=0)
    return cell_len(words("Next")) + 2 + longest + 2 + note


def _commands(report: Report, lists: str) -> list[tuple[str, Message]]:
    asked = "".join(
        f" {option} {shell_word(str(value))}" for option, value in report.filter.given()
    )
    commands = [(f"pilotdiff match{lists}{asked} -o papers", msg("write the working papers"))]
    if report.rows:
        name = shell_word(_telling(report.rows))
        commands.append((f"pilotdiff explain {name}{lists}", msg("why it came out so")))
    place = _place(report) if report.rows and not report.filter else ""
    if place:
        command = f"pilotdiff match{lists} --only dropped --within {shell_word(place)}"
        commands.append((command, msg("one outcome, one place")))
    return commands


def _telling(rows: tuple[Row, ...]) -> str:
    """Return the unit whose outcome one would ask about first; its whole name, where others share
    its own."""
    order = (Outcome.REVIEW, Outcome.RENAMED, Outcome.DROPPED, Outcome.NEW)
    row = min(
        rows, key=lambda row: order.index(row.outcome) if row.outcome in order else len(order)
    )
    unit = row.pilot or row.result
    if unit is None:
        return ""
    bearers = (each for each in rows if any(one.own == unit.own for one in units(each)))
    return unit.own if sum(1 for _ in islice(bearers, 2)) < 2 else unit.name


def _place(report: Report) -> str:
    """Return the place that the first dropped unit stands in, below its province where one is
    told; "" for none."""
    dropped = (row.pilot for row in report.rows if row.outcome is Outcome.DROPPED)
    unit = next(dropped, None)
    parents = unit.parents if unit else ()
    return next(filter(None, (*parents[1:], *parents[:1])), "")


def _broken(command: str, room: int) -> Text:
    """Return the command over as many lines as it needs, each but the last ending as a shell wants
    it."""
    lines, line = [], ""
    for word in command.split(" "):
        longer = f"{line} {word}" if line else word
        if line and cell_len(longer) > room - 2:
            lines.append(f"{line} \\")
            line = f"  {word}"
        else:
            line = longer
    return Text("\n".join([*lines, line]))
