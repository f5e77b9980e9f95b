"""How matching bears dirt: the gold of the division codes with one side spoilt.

usage: python bench/dirt.py [towns|villages|north]

The pilots' side is written anew, each time with one kind of dirt, read back through the whole tool
and matched; recall is set beside that of the clean run.
  traditional  every cell in traditional script
  pinyin       an annotation behind every tenth character
  damage       in one name of fifty, GBK bytes knocked out of step
  elided       in half of the rows, parents left blank where they repeat the row above
  names        no level columns at all: each path in one string
  all          the first four together
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from damage import any_lead, encoded, halve, readers
from nbs import edition, gold, ids, listed, measures, table
from pilotdiff.matching import match
from pilotdiff.outcomes import DEFAULT

Row = list[str]
Dirt = Callable[[Row, random.Random], Row]


@cache
def converter() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("s2t").convert
    return convert


def traditional(row: Row, _: random.Random) -> Row:
    """Every cell in traditional script."""
    return [row[0], *(converter()(cell) for cell in row[1:])]


@cache
def reading(character: str) -> str:
    """A character's first pinyin, with its tone mark."""
    from pypinyin.constants import PINYIN_DICT

    return str(PINYIN_DICT.get(ord(character), "")).split(",")[0]


def pinyin(row: Row, chance: random.Random) -> Row:
    """An annotation behind every tenth character of the row, beginning anywhere."""
    count, cells = chance.randrange(10), []
    for cell in row[1:]:
        text = ""
        for character in cell:
            count += 1
            text += character
            if count % 10 == 0 and reading(character):
                text += f"({reading(character)})"
        cells.append(text)
    return [row[0], *cells]


def damage(row: Row, chance: random.Random) -> Row:
    """One own name of fifty out of step."""
    if chance.random() >= 1 / 50:
        return row
    at = max(n for n, cell in enumerate(row) if cell)
    return [*row[:at], damaged(row[at], chance), *row[at + 1 :]]


def damaged(name: str, chance: random.Random) -> str:
    """A name out of step: a full-width sign halved where its bytes stand, else a byte lost."""
    try:
        data = encoded(name)
    except UnicodeEncodeError:
        return name
    spoilt_bytes = halve(data) or any_lead(data, chance)
    return chance.choice(readers())(spoilt_bytes) if spoilt_bytes else name


def elided(rows: Iterable[Row], chance: random.Random) -> Iterable[Row]:
    """Half of the rows without the parents that the row above has too."""
    above: Row = []
    for row in rows:
        own = max(n for n, cell in enumerate(row) if cell)
        same = 2
        while above and same < own and row[same] == above[same]:
            same += 1
        hidden = same if chance.random() < 0.5 else 2
        yield [row[0], row[own], *[""] * (hidden - 2), *row[hidden:]]
        above = row


def spoilt(rows: list[Row], kind: str) -> list[Row]:
    """The rows with one kind of dirt."""
    chance = random.Random(7)
    if kind == "names":
        return [[row[0], row[1]] for row in rows]
    steps: list[Dirt] = {  # type: ignore[assignment]
        "traditional": [traditional],
        "pinyin": [pinyin],
        "damage": [damage],
        "all": [traditional, pinyin, damage],
    }.get(kind, [])
    for step in steps:
        rows = [step(row, chance) for row in rows]
    return list(elided(rows, chance)) if kind in ("elided", "all") else rows


def main() -> None:
    name = sys.argv[1] if len(sys.argv) > 1 else "villages"
    header, *rows = [list(row.values()) for row in _with_header(table(f"{name}_2016"))]
    results, truth = edition(name, 2021), gold(name)
    print(f"{name:12} {'recall':>8} {'changed':>8} {'precision':>10} {'seconds':>8}")
    for kind in ("clean", "traditional", "pinyin", "damage", "elided", "names", "all"):
        kept = header[:2] if kind == "names" else header
        start = time.perf_counter()
        pilots = listed([dict(zip(kept, row, strict=True)) for row in spoilt(rows, kind)])
        pairings = match(pilots, results, record=False).pairings
        found = measures(ids(p for p in pairings if DEFAULT.accepts(p)), truth)
        print(
            f"{kind:12} {found['recall']:8.4f} {found['changed']:8.4f} {found['precision']:10.5f}"
            f" {time.perf_counter() - start:8.1f}"
        )


def _with_header(rows: Sequence[dict[str, str]]) -> Iterable[dict[str, str]]:
    yield {head: head for head in rows[0]}
    yield from rows


if __name__ == "__main__":
    main()
