"""The table of units as it stands in the page: lines of HTML, and the same rows as CSV."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from jinja2 import Environment

from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, considered_for, features_told
from pilotdiff.matching.features import meaning
from pilotdiff.model import Row, Said
from pilotdiff.patterns import pattern
from pilotdiff.report import report_terms
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.formats import csv_writer
from pilotdiff.report.page.page_findings import Findings
from pilotdiff.report.page.page_limits import MOST_CANDIDATES, MOST_FEATURED
from pilotdiff.report.page.page_rows import Shown
from pilotdiff.report.page.page_strips import Strips
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import reason, why_waiting

# A line of the page is a row, or its evidence; the script takes them apart at the line ends.
_LINE_ENDS = pattern(r"[\r\n]+")


def html(
    rows: Sequence[Shown], report: Report, findings: Findings, templates: Environment, words: Words
) -> Iterator[str]:
    """Yield two lines of HTML a row: the row, its evidence."""
    sources = report.pilot_source, report.result_source
    known = {"sources": sources, "strips": Strips(report)}
    made: Any = templates.get_template("unit.html").make_module(known)
    comparison = _considered(report)
    for each in rows:
        row = each.row
        changes = tuple(report_terms.CHANGES[change] for change in row.changes)
        found = findings.about(row, report)
        yield _line(made.unit(each))
        said = reason(row, words), why_waiting(row, report.thresholds, words)
        why = words("; ").join(filter(None, said))
        yield _line(made.evidence(each, why, changes, comparison(row), found))


def _line(made: str) -> str:
    return _LINE_ENDS.sub(" ", str(made).strip())


def csv(rows: Sequence[Shown], report: Report, words: Words) -> list[str]:
    """Return the header and each row as a line of diff.csv, in the language of the page."""
    part = replace(report, rows=tuple(each.row for each in rows))
    table = ReconciliationAnswer(part, words).table()
    lines = csv_writer.lines(list(csv_writer.in_language(table, words.language)))
    return [csv_writer.header(table.columns, words.language), *lines]


Considered = Callable[[Row], "ShownComparison | None"]


class ShownFeature(NamedTuple):
    """What a feature says, and the log odds that it adds for each candidate (None: silent)."""

    meaning: Said
    weights: tuple[float | None, ...]


class ShownComparison(NamedTuple):
    """The likeliest candidates of a unit, of `number`, and the features that spoke for any."""

    candidates: tuple[ConsideredUnit, ...]
    number: int
    features: tuple[ShownFeature, ...]


def _considered(report: Report) -> Considered:
    """Look up what was considered for a row; None where nothing was, or for too long a list."""
    if len(report.rows) > MOST_FEATURED:
        return lambda _: None
    evidence = report.evidence()
    return lambda row: _comparison(considered_for(row, evidence))


def _comparison(candidates: list[ConsideredUnit]) -> ShownComparison | None:
    if not candidates:
        return None
    shown = tuple(candidates[:MOST_CANDIDATES])
    return ShownComparison(shown, len(candidates), tuple(_features(shown)))


def _features(shown: Sequence[ConsideredUnit]) -> Iterator[ShownFeature]:
    weights = [{each.feature: each.weight for each in one.match_weights} for one in shown]
    for name in features_told(shown):
        yield ShownFeature(meaning(name), tuple(each.get(name) for each in weights))
