"""What the summary says beside its counts: the verdicts on file, and what it leaves out."""

from collections.abc import Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Outcome
from pilotdiff.report import headline
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report


def told_of_rows(
    report: Report, apart: Sequence[Outcome], cut: bool, words: Words
) -> Iterator[str]:
    """Yield what became of the pilots, in a sentence, and what a reader must know of the rows:
    those of a part only, those that stand elsewhere.

    apart  outcomes without a sheet of their own; cut  whether the sheet with everything is full
    """
    yield headline.said_first(report, report.counts, words)
    yield headline.told_together(headline.details(report.counts, words), words)
    for finding in report.foremost:
        yield words("{head}: {said}", head=finding.document, said=words(finding.message))
    if report.filter:
        yield words(
            "Only a part was asked for: the sheets hold {shown} of {found} rows; what is counted "
            "here are all units of the levels, categories and places asked for.",
            shown=f"{len(report.rows):,}",
            found=f"{report.found:,}",
        )
    if apart:
        yield words(
            "Too many for a sheet of their own: {outcomes}. They stand on the sheet with all rows; "
            "its filter shows them alone.",
            outcomes=tuple(OUTCOMES[outcome] for outcome in apart),
        )
    if cut:
        yield words(
            "A sheet cannot hold all {n} rows: the others stand in diff.csv.",
            n=f"{len(report.rows):,}",
        )
    if report.decisions:
        yield words(
            "Verdicts on file: {name}, SHA-256 {sha256}; {applied} of {verdicts} applied.",
            **{key: report.decisions[key] for key in ("name", "sha256", "applied", "verdicts")},
        )
    yield from map(words, report.receipt[1:])
