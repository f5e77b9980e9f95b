"""Whether `match` tells first what two lists say of themselves, in every layout.

usage: python bench/pair_lists.py [--show]

A list of results that is cut, an extract, or a page of several (ends and titles of pair_lists.toml)
is written in six layouts and held against its pilots; so are pairs of lists that are of other
levels, batches, years or programmes, or in the wrong order. Counted are

  told      the first sentence says that the answer is in doubt
  remarked  a line below it does
  refused   no list is found
  silent    nothing is said
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from pilotdiff import read, reconcile
from pilotdiff.report.headline import is_doubted

Village = tuple[str, str]
CASES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
TOWNS = ("正定县白石镇", "灵寿县青石镇")
NAMES = ["东岭村", "西岭村", "南岭村", "河口村", "石坝村", "桃园村", "柳林村", "松树村"]
VILLAGES = [(TOWNS[at % 2], name) for at, name in enumerate(NAMES)]
PILOTS, RESULTS = "河北省乡村治理试点村名单", "河北省乡村治理示范村名单"


def numbered(villages: list[Village]) -> str:
    """A line each, with its number."""
    return "\n".join(f"{at}.{town}{name}" for at, (town, name) in enumerate(villages, 1))


def bare(villages: list[Village]) -> str:
    """A line each."""
    return "\n".join(map("".join, villages))


def below_towns(villages: list[Village]) -> str:
    """Below their towns, numbered anew in each."""
    groups = ([name for at, name in villages if at == town] for town in TOWNS)
    return "\n".join(
        "\n".join([f"{town}：", *(f"{at}.{name}" for at, name in enumerate(group, 1))])
        for town, group in zip(TOWNS, groups, strict=True)
    )


def behind_towns(villages: list[Village]) -> str:
    """In a row behind each town."""
    groups = ("、".join(name for at, name in villages if at == town) for town in TOWNS)
    return "\n".join(f"{town}：{row}" for town, row in zip(TOWNS, groups, strict=True))


def sentence(villages: list[Village]) -> str:
    """In a sentence."""
    return f"经评审，决定命名{'、'.join(map(''.join, villages))}为全省乡村治理示范村。"


def table(villages: list[Village]) -> str:
    """In a table between bars."""
    rows = (f"{at}|{town[:3]}|{town[3:]}|{name}" for at, (town, name) in enumerate(villages, 1))
    return "\n".join(["序号|县|镇|村", *rows])


LAYOUTS: tuple[Callable[[list[Village]], str], ...] = (
    numbered, bare, below_towns, behind_towns, sentence, table,
)  # fmt: skip


def said(pilots: str, results: str) -> str:
    """What is told of two lists, and when."""
    ours, theirs = read(pilots.encode(), label="a.txt"), read(results.encode(), label="b.txt")
    if not ours.units or not theirs.units:
        return "refused"
    report = reconcile(ours, theirs)
    return "told" if is_doubted(report) else "remarked" if report.foremost else "silent"


def of_ends() -> Iterator[tuple[str, str, str]]:
    """Each end and title in each layout: its sort, what it is, and what is told."""
    pilots = f"{PILOTS}\n{numbered(VILLAGES)}"
    for layout in LAYOUTS:
        whole = f"{RESULTS}\n{layout(VILLAGES[:4])}"
        for sort in ("ends", "plain"):
            for name, end in CASES[sort].items():
                yield sort, f"{name}, {layout.__name__}", said(pilots, f"{whole}\n{end}")
        for name, title in CASES["titles"].items():
            changed = whole.replace("示范村名单", title, 1)
            yield "titles", f"{name}, {layout.__name__}", said(pilots, changed)


def of_pairs() -> Iterator[tuple[str, str, str]]:
    """Each pair of lists: its sort, what it is, and what is told."""
    for name, (ours, theirs) in CASES["pairs"].items():
        yield "pairs", name, said(headed(*ours), headed(*theirs))


def headed(headings: str, number: int) -> str:
    """A list of so many villages, as many below each heading below its title; of none two
    counties."""
    title, *parts = headings.split("/")
    if not number:
        return f"{title}\n1.正定县\n2.灵寿县"
    size = number // max(1, len(parts))
    shares = (VILLAGES[at : at + size] for at in range(0, number, size))
    below = (numbered(share) for share in shares)
    rows = zip(parts, below, strict=True) if parts else (("", each) for each in below)
    return "\n".join([title, *(f"{part}\n{each}".strip() for part, each in rows)])


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--show", action="store_true", help="what is not as it should be")
    asked = parser.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    for sort, name, told in (*of_ends(), *of_pairs()):
        counts[sort, told] += 1
        if asked.show and told in (("told",) if sort == "plain" else ("silent", "remarked")):
            print(f"{sort}: {name}: {told}")
    for sort in dict.fromkeys(sort for sort, _ in counts):
        print(sort.ljust(8), *(f"{told} {n}" for (of, told), n in counts.items() if of == sort))


if __name__ == "__main__":
    main()
