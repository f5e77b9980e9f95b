"""The form on the workbook's sheets: what a reviewer fills in, and what tells which pair it is.

A workbook is read back in whatever language it was written, so headings and verdicts are known in
all of them.
"""

from enum import StrEnum

from pilotdiff.language import LANGUAGES, words
from pilotdiff.model import Message, Verdict, msg


class Field(StrEnum):
    """A column of the form."""

    VERDICT = "verdict"
    BY = "by"
    ON = "on"
    PARTNER = "partner"
    REASON = "reason"
    PILOT = "pilot_key"
    RESULT = "result_key"
    DIGEST = "digest"


# What a person fills in; the heading of each column.
FILLED_IN = {
    Field.VERDICT: msg("Verdict"),
    Field.BY: msg("Reviewed by"),
    Field.ON: msg("Reviewed on"),
    Field.PARTNER: msg("Partner"),
    Field.REASON: msg("Review note"),
}
# What says, in hidden columns under these very names, which units a row is about.
HIDDEN = (Field.PILOT, Field.RESULT, Field.DIGEST)
VERDICTS = {
    Verdict.SAME: msg("same unit"),
    Verdict.DIFFERENT: msg("different units"),
}


def fields() -> dict[str, Field]:
    """The column that each heading means, in any language and in small letters."""
    known = {field.value: field for field in HIDDEN}
    for field, heading in FILLED_IN.items():
        known.update(dict.fromkeys(_in_all_languages(heading), field))
    return known


def verdicts() -> dict[str, Verdict]:
    """The verdict that each word means, in any language and in small letters."""
    known = {verdict.value: verdict for verdict in Verdict}
    for verdict, word in VERDICTS.items():
        known.update(dict.fromkeys(_in_all_languages(word), verdict))
    return known


def _in_all_languages(message: Message) -> list[str]:
    return [words(language)(message).casefold() for language in LANGUAGES]
