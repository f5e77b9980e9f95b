"""The two lists as a page is cited, and as they stand at the head of each printed page."""

from pilotdiff.language import Words
from pilotdiff.model import Units
from pilotdiff.report.report_types import Report
from pilotdiff.report.text_wrapping import without_middle
from pilotdiff.report.visible import visible

# Half characters of each list's part of a head, which is one line.
_MOST = 54


def heads(report: Report, words: Words) -> list[str]:
    """Return how an entry of the pilots, and of the results, is cited; the script of the page fills
    in {n}, its line, and {raw}, the entry as written."""
    return [_cited(units, words) for units in (report.pilots, report.results)]


def _cited(units: Units, words: Words) -> str:
    listing = units.listing
    facts = [each for each in (listing.issuer, listing.number, listing.date) if each]
    title = words("“{title}”", title=visible(units.listing.called))
    known = words(" ({facts})", facts=visible(words(", ").join(facts))) if facts else ""
    return title + known + words(", line {n}: {raw}", n="{n}", raw="{raw}")


def running_head(report: Report, words: Words) -> str:
    """Return the rule of style that puts both titles and the dates at the head of printed pages."""
    names = [_short(units) for units in (report.pilots, report.results)]
    head = words("{pilots} – {results}", pilots=names[0], results=names[1])
    return f"\n@page{{@top-left{{content:{_string(head)}}}}}"


def _short(units: Units) -> str:
    title, date = visible(units.listing.called), units.listing.date
    return f"{without_middle(title, _MOST - len(date) - 1)} {date}".strip()


def _string(text: str) -> str:
    """Return a text in style, whatever stands in it: no sign of it acts, in style or in the
    page."""
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'
