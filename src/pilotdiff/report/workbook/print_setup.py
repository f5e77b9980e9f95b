"""How a sheet comes out on A4 paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.report.running_heads import both_titles
from pilotdiff.report.text_wrapping import widest_line

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
# Texts of ten points come out at nine on paper, which a person can sign.
PRINTED_SCALE = 91
# What then goes across, in characters, beside the margin to bind.
ROOM = 132
# Points of the rows that go onto a page.
PAGE_HEIGHT = 560
# Half characters of a line above a page, of which the sheet's name stands at the right.
_ABOVE = 126


def landscape(sheet: "Worksheet", titles: Sequence[str], name: str, words: Words) -> None:
    """Set a sheet on A4 across, texts at nine points, with the titles of both lists above, page
    numbers below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_print_scale(PRINTED_SCALE)
    sheet.set_margins(left=0.9, right=0.4, top=0.6, bottom=0.5)
    head = both_titles(titles, _ABOVE - widest_line(name))
    sheet.set_header(f"&L{_plain(head)}&R{_plain(name)}", {"margin": 0.25})
    pages = words("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&Lpilotdiff&R{pages}", {"margin": 0.25})


def fitted(widths: Sequence[int], least: Sequence[int], printed: int) -> list[int]:
    """Return widths of which the first `printed` go across the paper, the widest made narrower
    first, none narrower than its least.

    >>> fitted([60, 50, 80], [20, 20, 20], 2)
    [60, 50, 80]
    >>> fitted([90, 50, 80], [20, 20, 20], 2)
    [82, 50, 80]
    """
    made = list(widths)
    while sum(made[:printed]) > ROOM:
        widest = max(range(printed), key=lambda at: made[at] - least[at])
        if made[widest] <= least[widest]:
            break
        made[widest] -= 1
    return made


def _plain(text: str) -> str:
    """Return a text in a header, where & begins a command."""
    return " ".join(text.split()).replace("&", "&&")
