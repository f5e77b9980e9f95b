"""What was said of a row, in one line: the reason and a person's verdict."""

from pilotdiff.language import Words
from pilotdiff.model import Decision, Row
from pilotdiff.report.report_terms import VERDICTS


def reason(row: Row, words: Words) -> str:
    """Tell why the row came out so; "" where nobody says."""
    return words(row.reason or (row.pairing.reason if row.pairing else ""))


def verdict(decision: Decision, words: Words) -> str:
    """Return a verdict: what, who, when and why."""
    facts = (words(VERDICTS[decision.verdict]), decision.by, decision.on, decision.reason)
    return " · ".join(filter(None, facts))
