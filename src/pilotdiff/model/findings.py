"""What a check found."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters: an error makes `pilotdiff check` exit 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Finding(NamedTuple):
    """Something wrong or worth a look, in a document or between documents."""

    severity: Severity
    code: str
    message: str
    document: str
    line: int = 0
