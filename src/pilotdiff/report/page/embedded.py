"""The data that stands in the page for its script: what to filter, sort, search and export by."""

from collections.abc import Sequence

from pilotdiff.language import Words
from pilotdiff.model import Outcome
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.page.choices import Choices, numbers
from pilotdiff.report.page.page_rows import Shown
from pilotdiff.report.page.page_search import folding, haystack, sounds
from pilotdiff.report.report_terms import OUTCOMES

_OUTCOMES = tuple(Outcome)


def embedded(
    rows: Sequence[Shown], choices: Choices, csv: Sequence[str], cited: Sequence[str], words: Words
) -> dict[str, object]:
    """Return the rows as the page's script takes them, `rows`: key, outcome, level, categories,
    places, confidence, lines, haystack and decider of each; the numbers are places in `outcomes`,
    `levels`, `categories`, `places` and `deciders`.
    """
    deciders = list(choices.deciders)
    haystacks = [haystack(shown.row) for shown in rows]
    told = numbers([shown.row for shown in rows], choices)
    return {
        "outcomes": _OUTCOMES,
        "levels": choices.levels,
        "categories": choices.categories,
        "places": [place.value for place in choices.places],
        "rows": [
            [
                shown.key,
                _OUTCOMES.index(shown.row.outcome),
                *each,
                probability(shown.row.pairing.confidence) if shown.row.pairing else -1,
                shown.row.pilot.entry.line if shown.row.pilot else 0,
                shown.row.result.entry.line if shown.row.result else 0,
                text,
                deciders.index(shown.row.decision.by) if shown.row.decision else -1,
            ]
            for shown, each, text in zip(rows, told, haystacks, strict=True)
        ],
        "sheets": choices.sheets,
        "deciders": deciders,
        "names": [words(OUTCOMES[outcome]) for outcome in _OUTCOMES],
        "fold": folding(haystacks),
        "sounds": sounds(haystacks),
        "cited": cited,
        "csv": csv,
        "texts": _texts(words),
    }


def _texts(words: Words) -> dict[str, str]:
    """Return the texts by the names that page.js knows them by; {n} and {all} are filled in
    there."""
    return {
        "shown": words("{n} of {all} units"),
        "none": words("No unit fits. Take a filter away, or search for a shorter part of a name."),
        "printed": words(
            "The first {n} of {all} are printed: choose a place or an outcome to print the others."
        ),
        "absent": words("No unit stands at {row}."),
        "more": words("Show more"),
        "file": words("units.csv"),
        "by": words("Sort by {column}"),
        "light": words("Light"),
        "dark": words("Dark"),
        "cite": words("Copy as citation"),
        "copied": words("Copied"),
        "sheet": words("Confirmation sheet: {place}"),
        "everywhere": words("all places"),
        "elsewhere": words("no prefecture"),
    }
