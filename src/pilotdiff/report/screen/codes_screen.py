"""What the codes of findings mean, on a terminal."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.report.answers.codes_answer import CodesAnswer
from pilotdiff.report.screen.findings_screen import told_severity
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import ScreenBlock, ScreenTable


def parts(answer: CodesAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield each code with its severity, its meaning and an example."""
    words = answer.words
    for code in answer.codes:
        grid = ScreenTable()
        title = heading(code.code)
        title.append("  ").append(told_severity(code.severity, words))
        grid.add_row(title)
        grid.add_row(f"  {words(code.meaning)}")
        grid.add_row(Text(f"  {words('Example: {example}', example=words(code.example))}", "dim"))
        yield grid
