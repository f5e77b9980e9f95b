"""How a sheet comes out on A4 paper."""

from typing import TYPE_CHECKING

from pilotdiff.language import Words

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
# A header holds 255 characters; what is longer would be left out whole.
_LONGEST = 90


def landscape(sheet: "Worksheet", title: str, name: str, words: Words) -> None:
    """Set a sheet on A4 across, no wider than the paper, with a title above, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_header(f"&L{_plain(title)}&R{_plain(name)}", {"margin": 0.35})
    pages = words("Page {page} of {pages}", page="&P", pages="&N")
    sheet.set_footer(f"&Lpilotdiff&R{pages}", {"margin": 0.3})


def _plain(text: str) -> str:
    """A text in a header, where & begins a command."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return " ".join(cut.split()).replace("&", "&&")
