"""How frequency.tsv and followers.tsv in src/pilotdiff/repair/tables were made.

    python bench/frequency.py frequency NAMES.csv[.gz]... > frequency.tsv
    python bench/frequency.py followers NAMES.csv[.gz]... > followers.tsv

Seven tenths of the weight come from the names of units (whole paths and, again, their last part),
three tenths from the words of OpenCC's STPhrases.
"""

import csv
import gzip
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from pilotdiff.repair.tables import opencc

RAREST = 13


def names(paths: Iterable[Path]) -> Iterator[str]:
    """Every distinct path of the tables, whole and again as its last part."""
    seen: set[str] = set()
    for path in paths:
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                if row["name"] not in seen:
                    seen.add(row["name"])
                    yield row["name"] + (row["community"] or row["township"])


def share(texts: Iterable[str]) -> dict[str, float]:
    """How often each character occurs, as a share of all."""
    counts = Counter(char for text in texts for char in text if "一" <= char <= "鿿")
    total = counts.total()
    return {char: number / total for char, number in counts.items()}


def followers(paths: Iterable[Path]) -> None:
    """What stands behind the characters BF A1 to BF FE in names: no less often than by chance."""
    behind: dict[str, Counter[str]] = {}
    alone: Counter[str] = Counter()
    for name in names(paths):
        alone.update(name)
        for char, following in pairwise(name):
            if char.encode("gb18030")[0] == 0xBF:
                behind.setdefault(char, Counter())[following] += 1
    print("# What stands behind the characters whose first GBK byte is BF in names (NBS, 2016 and")
    print("# 2021), three times or more and at least half as often as anywhere. Made by")
    print("# bench/frequency.py. character, what follows it")
    for char in sorted(behind):
        least = 0.5 * behind[char].total() / alone.total()
        seen = sorted(
            other
            for other, number in behind[char].items()
            if number >= max(3, least * alone[other]) and "一" <= other <= "鿿"
        )
        if seen:
            print(char, "".join(seen), sep="\t")


def frequency(paths: Iterable[Path]) -> None:
    """How rare each character is."""
    named, worded = share(names(paths)), share(opencc("STPhrases"))
    bands: dict[float, list[str]] = {}
    for char in sorted(named | worded):
        shared = 0.7 * named.get(char, 0) + 0.3 * worded.get(char, 0)
        bands.setdefault(round(-2 * math.log(shared)) / 2, []).append(char)
    print("# How rare a character is in names and words: -ln of its share of the text.")
    print("# Counted by bench/frequency.py over the names in the statistical division codes (NBS,")
    print("# 2016 and 2021) and over the words of OpenCC's STPhrases. cost, characters")
    for cost in sorted(bands):
        if cost <= RAREST:
            print(cost, "".join(bands[cost]), sep="\t")


if __name__ == "__main__":
    {"frequency": frequency, "followers": followers}[sys.argv[1]](map(Path, sys.argv[2:]))
