"""GBK damage."""

from pilotdiff.repair.steps import Step


def mend_gbk(text: str) -> Step:
    """The text put back in step."""
    return Step(text)
