"""Lines that should have given a unit and did not: counted and shown, never passed over."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import Said, Units
from pilotdiff.report.report_types import Report
from pilotdiff.report.run_record import left_out
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Block, Group

MOST = 10


def parts(report: Report, words: Words) -> Iterator[Block]:
    """Yield one paragraph a document."""
    for units in (report.pilots, report.results):
        yield from part(units, words)


def part(units: Units, words: Words) -> Iterator[Block]:
    """Yield the lines of one document, the first few of them in full."""
    lines = left_out(units)
    if not lines:
        return
    name = units.listing.document.name
    title = words(
        "Left out {lines}: {name}",
        lines=words.number("{n} line", "{n} lines", len(lines)),
        name=name,
    )
    rest = []
    if len(lines) > MOST:
        command = f"pilotdiff parse {name} --passed-over"
        more = words("… and {n} more: {command} shows them", n=len(lines) - MOST, command=command)
        rest.append(Text(f"  {more}", style="dim"))
    shown = (_line(*line, words) for line in lines[:MOST])
    yield Group(
        heading(title, words("lines where a unit should stand and none could be read"), "yellow"),
        *shown,
        *rest,
    )


def _line(number: int, text: str, why: Said, words: Words) -> Text:
    line = Text("  " + words("line {n}", n=number) + "  ", style="dim")
    return line.append(text[:60], style="not dim").append(f"  {words(why)}")
