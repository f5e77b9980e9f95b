"""What a check can find: a code with its severity, its meaning and an example; and a finding."""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from pilotdiff.model import Filed, Finding, Message, Severity

DeclaringCheck = TypeVar("DeclaringCheck", bound=Callable[..., Any])


class Code(NamedTuple):
    """One kind of finding.

    code      stable and readable: scripts and `--ignore` rely on it
    meaning   one sentence: what is the matter where it is found
    example   one sentence: a list in which it is
    """

    code: str
    severity: Severity
    meaning: Message
    example: Message


_KNOWN: dict[str, Code] = {}
# By the module of the check that can find them.
DECLARED_CODES: dict[str, tuple[Code, ...]] = {}


def finds(*codes: Code) -> Callable[[DeclaringCheck], DeclaringCheck]:
    """Declare, above a check, what it can find, so that `found` knows how grave each is."""

    def declaring(check: DeclaringCheck) -> DeclaringCheck:
        _KNOWN.update((each.code, each) for each in codes)
        DECLARED_CODES[check.__module__] = codes
        return check

    return declaring


def error(code: str, meaning: Message, example: Message) -> Code:
    """Return a code of what makes a list contradict itself or another document."""
    return Code(code, Severity.ERROR, meaning, example)


def warning(code: str, meaning: Message, example: Message) -> Code:
    """Return a code of what is probably wrong."""
    return Code(code, Severity.WARNING, meaning, example)


def note(code: str, meaning: Message, example: Message) -> Code:
    """Return a code of what is worth a look."""
    return Code(code, Severity.NOTE, meaning, example)


def found(
    code: str,
    filed: Filed,
    line: int,
    message: Message,
    figures: tuple[tuple[str, float], ...] = (),
    other: tuple[str, int] = ("", 0),
) -> Finding:
    """Return a finding of that code in that document, as grave as the code is."""
    return Finding(code, _KNOWN[code].severity, filed.source.id, line, message, figures, other)
