"""What a paper says of the two lists: what identifies each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import Listing, Source, Units
from pilotdiff.model.provenance import OF_PAGE
from pilotdiff.report.named_documents import with_id

if TYPE_CHECKING:
    from pilotdiff.report.report_types import Report


class Fact(NamedTuple):
    """A line of the summary: what is told, and of each document what it is, a text or a count."""

    name: str
    values: Sequence[str | int]

    @property
    def texts(self) -> list[str]:
        """Both as text, a count with its thousands parted."""
        return [value if isinstance(value, str) else f"{value:,}" for value in self.values]


def facts(report: Report, words: Words) -> list[Fact]:
    """Return what identifies the pilot document and the result document."""
    told = [_facts(units, words) for units in (report.pilots, report.results)]
    pairs = zip(*told, strict=True)
    lines = [Fact(ours[0], (ours[1], theirs[1])) for ours, theirs in pairs]
    return [line for line in lines if any(line.values)]


def _facts(units: Units, words: Words) -> list[tuple[str, str | int]]:
    listing, document = units.listing, units.listing.document
    missed = len(units.census.missing)
    return [
        (words("Title"), cited(listing, "title", words)),
        *cited_facts(listing, words),
        (words("File"), with_id(document.name, words)),
        (words("SHA-256"), document.sha256),
        *_of_extract(listing, words),
        (words("Units"), len(units.units)),
        (words("Names left out"), missed or ""),
    ]


def cited_facts(listing: Listing, words: Words) -> list[tuple[str, str]]:
    """Return who issued a document, its number and date, each with where it is known from, and the
    page that it was found on."""
    page = listing.provenance
    found = " · ".join(filter(None, (page.site, page.page, page.seen)))
    return [
        (words("Issuer"), cited(listing, "issuer", words)),
        (words("Document number"), cited(listing, "number", words)),
        (words("Date"), cited(listing, "date", words)),
        (words("Found on the page"), found),
    ]


def cited(listing: Listing | Source, fact: str, words: Words) -> str:
    """Return a fact of a document; one that it does not state itself with where it is known from.

    `fact` is title, issuer, number or date.
    """
    value: str = getattr(listing, fact)
    known_from = listing.provenance.of(fact)
    if not value or not known_from:
        return value
    if known_from == OF_PAGE:
        return words("{value} (of the page; its own is not known)", value=value)
    return words("{value} (known from {title})", value=value, title=known_from)


def _of_extract(listing: Listing, words: Words) -> list[tuple[str, str]]:
    told = words("of an extract of the page, not of the page itself")
    return [(words("Digest and lines"), told if listing.provenance.is_extract else "")]
