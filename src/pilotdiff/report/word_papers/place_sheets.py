"""A sheet for each prefecture, to be confirmed and sealed by it (分市州核对单)."""

from collections.abc import Iterator

from pilotdiff.language import Words
from pilotdiff.model import Row, Unit
from pilotdiff.report.list_facts import called
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.word_papers.paper_parts import (
    Fields,
    PaperPart,
    PaperTitle,
    PartText,
    Room,
    Ruled,
    Turn,
)


def place_sheets(report: Report, words: Words) -> Iterator[PaperPart]:
    """Yield a sheet a prefecture, in the order of the lists; units without one come last."""
    places: dict[str, list[Row]] = {}
    for row in report.rows:
        places.setdefault(_place(row), []).append(row)
    ordered = sorted(places.items(), key=lambda pair: not pair[0])
    for number, (place, rows) in enumerate(ordered):
        if number:
            yield Turn()
        yield PaperTitle(
            words("Confirmation sheet: {place}", place=place or words("no prefecture"))
        )
        yield PartText(
            words(
                "{pilots} was compared with {results}. Please confirm what became of the units "
                "below, or say what is otherwise.",
                pilots=called(report.pilots),
                results=called(report.results),
            )
        )
        lines = [_line(at, row, words) for at, row in enumerate(rows, start=1)]
        yield Ruled(_heads(words), lines, (0.7, 3.4, 3.4, 1.8, 1.6), frozenset({0}))
        yield Room(words("What is otherwise"))
        yield Fields(
            [
                (words("Confirmed by (seal)"), ""),
                (words("Date"), ""),
            ]
        )


def _heads(words: Words) -> list[str]:
    return [words("No."), words("Pilots"), words("Results"), words("Outcome"), words("Right?")]


def _line(number: int, row: Row, words: Words) -> list[str]:
    ours, theirs = (_short(unit) for unit in (row.pilot, row.result))
    return [str(number), ours, theirs, words(OUTCOMES[row.outcome]), ""]


def _short(unit: Unit | None) -> str:
    """Return a unit without the province and the prefecture that its sheet is of."""
    if unit is None:
        return "—"
    return "".join(unit.path[2:]) or unit.name


def _place(row: Row) -> str:
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    return unit.path[1]
