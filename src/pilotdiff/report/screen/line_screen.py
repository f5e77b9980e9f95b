"""Why a line was read as it was, on a terminal."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.report.answers.line_answer import LineAnswer, readings_of
from pilotdiff.report.report_terms import ROLES
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable


def parts(answer: LineAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield the line, what it was taken for and why, and the names in it that are no entry."""
    units, line, words = answer.units, answer.line, answer.words
    left = [each for each in units.census.left_out if each.line == line]
    named = tuple(unit.name for unit in units.units if unit.entry.line == line)
    for reading in readings_of(units, line):
        grid = ScreenTable(gap=2)
        grid.add_column(style="dim", wraps=False)
        grid.add_row(words("Taken for"), Text(words(ROLES[reading.role]), style="bold"))
        grid.add_row(words("Why"), words(reading.reason))
        grid.add_row(words("Confidence"), f"{reading.confidence:.4g}")
        if reading.runner_up:
            other = words(
                "{role}, {margin} behind",
                role=ROLES[reading.runner_up],
                margin=f"{reading.margin:.4g}",
            )
            grid.add_row(words("Otherwise"), other)
        if named:
            grid.add_row(words("Units"), words(", ").join(named))
        for each in left:
            said = words("{head}: {said}", head=each.text, said=words(each.reason))
            grid.add_row(words("Left out"), said)
        yield Group(heading(words("line {n}", n=line), reading.text[:200]), grid)
