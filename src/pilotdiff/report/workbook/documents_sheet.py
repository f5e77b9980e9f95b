"""What the summary says of the two documents, the verdicts on file, and what it leaves out."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Outcome, Units
from pilotdiff.report import headline
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report


class Fact(NamedTuple):
    """A line of the summary: what is told, and of each document what it is."""

    name: str
    values: Sequence[str]


def called(units: Units) -> str:
    """Return the title of a document, its name where it has none."""
    return units.listing.title or units.listing.document.name


def facts(report: Report, words: Words) -> list[Fact]:
    """Return what identifies the pilot document and the result document."""
    told = [_facts(units, words) for units in (report.pilots, report.results)]
    pairs = zip(*told, strict=True)
    lines = [Fact(ours[0], (ours[1], theirs[1])) for ours, theirs in pairs]
    return [line for line in lines if any(line.values)]


def _facts(units: Units, words: Words) -> list[tuple[str, str]]:
    listing, document = units.listing, units.listing.document
    missed = len(units.census.missing)
    return [
        (words("Title"), listing.title),
        (words("Issuer"), listing.issuer),
        (words("Document number"), listing.number),
        (words("Date"), listing.date),
        (words("File"), document.name),
        (words("SHA-256"), document.sha256),
        (words("Units"), f"{len(units.units):,}"),
        (words("Names left out"), f"{missed:,}" if missed else ""),
    ]


def remarks(report: Report, apart: Sequence[Outcome], cut: bool, words: Words) -> Iterator[str]:
    """Yield what became of the pilots, in a sentence, and what a reader must know of the rows:
    those of a part only, those that stand elsewhere.

    apart  outcomes without a sheet of their own; cut  whether the sheet with everything is full
    """
    yield headline.said_first(report, report.counts, words)
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
            "Verdicts on file: {name}, SHA-256 {sha256}; {applied} of {verdicts} were applied.",
            **{key: report.decisions[key] for key in ("name", "sha256", "applied", "verdicts")},
        )
