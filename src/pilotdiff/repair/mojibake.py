"""Text read in the wrong character set as a whole."""

from collections.abc import Iterable

from pilotdiff.repair.steps import Step


def judge_mojibake(texts: Iterable[str]) -> str:
    """How a document was misread: "utf-8 as gbk", "gbk as latin-1", "utf-8 as latin-1" or ""."""
    del texts
    return ""


def mend_mojibake(text: str, misread: str) -> Step:
    """One line read again as it was meant."""
    del misread
    return Step(text)
