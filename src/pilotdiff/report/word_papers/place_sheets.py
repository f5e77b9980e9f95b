"""A sheet for each prefecture, to be confirmed and sealed by it (分市州核对单)."""

from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.in_groups import in_groups
from pilotdiff.language import Words
from pilotdiff.model import Outcome, Row, Unit
from pilotdiff.outcomes.contested import claimed_by_open
from pilotdiff.report import headline
from pilotdiff.report.report_terms import OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_places import NO_PLACE, RowPlace, confirming_depth, place_names, row_place
from pilotdiff.report.word_papers import paper_parts as paper


def place_sheets(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield a sheet a prefecture, in the order of the lists, or a county where all lie in one
    prefecture; units whose place is not stated come last."""
    depth = confirming_depth(report.rows)
    places = in_groups(report.rows, lambda row: row_place(row, depth))
    names, doubted = place_names(places), headline.doubted(report, words)
    claimed = claimed_by_open(report.rows)
    ordered = sorted(places.items(), key=lambda pair: pair[0] == NO_PLACE)
    for place, rows in ordered:
        name = names[place] or words("(not stated)")
        yield paper.Sheet(name)
        yield paper.PaperTitle(words("Confirmation sheet: {place}", place=name))
        yield words.number(
            "{pilots} was compared with {results}. Please confirm what became of the {n} unit "
            "below, or say what is otherwise.",
            "{pilots} was compared with {results}. Please confirm what became of the {n} units "
            "below, or say what is otherwise.",
            len(rows),
            pilots=report.pilots.listing.called,
            results=report.results.listing.called,
        )
        if doubted:
            yield doubted
        lines = [
            _line(at, row, place, claimed.get(id(row), ()), words)
            for at, row in enumerate(rows, start=1)
        ]
        yield paper.Ruled(
            _heads(words), lines, (0.7, 3.1, 3.1, 2.6, 1.4), frozenset({0}), signed=True
        )
        yield paper.Room(words("What is otherwise"))
        yield paper.Fields([(words("Confirmed by (seal)"), ""), (words("Date"), "")])


def _heads(words: Words) -> list[str]:
    return [words("No."), words("Pilots"), words("Results"), words("Outcome"), words("Right?")]


def _line(number: int, row: Row, place: RowPlace, claims: Sequence[Row], words: Words) -> list[str]:
    """Return the cells of a row; of a unit without a partner those of `claims` may be its own."""
    ours, theirs = (_within(unit, place) for unit in (row.pilot, row.result))
    if row.outcome is Outcome.MERGED:
        theirs = words("within {unit}", unit=row.other.removeprefix("".join(place)))
    elif row.outcome is Outcome.SPLIT:
        ours = words("out of {unit}", unit=row.other.removeprefix("".join(place)))
    elif row.outcome is Outcome.DROPPED and row.other:
        theirs = words("perhaps {name}", name=(row.other.removeprefix("".join(place)),))
    elif row.outcome is Outcome.NEW and row.other:
        ours = words("perhaps {name}", name=(row.other.removeprefix("".join(place)),))
    elif claims and row.pilot:
        theirs = _perhaps((each.result for each in claims), words)
    elif claims:
        ours = _perhaps((each.pilot for each in claims), words)
    return [str(number), ours, theirs, words(OUTCOMES[row.outcome]), ""]


def _perhaps(units: Iterable[Unit | None], words: Words) -> str:
    names = tuple(dict.fromkeys(unit.name for unit in units if unit))
    return words("perhaps {name}", name=names)


def _within(unit: Unit | None, place: RowPlace) -> str:
    """Return a unit without the place that its sheet is of; whole where it is of another."""
    if unit is None:
        return "—"
    inner = unit.path[len(place) :] if unit.path[: len(place)] == place else ()
    return "".join(inner) or unit.name
