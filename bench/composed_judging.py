"""How composed lists were read, counted by their forms: for composed_text and composed_tables."""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_lists import Names
from pilotdiff.census.doubtful.rows_apart import ROWS_APART
from pilotdiff.checks.first_warnings import foremost
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.filing import filed
from pilotdiff.model import DoubtfulLine, Finding, LeftOut, Skipped, Unit, UserError
from pilotdiff.repair import fold
from wanted_units import compared, wanted

# Findings that speak of the whole list: a total that differs, numbers that are missing.
_OF_ALL = ("total", "count", "ordinal", "heading-gap", "list-not-whole")
_COLUMNS = ("right", "wrong", "false", "lost", "told", "silent", "alarms", "lists")


class Judged(NamedTuple):
    """How a list was read: counts, and the names of units that are amiss and not told."""

    counts: Counter[str]
    silent: list[str]
    read: ListedUnits | None


def arguments(described: str | None) -> argparse.ArgumentParser:
    """The arguments that both scripts take."""
    parser = argparse.ArgumentParser(description=(described or "").splitlines()[0])
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("last", type=int, nargs="?", default=200)
    parser.add_argument("--silent", action="store_true")
    return parser


def judged(read: Callable[[], ListedUnits], entries: Sequence[str]) -> Judged:
    """Read a list and compare it with what is wanted."""
    try:
        found = read()
    except UserError:
        return Judged(Counter(lost=len(entries), told=len(entries)), [], None)
    right, wrong, false, lost = compared(found.units, entries)
    findings = foremost(filed(found))
    parents = {one.name: one.path[-3:-1] for one in map(wanted, entries)}
    lines = [
        (line.number, line.text + " ".join(line.cells)) for line in found.listing.document.lines
    ]
    amiss: list[tuple[str, Names, Collection[int]]] = [
        ("lost", (one.name,), {number for number, text in lines if one.name in text})
        for one in lost
    ]
    # A wrong one is told too where the parent that it lacks is.
    amiss += [
        ("wrong", (unit.own, *parents.get(unit.own, ())), {unit.entry.line}) for unit in wrong
    ]
    amiss += [("false", (unit.own,), {unit.entry.line}) for unit in false]
    silent = [f"{kind} {names[0]}" for kind, names, at in amiss
              if found.units and not _told(found, findings, names, at)]  # fmt: skip
    counts = Counter(right=len(right), wrong=len(wrong), false=len(false), lost=len(lost))
    counts += Counter(told=len(amiss) - len(silent), silent=len(silent))
    counts["alarms"] = int(not amiss and _warned(found, findings))
    return Judged(counts, silent, found)


def _told(
    found: ListedUnits, findings: Sequence[Finding], names: Sequence[str], lines: Collection[int]
) -> bool:
    """Whether anything is said of one of the names, of their lines, or of the list as a whole."""
    said: list[LeftOut | DoubtfulLine | Skipped] = [*found.census.missing, *found.census.doubtful]
    said += [one for one in (*found.listing.skipped, *found.unread) if one.suspicious]
    if not {one.line for one in (*said, *findings)}.isdisjoint(lines):
        return True
    if any(one.reason == ROWS_APART for one in found.census.doubtful):
        return True
    texts = [fold(one.text) for one in said]
    if any(fold(name.rstrip("?")) in text for name in names for text in texts):
        return True
    return any(one.code.startswith(_OF_ALL) for one in findings)


def _warned(found: ListedUnits, findings: Sequence[Finding]) -> bool:
    """Whether something is said to be missing or doubtful."""
    return bool(findings or found.census.missing or found.census.doubtful)


def print_read(found: ListedUnits) -> None:
    """Print what was read of a list, and what is said of it."""
    for unit in found.units:
        print("  read", _unit_line(unit))
    said: list[LeftOut | DoubtfulLine] = [*found.census.missing, *found.census.doubtful]
    for each in said:
        print("  told", each.line, each.text, each.reason)
    for finding in foremost(filed(found)):
        print("  found", finding.code, finding.line, finding.message)


def _unit_line(unit: Unit) -> str:
    """A unit as a line that stands beside what is wanted."""
    return f"{unit.entry.line} {unit.level.value}: " + "/".join(filter(None, unit.path))


def print_counts(lists: Iterable[tuple[Collection[str], Judged]]) -> None:
    """Print the counts of lists by their forms."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for forms, found in lists:
        for form in {*forms, "all"}:
            counted[form] += found.counts + Counter(lists=1)
    print("".join(f"{name:>7}" for name in _COLUMNS), "form", sep="  ")
    for form, counts in sorted(counted.items()):
        print("".join(f"{counts[name]:7}" for name in _COLUMNS), form, sep="  ")
