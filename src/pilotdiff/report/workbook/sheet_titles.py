"""What stands above the columns: in English as people say it, in Chinese as --headings zh does."""

from pilotdiff.column_headings import sheet_heading
from pilotdiff.decisions import form
from pilotdiff.language import Words
from pilotdiff.report.diff_columns import COLUMNS


def sheet_title(column: str, words: Words) -> str:
    """Return the title of a column of diff.csv or of the form."""
    if column in COLUMNS:
        return sheet_heading(column, words.language)
    return form.title(form.Field(column), words.language)
