"""The findings as the page shows them: the gravest first, and with the units on their lines."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.model import Finding, Row, Severity
from pilotdiff.report.page.page_limits import MOST_FINDINGS, MOST_OPEN
from pilotdiff.report.report_types import Report

_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Findings(NamedTuple):
    """`shown` of `total`, how many of each severity, and those that are about a line."""

    shown: tuple[Finding, ...]
    total: int
    severities: Mapping[Severity, int]
    lines: Mapping[tuple[str, int], Sequence[Finding]]

    @property
    def first(self) -> tuple[Finding, ...]:
        """Those that a reader should see before the units: more than notes, and not too many."""
        grave = [finding for finding in self.shown if finding.severity is not Severity.NOTE]
        return tuple(grave[:MOST_OPEN])

    @property
    def others(self) -> tuple[Finding, ...]:
        """The rest, to be unfolded."""
        return self.shown[len(self.first) :]

    def about(self, row: Row, report: Report) -> list[Finding]:
        """Return those about the lines on which the row's units stand."""
        sides = ((row.pilot, report.pilot_source), (row.result, report.result_source))
        places = [(source, unit.entry.line) for unit, source in sides if unit]
        found = (finding for place in places for finding in self.lines.get(place, ()))
        return list(dict.fromkeys(found))


def gathered(findings: Iterable[Finding]) -> Findings:
    """Put errors before warnings before notes, each in the order in which they were found."""
    listed = sorted(findings, key=lambda finding: _RANKS[finding.severity])
    lines: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in listed:
        for place in dict.fromkeys(((finding.document, finding.line), finding.other)):
            if place[1]:
                lines[place].append(finding)
    counts = Counter(finding.severity for finding in listed)
    return Findings(tuple(listed[:MOST_FINDINGS]), len(listed), counts, lines)
