"""What a check found wrong or worth a look."""

from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model.messages import Message


class Severity(StrEnum):
    """How grave: an error says that the list contradicts itself or another document."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """One finding in a document, or between two.

    code      stable and readable: "total-differs"; documented in docs/findings.md
    document  its name as given, or its id in the catalogue
    line      from 1; 0 where the finding is about the whole document
    message   one sentence
    figures   the numbers it rests on, by name: (("declared", 41), ("counted", 40))
    other     the name of the second document and the line there, ("", 0) when there is none
    """

    code: str
    severity: Severity
    document: str
    line: int
    message: Message
    figures: tuple[tuple[str, float], ...] = ()
    other: tuple[str, int] = ("", 0)
