"""Names that are in no entry, and lines where a unit should stand: counted and shown."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LeftOut, Units
from pilotdiff.report.screen.style import heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable
from pilotdiff.report.shell_words import shell_word
from pilotdiff.report.text_wrapping import without_middle

if TYPE_CHECKING:
    from pilotdiff.report.report_types import Report

_MOST = 10
# Cells of a text: what is longer has … for its middle.
_LONGEST = 60


def parts(report: Report, words: Words, asked: str = "") -> Iterator[ScreenBlock]:
    """Yield one paragraph a document, read with the options `asked`."""
    for units in (report.pilots, report.results):
        yield from of_document(units, words, asked)


def of_document(units: Units, words: Words, asked: str = "") -> Iterator[ScreenBlock]:
    """Yield the lines of one document, the first few of them in full."""
    missing = units.census.missing
    if not missing:
        return
    name = units.listing.document.name
    title = words("{head} {n}: {name}", head=words("Left out"), n=f"{len(missing):,}", name=name)
    rest = []
    if len(missing) > _MOST:
        left = len(missing) - _MOST
        more = words(
            "… and {n} more: {command} shows them", n=left, command=retyped_parse(name, asked)
        )
        rest.append(Text(f"  {more}", style="dim"))
    shown = ScreenTable(gap=2)
    for each in missing[:_MOST]:
        shown.add_row(*_cells(each, words))
    yield Group(
        heading(title, words("names in no entry, and lines where a unit should stand"), "yellow"),
        shown,
        *rest,
    )


def retyped_parse(name: str, asked: str) -> str:
    """Return the command that shows the lines of a document which were passed over.

    >>> retyped_parse("my list.txt", "--name-column 名称")
    "pilotdiff parse 'my list.txt' --name-column 名称 --passed-over"
    """
    return " ".join(filter(None, ("pilotdiff parse", shell_word(name), asked, "--passed-over")))


def _cells(each: LeftOut, words: Words) -> tuple[Text, Text]:
    """Return the line's number, and its text with the reason."""
    text = Text(without_middle(each.text, _LONGEST)).append(f"  {words(each.reason)}", style="dim")
    return Text("  " + words("line {n}", n=each.line), style="dim"), text
