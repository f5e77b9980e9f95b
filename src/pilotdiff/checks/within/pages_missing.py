"""Pages that a document says it has, and that are not there: 第1页，共3页, and no 第2页."""

from collections.abc import Iterator

from pilotdiff.census.missing_pages import missing_pages
from pilotdiff.checks.code import finds, found, warning
from pilotdiff.model import Filed, Finding, msg, msgs


@finds(
    warning(
        "pages-missing",
        msg("A document has fewer pages than it says"),
        msg("第1页，共3页 stands in the title, and no other page"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield the pages that a document numbers and does not have."""
    for line, pages, missing in missing_pages(filed.units.listing.document):
        message = msgs(
            "It has {pages} pages by its own words; {n} of them is not there",
            "It has {pages} pages by its own words; {n} of them are not there",
            missing,
            pages=pages,
        )
        yield found("pages-missing", filed, line, message, (("pages", pages),))
