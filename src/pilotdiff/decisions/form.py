"""The form on the workbook's sheets: what a person fills in, and what tells which pair it is."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from pilotdiff.language import LANGUAGES
from pilotdiff.model import Verdict
from pilotdiff.word_tables import word_rows


class Field(StrEnum):
    """A column of the form."""

    VERDICT = "verdict"
    BY = "by"
    ON = "on"
    PARTNER = "partner"
    NOTE = "note"
    SECOND = "second"
    SECOND_BY = "second_by"
    SECOND_ON = "second_on"
    PILOT = "pilot_key"
    RESULT = "result_key"
    DIGEST = "digest"
    PILOT_SHOWN = "pilot_shown"
    RESULT_SHOWN = "result_shown"
    OUTCOME_SHOWN = "outcome_shown"


class Opinion(StrEnum):
    """What a second person says of a verdict."""

    AGREES = "agrees"
    DISSENTS = "dissents"


# What a person fills in, and what a second one does …
FILLED_IN = (Field.VERDICT, Field.BY, Field.ON, Field.PARTNER, Field.NOTE)
SECOND_FIELDS = (Field.SECOND, Field.SECOND_BY, Field.SECOND_ON)
# … and what says, in hidden columns under these very names, which units a row is about, and what
# stood on it to be read: where a person moved or changed that, the two differ.
HIDDEN = (
    Field.PILOT,
    Field.RESULT,
    Field.DIGEST,
    Field.PILOT_SHOWN,
    Field.RESULT_SHOWN,
    Field.OUTCOME_SHOWN,
)
_FORMER = 2
Word = TypeVar("Word", bound=StrEnum)


def title(field: Field, language: str) -> str:
    """Return what stands above the column."""
    return field.value if field in HIDDEN else _said(field.value, language)


def word(said: Verdict | Opinion, language: str) -> str:
    """Return the verdict or the opinion as the list of choices has it."""
    return _said(said.value, language)


@cache
def fields(*, former: bool = False) -> Mapping[str, Field]:
    """Return the column that each title means, in either language and in small letters.

    `former`: as workbooks had them that say nothing of what stood on a row.
    """
    known = {field.value: field for field in HIDDEN}
    at = _FORMER if former else 0
    for field in (*FILLED_IN, *(() if former else SECOND_FIELDS)):
        known |= {one.casefold(): field for one in _table()[field.value][at : at + _FORMER]}
    return known


@cache
def verdicts() -> Mapping[str, Verdict]:
    """Return the verdict that each word means, in either language and in small letters."""
    return _words(Verdict)


@cache
def opinions() -> Mapping[str, Opinion]:
    """Return the second person's opinion that each word means, likewise."""
    return _words(Opinion)


def finding_titles(language: str) -> tuple[str, str, str, str]:
    """Return what stands over a finding's document, its sentence, and what a person writes of it.

    >>> finding_titles("zh")
    ('文件', '问题', '核实情况', '处理意见')
    """
    document, finding, verified, disposition = (
        _said(name, language) for name in ("document", "finding", "verified", "disposition")
    )
    return document, finding, verified, disposition


def signature_titles(language: str) -> tuple[str, str, str]:
    """Return who prepared a paper, who reviewed it, and the date: what stands before their lines.

    >>> signature_titles("zh")
    ('编制人', '复核人', '日期')
    """
    prepared, checked, on = (_said(name, language) for name in ("prepared", "checked", "signed"))
    return prepared, checked, on


def remarks_title(language: str) -> str:
    """Return what stands over the lines for whatever a person wants to write on the summary."""
    return _said("remarks", language)


def _words(all_: Iterable[Word]) -> dict[str, Word]:
    all_ = tuple(all_)
    spoken = {_said(one.value, each).casefold(): one for one in all_ for each in LANGUAGES}
    return {one.value: one for one in all_} | spoken


def _said(name: str, language: str) -> str:
    return _table()[name][LANGUAGES.index(language)]


@cache
def _table() -> dict[str, tuple[str, ...]]:
    rows = word_rows(Path(__file__).with_suffix(".tsv"))
    return {name: tuple(said) for name, *said in rows}
