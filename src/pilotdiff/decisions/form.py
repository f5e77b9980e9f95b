"""The form on the workbook's sheets: what a reviewer fills in, and what tells which pair it is."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from pilotdiff.model import Verdict

LANGUAGES = ("en", "zh")


class Field(StrEnum):
    """A column of the form."""

    VERDICT = "verdict"
    BY = "by"
    ON = "on"
    PARTNER = "partner"
    NOTE = "note"
    PILOT = "pilot_key"
    RESULT = "result_key"
    DIGEST = "digest"


# What a person fills in …
FILLED_IN = (Field.VERDICT, Field.BY, Field.ON, Field.PARTNER, Field.NOTE)
# … and what says, in hidden columns under these very names, which units a row is about.
HIDDEN = (Field.PILOT, Field.RESULT, Field.DIGEST)


def title(field: Field, language: str) -> str:
    """Return what stands above the column."""
    return field.value if field in HIDDEN else _said(field.value, language)


def word(verdict: Verdict, language: str) -> str:
    """Return the verdict as the list of choices has it."""
    return _said(verdict.value, language)


@cache
def fields() -> dict[str, Field]:
    """Return the column that each title means, in either language and in small letters."""
    return {title(field, each).casefold(): field for field in Field for each in LANGUAGES}


@cache
def verdicts() -> dict[str, Verdict]:
    """Return the verdict that each word means, in either language and in small letters."""
    known = {verdict.value: verdict for verdict in Verdict}
    return known | {
        word(verdict, each).casefold(): verdict for verdict in Verdict for each in LANGUAGES
    }


def _said(name: str, language: str) -> str:
    return _table()[name][LANGUAGES.index(language)]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    text = Path(__file__).with_suffix(".tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[0] != "#")
    return {name: tuple(said) for name, *said in rows}
