"""The two documents: what they are and how many units each lists."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Listing, Source, Units, msg
from pilotdiff.model.provenance import OF_PAGE
from pilotdiff.report.list_facts import cited
from pilotdiff.report.report_terms import counted
from pilotdiff.report.screen.terminal_layout import ScreenTable

if TYPE_CHECKING:
    from pilotdiff.report.report_types import Report


def both_documents(report: Report, words: Words) -> ScreenTable:
    """Return both documents, and what the filters leave of them."""
    grid = ScreenTable(gap=2)
    grid.add_column(style="bold", wraps=False)
    for label, units in ((msg("Pilots"), report.pilots), (msg("Results"), report.results)):
        grid.add_row(words(label), Text(units.listing.called))
        for line in (credits(units.listing, words), census(units, words)):
            if line:
                grid.add_row("", Text(line, style="dim"))
    if report.filter:
        shown = words(
            "showing {shown} of {found} rows",
            shown=f"{len(report.rows):,}",
            found=f"{report.found:,}",
        )
        grid.add_row(
            "",
            Text(words("{head}: {said}", head=shown, said=report.filter.written()), style="yellow"),
        )
    return grid


def credits(listing: Listing | Source, words: Words) -> str:
    """Join issuer, number and date of a document, as far as they are known, and say where from what
    it does not state itself."""
    facts = ("issuer", "number", "date")
    known_from = dict(listing.provenance.known_from)
    told = {known_from.get(fact, "") for fact in facts if getattr(listing, fact)}
    if len(told - {"", OF_PAGE}) == 1:
        (title,) = told - {"", OF_PAGE}
        own = [fact for fact in facts if known_from.get(fact) != title]
        theirs = " · ".join(
            getattr(listing, fact) for fact in facts if fact not in own and getattr(listing, fact)
        )
        said = words("{value} (known from {title})", value=theirs, title=title)
        return " · ".join([said, *filter(None, (cited(listing, fact, words) for fact in own))])
    return " · ".join(filter(None, (cited(listing, fact, words) for fact in facts)))


def census(units: Units, words: Words) -> str:
    """Return the number of units, in all and by level."""
    levels = Counter(unit.level for unit in units.units)
    parts = [words(counted(level, levels[level])) for level in LEVELS if levels[level]]
    total = words(counted(None, len(units.units)))
    return f"{total} = {' + '.join(parts)}" if len(parts) > 1 else "".join(parts) or total
