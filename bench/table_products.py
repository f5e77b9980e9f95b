"""What the reader makes of small tables in which everything goes with everything.

usage: python bench/table_products.py [PRODUCT ...] [--drawn MANY FIRST LAST] [--amiss] [--show N]

Where composed_tables.py draws tables of real names, this crosses plain ones (`crossed_tables`):
heads, where parents stand, numbers, sums, other columns, how names are written, what stands
around, panels abreast and media. Of each two of these all values meet, the rest being plain: a
product is called by the two (`"heads parents"`), one word takes all with it. `--drawn 5 0 1000`
crosses five at once for each seed. By product the lists are counted that are right, told
(something is amiss, all of it is told), silent (of something amiss nothing is said) and alarms
(right, and doubted); then the units. `--amiss` names each list that is not right, `--show` prints
the one of a number.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from composed_judging import Judged, judged, print_read
from composed_media import Table, parts
from crossed_tables import Cross, Made, drawn, made, pairs
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.listing import outline
from pilotdiff.listing.tables.table_reasons import ALL_TRUSTED, ONE_EACH_ROW, WORDS_BESIDE
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

# Doubts that stand at the first row of a table and are about all.
_OF_ALL = (ALL_TRUSTED, ONE_EACH_ROW, WORDS_BESIDE)
_COLUMNS = ("right", "told", "silent", "alarm", "wrong", "false", "lost", "unsaid")


def _read(one: Made) -> ListedUnits:
    return ListedUnits.of(resolve(outline(read_bytes(f"list.{one.suffix}", one.data))))


def kind_of(found: Judged) -> str:
    """What a list is counted as."""
    if not any(found.counts[name] for name in ("wrong", "false", "lost")):
        return "alarm" if found.counts["alarms"] else "right"
    said = found.read.census.doubtful if found.read else ()
    is_told = not found.silent or any(one.reason in _OF_ALL for one in said)
    return "told" if is_told else "silent"


def show(one: Made) -> None:
    """Print a table, what is wanted of it and what was read."""
    print(one.cross)
    for part in parts(one.sheets):
        rows = part.rows if isinstance(part, Table) else [[part]]
        print(*(" | ".join(row).replace("\n", "⏎") for row in rows), sep="\n")
    print(*one.entries, sep="\n")
    found = judged(partial(_read, one), one.entries)
    if found.read is not None:
        print_read(found.read)
    print(kind_of(found), *found.silent, sep=" | ")


def _asked(products: list[str], many: list[int] | None) -> Iterator[tuple[int, str, Cross]]:
    """The crosses asked for, each with its number and the name that it is counted under."""
    if many:
        for seed in range(many[1], many[2]):
            cross = drawn(seed, many[0])
            if cross:
                yield seed, f"{many[0]} at once", cross
        return
    for number, (name, cross) in enumerate(pairs()):
        if not products or name in products or not {*products}.isdisjoint(name.split()):
            yield number, name, cross


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("products", nargs="*")
    parser.add_argument("--drawn", type=int, nargs=3, metavar=("MANY", "FIRST", "LAST"))
    parser.add_argument("--amiss", action="store_true")
    parser.add_argument("--show", type=int, metavar="NUMBER")
    asked = parser.parse_args()
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for number, name, cross in _asked(asked.products, asked.drawn):
        if asked.show == number:
            show(made(cross))
        if asked.show is not None:
            continue
        one = made(cross)
        found = judged(partial(_read, one), one.entries)
        kind = kind_of(found)
        units = {each: found.counts[each] for each in ("wrong", "false", "lost")}
        for each in (name, "all"):
            counted[each] += Counter({kind: 1, **units, "unsaid": len(found.silent)})
        if asked.amiss and kind != "right":
            values = [f"{each}={value}" for each, value in cross._asdict().items()
                      if value != Cross._field_defaults[each]]  # fmt: skip
            print(number, kind, *values, *found.silent[:4], sep=" | ", flush=True)
    print("".join(f"{name:>7}" for name in _COLUMNS), "product", sep="  ")
    for name, counts in counted.items():
        print("".join(f"{counts[column]:7}" for column in _COLUMNS), name, sep="  ")


if __name__ == "__main__":
    main()
