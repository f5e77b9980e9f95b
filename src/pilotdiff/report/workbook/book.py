"""The workbook as a file: its sheets in their order, and the rows in one pass."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from pilotdiff.in_groups import in_groups
from pilotdiff.language import Words
from pilotdiff.model import Finding, Outcome
from pilotdiff.model.callbacks import Tick
from pilotdiff.report.list_facts import facts
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.summary import MOST_URGENT_FIRST, tally
from pilotdiff.report.workbook.breakdown_sheet import by_places, categories
from pilotdiff.report.workbook.cell_text import safe, sheet_name
from pilotdiff.report.workbook.cell_xml import CellTexts, InlineTexts, RunFonts, SharedTexts
from pilotdiff.report.workbook.counting_formulas import Ranges
from pilotdiff.report.workbook.counts import balance, totals
from pilotdiff.report.workbook.documents_sheet import told_of_rows
from pilotdiff.report.workbook.findings_sheet import findings as write_findings
from pilotdiff.report.workbook.guide import guide
from pilotdiff.report.workbook.other_verdicts import LAYOUT, other_verdicts
from pilotdiff.report.workbook.print_setup import landscape
from pilotdiff.report.workbook.printed_columns import Layout, of_outcome, of_whole, widths
from pilotdiff.report.workbook.row_sheets import Cells, RowSheet, SheetHead
from pilotdiff.report.workbook.sheet_records import Records, SheetRecord
from pilotdiff.report.workbook.sheet_titles import sheet_title
from pilotdiff.report.workbook.styles import SIZE, TINTS, CellStyles
from pilotdiff.report.workbook.summary_sheet import Summary
from pilotdiff.report.workbook.workbook_limits import (
    IN_MEMORY,
    MEASURED_ROWS,
    OWN_SHEET_ROWS,
    SHEET_ROWS,
    TEXTS_KEPT,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

    from pilotdiff.report.workbook.bulk_sheet import BulkSheet

# Nothing of the clock goes into the file: the same input gives the same bytes.
_MADE = datetime(1980, 1, 1)
_STEP = 1_000


def write_workbook(
    report: Report,
    findings: Sequence[Finding],
    path: Path,
    words: Words,
    progress: Tick | None = None,
) -> None:
    """Write the workbook; `progress` is called with the rows that are done and their number.

    Raises OSError where it cannot be written.
    """
    with _opened(path) as book:
        _Book(book, report, words).fill(findings, progress or _silent)


def _silent(done: int, total: int) -> None:
    """Tell nobody of the progress of a writing."""


@contextmanager
def _opened(path: Path) -> "Iterator[Workbook]":
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    from pilotdiff.report.workbook.bulk_sheet import BulkSheet

    options = {
        "tmpdir": str(path.parent),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "use_zip64": True,
        # A font that every program has, or has the like of: columns are as wide as they look here.
        "default_format_properties": {"font_name": "Arial", "font_size": SIZE},
    }
    book = Workbook(str(path), options)
    try:
        yield book
        book.close()
    except FileCreateError as error:
        raise OSError(str(error)) from error
    finally:
        for sheet in book.worksheets():
            if isinstance(sheet, BulkSheet):
                sheet.discard()


def _bulk(book: "Workbook", name: str, *, remembers: bool) -> "BulkSheet":
    from pilotdiff.report.workbook.bulk_sheet import BulkSheet
    from pilotdiff.report.workbook.own_sheets import OwnSheet

    made: BulkSheet = book.add_worksheet(name, OwnSheet if remembers else BulkSheet)
    return made


def _texts(book: "Workbook", styles: CellStyles, rows: int) -> CellTexts:
    from pilotdiff.report.workbook.bulk_sheet import font

    fonts = RunFonts(font(styles.plain), font(styles.changed))
    return SharedTexts(book, fonts) if rows <= IN_MEMORY else InlineTexts(fonts)


class _Book:
    """One workbook on the way."""

    def __init__(self, book: "Workbook", report: Report, words: Words) -> None:
        self._book, self._report, self._words = book, report, words
        self._styles, self._taken = CellStyles(book), set[str]()
        self._cells = Cells(self._styles, _texts(book, self._styles, len(report.rows)))
        self._name = safe(f"{report.pilots.listing.called} → {report.results.listing.called}")
        # What was asked for has sheets; the summary counts more than that.
        self._counts = tally(report.rows)
        self._records = Records(report, words)

    def fill(self, findings: Sequence[Finding], progress: Tick) -> None:
        """Write all sheets."""
        from pilotdiff.report.workbook.own_sheets import keep_own_texts

        words = self._words
        self._described()
        summary = self._sheet(words("Summary"), with_texts=True)
        shown = [one for one in MOST_URGENT_FIRST if one in self._counts.outcomes]
        own = [one for one in shown if self._counts.of(one) <= OWN_SHEET_ROWS]
        sheets = {one: self._sheet(words(OUTCOMES[one])) for one in own}
        whole = self._sheet(words("All rows"))
        self._others()
        found = self._sheet(words("Findings"), with_texts=True)
        explained = self._sheet(words("Guide"), with_texts=True)
        for outcome, sheet in sheets.items():
            sheet.set_tab_color(TINTS[outcome])
        self._rows(sheets, whole, progress)
        self._summary(summary, self._ranges(whole), [one for one in shown if one not in own])
        write_findings(found, findings, self._report.beside.findings, self._styles, words)
        guide(explained, self._styles, words)
        keep_own_texts(self._book, (words("yes"), words("no")))

    def _described(self) -> None:
        words = self._words
        self._book.set_properties(
            {
                "title": self._name,
                "subject": words("Reconciliation of two lists"),
                "author": "pilotdiff",
                "comments": f"pilotdiff {self._report.version}".strip(),
                "created": _MADE,
            }
        )

    def _sheet(self, name: str, *, with_texts: bool = False) -> "BulkSheet":
        """Add a sheet; one of rows remembers its texts where there are not too many."""
        name = sheet_name(name, self._taken)
        self._taken.add(name.lower())
        remembers = with_texts or len(self._report.rows) <= TEXTS_KEPT
        sheet = _bulk(self._book, name, remembers=remembers)
        titles = [
            safe(units.listing.called) for units in (self._report.pilots, self._report.results)
        ]
        landscape(sheet, titles, name, self._words)
        return sheet

    def _rows(
        self, sheets: "Mapping[Outcome, BulkSheet]", whole: "BulkSheet", progress: Tick
    ) -> None:
        """Write every row onto the sheet with everything and the sheet of its outcome."""
        rows = self._report.rows
        sample = self._sample()
        own = {
            one: self._started(sheet, of_outcome(one), sample, one) for one, sheet in sheets.items()
        }
        everything = self._started(whole, of_whole(), sample)
        for number, row in enumerate(rows):
            record = self._records.of(row)
            if number < SHEET_ROWS:
                everything.add(record)
            if row.outcome in own:
                own[row.outcome].add(record)
            if number % _STEP == 0:
                progress(number, len(rows))
        for each in (everything, *own.values()):
            each.finish()

    def _others(self) -> None:
        """Write what a person wrote that no row shows, where there is any."""
        words = self._words
        records = list(other_verdicts(self._report, words))
        if not records:
            return
        sheet = self._started(self._sheet(words("Other verdicts")), LAYOUT, records)
        for record in records:
            sheet.add(record)
        sheet.finish()

    def _sample(self) -> list[SheetRecord]:
        """Return records of each outcome, evenly taken: they tell how wide the columns must be."""
        rows = self._report.rows
        by_outcome = in_groups(rows, lambda row: row.outcome)
        chosen = [
            row for some in by_outcome.values() for row in some[:: len(some) // MEASURED_ROWS + 1]
        ]
        return [self._records.of(row) for row in chosen]

    def _started(
        self,
        sheet: "BulkSheet",
        layout: Layout,
        sample: Sequence[SheetRecord],
        outcome: Outcome | None = None,
    ) -> RowSheet:
        titles = [sheet_title(column, self._words) for column in layout.columns]
        records = [each.values for each in sample if outcome in (None, each.outcome)]
        head = SheetHead(layout, titles, widths(titles, layout, records), outcome)
        return RowSheet(sheet, head, self._cells, self._words)

    def _ranges(self, whole: "Worksheet") -> Ranges | None:
        """Return where to count; None where the sheet does not hold all rows that are counted."""
        from xlsxwriter.utility import quote_sheetname, xl_col_to_name

        rows = len(self._report.rows)
        if not rows or rows > SHEET_ROWS or rows != len(self._report.counted):
            return None
        letters = {column: xl_col_to_name(at) for at, column in enumerate(of_whole().columns)}
        return Ranges(quote_sheetname(whole.get_name()), rows, letters)

    def _summary(self, sheet: "Worksheet", ranges: Ranges | None, apart: Sequence[Outcome]) -> None:
        report, words = self._report, self._words
        tables = [
            totals(report, ranges, words),
            balance(report, ranges, words),
            *filter(None, (by_places(report, ranges, words), categories(report, ranges, words))),
        ]
        summary = Summary(sheet, self._styles, words, tables)
        cut = len(report.rows) > SHEET_ROWS
        told = told_of_rows(report, apart, cut=cut, words=words)
        summary.title(words("Reconciliation of two lists"), told)
        summary.documents(facts(report, words))
        for table in tables:
            summary.table(table)
        summary.remarks(report.beside.remarks)
        summary.signatures(report.beside.signatures)
