"""The findings as the page shows them: the gravest first, and with the units on their lines."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.model import Finding, Row, Severity, Unit
from pilotdiff.report.page.page_limits import MOST_FINDINGS, MOST_OPEN
from pilotdiff.report.report_types import Report

# A document and a line of it.
_Line = tuple[str, int]
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Findings(NamedTuple):
    """`shown` of `total`, how many of each severity, those that are about a line, and the names of
    the units on a line of several."""

    shown: tuple[Finding, ...]
    total: int
    severities: Mapping[Severity, int]
    lines: Mapping[_Line, Sequence[Finding]]
    names: Mapping[_Line, set[str]]

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
        """Return those about the lines on which the row's units stand, but not those about another
        unit of such a line."""
        found = (
            finding
            for line, unit in _standing(row, report)
            for finding in self.lines.get(line, ())
            if _bears_on(str(finding.message), unit, self.names.get(line, set()))
        )
        return list(dict.fromkeys(found))


def _standing(row: Row, report: Report) -> Iterator[tuple[_Line, Unit]]:
    """Yield the lines on which the row's units stand."""
    sides = ((row.pilot, report.pilot_source), (row.result, report.result_source))
    yield from (((source, unit.entry.line), unit) for unit, source in sides if unit)


def _bears_on(said: str, unit: Unit, names: Iterable[str]) -> bool:
    """Tell whether a sentence about a line names a unit of it, or none of its units.

    names  those of all units on the line, none where it has one unit
    """
    return any(name in said for name in _called(unit)) or not any(name in said for name in names)


def gathered(findings: Iterable[Finding], report: Report) -> Findings:
    """Put errors before warnings before notes, each in the order in which they were found."""
    listed = sorted(findings, key=lambda finding: _RANKS[finding.severity])
    lines: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in listed:
        for place in dict.fromkeys(((finding.document, finding.line), finding.other)):
            if place[1]:
                lines[place].append(finding)
    counts = Counter(finding.severity for finding in listed)
    return Findings(
        tuple(listed[:MOST_FINDINGS]), len(listed), counts, lines, _names(report, lines)
    )


def _names(report: Report, lines: Container[_Line]) -> Mapping[_Line, set[str]]:
    """Return the names of the units by line, for the lines that hold several and have findings."""
    units: dict[_Line, list[Unit]] = defaultdict(list)
    lists = (report.pilot_source, report.pilots), (report.result_source, report.results)
    for source, each in lists:
        for unit in each.units:
            if (line := (source, unit.entry.line)) in lines:
                units[line].append(unit)
    several = ((line, there) for line, there in units.items() if len(there) > 1)
    return {line: set().union(*map(_called, there)) for line, there in several}


def _called(unit: Unit) -> set[str]:
    """Return how sentences name a unit: whole, or as written."""
    return {name for name in (unit.name, unit.entry.raw) if name}
