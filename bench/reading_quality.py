"""How well lists are read, by kind of shape: entries right, wrong, false and lost, losses told.

    .venv/bin/python bench/reading_quality.py [--kinds]

The shapes are those of ../shared/cases/shapes.toml that give one document, and those of
tests/cases/reading_kinds*.toml. An entry is right with
its tier and all the parents that its page states; wrong where its own name stands in another path;
false where nothing wanted has its name; lost where nothing has it. A loss is told where a line of
`skipped` that is marked as doubtful holds the name.

Then how often the reading of a line is right, by its confidence, and which scale of the
confidence fits best when one kind is left out at a time. For this the shapes are read as they are
and made harder: without their first line, without numbers, with rubbish behind every third line.
"""

import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp, log
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from pilotdiff.listing import outline
from pilotdiff.listing.assemble.line_roles import SCALE
from pilotdiff.model import LineReading, Role, Units
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve
from published_files import built
from wanted_units import Wanted, compared

SHAPES = Path(__file__).parents[2] / "shared/cases/shapes.toml"
KINDS = Path(__file__).parents[1] / "tests/cases"
_SCALES = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 6.0)
_EDGES = (0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.001)


class Read(NamedTuple):
    """What one shape gave: counts, and its lines with whether each is read rightly."""

    counts: Counter[str]
    lines: list[tuple[LineReading, bool]]


def harder(text: str) -> Iterator[str]:
    """The text as it is, without its first line, without numbers, with rubbish behind lines."""
    yield text
    lines = text.strip("\n").split("\n")
    if len(lines) > 3:
        yield "\n".join(lines[1:])
    yield re.sub(r"(?m)^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)]?[、.．])\s*", "", text)
    yield "\n".join(f"{line} a25B`,.82" * (at % 3 == 2) or line for at, line in enumerate(lines))


def measure(case: dict[str, Any]) -> Read:
    data = built(case["format"], case["input"], case.get("encode", "utf-8"))
    units = resolve(outline(read_bytes(f"list.{case['format']}", data)))
    found = compared(units.units, case["entries"])
    counts = Counter(
        right=len(found.right),
        wrong=len(found.wrong),
        false=len(found.false),
        lost=len(found.lost),
        told=sum(1 for one in found.lost if _told(units, one)),
    )
    wrong = {unit.entry.line for unit in (*found.wrong, *found.false)}
    return Read(counts, list(_judged(units, wrong, found.lost)))


def _told(units: Units, one: Wanted) -> bool:
    skipped = (*units.listing.skipped, *units.unread)
    return not units.units or any(s.suspicious and one.name in s.text for s in skipped)


def _judged(
    units: Units, wrong: set[int], lost: Sequence[Wanted]
) -> Iterator[tuple[LineReading, bool]]:
    """Every line and whether its role is right; a heading is as right as the entries below it."""
    readings = units.listing.readings
    for at, reading in enumerate(readings):
        if reading.role is Role.BLANK:
            continue
        right = reading.line not in wrong
        if reading.role in (Role.PARENT, Role.HEADING):
            for below in readings[at + 1 :]:
                if below.role in (Role.PARENT, Role.HEADING):
                    break
                right = right and below.line not in wrong
        elif reading.role is not Role.ITEM:
            right = not any(one.name in reading.text for one in lost)
        yield reading, right


def gap(reading: LineReading) -> float:
    """The distance in worth of the runner-up, from the confidence that was given."""
    other = reading.confidence - reading.margin
    if reading.runner_up is None or not 0 < other < 1:
        return 20.0
    return SCALE * log((1 - other) / other)


def loss(lines: Sequence[tuple[LineReading, bool]], scale: float) -> float:
    total = 0.0
    for reading, right in lines:
        sure = min(0.97, max(0.03, 1 / (1 + exp(-gap(reading) / scale))))
        total -= log(sure if right else 1 - sure)
    return total


def _cases() -> Iterator[dict[str, Any]]:
    """Every shape that gives one document."""
    for file in (SHAPES, *sorted(KINDS.glob("reading_kinds*.toml"))):
        if file.exists():
            cases = tomllib.loads(file.read_text("utf-8"))["case"]
            yield from (case for case in cases if "input" in case)


def main() -> None:
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    lines: dict[str, list[tuple[LineReading, bool]]] = defaultdict(list)
    for case in _cases():
        kinds[case["kind"]] += measure(case).counts
        texts = harder(case["input"]) if case["format"] == "txt" else [case["input"]]
        for text in texts:
            lines[case["kind"]] += measure(case | {"input": text}).lines
    print(f"{'right':>6}{'wrong':>6}{'false':>6}{'lost':>6}{'told':>6}  kind")
    total: Counter[str] = Counter()
    for kind, counts in sorted(kinds.items()):
        total += counts
        if "--kinds" in sys.argv:
            _row(counts, kind)
    _row(total, "all")
    every = [pair for found in lines.values() for pair in found]
    print("\nlines by confidence: how many, and how many of them are read rightly")
    for low, high in pairwise(_EDGES):
        within = [right for reading, right in every if low <= reading.confidence < high]
        if within:
            share = sum(within) / len(within)
            print(f"  {low:.2f} to {min(high, 1):.2f}  {len(within):5}  {share:.3f}")
    print("\nthe scale that fits the other kinds best, and the loss on the kind left out")
    whole = 0.0
    for kind, found in sorted(lines.items()):
        others = [pair for name, pairs in lines.items() if name != kind for pair in pairs]
        scale = min(_SCALES, key=lambda one: loss(others, one))
        whole += loss(found, scale)
        if "--kinds" in sys.argv:
            print(f"  {scale:4.1f}  {loss(found, scale) / max(1, len(found)):.3f}  {kind}")
    print(f"  {min(_SCALES, key=lambda one: loss(every, one)):4.1f}  {whole / len(every):.3f}  all")


def _row(counts: Counter[str], kind: str) -> None:
    told = ("right", "wrong", "false", "lost", "told")
    print("".join(f"{counts[key]:6}" for key in told), kind, sep="  ")


if __name__ == "__main__":
    main()
