"""What became of every entry: the answer of `pilotdiff match`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pilotdiff.language import ENGLISH, Words
from pilotdiff.model import Outcome, Row, msg
from pilotdiff.report import headline
from pilotdiff.report.answer import Answer, EachOnALine, RowsTable
from pilotdiff.report.answers.left_out import count_heading, left_out
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.report_terms import LEVEL_HEADINGS, OUTCOMES, SEVERITIES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import grounds
from pilotdiff.report.summary import Tally
from pilotdiff.report.text_blocks import Bullets, TextBlock, TextHeading, TextTable

_ROW_HEADS = (msg("Pilots"), msg("Results"), msg("Category"), msg("Confidence"), msg("Remarks"))
# What is shown by name only where it is asked for.
ON_REQUEST = (Outcome.PROMOTED, Outcome.NOT_ELIGIBLE)


@dataclass(frozen=True, slots=True)
class ReconciliationAnswer(Answer):
    """A report in its words.

    typed    how the two lists were named in the call, with the options that bear on the answer
    handed_back  the same with the workbook that was written in place of the verdicts given; ""
                 where none was
    written  whether the working papers stand already
    asked    the options of the call that bear on how one document is read
    """

    report: Report
    words: Words = ENGLISH
    typed: str = "…"
    handed_back: str = ""
    written: bool = False
    asked: str = ""

    def table(self) -> RowsTable:
        """Return the columns of diff.csv."""
        return self.report.table_in(self.words)

    def plain(self) -> dict[str, object]:
        from pilotdiff.report.run_record import run  # no screen tells it

        report = self.report
        rows = EachOnALine(self.records())
        return {"summary": report.summary.to_dict(), "rows": rows, "run": run(report)}

    def text(self) -> Iterator[TextBlock]:
        """Yield the two lists, the totals, then the rows by outcome.

        Rows that are promoted or not eligible are counted, and listed where they were asked for.
        """
        report, words = self.report, self.words
        pilots, results = (units.listing.called for units in (report.pilots, report.results))
        yield TextHeading(f"{pilots} → {results}", 1)
        counts = report.counts
        said = headline.said_first(report, counts, words), *headline.details(counts, words)
        yield headline.told_together(said, words)
        if told := [*map(words, report.receipt), *_foremost(report, words)]:
            yield Bullets(told)
        yield _totals(report, words)
        for outcome in Outcome:
            rows = [row for row in report.rows if row.outcome is outcome]
            if rows and (outcome not in ON_REQUEST or outcome in report.filter.outcomes):
                yield count_heading(words(OUTCOMES[outcome]), len(rows), words)
                yield TextTable([words(head) for head in _ROW_HEADS], _told(rows, words))
        for units in (report.pilots, report.results):
            yield from left_out(units, words)


def _foremost(report: Report, words: Words) -> Iterator[str]:
    """Yield what one must know before trusting the answer."""
    for finding in report.foremost:
        severity = words(SEVERITIES[finding.severity])
        said = words("{head}: {said}", head=severity, said=words(finding.message))
        yield f"{finding.document} · {said}"


def _totals(report: Report, words: Words) -> TextTable:
    counts = report.counts
    levels = counts.levels
    head = [words("Outcome"), *(words(LEVEL_HEADINGS[level]) for level in levels), words("Total")]
    present = [outcome for outcome in Outcome if counts.of(outcome)]
    lines = [_counted(words(OUTCOMES[outcome]), outcome, counts) for outcome in present]
    return TextTable(head, lines, right=len(levels) + 1)


def _counted(name: str, outcome: Outcome, counts: Tally) -> list[str]:
    by_level = [str(counts.of(outcome, level)) for level in counts.levels]
    return [name, *by_level, str(counts.of(outcome))]


def _told(rows: Iterable[Row], words: Words) -> Iterator[list[str]]:
    return (_row(row, words) for row in rows)


def _row(row: Row, words: Words) -> list[str]:
    shown, pairing = row.pilot or row.result, row.pairing
    return [
        row.pilot.name if row.pilot else "",
        row.result.name if row.result else "",
        shown.entry.category if shown else "",
        str(probability(pairing.confidence)) if pairing else "",
        grounds(row, words),
    ]
