"""What matching costs when one township holds all that is hard: damage, and names that conflict.

usage: python bench/crowded.py [--sizes 1250,5000,20000] [--only WORD]

Each shape is a list of pilots and one of results, so many units each, in one township. Given are
the seconds of matching and judging alone (reading is measured elsewhere), and the exponent
from one size to the next: 1 is linear, 2 quadratic.
"""

import argparse
import csv
import math
import random
import tempfile
import time
from collections.abc import Callable
from itertools import islice, product
from pathlib import Path

from pilotdiff.listing import outline
from pilotdiff.matching import match
from pilotdiff.model import Units
from pilotdiff.outcomes import judge
from pilotdiff.reading import read
from pilotdiff.units import resolve

HEAD = ("name", "province", "prefecture", "county", "township", "community")
TOWN = ("四川省", "成都市", "金堂县", "又新镇")
CHARACTERS = [chr(code) for code in range(0x4E8C, 0x4E8C + 3000)]
FEW = "松柏竹梅兰菊桃李荷桂枫柳"

Names = list[str]


def names(random_: random.Random, length: int, count: int) -> Names:
    """So many different names of `length` characters."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random_.choices(CHARACTERS, k=length))] = None
    return list(found)


def first_lost(count: int) -> tuple[Names, Names]:
    """〓XX村 against XXX村."""
    whole = names(random.Random(1), 3, count)
    return [f"〓{name[1:]}村" for name in whole], [f"{name}村" for name in whole]


def all_lost(count: int) -> tuple[Names, Names]:
    """〓〓村 against XX村."""
    return ["〓〓村"] * count, [f"{name}村" for name in names(random.Random(2), 2, count)]


def conflicts(count: int) -> tuple[Names, Names]:
    """Four characters out of few: each name is like a hundred others."""
    few = FEW[: math.ceil((count * 3) ** 0.25)]
    every = ["".join(name) for name in product(few, repeat=4)]
    random.Random(3).shuffle(every)
    mine, others = every[:count], every[len(every) - count :]
    return [f"{name}村" for name in mine], [f"{name}村" for name in others]


def pairs(count: int) -> tuple[Names, Names]:
    """Two characters out of few hundred: each is like many others by one character."""
    side = CHARACTERS[: math.ceil((count * 3) ** 0.5)]
    every = [f"{a}{b}村" for a, b in product(side, side)]
    random.Random(4).shuffle(every)
    return every[:count], every[len(every) - count :]


def one_beginning(count: int) -> tuple[Names, Names]:
    """One character that all names have, and two that none share."""
    mine, others = (names(random.Random(seed), 2, count) for seed in (5, 6))
    return [f"石{name}村" for name in mine], [f"石{name}村" for name in others]


def unlike(count: int) -> tuple[Names, Names]:
    """Two characters by chance."""
    mine, others = (names(random.Random(seed), 2, count) for seed in (7, 8))
    return [f"{name}村" for name in mine], [f"{name}村" for name in others]


def numbered(count: int) -> tuple[Names, Names]:
    """第N村 against 第N社区 of the next thousand."""
    return [f"第{n}村" for n in range(count)], [f"第{n + count}社区" for n in range(count)]


SHAPES: tuple[Callable[[int], tuple[Names, Names]], ...] = (
    first_lost,
    all_lost,
    conflicts,
    pairs,
    one_beginning,
    unlike,
    numbered,
)


def units(own: Names, path: Path) -> Units:
    """The units of a table of one township."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEAD, *(["".join(TOWN) + name, *TOWN, name] for name in own)])
    return resolve(outline(read(str(path))))


def seconds(shape: Callable[[int], tuple[Names, Names]], size: int) -> float:
    """The processor's seconds of one run."""
    with tempfile.TemporaryDirectory() as folder:
        pilots, results = (
            units(own, Path(folder) / f"{side}.csv") for side, own in enumerate(shape(size))
        )
    start = time.process_time()
    judge(pilots, results, match(pilots, results, record=False))
    return time.process_time() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--sizes", default="1250,5000,20000", help="units a side")
    parser.add_argument("--only", default="", help="shapes whose name holds this")
    asked = parser.parse_args()
    sizes = [int(size) for size in asked.sizes.split(",")]
    print("| shape |" + "".join(f" {size:,} |" for size in sizes) + " exponent |")
    print("|---" * (len(sizes) + 2) + "|")
    for shape in SHAPES:
        if asked.only in shape.__name__:
            taken = [seconds(shape, size) for size in sizes]
            grown = [
                math.log(b / a) / math.log(n / m)
                for a, b, m, n in zip(taken, taken[1:], sizes, islice(sizes, 1, None), strict=False)
            ]
            shown = "".join(f" {each:.2f} s |" for each in taken)
            print(f"| {shape.__name__} |{shown} {max(grown, default=0):.2f} |", flush=True)


if __name__ == "__main__":
    main()
