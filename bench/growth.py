"""How each command's time grows with the lists: CPU seconds from 1,000 to 16,000 units.

usage: python bench/growth.py [--sizes 1000,4000] [--only match,check] [--shapes township]

The lists are made up from a seed, so that the measurement needs no data. Each shape has its own
hard spot: whole paths spread over the province, all units in one township, names that share their
characters or their beginning, that are numbered, of which one character is lost or most are, and a
whole document in traditional script.
The exponent is that of the time above the start-up, between the smallest and the largest size.
"""

import argparse
import json
import os
import resource
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from math import log
from pathlib import Path
from random import Random
from typing import NamedTuple
from urllib.parse import urlencode
from urllib.request import urlopen

from measured import COMMAND

# Of a service.
QUERIES = 200
SIZES = (1_000, 2_000, 4_000, 8_000, 16_000)
_SIGNS = (
    "安白北昌长成春大德东丰福高光广桂海河和恒红宏湖华化怀黄会吉佳建江金锦晋景九开康乐立利连良林灵龙隆"
    "洛马茂梅孟明南宁平浦齐青清庆仁荣瑞三沙山上石寿双水顺松太泰唐天同万望威文武西仙祥新信兴杏秀旭阳叶"
    "义银永玉元源云泽张正中周竹紫"
)
_PLACES = [f"{a}{b}" for a, b in product("临平安定武", "州川水原阳")]


class Shape(NamedTuple):
    """How lists are laid out, and what makes the pilots' names and the results'."""

    name: str
    names: Callable[[int, Random], tuple[list[str], list[str]]]
    suffix: str
    write: Callable[[Sequence[str]], str]


def stems(count: int, random: Random, length: int = 3) -> list[str]:
    """Return so many different names of villages."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choices(_SIGNS, k=length)) + "村"] = None
    return list(found)


def spread(count: int, random: Random) -> tuple[list[str], list[str]]:
    """Whole paths, forty to a township; nine of ten stay, a few become communities."""
    own = stems(count, random, 2)[:count] if count < 5_000 else stems(count, random)
    paths = [f"云岭省{_place(at // 40)}{name}" for at, name in enumerate(own)]
    return paths, [_later(path, random) for path in paths if random.random() < 0.9]


def _place(number: int) -> str:
    prefecture, county = number // 200 % 25, number // 20 % 10
    town = f"{_SIGNS[number % 20 * 3]}{_SIGNS[number // 7 % len(_SIGNS)]}镇"
    return (
        f"{_PLACES[prefecture]}市{_PLACES[(prefecture * 7 + county) % 25]}{_SIGNS[county]}县{town}"
    )


def _later(path: str, random: Random) -> str:
    return path.removesuffix("村") + "社区" if random.random() < 0.05 else path


def one_township(count: int, random: Random) -> tuple[list[str], list[str]]:
    """All in one township, half of the later names new."""
    own, new = stems(count, random), stems(count, Random(7))
    place = "云岭省临州市平川县新桥镇"
    later = [*own[: count // 2], *new[: count // 2]]
    return [place + name for name in own], [place + name for name in later]


def alike(count: int, random: Random) -> tuple[list[str], list[str]]:
    """All in one township, of few characters: each name is like many others."""
    del random
    names = ["".join(three) + "村" for three in product(_SIGNS[:26], repeat=3)]
    place = "云岭省临州市平川县新桥镇"
    ours, theirs = names[0 : 2 * count : 2], names[1 : 2 * count : 2]
    return [place + name for name in ours], [place + name for name in theirs]


def lost(count: int, random: Random) -> tuple[list[str], list[str]]:
    """The first character of each name is lost in the earlier list."""
    own = stems(count, random)
    place = "云岭省临州市平川县新桥镇"
    return [f"{place}〓{name[1:]}" for name in own], [place + name for name in own]


def most_lost(count: int, random: Random) -> tuple[list[str], list[str]]:
    """All characters of the earlier names are lost but the last one."""
    own = stems(count, random)
    place = "云岭省临州市平川县新桥镇"
    return [f"{place}〓〓{name[2:]}" for name in own], [place + name for name in own]


def one_beginning(count: int, random: Random) -> tuple[list[str], list[str]]:
    """One character that all names have, and three that none share."""
    place, own = "云岭省临州市平川县新桥镇石", stems(2 * count, random)
    return [place + name for name in own[:count]], [place + name for name in own[count:]]


def numbered(count: int, random: Random) -> tuple[list[str], list[str]]:
    """Villages by their numbers, and later communities of other numbers."""
    del random
    place = "云岭省临州市平川县新桥镇第"
    later = range(count, 2 * count)
    return [f"{place}{n}村" for n in range(count)], [f"{place}{n}社区" for n in later]


def as_lines(paths: Sequence[str]) -> str:
    """Return a notice with the paths as numbered lines."""
    head = f"云岭省民政厅关于公布社区治理试点名单的通知\n\n（共{len(paths)}个）\n"
    return head + "\n".join(f"{number}、{path}" for number, path in enumerate(paths, 1)) + "\n"


def as_traditional(paths: Sequence[str]) -> str:
    """Return the same in traditional script."""
    from opencc import OpenCC

    return str(OpenCC("s2t").convert(as_lines(paths)))


def as_table(paths: Sequence[str]) -> str:
    """Return a table with one column of names."""
    return "序号,名称\n" + "\n".join(f"{at},{path}" for at, path in enumerate(paths, 1)) + "\n"


def as_page(paths: Sequence[str]) -> str:
    """Return a web page with a table."""
    rows = "".join(f"<tr><td>{at}</td><td>{path}</td></tr>\n" for at, path in enumerate(paths, 1))
    return f'<meta charset="utf-8"><table><tr><th>序号</th><th>名称</th></tr>{rows}</table>'


SHAPES = (
    Shape("spread, lines", spread, "txt", as_lines),
    Shape("spread, table", spread, "csv", as_table),
    Shape("spread, page", spread, "html", as_page),
    Shape("spread, traditional", spread, "txt", as_traditional),
    Shape("one township", one_township, "txt", as_lines),
    Shape("names alike", alike, "txt", as_lines),
    Shape("a character lost", lost, "txt", as_lines),
    Shape("most characters lost", most_lost, "txt", as_lines),
    Shape("one beginning", one_beginning, "txt", as_lines),
    Shape("numbered", numbered, "txt", as_lines),
)
CALLS = {
    "match": ("match", "{a}", "{b}", "-o", "papers", "-q"),
    "report": ("report", "{a}", "{b}", "-o", "report.html", "-q"),
    "parse": ("parse", "{a}", "-f", "csv"),
    "check": ("check", "{a}", "-q"),
    "check of two": ("check", "{a}", "{b}", "-q"),
    "explain": ("explain", "新桥镇", "{a}", "{b}"),
    "trace": ("trace", "安安", "{a}", "{b}", "-q"),
    "review": ("review", "{a}", "{b}", "--decisions", "decisions.csv", "--by", "甲"),
    "evaluate": ("evaluate", "gold.csv", "{a}", "{b}"),
    "programme": ("programme", "--catalogue", "programme.toml", "-q"),
    "sources": ("sources", "--catalogue", "programme.toml"),
    "panel": ("panel", "{a}", "{b}", "-o", "made", "-q"),
    "folder": ("folder", ".", "-q"),
    "serve": ("serve", "{b}", "--port", "0", "-q"),
}  # fmt: skip
_CATALOGUE = """
[example]
pilots = "one"
results = "two"
[[document]]
id = "one"
kind = "pilots"
programme = "甲"
batch = 1
file = "{a}"
[[document]]
id = "two"
kind = "results"
programme = "甲"
batch = 1
file = "{b}"
"""


def seconds(shape: Shape, size: int, wanted: Sequence[str], limit: float) -> Iterator[float]:
    """Yield the CPU seconds of each call on lists of a shape and size; inf past the limit."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = {letter: f"{letter}.{shape.suffix}" for letter in "ab"}
        lists = shape.names(size, Random(1))
        for letter, paths in zip("ab", lists, strict=True):
            (folder / files[letter]).write_text(shape.write(paths), "utf-8")
        ours, theirs = lists
        rows = (f"{path},{path if path in later else ''}" for later in [{*theirs}] for path in ours)
        (folder / "gold.csv").write_text("\n".join(["pilot_name,result_name", *rows]), "utf-8")
        (folder / "programme.toml").write_text(_CATALOGUE.format(**files), "utf-8")
        for call in wanted:
            arguments = [each.format(**files) for each in CALLS[call]]
            yield _measured(arguments, folder, limit, ours[:QUERIES])


def _measured(arguments: Sequence[str], folder: Path, limit: float, asked: Sequence[str]) -> float:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen(
        [COMMAND, *arguments],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        preexec_fn=limited,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )
    if arguments[0] == "serve":
        _ask(process, asked)
    process.communicate()
    if process.returncode < 0:
        return float("inf")
    # What has nothing to show (no undecided unit, no such name) has read the lists all the same.
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _ask(process: subprocess.Popen[bytes], names: Sequence[str]) -> None:
    """Ask a service for the names, ten at a time as OpenRefine does, and end it."""
    assert process.stdout is not None
    address = process.stdout.readline().decode().strip()
    for at in range(0, len(names), 10):
        queries = {f"q{n}": {"query": name} for n, name in enumerate(names[at : at + 10])}
        sent = urlencode({"queries": json.dumps(queries)}).encode()
        with urlopen(address, sent) as answer:
            answer.read()
    process.terminate()


def main() -> None:
    """Print a line for each shape and command: seconds at each size, and the exponent."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", default=",".join(CALLS), help="commands, with commas")
    parser.add_argument("--shapes", default="", help="a part of the shapes' names")
    parser.add_argument("--limit", type=float, default=120.0, help="CPU seconds of one call")
    given = parser.parse_args()
    sizes, wanted = [int(size) for size in given.sizes.split(",")], given.only.split(",")
    shapes = [shape for shape in SHAPES if given.shapes in shape.name]
    print("| lists | command |" + "".join(f" {size:,} |" for size in sizes) + " exponent |")
    print("|---|---|" + "---:|" * (len(sizes) + 1))
    for shape in shapes:
        start = list(seconds(shape, 2, wanted, given.limit))
        columns = [list(seconds(shape, size, wanted, given.limit)) for size in sizes]
        for at, call in enumerate(wanted):
            taken = [column[at] for column in columns]
            grown = (taken[-1] - start[at]) / max(taken[0] - start[at], 0.01)
            power = log(max(grown, 0.01)) / log(sizes[-1] / sizes[0])
            shown = "".join(f" {each:.1f} |" for each in taken)
            print(f"| {shape.name} | {call} |{shown} {power:.2f} |", flush=True)


if __name__ == "__main__":
    main()
