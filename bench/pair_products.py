"""What `match` says of a unit between two lists: each kind of change, with each company.

usage: python bench/pair_products.py [--level LEVEL] [--kind TEXT] [--size N] [--layouts A,B]
                                     [--no-record] [--show VERDICT]

The kinds of change and the right answers stand in pair_products.toml. Each is tried with

  alone     the unit as it has become
  gone      without it
  stays     as it was before, and as it may have become, beside each other
  namesake  a unit of its name elsewhere alone
  both      the unit as it has become, and that one

and between lists of three units and of forty, in either layout of each. Counted are rows of the
unit (right, withheld, lost, false), rows of all others (the same in both lists, dropped or new)
that were not said so for certain (other), and answers that are not mirrored when the lists are
swapped, or that change with the order of the rows (mirror, order).
"""

import argparse
import sys
import tomllib
from collections import Counter, defaultdict
from itertools import product
from pathlib import Path
from typing import NamedTuple

from pilotdiff import read, reconcile
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.model import Outcome, Row, UserError

Names = tuple[str, ...]
HEADS = ("province", "prefecture", "county", "township", "community")
LEVELS = {"community": 5, "township": 4, "county": 3}
COMPANY = ("alone", "gone", "stays", "namesake", "both")
LAYOUTS = ("lines", "headings", "table")
PAIRED = (Outcome.PROMOTED, Outcome.RENAMED)
JOINED = (*PAIRED, Outcome.MERGED, Outcome.SPLIT)
MIRRORED = {Outcome.DROPPED: Outcome.NEW, Outcome.NEW: Outcome.DROPPED,
            Outcome.NOT_ELIGIBLE: Outcome.NEW, Outcome.MERGED: Outcome.SPLIT,
            Outcome.SPLIT: Outcome.MERGED}  # fmt: skip
# Names that share no character with the focal ones, nor with each other.
FIRST = "梅柏枣槐桑榆椿杏桃李竹荷菊兰芦苇茶麦禾谷粟豆瓜葛藤藕莲菱姜葱蒜韭杉桐枫桂棠榕樟椒"
SECOND = "坡湾渡寨营堡铺坪岗岭"
COUNTIES = (
    "石家庄市/长安区 石家庄市/行唐县 石家庄市/高邑县 石家庄市/赵县 唐山市/迁西县 唐山市/玉田县 "
    "秦皇岛市/青龙满族自治县 秦皇岛市/昌黎县 邯郸市/邱县 邯郸市/鸡泽县 邯郸市/馆陶县 邯郸市/魏县 "
    "邢台市/内丘县 邢台市/柏乡县 邢台市/隆尧县 邢台市/威县 邢台市/广宗县 保定市/阜平县 保定市/定兴县 "
    "保定市/唐县 保定市/容城县 保定市/易县 保定市/蠡县 张家口市/康保县 张家口市/沽源县 张家口市/尚义县 "
    "张家口市/阳原县 承德市/承德县 承德市/隆化县 承德市/围场满族蒙古族自治县 沧州市/东光县 沧州市/海兴县 "
    "沧州市/肃宁县 沧州市/吴桥县 廊坊市/固安县 廊坊市/香河县 廊坊市/大城县 衡水市/枣强县 衡水市/饶阳县 "
    "衡水市/故城县"
).split()  # fmt: skip
TOWNS = ("石家庄市/正定县/白石镇", "石家庄市/正定县/龙泉镇", "石家庄市/灵寿县/松林乡",
         "石家庄市/灵寿县/杨桥镇", "保定市/涞水县/柳河镇")  # fmt: skip


class Case(NamedTuple):
    """Two lists, and what is right of the first pilot: with which result, if any, by which verdict."""

    pilots: list[Names]
    results: list[Names]
    wanted: str
    partners: tuple[int, ...]


def path_of(name: str, base: str) -> Names:
    """The path of a unit that is written below a base, or whole."""
    return tuple((name if "省/" in name else f"{base}/{name}").split("/"))


def others(level: str, size: int, place: Names) -> list[Names]:
    """Units that stand in both lists, some in the focal one's own place."""
    names = [f"{one}{SECOND[at % len(SECOND)]}" for at, one in enumerate(FIRST)][:size]
    if level == "county":
        return [("河北省", *each.split("/")) for each in COUNTIES[:size]]
    if level == "township":
        places = [place[:3], ("河北省", "石家庄市", "灵寿县"), ("河北省", "保定市", "涞水县")]
        return [(*places[at % 3], f"{name}镇") for at, name in enumerate(names)]
    places = [place[:4], *(("河北省", *each.split("/")) for each in TOWNS)]
    return [(*places[at % len(places)], f"{name}村") for at, name in enumerate(names)]


def namesake(level: str, path: Names) -> Names:
    """A unit of this name in another place."""
    own = path[-1].partition("（")[0]
    return {
        "community": ("河北省", "石家庄市", "灵寿县", "杨桥镇", own),
        "township": ("河北省", "保定市", "涞水县", own),
        "county": ("山东省", "济南市", own),
    }[level]


def case(level: str, base: str, rule: list[str], company: str, size: int) -> Case:
    """The two lists of a kind of change in some company."""
    wanted, was, becomes = rule
    before, after = path_of(was, base), path_of(becomes, base)
    same = others(level, size, before)
    results, partners = list(same), tuple[int, ...]()
    if company in ("alone", "stays", "both"):
        results.append(after)
        partners = (len(same),)
    if company == "stays" and before != after:
        results.append(before)
        partners = (len(same), len(same) + 1) if wanted == "one" else (len(same) + 1,)
        wanted = "pair"
    if company in ("namesake", "both"):
        results.append(namesake(level, before))
    if company in ("gone", "namesake"):
        wanted = "gone" if company == "gone" else "like"
    return Case([before, *same], results, "pair" if wanted == "one" else wanted, partners)


def laid_out(paths: list[Names], layout: str) -> tuple[str, list[int]]:
    """The list as text, and the line of each unit."""
    lines: dict[int, int] = {}
    if layout == "table":
        out = [",".join(HEADS[: max(map(len, paths))])]
    else:
        out = ["乡村治理名单"]
    above: Names = ()
    order = sorted(range(len(paths)), key=lambda at: paths[at][:-1]) if layout == "headings" else range(len(paths))
    for number, at in enumerate(order, 1):
        path = paths[at]
        if layout == "headings" and path[:-1] != above:
            out.append("".join(path[:-1]) + "：")
        above = path[:-1]
        if layout == "table":
            out.append(",".join(celled(path, out[0].count(",") + 1)))
        else:
            out.append(f"{number}.{path[-1] if layout == 'headings' else ''.join(path)}")
        lines[at] = len(out)
    return "\n".join(out) + "\n", [lines[at] for at in range(len(paths))]


KINDS = {"市州": "prefecture", "县区": "county", "镇乡道": "township"}


def celled(path: Names, width: int) -> Names:
    """The cells of a row; a parent that is left out leaves its cell blank."""
    if len(path) == width:
        return path
    *parents, own = path
    cells = [""] * (width - 1)
    for at, name in enumerate(parents):
        depth = 0 if at == 0 else 3 if name[-1] in "镇乡道" else 2 if name[-1] in "县区" else 1
        cells[depth] = name
    return (*cells, own)


class Judge:
    """Reads lists once, matches them, and says what the rows amount to."""

    def __init__(self, record: bool) -> None:
        self.record = record
        self.lists: dict[tuple[str, str], tuple[ListedUnits, list[int]] | None] = {}

    def read(self, paths: list[Names], layout: str, title: str) -> tuple[ListedUnits, list[int]] | None:
        text, lines = laid_out(paths, layout)
        text = text.replace("治理名单", f"治理{title}名单")
        if (text, layout) not in self.lists:
            try:
                found = read(text.encode(), label="a.csv" if layout == "table" else "a.txt")
            except UserError:
                found = None
            at = sorted(unit.entry.line for unit in found.units) if found else []
            self.lists[text, layout] = (found, lines) if found and at == sorted(lines) else None
        return self.lists[text, layout]

    def rows(self, one: ListedUnits, other: ListedUnits) -> tuple[Row, ...]:
        return reconcile(one, other, record=self.record).rows


def verdict(row: Row, given: Case, there: list[int]) -> str:
    """What the row of the focal pilot amounts to."""
    wanted, paired = given.wanted, row.outcome in PAIRED
    is_partner = row.result is not None and row.result.entry.line in {
        there[at] for at in given.partners
    }
    if row.outcome is Outcome.REVIEW:
        if wanted in ("doubt", "like"):
            return "right" if is_partner or wanted == "like" else "astray"
        return "withheld" if wanted in ("apart", "gone") or is_partner else "astray"
    if wanted in ("pair", "doubt"):
        if paired:
            return "right" if is_partner else "false"
        return "right" if wanted == "doubt" and row.outcome is Outcome.MERGED else "lost"
    return "false" if row.outcome in JOINED else "right"


def signature(rows: tuple[Row, ...], swapped: bool) -> Counter[tuple[str, ...]]:
    """The rows as they are held against those of another run."""
    out: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        outcome = MIRRORED.get(row.outcome, row.outcome) if swapped else row.outcome
        if outcome is Outcome.NOT_ELIGIBLE:
            outcome = Outcome.DROPPED
        names = [unit.name if unit else "" for unit in (row.pilot, row.result)]
        out[outcome, *(reversed(names) if swapped else names)] += 1
    return out


def tried(judge: Judge, given: Case, layouts: tuple[str, str], counts: Counter[str]) -> list[tuple[str, Row]]:
    """Match the lists of a case; count, and return the rows that are shown."""
    one = judge.read(given.pilots, layouts[0], "试点")
    other = judge.read(given.results, layouts[1], "示范")
    if one is None or other is None:
        counts["misread"] += 1
        return []
    (pilots, here), (results, there) = one, other
    rows = judge.rows(pilots, results)
    focal = next(row for row in rows if row.pilot and row.pilot.entry.line == here[0])
    found = [(verdict(focal, given, there), focal)]
    ours = {line: at for at, line in enumerate(here)}
    theirs = {line: at for at, line in enumerate(there)}
    for row in rows:
        if row.pilot and (at := ours[row.pilot.entry.line]):
            paired = row.result and row.outcome in PAIRED and theirs[row.result.entry.line] == at - 1
            if not paired:
                found.append(("other", row))
        elif row.pilot is None and row.result is not None:
            if theirs[row.result.entry.line] < len(given.pilots) - 1:
                found.append(("other", row))
    if signature(judge.rows(results, pilots), swapped=True) != signature(rows, swapped=False):
        found.append(("mirror", focal))
    counts.update(what for what, _ in found)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--level", default="")
    parser.add_argument("--kind", default="")
    parser.add_argument("--company", default="")
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--layouts", default="")
    parser.add_argument("--no-record", action="store_true")
    parser.add_argument("--show", default="")
    asked = parser.parse_args()
    kinds = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    layouts = [tuple(asked.layouts.split(","))] if asked.layouts else list(product(LAYOUTS, LAYOUTS))
    judge, counted = Judge(not asked.no_record), defaultdict(Counter)
    for level in LEVELS:
        if asked.level not in ("", level):
            continue
        for kind, rule in kinds[level].items():
            if asked.kind and asked.kind != kind:
                continue
            judge.lists.clear()
            for company, size in product(COMPANY, (asked.size,) if asked.size else (3, 40)):
                if asked.company not in ("", company):
                    continue
                given = case(level, kinds["base"][level], rule, company, size)
                for pair in layouts:
                    counts: Counter[str] = Counter()
                    for what, row in tried(judge, given, pair, counts):
                        if asked.show in (what, "all"):
                            names = [u.name if u else "-" for u in (row.pilot, row.result)]
                            print(level, kind, company, size, *pair, what, row.outcome, *names,
                                  f"{row.pairing.confidence:.2f}" if row.pairing else "", row.reason, sep=" | ")
                    for key in ("all", f"  {level}", f"    {level}, {kind}", f"  {company}", f"  {size}", f"  {'-'.join(pair)}"):
                        counted[key] += counts
    for key, counts in counted.items():
        print(f"{key:44}", *(f"{what} {n}" for what, n in sorted(counts.items())))


if __name__ == "__main__":
    main()
