"""reconciliation.xlsx: the workbook that an auditor reads, fills in and signs."""

from pilotdiff.report.workbook.book import write_workbook

NAME = "reconciliation.xlsx"

__all__ = ["NAME", "write_workbook"]
