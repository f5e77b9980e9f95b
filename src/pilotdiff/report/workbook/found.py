"""The sheet with the findings of the checks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pilotdiff.language import Words
from pilotdiff.model import Finding
from pilotdiff.report.report_terms import SEVERITIES
from pilotdiff.report.workbook.cell_text import safe
from pilotdiff.report.workbook.fit import height
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (11, 22, 26, 8, 80, 26, 10)
# What the arrows of the filter leave of them for the headings.
_ROOMS = tuple(width - 3 for width in _WIDTHS)


def findings(
    sheet: "Worksheet", found: Sequence[Finding], styles: CellStyles, words: Words
) -> None:
    """Write one finding a row, in the order of the checks."""
    heads = [
        words("Severity"),
        words("Code"),
        words("Document"),
        words("Line"),
        words("Finding"),
        words("Other document"),
        words("Line there"),
    ]
    for at, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width, styles.text)
        sheet.write_string(0, at, head, styles.head)
    sheet.set_row(0, height(zip(heads, _ROOMS, strict=True)))
    for row, finding in enumerate(found, start=1):
        _finding(sheet, row, finding, styles, words)
    last = max(len(found), 1)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(heads) - 1)


def _finding(
    sheet: "Worksheet", row: int, finding: Finding, styles: CellStyles, words: Words
) -> None:
    severity = words(SEVERITIES[finding.severity])
    sheet.write_string(row, 0, severity, styles.severities[finding.severity])
    texts = {1: finding.code, 2: finding.document, 4: words(finding.message)}
    texts[5] = finding.other[0]
    sheet.set_row(row, height((text, _WIDTHS[at]) for at, text in texts.items()))
    for at, text in texts.items():
        sheet.write_string(row, at, safe(text), styles.text)
    for at, line in ((3, finding.line), (6, finding.other[1])):
        if line:
            sheet.write_number(row, at, line, styles.line)
