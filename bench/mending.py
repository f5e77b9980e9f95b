"""How much GBK damage the repair undoes, and that it leaves sound text alone.

python bench/mending.py NAMES.csv [NUMBER]
"""

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pilotdiff.repair import admits, clean
from pilotdiff.repair.tables import opencc, readings

from damage import annotate, any_lead, encoded, halve, readers, straddling  # isort: skip

SEED = 20220403


def traditional(name: str) -> str:
    """The name as a mirror in traditional script writes it, character by character."""
    table = opencc("STCharacters")
    return "".join(table.get(char, char)[0] for char in name)


def annotated(data: bytes) -> bytes | None:
    """Pinyin put behind the first pair that straddles two characters and is traditional."""
    for at, char in straddling(data):
        if char in opencc("TSCharacters") and readings(char):
            return annotate(data, at, readings(char)[0])
    return None


def damaged(name: str, source: random.Random) -> Iterator[tuple[str, str]]:
    """Mechanism and shown text, for each that applies to the name."""
    try:
        data = encoded(name)
    except UnicodeEncodeError:
        return
    reader = source.choice(readers())
    ways = {
        "？ halved": halve(data),
        "lead lost": any_lead(data, source),
        "pinyin put between": annotated(data),
    }
    for mechanism, bytes_ in ways.items():
        if bytes_ is not None and bytes_ != data:
            yield mechanism, reader(bytes_)


def judged(shown: str, name: str, *, in_traditional: bool) -> str:
    """exact, partly, missed or wrong."""
    mended = clean(shown, traditional=in_traditional)
    wanted = clean(name, traditional=in_traditional).text
    if not any(repair.kind == "gbk" for repair in mended.repairs):
        return "missed"
    if len(mended.text) != len(wanted):
        return "wrong"
    wildcards = iter(mended.wildcards)
    for got, true in zip(mended.text, wanted, strict=True):
        if got == "〓":
            if not admits(next(wildcards), true):
                return "wrong"
        elif got != true:
            return "wrong"
    return "recovered"


def main() -> None:
    """Print the figures."""
    with Path(sys.argv[1]).open(encoding="utf-8") as file:
        names = sorted({row["name"] for row in csv.DictReader(file)})
    source = random.Random(SEED)
    source.shuffle(names)
    names = names[: int(sys.argv[2]) if len(sys.argv) > 2 else None]
    verbose = "-v" in sys.argv
    for script in (False, True):
        tally: dict[str, Counter[str]] = {}
        for name in names:
            written = traditional(name) if script else name
            for mechanism, shown in damaged(written, source):
                verdict = judged(shown, written, in_traditional=script)
                tally.setdefault(mechanism, Counter())[verdict] += 1
                if verbose and verdict != "recovered" and tally[mechanism][verdict] < 45:
                    print(verdict, mechanism, written, shown, clean(shown, traditional=script).text)
        for mechanism, counts in tally.items():
            print("traditional" if script else "simplified", mechanism, dict(counts))
        print("false mends", sum(spoiled(name, source, script) for name in names))


def spoiled(name: str, source: random.Random, script: bool) -> bool:
    """Whether a sound name with an honest mark in it is changed."""
    name = traditional(name) if script else name
    at = source.randrange(len(name) + 1)
    text = name[:at] + source.choice("?？") + name[at:]
    changed = any(repair.kind == "gbk" for repair in clean(text).repairs)
    if changed and "-v" in sys.argv:
        print("spoiled", text, clean(text).text)
    return changed


if __name__ == "__main__":
    main()
