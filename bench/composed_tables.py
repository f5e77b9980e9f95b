"""What the reader makes of tables whose truth is known: composed out of real names, in real media.

usage: python bench/composed_tables.py [FIRST] [LAST] [--show SEED] [--silent] [--keep DIR]

Each seed draws units of the official record (villages of ../shared/nbs too, where it is there),
some of them under made-up names, a form of table and a medium to write it in
(`composed_media.MEDIA`): level columns in any order and under any head, merged, carried on or said
again by 同上, parents on rows across, sums, other columns, panels abreast, lists beside each other,
a matrix, a table on its side, one cut over pages, old names beside new ones, hidden rows and
sheets, text around. By form and medium the units are counted as `composed_text.py` counts them.
`--show` prints the table of a seed, what is wanted of it and what was read; `--silent` every unit
that nothing is said of; `--keep` writes the files.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_grids import Composer, Given
from composed_media import Table, parts
from composed_text import told, unit_line, warned
from pilotdiff.checks.first_warnings import foremost
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.model import DoubtfulLine, LeftOut, UserError
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve
from wanted_units import compared, wanted

_SEEN = ("right", "wrong", "false", "lost", "told", "silent", "alarms", "lists")


def judged(given: Given) -> tuple[Counter[str], list[str], ListedUnits | None]:
    """How a table was read: counts, the units amiss that nothing is said of, and what was read."""
    try:
        document = read_bytes(f"list.{given.suffix}", given.data)
        found = ListedUnits.of(resolve(outline(document)))
    except UserError:
        return Counter(lost=len(given.entries), told=len(given.entries)), [], None
    right, wrong, false, lost = compared(found.units, given.entries)
    findings, paths = foremost(filed(found)), {e.name: e.path for e in map(wanted, given.entries)}
    amiss = [("lost", [one.name], 0) for one in lost]
    amiss += [("wrong", [u.own, *paths[u.own][-3:-1]], u.entry.line) for u in wrong]
    amiss += [("false", [u.own], u.entry.line) for u in false]
    silent = [f"{kind} {names[0]}" for kind, names, line in amiss
              if found.units and not told(found, findings, names, line)]  # fmt: skip
    counts = Counter(right=len(right), wrong=len(wrong), false=len(false), lost=len(lost))
    counts += Counter(told=len(amiss) - len(silent), silent=len(silent))
    counts["alarms"] = int(not amiss and warned(found, findings))
    return counts, silent, found


def shown(given: Given) -> None:
    """Print a table, what is wanted of it and what was read."""
    print(*sorted(given.forms), sep=" | ")
    for part in parts(given.sheets):
        rows = part.rows if isinstance(part, Table) else [[part]]
        print(*(" | ".join(row).replace("\n", "⏎") for row in rows), sep="\n")
        if isinstance(part, Table) and (part.areas or part.hidden):
            print("  merged", *(tuple(area) for area in part.areas), "hidden", *part.hidden)
    print(*given.entries, sep="\n")
    _, silent, found = judged(given)
    if found is not None:
        print(*(f"  read {unit_line(unit)}" for unit in found.units), sep="\n")
        said: list[LeftOut | DoubtfulLine] = [*found.census.missing, *found.census.doubtful]
        for each in said:
            print("  told", each.line, each.text, each.reason)
        for finding in foremost(filed(found)):
            print("  found", finding.code, finding.line, finding.message)
    print("silent:", *silent)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("first", type=int, nargs="?", default=0)
    parser.add_argument("last", type=int, nargs="?", default=200)
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    asked = parser.parse_args()
    if asked.show is not None:
        shown(Composer(asked.show).given())
        return
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(asked.first, asked.last):
        given = Composer(seed).given()
        counts, silent, _ = judged(given)
        for form in {*given.forms, "all"}:
            counted[form] += counts + Counter(lists=1)
        if asked.silent and silent:
            print(seed, *sorted(given.forms), *silent, sep=" | ")
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            (asked.keep / f"{seed}.{given.suffix}").write_bytes(given.data)
    print("".join(f"{name:>7}" for name in _SEEN), "form", sep="  ")
    for form, counts in sorted(counted.items()):
        print("".join(f"{counts[name]:7}" for name in _SEEN), form, sep="  ")


if __name__ == "__main__":
    main()
