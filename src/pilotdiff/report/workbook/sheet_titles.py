"""What stands above the columns: in English as people say it, in Chinese as --headings zh does."""

from pilotdiff.column_headings import headings
from pilotdiff.decisions import form
from pilotdiff.language import Words

_ENGLISH = {
    "outcome": "Outcome",
    "changes": "Changes",
    "level": "Level",
    "category": "Category",
    "result_category": "Result category",
    "pilot_id": "Pilot id",
    "result_id": "Result id",
    "province": "Province",
    "prefecture": "Prefecture",
    "county": "County",
    "township": "Street or town",
    "community": "Community",
    "pilot_name": "Pilot unit",
    "result_name": "Result unit",
    "confidence": "Confidence",
    "rule": "Rule",
    "reason": "Reason",
    "runner_up": "Runner-up",
    "margin": "Margin",
    "repairs": "Repairs",
    "pilot_source": "Pilot document",
    "pilot_line": "Pilot line",
    "pilot_ordinal": "Pilot number",
    "pilot_raw": "Pilot as written",
    "result_source": "Result document",
    "result_line": "Result line",
    "result_ordinal": "Result number",
    "result_raw": "Result as written",
    "pilot_code": "Pilot code",
    "result_code": "Result code",
    "pilot_years": "Pilot code's years",
    "result_years": "Result code's years",
    "record": "Official record",
    "other": "Belongs to",
}


def title(column: str, words: Words) -> str:
    """Return the title of a column of diff.csv or of the form."""
    if column in _ENGLISH:
        return _ENGLISH[column] if words.language == "en" else headings((column,), "zh")[0]
    return form.title(form.Field(column), words.language)
