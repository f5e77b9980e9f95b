"""The sheet with the findings of the checks, and what a person says of each."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pilotdiff.decisions.finding_notes import KEY, finding_keys
from pilotdiff.decisions.form import finding_titles
from pilotdiff.language import Words
from pilotdiff.model import Finding
from pilotdiff.model.handed_back import FindingNote
from pilotdiff.report.report_terms import SEVERITIES
from pilotdiff.report.workbook.cell_text import points, safe
from pilotdiff.report.workbook.styles import CellStyles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

# Severity, document, line, finding, other document, line there, the two to fill in, code, key.
_WIDTHS = (9, 16, 6, 36, 16, 9, 16, 16, 22, 14)
# What the arrows of the filter leave of them for the headings.
_ROOMS = tuple(width - 3 for width in _WIDTHS)
_VERIFIED, _DISPOSITION, _CODE, _KEY = 6, 7, 8, 9
_PRINTED = _DISPOSITION


def findings(
    sheet: "Worksheet",
    found: Sequence[Finding],
    notes: Iterable[FindingNote],
    styles: CellStyles,
    words: Words,
) -> None:
    """Write one finding a row, in the order of the checks, with the `notes` of an earlier workbook;
    below them the notes of findings that are none any more."""
    document, finding, verified, disposition = finding_titles(words.language)
    heads = [
        words("Severity"),
        document,
        words("Line"),
        finding,
        words("Other document"),
        words("Line there"),
        verified,
        disposition,
        words("Code"),
        KEY,
    ]
    for at, (head, width) in enumerate(zip(heads, _WIDTHS, strict=True)):
        style = styles.kept if at in (_VERIFIED, _DISPOSITION) else styles.text
        sheet.set_column(at, at, width, style, {"hidden": True} if at == _KEY else {})
        sheet.write_string(0, at, head, styles.head)
    sheet.set_row(0, points(zip(heads, _ROOMS, strict=True)))
    left = {note.key: note for note in notes}
    rows = zip(found, finding_keys(found), strict=True)
    for row, (each, key) in enumerate(rows, start=1):
        _finding(sheet, row, each, key, styles, words)
        _noted(sheet, row, left.pop(key, None), styles)
    for row, note in enumerate(left.values(), start=len(found) + 1):
        _gone(sheet, row, note, styles, words)
    last = max(len(found) + len(left), 1)
    sheet.conditional_format(
        1, _VERIFIED, last, _DISPOSITION, {"type": "no_errors", "format": styles.to_fill_in}
    )
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(heads) - 1)
    sheet.print_area(0, 0, last, _PRINTED)


def _finding(
    sheet: "Worksheet", row: int, finding: Finding, key: str, styles: CellStyles, words: Words
) -> None:
    severity = words(SEVERITIES[finding.severity])
    sheet.write_string(row, 0, severity, styles.severities[finding.severity])
    document, other = words.called(finding.document), words.called(finding.other[0])
    texts = {1: document, 3: words(finding.message), 4: other}
    texts |= {_CODE: finding.code, _KEY: key}
    _texts(sheet, row, texts, styles)
    for at, line in ((2, finding.line), (5, finding.other[1])):
        if line:
            sheet.write_number(row, at, line, styles.line)


def _gone(
    sheet: "Worksheet", row: int, note: FindingNote, styles: CellStyles, words: Words
) -> None:
    """Keep a note beside what is no finding any more, and say so."""
    texts = {0: words("no longer found"), 1: note.document, 3: note.said, _KEY: note.key}
    _texts(sheet, row, texts, styles)
    _noted(sheet, row, note, styles)


def _noted(sheet: "Worksheet", row: int, note: FindingNote | None, styles: CellStyles) -> None:
    if note:
        for at, text in ((_VERIFIED, note.verified), (_DISPOSITION, note.disposition)):
            sheet.write_string(row, at, safe(text), styles.kept)


def _texts(sheet: "Worksheet", row: int, texts: dict[int, str], styles: CellStyles) -> None:
    sheet.set_row(row, points((text, _WIDTHS[at]) for at, text in texts.items() if at != _KEY))
    for at, text in texts.items():
        sheet.write_string(row, at, safe(text), styles.text)
