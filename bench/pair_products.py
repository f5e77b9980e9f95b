"""What `match` says of a unit between two lists: each kind of change, with each company.

usage: python bench/pair_products.py [--only LEVEL KIND COMPANY] [--size N] [--layouts A,B]
                                     [--manner MANNER] [--no-record] [--show VERDICT]

The kinds of change and the right answers stand in pair_products.toml. Each is tried with

  alone     the unit as it has become
  gone      without it
  stays     as it was before, and as it may have become, beside each other
  namesake  a unit of its name elsewhere alone
  both      the unit as it has become, and that one

and between lists of three other units and of forty, in any two layouts; `--manner` writes all of
the results otherwise: street, no city, no province, no town, traditional. Counted are

  right     what the table says
  withheld  a proposal of what is certain
  lost      dropped, though it went on or may have
  false     a pair of two units, accepted
  astray    a proposal of another unit where the right one is there
  other     rows of all others that are not said to be the same
  mirror    answers that are not mirrored when the lists are swapped
"""

import argparse
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import NamedTuple

from dirt import converter
from pilotdiff import read, reconcile
from pilotdiff.face.listed_units import ListedUnits
from pilotdiff.model import Outcome, Row, UserError

Names = tuple[str, ...]
HEADS = ("province", "prefecture", "county", "township", "community")
LEVELS = {"community": 5, "township": 4, "county": 3}
COMPANY = ("alone", "gone", "stays", "namesake", "both")
KINDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
COUNTIES = KINDS["others"]["county"].split()
LAYOUTS = ("lines", "headings", "table")
PAIRED = (Outcome.PROMOTED, Outcome.RENAMED)
JOINED = (*PAIRED, Outcome.MERGED, Outcome.SPLIT)
MIRRORED = {Outcome.DROPPED: Outcome.NEW, Outcome.NEW: Outcome.DROPPED,
            Outcome.NOT_ELIGIBLE: Outcome.NEW, Outcome.MERGED: Outcome.SPLIT,
            Outcome.SPLIT: Outcome.MERGED}  # fmt: skip
# Names that share no character with the focal ones, nor with each other.
FIRST = "梅柏枣槐桑榆椿杏桃李竹荷菊兰芦苇茶麦禾谷粟豆瓜葛藤藕莲菱姜葱蒜韭杉桐枫桂棠榕樟椒"
SECOND = "坡湾渡寨营堡铺坪岗岭"
TOWNS = ("石家庄市/正定县/白石镇", "石家庄市/正定县/龙泉镇", "石家庄市/灵寿县/松林乡",
         "石家庄市/灵寿县/杨桥镇", "保定市/涞水县/柳河镇")  # fmt: skip


class Case(NamedTuple):
    """Two lists, what is right of the first pilot, and with which results it may be paired."""

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


def otherwise(given: Case, manner: str) -> Case:
    """The case with a result list that is written otherwise throughout."""
    town, whole = LEVELS["community"] - 2, LEVELS["community"]
    turns: dict[str, Callable[[Names], Names]] = {
        "as it is": lambda path: path,
        "street": lambda path: tuple(part.replace("白石镇", "白石街道") for part in path),
        "no city": lambda path: path[:1] + path[2:] if len(path) > 3 else path,
        "no province": lambda path: path[1:] if len(path) > 3 else path,
        "no town": lambda path: path[:town] + path[town + 1 :] if len(path) == whole else path,
        "traditional": lambda path: tuple(converter()(part) for part in path),
    }
    wanted = "doubt" if manner == "no town" and given.wanted == "pair" else given.wanted
    return given._replace(results=[turns[manner](path) for path in given.results], wanted=wanted)


def laid_out(paths: list[Names], layout: str) -> tuple[str, list[int]]:
    """The list as text, and the line of each unit."""
    lines: dict[int, int] = {}
    width = max(map(len, paths))
    out = [",".join(HEADS[:width]) if layout == "table" else "乡村治理名单"]
    above, order = Names(), list(range(len(paths)))
    if layout == "headings":
        order.sort(key=lambda at: paths[at][:-1])
    for number, at in enumerate(order, 1):
        path = paths[at]
        if layout == "headings" and path[:-1] != above:
            out.append("".join(path[:-1]) + "：")
        above = path[:-1]
        if layout == "table":
            out.append(",".join(celled(path, width)))
        else:
            out.append(f"{number}.{path[-1] if layout == 'headings' else ''.join(path)}")
        lines[at] = len(out)
    return "\n".join(out) + "\n", [lines[at] for at in range(len(paths))]


def celled(path: Names, width: int) -> Names:
    """The cells of a row; a parent that is left out leaves its cell blank."""
    if len(path) == width:
        return path
    *parents, own = path
    cells = [""] * (width - 1)
    for name in parents:
        cells[next((depth for depth, ends in ENDS.items() if name[-1] in ends), 1)] = name
    return (*cells, own)


ENDS = {0: "省", 3: "镇乡道", 2: "县区"}
Read = tuple[ListedUnits, list[int]]


class Judge:
    """Reads lists once, matches them, and says what the rows amount to."""

    def __init__(self, record: bool) -> None:
        self.record = record
        self.lists: dict[tuple[str, str], Read | None] = {}

    def read(self, paths: list[Names], layout: str, title: str) -> Read | None:
        """The list as read, with the line of each unit; None where units were not read."""
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
        """What is said of the units of two lists."""
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


def tried(judge: Judge, given: Case, layouts: tuple[str, str]) -> list[tuple[str, Row]]:
    """Match the lists of a case; return what the focal row amounts to, and all others amiss."""
    one = judge.read(given.pilots, layouts[0], "试点")
    other = judge.read(given.results, layouts[1], "示范")
    if one is None or other is None:
        return [("misread", Row(Outcome.REVIEW, None, None))]
    (pilots, here), (results, there) = one, other
    rows = judge.rows(pilots, results)
    ours, theirs = ({line: at for at, line in enumerate(lines)} for lines in (here, there))
    focal = next(row for row in rows if row.pilot and ours[row.pilot.entry.line] == 0)
    found = [(verdict(focal, given, there), focal)]
    for row in rows:
        at = ours[row.pilot.entry.line] - 1 if row.pilot else None
        to = theirs[row.result.entry.line] if row.result else None
        is_amiss = at != to or row.outcome not in PAIRED
        same = len(given.pilots) - 1
        if is_amiss and ((at is not None and at >= 0) or (at is None and to in range(same))):
            found.append(("other", row))
    if signature(judge.rows(results, pilots), swapped=True) != signature(rows, swapped=False):
        found.append(("mirror", focal))
    return found


def cases(asked: argparse.Namespace) -> Iterator[tuple[tuple[str, str, str, int], Case]]:
    """The cases asked for, each with its level, kind, company and size."""
    for level in LEVELS:
        for kind, rule in KINDS[level].items():
            for company, size in product(COMPANY, (asked.size,) if asked.size else (3, 40)):
                # Of counties few have a namesake.
                none = level == "county" and company in ("namesake", "both")
                key = level, kind, company, size
                if not none and all(w in ("", k) for w, k in zip(asked.only, key, strict=False)):
                    given = case(level, KINDS["base"][level], rule, company, size)
                    yield key, otherwise(given, asked.manner)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", nargs=3, default=("", "", ""), help='level, kind, company, or ""')
    parser.add_argument("--manner", default="as it is")
    parser.add_argument("--size", type=int, default=0)
    parser.add_argument("--layouts", default="")
    parser.add_argument("--no-record", action="store_true")
    parser.add_argument("--show", default="")
    asked = parser.parse_args()
    layouts = list(product(LAYOUTS, LAYOUTS))
    if asked.layouts:
        layouts = [tuple(asked.layouts.split(","))]
    judge, counted = Judge(not asked.no_record), defaultdict[str, Counter[str]](Counter)
    for (level, kind, company, size), given in cases(asked):
        judge.lists.clear()
        for pair in layouts:
            found = tried(judge, given, pair)
            for key in (
                "all",
                f" {company}",
                f" {size}",
                f" {'-'.join(pair)}",
                f"  {level}, {kind}",
            ):
                counted[key].update(what for what, _ in found)
            for what, row in found:
                if asked.show == what:
                    names = [unit.name if unit else "-" for unit in (row.pilot, row.result)]
                    sure = f"{row.pairing.confidence:.2f}" if row.pairing else ""
                    told = level, kind, company, size, *pair, row.outcome, *names, sure, row.reason
                    print(*told, sep=" | ")
    for key, counts in counted.items():
        print(f"{key:44}", *(f"{what} {n}" for what, n in sorted(counts.items())))


if __name__ == "__main__":
    main()
