"""How the lines of a document are made clean: judged once, by its first lines."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from pilotdiff.model import Clean, Document
from pilotdiff.repair import (
    clean,
    is_mixed,
    is_questioned,
    judge_mojibake,
    judge_script,
    mark_spaces,
    spacing_signs,
)

SAMPLE_LINES = 5_000


class Washing(NamedTuple):
    """How a whole document was misread ("" where it was not), and its script.

    mixed       whether it holds the other script, too, so that no character is a name's own
    questioned  whether question marks stand for characters of its names
    spacing     the signs that stand for spaces between its names
    """

    misread: str
    script: str
    mixed: bool = False
    questioned: bool = False
    spacing: str = ""

    @property
    def leaves(self) -> bool:
        """Whether it leaves most text as it is."""
        converted = self.script == "traditional" or self.mixed
        return not (converted or self.misread or self.spacing)

    @property
    def wash(self) -> Callable[[str], Clean]:
        """What makes a line of it clean."""
        traditional = self.mixed or self.script == "traditional"
        return partial(
            clean,
            traditional=traditional,
            misread=self.misread,
            questioned=self.questioned,
            spacing=self.spacing,
        )


def judge_washing(document: Document) -> Washing:
    """Judge a document by its first lines, as published."""
    lines = (document.written or document.lines)[:SAMPLE_LINES]
    return _judged(tuple([line.text or "".join(line.cells) for line in lines]))


# Every stage that looks at the lines asks, of the one or two documents of a run.
@lru_cache(maxsize=4)
def _judged(sample: Sequence[str]) -> Washing:
    misread = judge_mojibake(sample)
    if misread:
        sample = [clean(text, misread=misread).text for text in sample]
    script = judge_script(sample)
    mixed = script != "traditional" and is_mixed(sample)
    spacing = spacing_signs(sample)
    if spacing:
        sample = [mark_spaces(text, spacing).text for text in sample]
    return Washing(misread, script, mixed, is_questioned(sample), spacing)
