"""What the summary counts: outcomes by level, and the balance of the two lists."""

from collections import Counter

from pilotdiff.language import Words
from pilotdiff.model import Outcome
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.workbook.counting_formulas import LiveCount, LiveShare, Ranges, Verified
from pilotdiff.report.workbook.sheet_tables import SheetCell, SheetTable, TablePlacer, letter, sums

# What stands in no pilot list, or stands there twice, has no share of the pilots.
_ABOUT_RESULTS = (Outcome.SPLIT, Outcome.REPEATED, Outcome.NEW)


def totals(report: Report, ranges: Ranges | None, words: Words) -> TablePlacer:
    """Count outcomes by level, with the share of the pilots that each is."""
    counts = report.counts
    levels = counts.levels
    heads = [words("Outcome"), *(words(LEVEL_NAMES[level]) for level in levels), words("Total")]
    outcomes = counts.outcomes
    ours = [one for one in outcomes if one not in _ABOUT_RESULTS]
    pilots = counts.pilots_once

    def table(top: int) -> SheetTable:
        head, last = top - 1, letter(len(levels) + 1)
        of = "+".join(f"{last}${top + outcomes.index(one)}" for one in ours)
        lines: list[list[SheetCell]] = []
        for row, outcome in enumerate(outcomes, start=top):
            cells: list[SheetCell] = [outcome]
            for at, level in enumerate(levels, start=1):
                formula = ranges and ranges.counting(
                    outcome=f"$A{row}", level=f"{letter(at)}${head}"
                )
                cells.append(LiveCount(counts.of(outcome, level), formula or ""))
            cells.append(LiveCount(counts.of(outcome), f"SUM(B{row}:{letter(len(levels))}{row})"))
            share = f'IF({of}=0,"",{last}{row}/({of}))'
            value = counts.of(outcome) / pilots if pilots else ""
            cells.append(LiveShare(value, share) if outcome in ours else "")
            lines.append(cells)
        lines.append([words("Rows in all"), *sums(lines, top, len(levels) + 1), ""])
        title = words("Outcomes by level")
        return SheetTable(title, [*heads, words("Share of the pilots")], lines, 1)

    return table


def balance(report: Report, ranges: Ranges | None, words: Words) -> TablePlacer:
    """Return how the rows add up to the lists: each entry of either stands in exactly one row."""
    ours = Counter(row.outcome for row in report.counted if row.pilot)
    theirs = Counter(row.outcome for row in report.counted if row.result)
    outcomes = report.counts.outcomes
    listed = len(report.pilots.units), len(report.results.units)

    def table(top: int) -> SheetTable:
        lines: list[list[SheetCell]] = []
        for row, outcome in enumerate(outcomes, start=top):
            cells: list[SheetCell] = [outcome]
            for column, counted in (("pilot_name", ours), ("result_name", theirs)):
                test = {"outcome": f"$A{row}", column: "<>"}
                formula = ranges.counting(**test) if ranges else ""
                cells.append(LiveCount(counted[outcome], formula))
            lines.append(cells)
        added = sums(lines, top, 2)
        lines.append([words("Sum of the rows"), *added])
        if len(report.counted) < report.found:
            note = words("These are the rows of a part of the lists, as it was asked for.")
            return SheetTable(words("Balance"), _heads(words), lines, 1, note=note)
        end = top + len(outcomes)
        lines.append([words("Units of the list"), *map(LiveCount, listed)])
        holds = [
            _holds(words, total.value == count, f"{column}{end}={column}{end + 1}")
            for total, count, column in zip(added, listed, "BC", strict=True)
        ]
        lines.append([words("Both are equal"), *holds])
        note = words("Each entry of either list stands in exactly one row.")
        return SheetTable(words("Balance"), _heads(words), lines, 3, note=note)

    return table


def _heads(words: Words) -> list[str]:
    return [words("Outcome"), words("Pilots"), words("Results")]


def _holds(words: Words, equal: bool, test: str) -> Verified:
    yes, no = words("yes"), words("no")
    formula = f'IF({test},"{_quoted(yes)}","{_quoted(no)}")'
    return Verified(yes if equal else no, formula)


def _quoted(text: str) -> str:
    return text.replace('"', '""')
