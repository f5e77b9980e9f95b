"""How cells look; outcomes are told by their word, and the tints differ in grey prints too."""

from typing import TYPE_CHECKING, Any

from pilotdiff.model import Outcome, Severity

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

TINTS = {
    Outcome.PROMOTED: "#FCFEFB",
    Outcome.REVIEW: "#FFF1C0",
    Outcome.RENAMED: "#C3DDF3",
    Outcome.NEW: "#D3B9E3",
    Outcome.MERGED: "#F8BFD0",
    Outcome.SPLIT: "#B990CA",
    Outcome.REPEATED: "#E5E5E5",
    Outcome.DROPPED: "#EFA58D",
    Outcome.NOT_ELIGIBLE: "#ABABAB",
}
SEVERITY_TINTS = {
    Severity.ERROR: TINTS[Outcome.DROPPED],
    Severity.WARNING: TINTS[Outcome.REVIEW],
    Severity.NOTE: TINTS[Outcome.PROMOTED],
}
HEAD = "#DDE3EA"
TO_FILL_IN = "#FFF6D6"
LINE = "#9AA5B1"
RULE = "#D5DAE0"
SIZE = 10
# Nothing is a dot, so that the eye finds the numbers.
COUNT = '#,##0;-#,##0;"·"'


class CellStyles:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        body = {"font_size": SIZE, "valign": "top", "text_wrap": True}
        # Lines between columns too: a name that fills its column would run into the next.
        ruled = {**body, "border": 1, "border_color": RULE}
        self.text = self._made(ruled)
        self.kept = self._made(ruled, num_format="@")
        self.share = self._made(ruled, num_format="0.0###", align="right", indent=1)
        self.line = self._made(ruled, num_format="0", align="right", indent=1)
        self.date = self._made(ruled, num_format="yyyy-mm-dd", align="left")
        self.plain = self._made({"font_size": SIZE})
        self.changed = self._made(
            {"font_size": SIZE, "bold": True, "underline": 1, "font_color": "#A02010"}
        )
        self.all_changed = self._made(ruled, bold=True, underline=1, font_color="#A02010")
        self.head = self._made(body, bold=True, bg_color=HEAD, bottom=1, bottom_color=LINE)
        self.outcomes = {one: self._made(ruled, bg_color=tint) for one, tint in TINTS.items()}
        self.outcome_heads = {
            one: self._made(body, bold=True, bg_color=tint, bottom=1, bottom_color=LINE)
            for one, tint in TINTS.items()
        }
        self.severities = {
            one: self._made(ruled, bg_color=tint) for one, tint in SEVERITY_TINTS.items()
        }
        self.to_fill_in = book.add_format({"bg_color": TO_FILL_IN})
        self.title = self._made({"font_size": 16, "bold": True})
        self.section = self._made({"font_size": 12, "bold": True})
        self.note = self._made({"font_size": SIZE, "font_color": "#44505C"}, text_wrap=True)
        self.body = self._made(body)
        self.label = self._made(body, font_color="#44505C")
        self.count = self._made(body, num_format=COUNT, align="right")
        self.counted = self._made(body, num_format=COUNT, align="left")
        self.percent = self._made(body, num_format="0.0%", align="right")
        self.count_head = self._made(
            body, bold=True, bg_color=HEAD, align="right", bottom=1, bottom_color=LINE
        )
        self.total = self._made(body, bold=True, top=1, top_color=LINE)
        self.total_count = self._made(
            body, bold=True, top=1, top_color=LINE, num_format=COUNT, align="right"
        )
        self.total_percent = self._made(
            body, bold=True, top=1, top_color=LINE, num_format="0.0%", align="right"
        )
        self.signed = self._made({"font_size": SIZE, "valign": "bottom"})
        self.signature = self._made({"font_size": SIZE, "bottom": 1})

    def _made(self, base: dict[str, Any], **more: Any) -> "Format":
        made: Format = self._book.add_format({**base, **more})
        return made
