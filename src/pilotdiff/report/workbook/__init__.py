"""reconciliation.xlsx: the workbook that an auditor reads, fills in and signs."""

from pilotdiff.report.workbook.book import write

NAME = "reconciliation.xlsx"

__all__ = ["NAME", "write"]
