"""How long many lists take to become a panel, and whether their units are found again.

Units of the official record stand in 100 lists of 200, by province and year: with their prefecture
or without it, and a 乡 that has become a 镇. Shown: seconds, and of the pairs of listings that are
one unit, how many are linked, and how many links are wrong.

    python bench/panel.py [--lists 100] [--units 200] [--seed 7]
"""

import argparse
import random
import sys
import tempfile
from collections import Counter, defaultdict
from csv import DictReader
from itertools import combinations
from pathlib import Path

from measured import cost
from pilotdiff.model import Level
from pilotdiff.record import path_of
from pilotdiff.record.prefectures import keys, prefecture

PROVINCES = {"43": "湖南省", "51": "四川省", "33": "浙江省", "61": "陕西省"}
YEARS = range(2016, 2024)


def townships(prefix: str) -> list[tuple[str, tuple[str, ...]]]:
    """The codes and paths of a province's towns that stand in one edition."""
    found = {}
    for key in keys(prefix):
        for each in prefecture(key, Level.TOWNSHIP).under(key):
            if each.distance(2019) == 0:
                found[each.code] = tuple(path_of(each, 2019))
    return sorted(found.items())


def written(path: tuple[str, ...], year: int, chance: random.Random) -> str:
    """A town as a clerk of a year writes it: without its prefecture, a 乡 become a 镇 in time."""
    name = path[3]
    if name.endswith("乡") and not name.endswith("族乡") and year > 2020:
        name = name[:-1] + "镇"
    place = path[2] if chance.random() < 0.5 else path[1] + path[2]
    return place + name


def made(folder: Path, lists: int, units: int, seed: int) -> dict[tuple[str, int], str]:
    """Write the lists; return the code of each unit by the name of its list and its line."""
    chance, truth = random.Random(seed), {}
    pools = {prefix: townships(prefix)[:1500] for prefix in PROVINCES}
    for number in range(lists):
        prefix = list(PROVINCES)[number % len(PROVINCES)]
        year = YEARS[number // len(PROVINCES) % len(YEARS)]
        kind = "示范" if number % 3 == 2 else "试点"
        name = f"{number:03}.txt"
        lines = [f"{PROVINCES[prefix]}{year}年乡村治理{kind}乡镇名单"]
        for code, path in chance.sample(pools[prefix], units):
            lines.append(f"{len(lines)}. {written(path, year, chance)}")
            truth[name, len(lines)] = code
        (folder / name).write_text("\n".join(lines), "utf-8")
    return truth


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--lists", type=int, default=100)
    asked.add_argument("--units", type=int, default=200)
    asked.add_argument("--seed", type=int, default=7)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "lists"
        folder.mkdir()
        truth = made(folder, given.lists, given.units, given.seed)
        command = [sys.executable, "-m", "pilotdiff", "panel", str(folder), "-o", f"{home}/p", "-q"]
        took, cpu, most = cost(command)
        print(f"{given.lists} lists of {given.units}: {took:.1f} s, {cpu:.1f} s CPU, {most:.0f} MB")
        judged(Path(home) / "p", truth)


def judged(folder: Path, truth: dict[tuple[str, int], str]) -> None:
    """Print of the pairs of listings how many are linked rightly, wrongly, or not."""
    with (folder / "listings.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(DictReader(file))
    units: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        units[row["unit_id"]].append(truth[Path(row["list"]).name, int(row["line"])])
    right = wrong = 0
    for codes in units.values():
        for one, other in combinations(codes, 2):
            right, wrong = right + (one == other), wrong + (one != other)
    there = sum(n * (n - 1) // 2 for n in Counter(truth.values()).values())
    with (folder / "doubtful.csv").open(encoding="utf-8-sig", newline="") as file:
        doubtful = sum(1 for _ in DictReader(file))
    print(f"listings {len(rows)} of {len(truth)}, units {len(units)} of {len(set(truth.values()))}")
    print(f"pairs {there}: linked {right}, wrongly {wrong}, links in doubt {doubtful}")


if __name__ == "__main__":
    main()
