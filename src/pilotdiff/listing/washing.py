"""How the lines of a document are made clean: judged once, by its first lines."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from pilotdiff.model import Clean, Document
from pilotdiff.repair import clean, judge_mojibake, judge_script

_SAMPLE_LINES = 5_000


class Washing(NamedTuple):
    """How a whole document was misread ("" where it was not), and its script."""

    misread: str
    script: str

    @property
    def leaves(self) -> bool:
        """Whether it leaves most text as it is."""
        return self.script != "traditional" and not self.misread

    @property
    def wash(self) -> Callable[[str], Clean]:
        """What makes a line of it clean."""
        return partial(clean, traditional=self.script == "traditional", misread=self.misread)


def judge_washing(document: Document) -> Washing:
    """Judge a document by its first lines."""
    sample = [line.text or "".join(line.cells) for line in document.lines[:_SAMPLE_LINES]]
    misread = judge_mojibake(sample)
    if misread:
        sample = [clean(text, misread=misread).text for text in sample]
    return Washing(misread, judge_script(sample))
