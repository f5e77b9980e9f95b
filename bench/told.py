"""Whether a name that is lost is told: `python bench/told.py [CASES.toml]`.

Reads every list of a file of shapes (../shared/cases/shapes.toml) as `pilotdiff parse` does and
prints, of the wanted units that are in no entry, those that the first screen has no word of; and of
the lists that are read right, those of which it says that something may be missing.
"""

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pilotdiff.checks.first_warnings import foremost
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.model import Units, UserError
from pilotdiff.reading import read
from pilotdiff.repair import fold
from pilotdiff.units import resolve

SHAPES = Path(__file__).parents[1] / "../shared/cases/shapes.toml"
WARNS = {"name-left-out", "names-left-out", "list-not-whole", "line-doubtful"}


def lists(cases: Iterable[dict[str, Any]]) -> Iterator[tuple[str, str, str, list[str]]]:
    """Yield the id, format and text of each list, and the names that are wanted of it."""
    for case in cases:
        if "input" in case:
            wanted = [entry.split(": ")[1].split("/")[-1] for entry in case["entries"]]
            yield case["id"], case["format"], case["input"], wanted
        for side, at in (("pilot", 1), ("result", 2)):
            if side in case:
                names = [row[at] for row in case["rows"] if row[at] != "-"]
                yield f"{case['id']} {side}", case["format"], case[side], names


def named(wanted: str, texts: str) -> bool:
    """Whether one of the spellings A|B stands in the texts, with its kind or without."""
    spellings = (fold(each.rstrip("?")) for each in wanted.rstrip("?").split("|"))
    return any(each in texts or each[:-1] in texts for each in spellings)


def ends(wanted: str, texts: Iterable[str]) -> bool:
    """Whether a whole path ends with one of the texts."""
    return any(len(text) > 1 and fold(wanted).endswith(text) for text in texts)


def joined(texts: Iterable[str]) -> str:
    """Join the texts, folded."""
    return "\n".join(map(fold, texts))


def units_of(text: str, suffix: str, folder: Path) -> Units:
    """Read the list as a file of that format. Raises UserError."""
    path = folder / f"list.{suffix}"
    path.write_text(text, "utf-8")
    return resolve(outline(read(str(path))))


def main() -> int:
    """Print what is lost without a word, and what is told without need."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cases", nargs="?", type=Path, default=SHAPES)
    cases = tomllib.loads(parser.parse_args().cases.read_text("utf-8"))["case"]
    losing = silent = alarms = total = 0
    for id, suffix, text, wanted in lists(cases):
        total += 1
        with tempfile.TemporaryDirectory() as folder:
            try:
                units = units_of(text, suffix, Path(folder))
            except UserError:
                continue  # an error is a word
        entries = joined(unit.name for unit in units.units)
        lost = [name for name in wanted if not named(name, entries)]
        census = units.census
        texts = [fold(each.text) for each in census.missing]
        texts += [fold(each.text) for each in census.doubtful]
        told = "\n".join(texts)
        unsaid = [name for name in lost if not (named(name, told) or ends(name, texts))]
        warned = any(finding.code in WARNS for finding in foremost(filed(units)))
        losing += bool(lost)
        silent += bool(unsaid)
        if unsaid:
            print(f"{id}: lost without a word: {', '.join(unsaid)}")
        elif warned and not lost:
            alarms += 1
            print(f"{id}: told, and nothing is lost: {'; '.join(texts)}")
    print(f"{total} lists, {losing} lose a name, {silent} without a word")
    print(f"{alarms} are told of though they lose none")
    return int(silent > 0)


if __name__ == "__main__":
    sys.exit(main())
