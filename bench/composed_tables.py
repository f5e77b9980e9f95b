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

import sys
from collections.abc import Collection, Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_grids import Composer, Given
from composed_judging import Judged, arguments, judged, print_counts, print_read
from composed_media import Table, parts
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve


def _read(given: Given) -> ListedUnits:
    return ListedUnits.of(resolve(outline(read_bytes(f"list.{given.suffix}", given.data))))


def shown(given: Given) -> None:
    """Print a table, what is wanted of it and what was read."""
    print(*sorted(given.forms), sep=" | ")
    for part in parts(given.sheets):
        rows = part.rows if isinstance(part, Table) else [[part]]
        print(*(" | ".join(row).replace("\n", "⏎") for row in rows), sep="\n")
        if isinstance(part, Table) and (part.areas or part.hidden):
            print("  merged", *(tuple(area) for area in part.areas), "hidden", *part.hidden)
    print(*given.entries, sep="\n")
    _, silent, found = judged(partial(_read, given), given.entries)
    if found is not None:
        print_read(found)
    print("silent:", *silent)


def _judged(
    seeds: range, folder: Path | None, *, silent: bool
) -> Iterator[tuple[Collection[str], Judged]]:
    for seed in seeds:
        given = Composer(seed).given()
        found = judged(partial(_read, given), given.entries)
        if silent and found.silent:
            print(seed, *sorted(given.forms), *found.silent, sep=" | ")
        if folder:
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{seed}.{given.suffix}").write_bytes(given.data)
        yield given.forms, found


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--show", type=int, metavar="SEED")
    parser.add_argument("--keep", type=Path, metavar="DIR")
    asked = parser.parse_args()
    if asked.show is not None:
        shown(Composer(asked.show).given())
        return
    print_counts(_judged(range(asked.first, asked.last), asked.keep, silent=asked.silent))


if __name__ == "__main__":
    main()
