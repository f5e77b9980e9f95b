"""How many random breaks of a document `pilotdiff check` finds.

usage: python bench/breaks.py [--times N] [--seed N] [--only KIND] [--missed] [FILE=ID ...]

A copy of each document is broken in one place, in every way of KINDS, at random, and checked beside
the others. A break is found in place when something new is said of its line or one beside it, and
found elsewhere when something new is said of another line: a total that no longer holds. Without
files, the shipped lists; `page.txt=sichuan-2022-pilots` is checked instead of that document.
--missed prints the breaks that are not found at all.
"""

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from breaking import Edit, broken, from_catalogue, from_page, shipped, whole
from pilotdiff.checks import check
from pilotdiff.model import Filed, Finding, Unit
from pilotdiff.repair import fold

COMMON = "光明文化新华和平民主建设东风红星长安中山人民幸福金龙凤凰青山白云"
NUMBER = re.compile(r"\s*(\d+)[^\w\s]?\s*")
COUNTY = re.compile(r".*?[州市](?:\([^)]*\))?.*?[區区縣县市](?:\([^)]*\))?")
FIGURE = re.compile(r"(\d+(?:\.\d+)?)多?[个個亿億]")
KINDS_OF = {"区": "村", "道": "镇", "镇": "乡", "县": "市", "市": "县", "村": "社区"}
# What changes with every break: how many of something there are in all.
SUMS = {"as-planned", "figures-agree", "names-repaired"}


class Page(NamedTuple):
    """A document to break: its lines, its units by line, the lines of its headings, how to file it,
    and the documents beside it."""

    name: str
    lines: list[str]
    units: dict[int, Unit]
    headings: list[int]
    file: Callable[[Sequence[str]], Filed]
    beside: list[Filed]

    def entry(self) -> int:
        return random.choice(list(self.units))

    def heading(self) -> int:
        return random.choice(self.headings)

    def text(self, at: int) -> str:
        return self.lines[at - 1]


class Break(NamedTuple):
    """An edit, and the lines of the broken copy at which it should be found."""

    edit: Edit
    lines: tuple[int, ...]


def instead(at: int, text: str, by: str) -> Break:
    return Break({"line": at, "text": text, "by": by}, (at,))


def written(line: str, character: str) -> str:
    """A character as it is written in the line, in either script; "" where it is not there."""
    return next((c for c in reversed(line) if fold(c) == fold(character)), "")


def of_part(page: Page, at: int, depth: int) -> str:
    """The first character of a part of the path, as it is written."""
    part = page.units[at].path[depth]
    return written(page.text(at), part[0]) if part else ""


def number(line: str) -> str:
    match = NUMBER.match(line)
    return match[1] if match else ""


def city_and_county(line: str) -> str:
    rest = NUMBER.sub("", line, count=1)
    found = COUNTY.match(rest)
    return found[0] if found else rest


def drop_entry(page: Page) -> Break:
    at = page.entry()
    return Break({"drop": at}, (at,))


def drop_three(page: Page) -> Break:
    at = page.entry()
    return Break({"drop": [at, min(at + 2, len(page.lines))]}, (at,))


def drop_heading(page: Page) -> Break:
    at = page.heading()
    return Break({"drop": at}, (at,))


def repeat_entry(page: Page) -> Break:
    at = page.entry()
    return Break({"repeat": at}, (at, at + 1))


def repeat_heading(page: Page) -> Break:
    at = page.heading()
    return Break({"repeat": at}, (at, at + 1))


def copy_entry(page: Page) -> Break:
    at, after = page.entry(), page.entry()
    return Break({"copy": at, "after": after}, (after + 1, at))


def move_entry(page: Page) -> Break:
    at, after = page.entry(), page.entry()
    return Break({"move": at, "after": after}, (at, after, after + 1))


def swap_neighbours(page: Page) -> Break:
    at = page.entry()
    other = next((line for line in page.units if line > at), at)
    return Break({"swap": [at, other]}, (at, other))


def swap_far(page: Page) -> Break:
    at, other = page.entry(), page.entry()
    return Break({"swap": [at, other]}, (at, other))


def other_number(page: Page) -> Break:
    at = page.entry()
    return instead(at, number(page.text(at)), str(random.randint(1, 60)))


def no_number(page: Page) -> Break:
    at = page.entry()
    found = NUMBER.match(page.text(at))
    return instead(at, found[0] if found else "", "")


def rename(page: Page) -> Break:
    at = page.entry()
    return instead(at, of_part(page, at, page.units[at].level.depth), random.choice(COMMON))


def other_town(page: Page) -> Break:
    at = page.entry()
    return instead(at, of_part(page, at, 3), random.choice(COMMON))


def other_county(page: Page) -> Break:
    at = page.entry()
    return instead(at, of_part(page, at, 2), random.choice(COMMON))


def other_city(page: Page) -> Break:
    at = page.entry()
    return instead(at, of_part(page, at, 1), random.choice(COMMON))


def to_other_county(page: Page) -> Break:
    """City and county are those of another line."""
    at, other = page.entry(), page.entry()
    return instead(at, city_and_county(page.text(at)), city_and_county(page.text(other)))


def shorten_name(page: Page) -> Break:
    at = page.entry()
    line = page.text(at).rstrip()
    return instead(at, line[-random.randint(1, 4) :], "")


def shorten_heading(page: Page) -> Break:
    at = page.heading()
    line = page.text(at).rstrip()
    return instead(at, line[len(line) // 2 :], "")


def other_kind(page: Page) -> Break:
    at = page.entry()
    last = page.units[at].own[-1]
    return instead(at, written(page.text(at), last), KINDS_OF.get(last, "乡"))


def insert_entry(page: Page) -> Break:
    at = page.entry()
    name = page.units[at].name
    added = f"{name[:-3]}{random.choice(COMMON)}{name[-2:]}"
    count = number(page.text(at))
    text = f"{int(count) + 1}. {added}" if count else added
    return Break({"after": at, "insert": text}, (at, at + 1))


def insert_words(page: Page) -> Break:
    at = page.entry()
    text = random.choice(("（略）", "待定", "以下单位名单略"))
    return Break({"after": at, "insert": text}, (at, at + 1))


def lose_character(page: Page) -> Break:
    at = page.entry()
    lost = of_part(page, at, page.units[at].level.depth)
    return instead(at, lost, random.choice("?□？"))


def other_figure(page: Page) -> Break:
    found = [(n, f) for n, line in enumerate(page.lines, 1) for f in FIGURE.findall(line)]
    at, text = random.choice(found)
    return instead(at, text, f"{float(text) * random.choice((0.5, 2, 3)):g}")


KINDS: tuple[Callable[[Page], Break], ...] = (
    drop_entry,
    drop_three,
    drop_heading,
    repeat_entry,
    repeat_heading,
    copy_entry,
    move_entry,
    swap_neighbours,
    swap_far,
    other_number,
    no_number,
    rename,
    other_town,
    other_county,
    other_city,
    to_other_county,
    shorten_name,
    shorten_heading,
    other_kind,
    insert_entry,
    insert_words,
    lose_character,
    other_figure,
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("files", nargs="*", metavar="FILE=ID")
    options = parser.parse_args()
    random.seed(options.seed)
    for page in pages(options.files):
        measure(page, options)


def pages(files: Sequence[str]) -> Iterator[Page]:
    known = shipped()
    filed = {id: whole(source, lines) for id, (source, lines) in known.items()}
    for file in files:
        path, _, id = file.partition("=")
        lines = Path(path).read_bytes().decode().split("\n")
        name = Path(path).name
        yield page_of(name, lines, lambda b, n=name: from_page(n, b), filed, id)  # type: ignore[misc]
    for id, (source, lines) in known.items() if not files else ():
        if lines:
            yield page_of(id, lines, lambda b, s=source: from_catalogue(s, b), filed, id)  # type: ignore[misc]


def page_of(
    name: str,
    lines: list[str],
    file: Callable[[Sequence[str]], Filed],
    filed: dict[str, Filed],
    id: str,
) -> Page:
    units = file(lines).units
    by_line = {unit.entry.line: unit for unit in units.units}
    headings = [s.line for s in units.listing.sections if s.line not in by_line]
    return Page(name, lines, by_line, headings, file, [f for i, f in filed.items() if i != id])


def made(page: Page, kind: Callable[[Page], Break]) -> tuple[Break, list[str]] | None:
    """A break of that kind, None where this page has no place for one."""
    try:
        one = kind(page)
    except IndexError:
        return None
    if one.edit.get("text") == "":
        return None
    lines = broken(page.lines, one.edit)
    return None if lines == page.lines else (one, lines)


def key(finding: Finding) -> tuple[str, str, str]:
    """What tells a finding from others wherever it stands."""
    return finding.document, finding.code, re.sub(r"\d+", "#", str(finding.message))


def near(finding: Finding, document: str, lines: Sequence[int]) -> bool:
    places = ((finding.document, finding.line), finding.other)
    return any(name == document and abs(at - n) <= 1 for name, at in places for n in lines)


def measure(page: Page, options: argparse.Namespace) -> None:
    unbroken = page.file(page.lines)
    document, before = unbroken.source.id, {key(f) for f in check([unbroken, *page.beside])}
    print(f"{page.name}: {len(page.units)} entries, {len(page.headings)} headings")
    in_all: Counter[str] = Counter()
    for kind in KINDS:
        if options.only not in kind.__name__:
            continue
        seen: Counter[str] = Counter()
        codes: Counter[str] = Counter()
        for one, lines in filter(None, (made(page, kind) for _ in range(options.times))):
            after = check([page.file(lines), *page.beside])
            new = [f for f in after if key(f) not in before and f.code not in SUMS]
            here = [f for f in new if near(f, document, one.lines)]
            how = "in place" if here else "elsewhere" if new else "missed"
            seen[how] += 1
            codes.update({f.code for f in here or new})
            if options.missed and how == "missed":
                print(f"    {dict(one.edit)}")
        in_all += seen
        if seen:
            told = ", ".join(f"{code} {n}" for code, n in codes.most_common(4))
            print(f"  {kind.__name__:16} {shown(seen)}   {told}")
    print(f"  {'in all':16} {shown(in_all)}")


def shown(seen: Counter[str]) -> str:
    share = 100 * (seen.total() - seen["missed"]) / (seen.total() or 1)
    places = f"{seen['in place']:4}/{seen.total()} in place {seen['elsewhere']:3} elsewhere"
    return f"{places} {share:4.0f} %"


if __name__ == "__main__":
    main()
