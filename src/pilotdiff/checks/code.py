"""What a check can find: a code with its severity, its meaning and an example."""

from typing import NamedTuple

from pilotdiff.model import Message, Severity


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
