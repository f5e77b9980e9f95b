"""Names by place: the dropped and the new, and any other outcome that was asked for alone."""

from collections.abc import Iterator

from rich.text import Text

from pilotdiff.in_groups import in_groups
from pilotdiff.language import Words
from pilotdiff.model import LEVELS, Level, Outcome, PathPrefix, Row, Unit
from pilotdiff.report import report_terms
from pilotdiff.report.answers.reconciliation_answer import ON_REQUEST
from pilotdiff.report.report_types import Report
from pilotdiff.report.screen.screen_limits import MOST_NAMES, cut
from pilotdiff.report.screen.style import outcome_heading
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

ALWAYS = (Outcome.DROPPED, Outcome.NEW)


def parts(report: Report, words: Words) -> Iterator[ScreenBlock]:
    """Yield each outcome with its names; what is promoted or not eligible is only counted
    elsewhere."""
    shared = _shared(report.rows)
    asked = tuple(outcome for outcome in ON_REQUEST if outcome in report.filter.outcomes)
    ranks = _ranks(report.rows)
    for outcome in (*asked, *ALWAYS):
        rows = [row for row in report.rows if row.outcome is outcome]
        if rows:
            title = outcome_heading(outcome, len(rows), words)
            units = _in_order(rows[:MOST_NAMES], ranks)
            yield Group(title, *_levels(units, shared, words), *cut(rows, words))


def _ranks(rows: tuple[Row, ...]) -> dict[PathPrefix, int]:
    """Return the places above the township in the order in which the lists first name them."""
    ranks: dict[PathPrefix, int] = {}
    for row in rows:
        if unit := row.pilot or row.result:
            for depth in range(1, Level.TOWNSHIP.depth + 1):
                ranks.setdefault(unit.path[:depth], len(ranks))
    return ranks


def _in_order(rows: list[Row], ranks: dict[PathPrefix, int]) -> list[Unit]:
    """Return the units, those of one place together."""

    def place(unit: Unit) -> list[int]:
        return [ranks[unit.path[:depth]] for depth in range(1, _cut(unit) + 1)]

    return sorted((unit for row in rows if (unit := row.pilot or row.result)), key=place)


def _shared(rows: tuple[Row, ...]) -> PathPrefix:
    """Return the top of the path that all units have in common, which need not be said again."""
    paths = [unit.path for row in rows if (unit := row.pilot or row.result)]
    shared: list[str] = []
    for parts_ in zip(*paths, strict=True):
        if len(set(parts_)) > 1:
            break
        shared.append(parts_[0])
    return tuple(shared)


def _levels(units: list[Unit], shared: PathPrefix, words: Words) -> Iterator[ScreenBlock]:
    levels = [level for level in LEVELS if any(unit.level is level for unit in units)]
    for level in levels:
        here = [unit for unit in units if unit.level is level]
        if len(levels) > 1:
            yield Text(f"  {words(report_terms.LEVEL_HEADINGS[level])} {len(here)}", style="bold")
        yield _places(here, shared)


def _places(units: list[Unit], shared: PathPrefix) -> ScreenTable:
    """Return one line a county (or what else stands above the units), its units side by side."""
    groups = in_groups(units, lambda unit: _place(unit, shared))
    grid = ScreenTable(gap=2)
    grid.add_column(width=2)
    grid.add_column(style="dim", most=36)
    for place, here in groups.items():
        grid.add_row("", place, "  ".join(_tail(unit) for unit in here))
    return grid


def _place(unit: Unit, shared: PathPrefix) -> str:
    """Return what stands above the unit, down to the county: "成都市 温江区".

    What the list leaves unsaid is left out only where it tells no unit from another.
    """
    above = zip(unit.path[: _cut(unit)], LEVELS, strict=False)
    return " ".join(
        part
        for part, level in above
        if part and not (level in unit.inferred and level.depth < len(shared))
    )


def _tail(unit: Unit) -> str:
    """Return the unit below its county."""
    return "".join(unit.path[_cut(unit) :])


def _cut(unit: Unit) -> int:
    return min(unit.level.depth, Level.TOWNSHIP.depth)
