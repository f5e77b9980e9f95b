"""How a sheet comes out on A4 paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotdiff.language import Words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
# Texts of ten points come out at nine on paper, which a person can sign.
SCALE = 91
# What then goes across, in characters; with a wide font in the place of ours, and margins to bind.
ROOM = 124
# Points of the rows that go onto a page.
PAGE_HEIGHT = 560
# A header holds 255 characters; what is longer would be left out whole.
_LONGEST = 90


def landscape(sheet: "Worksheet", title: str, name: str, words: Words) -> None:
    """Set a sheet on A4 across, texts at nine points, with a title above, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_print_scale(SCALE)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.5)
    sheet.set_header(f"&L{_plain(title)}&R{_plain(name)}", {"margin": 0.25})
    pages = words("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&Lpilotdiff&R{pages}", {"margin": 0.25})


def fitted(widths: Sequence[int], least: Sequence[int], printed: int) -> list[int]:
    """Return widths of which the first `printed` go across the paper, the widest made narrower
    first, none narrower than its least.

    >>> fitted([60, 50, 80], [20, 20, 20], 2)
    [60, 50, 80]
    >>> fitted([90, 50, 80], [20, 20, 20], 2)
    [74, 50, 80]
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
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return " ".join(cut.split()).replace("&", "&&")
