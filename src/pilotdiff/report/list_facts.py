"""What a paper says of the two lists: what identifies each."""

from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Units
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
