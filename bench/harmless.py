"""Harmless changes to a list must not change its entries: blank lines, indents, page numbers …

    .venv/bin/python bench/harmless.py [--pairs] [--told] [--show]

The texts are those of tests/cases/listing_*.toml and reading_kinds*.toml, and of
../shared/cases/shapes.toml, where it is.
Prints how many of the changed texts give other entries; wanted: none. `--pairs` tries every pair.
`--told` compares what is said to be left out or in doubt: what a preface or a signature states may
change that, and a page's number may not.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from pilotdiff.listing import outline
from pilotdiff.model import Listing
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

ROOT = Path(__file__).parents[1]
SHAPES = ROOT.parent / "shared/cases/shapes.toml"
CASES = ROOT / "tests/cases"
# Behind more than one blank the columns of a table may stand, which another number would shift.
_NUMBER = re.compile(r"^(\s*)(\d{1,3})[、.．]\s?(?=[^\d\s])", re.MULTILINE)
_ITEM = re.compile(r"(?<=[村镇区县乡道])$", re.MULTILINE)

_AMONG = {"blank lines", "page numbers", "page numbers in words", "a signature"}


def _every(text: str, step: int, inserted: str) -> str:
    lines = text.split("\n")
    out = []
    for at, line in enumerate(lines, start=1):
        out.append(line)
        if at % step == 0 and at < len(lines):
            out.append(inserted)
    return "\n".join(out)


def _before(extra: str) -> Callable[[str], str]:
    return lambda text: f"{extra}\n{text}"


def _behind(extra: str) -> Callable[[str], str]:
    return lambda text: f"{text.rstrip()}\n{extra}\n"


def _numbered(form: str, of_that_form: str = r"(?!)") -> Callable[[str], str]:
    """Return what gives numbers another form; not in a text that has numbers of that form already,
    whose two tiers would be one."""

    def changed(text: str) -> str:
        if re.search(rf"(?m)^\s*{of_that_form}", text):
            return text
        return _NUMBER.sub(lambda m: m[1] + form.format(m[2]), text)

    return changed


CHANGES: dict[str, Callable[[str], str]] = {
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "indents": lambda text: re.sub(r"(?m)^(?=[^\n])", "\u3000\u3000", text),
    "spaces behind": lambda text: re.sub(r"(?m)$", "  ", text),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "page numbers": lambda text: _every(text, 4, "— 3 —"),
    "page numbers in words": lambda text: _every(text, 5, "第 2 页 共 9 页"),
    "numbers 1.": _numbered("{}."),
    "numbers 1、": _numbered("{}、"),
    "numbers （1）": _numbered("（{}）", r"[（(]\d{1,3}[）)]"),
    "numbers 1)": _numbered("{}) ", r"\d{1,3}[)）]"),
    "a preface": _before("根据工作安排，现将有关情况公布如下。"),
    "a trail of links": _before("首页 > 政务公开 > 公示公告"),
    "a line of the page": _before("字号：大 中 小    打印本页    关闭窗口"),
    "a byline": _before("来源：某某日报    发布时间：2021-03-05 10:20"),
    "a signature": _behind("四川省民政厅\n2021年3月5日"),
    "a contact": _behind("联系人：张三    联系电话：028-12345678"),
    "links behind": _behind("上一篇：关于召开会议的通知\n下一篇：没有了"),
    "a footer": _behind("版权所有：某某人民政府    网站标识码：5100000001"),
    "a note behind": _behind("注：排名不分先后。"),
    "a remark to send": _behind("抄送：各市（州）人民政府办公室。"),
}
_APART = {"numbers 1.", "numbers 1、", "numbers （1）", "numbers 1)"}


def texts() -> Iterator[tuple[str, str]]:
    for path in sorted((ROOT / "tests/cases").glob("listing_*.toml")):
        for case in tomllib.loads(path.read_text("utf-8"))["case"]:
            if case.get("format", "txt") == "txt" and not case.get("known_failure"):
                yield f"{path.stem}: {case['comment']}", case["raw"].strip("\n")
    for file in filter(Path.exists, (SHAPES, *sorted(CASES.glob("reading_kinds*.toml")))):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            if case["format"] == "txt" and "input" in case:
                yield f"{file.stem}: {case['id']}", case["input"].strip("\n")


def told(listing: Listing) -> list[tuple[object, ...]]:
    """What must stay: the entries, without their lines and numbers."""
    return [(e.above, e.text, e.columns, e.level, e.category) for e in listing.entries]


def read(text: str) -> list[tuple[object, ...]]:
    return told(outline(read_bytes("list.txt", text.encode())))


def doubts(text: str) -> list[tuple[object, ...]]:
    """What is said to be left out, or in doubt, without the numbers before it."""
    units = resolve(outline(read_bytes("list.txt", text.encode())))
    left_out = [each.text for each in units.listing.skipped if each.suspicious]
    left_out += [each.text for each in units.census.missing]
    found = [("left out", text) for text in left_out]
    found += [("in doubt", each.text) for each in units.census.doubtful]
    return sorted((how, _LEADING.sub("", "".join(text.split()))) for how, text in found)


_LEADING = re.compile(r"^[（(]?\d{1,3}[)）.、．]")


def main() -> None:
    pairs = "--pairs" in sys.argv
    told_of, what = (doubts, "what is told") if "--told" in sys.argv else (read, "the entries")
    tried = changed = 0
    for name, text in texts():
        plain = told_of(text)
        # Where blank lines are cells they are no harmless change, nor is what stands among them.
        cells = "\n\n\n" in text
        single = {
            n: c for n, c in CHANGES.items() if c(text) != text and not (cells and n in _AMONG)
        }
        ways: list[tuple[str, ...]] = [(n,) for n in single]
        if pairs:
            ways += [p for p in combinations(single, 2) if len(_APART & set(p)) < 2]
        for way in ways:
            new = text
            for change in way:
                new = CHANGES[change](new)
            tried += 1
            if told_of(new) != plain:
                changed += 1
                if "--show" in sys.argv:
                    print(" + ".join(way), "|", name)
    print(f"{changed} of {tried} harmless changes change {what}")


if __name__ == "__main__":
    main()
