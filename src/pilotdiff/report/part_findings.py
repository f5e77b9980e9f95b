"""Findings that bear on a part of the lists, where a part alone was asked for."""

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Finding
from pilotdiff.report.report_types import Report

# A document and a line of it.
_Line = tuple[str, int]


class PartFindings(NamedTuple):
    """Those that are about the whole documents or about units of the part, and how many more are
    about units elsewhere alone."""

    told: tuple[Finding, ...]
    elsewhere: int = 0


def of_part(findings: Sequence[Finding], report: Report) -> PartFindings:
    """Return the findings that bear on what a report tells: all, where it is of the whole lists."""
    if len(report.counted) == report.found:
        return PartFindings(tuple(findings))
    ours, every = set(_lines(report)), set(_every_line(report))
    told = tuple(one for one in findings if _bears(one, ours, every))
    return PartFindings(told, len(findings) - len(told))


def said_elsewhere(part: PartFindings, words: Words) -> str:
    """Say how many findings are left out, since a part alone was asked for; "" where none is."""
    if not part.elsewhere:
        return ""
    return words.number(
        "{n} more is about units outside the part that was asked for: pilotdiff check tells it.",
        "{n} more are about units outside the part that was asked for: pilotdiff check tells them.",
        part.elsewhere,
    )


def _lines(report: Report) -> Iterator[_Line]:
    """Yield the lines of the units that the report tells or counts."""
    for row in {id(row): row for row in (*report.rows, *report.counted)}.values():
        if row.pilot:
            yield report.pilot_source, row.pilot.entry.line
        if row.result:
            yield report.result_source, row.result.entry.line


def _every_line(report: Report) -> Iterator[_Line]:
    """Yield the lines of all units of both lists."""
    lists = (report.pilot_source, report.pilots), (report.result_source, report.results)
    for source, each in lists:
        yield from ((source, unit.entry.line) for unit in each.units)


def _bears(finding: Finding, ours: Set[_Line], every: Set[_Line]) -> bool:
    """Tell whether a finding is about no line of units, or about one of `ours`."""
    of_units = {(finding.document, finding.line), finding.other} & every
    return not of_units or not of_units.isdisjoint(ours)
