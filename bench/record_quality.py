"""Measures the official record: units of one edition, as names alone, asked for in another.

    python bench/record_quality.py FOLDER [STEP]    the folder of towns_2016.csv and its kin
    python bench/record_quality.py                  the size of the tables, and how long they take

Two names in a hundred get a typing error. The record is made of the same editions: this measures
whether a name finds its unit and the unit its way, not whether the record is true.
"""

import csv
import gzip
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from pilotdiff.model import Level
from pilotdiff.names import parse
from pilotdiff.record import Recorded, follow, locate, near, packs
from pilotdiff.record.prefectures import Prefecture

_LISTS = ("towns", "villages", "north")
_YEARS = (2016, 2021)
_TYPED = 0.02


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    plain, packed = folder / f"{name}.csv", folder / f"{name}.csv.gz"
    text = plain.read_bytes() if plain.is_file() else gzip.decompress(packed.read_bytes())
    yield from csv.DictReader(text.decode("utf-8").splitlines())


def _gold(folder: Path, name: str, *, forward: bool) -> dict[str, str]:
    ours, theirs = ("pilot_id", "result_id") if forward else ("result_id", "pilot_id")
    return {row[ours]: row[theirs] for row in _rows(folder, f"{name}_gold") if not row["noise"]}


def _typed(name: str, chance: random.Random) -> str:
    at = len(name) - chance.randint(3, 4)
    return name[:at] + chance.choice("东西南北中上下大小新") + name[at + 1 :]


def _found(name: str, year: int) -> Recorded | None:
    """The one unit of an edition that a name in one string means, a typing error allowed for."""
    reading = parse(name)
    if reading is None:
        return None
    parts = {level.depth: part for level, part in reading.parts}
    path = tuple(parts.get(depth, "") for depth in range(5))
    located = locate((path[0], path[1], path[2], path[3], path[4]))
    found = located.at(year, exactly=True)
    if not located.same and not located.kindred:
        close = near((path[0], path[1], path[2], path[3], path[4]))
        found = tuple(each for each in close if each.distance(year) == 0)
    return found[0] if len(found) == 1 else None


def measure(folder: Path, name: str, years: tuple[int, int], step: int) -> None:
    """Ask for every `step`-th unit of one year in the other and print the shares."""
    gold = _gold(folder, name, forward=years[0] < years[1])
    chance, counts, ways = random.Random(1), Counter[str](), Counter[str]()
    began = time.process_time()
    for at, row in enumerate(_rows(folder, f"{name}_{years[0]}")):
        if at % step:
            continue
        counts["asked"] += 1
        wanted, text = gold.get(row["id"]), row["name"]
        unit = _found(_typed(text, chance) if chance.random() < _TYPED else text, years[0])
        counts["read"] += unit is not None
        if unit and unit.code.ljust(len(row["id"]), "0") != row["id"]:
            counts["read as another"] += 1
        if wanted is None or unit is None:
            continue
        counts["judged"] += 1
        followed = follow(unit, years[1])
        if followed.unit is None:
            counts["none"] += 1
        elif followed.unit.code == wanted:
            counts["right"] += 1
        else:
            counts["wrong"] += 1
            ways[str(followed.way)] += 1
            if counts["wrong"] <= 5:
                print("   wrong:", text, "→", followed.unit.code, "not", wanted)
    seconds = time.process_time() - began
    right, wrong = (counts[each] / counts["judged"] for each in ("right", "wrong"))
    print(f"{name} {years[0]} → {years[1]}: {dict(counts)}", dict(ways))
    print(
        f"  right {right:.2%}, wrong {wrong:.3%}, {seconds / counts['asked'] * 1000:.2f} ms a unit"
    )


def tables() -> None:
    """Print how large the tables are and how long a prefecture takes to unpack, in milliseconds."""
    folder = Path(packs.__file__).parent / "tables"
    print(f"tables: {sum(path.stat().st_size for path in folder.iterdir()) / 1e6:.1f} MB")
    for name, level in (("townships", Level.TOWNSHIP), ("villages", Level.COMMUNITY)):
        taken = []
        for key in packs.head(f"{name}.pack").blocks:
            began = time.perf_counter()
            sum(1 for _ in Prefecture(key, level).under(key))
            taken.append((time.perf_counter() - began) * 1000)
        print(f"{name}: {max(taken):.1f} ms at most, {median(taken):.2f} ms at the median")


if __name__ == "__main__":
    tables()
    if len(sys.argv) < 2:
        sys.exit()
    every = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    for which in _LISTS:
        for asked in (_YEARS, _YEARS[::-1]):
            measure(Path(sys.argv[1]), which, asked, every)
