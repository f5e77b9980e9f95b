"""What becomes of a list when one thing in it is written otherwise and means the same.

usage: python bench/edited_cases.py [SEED] [--kind KIND]... [--show] [--json]

The texts are those of bench/harmless.py, as far as units are read of them. Each is edited in one
place, drawn by the seed, in every way of EDITS; of each kind the lists are counted:

  tried    in which there is something to edit so
  same     that give the same units, each with the same parents
  told     that give others, of which something is said that is not said of the list as it was: a
           doubt, a line left out, a finding
  silent   that give others without a word more
  refused  in which no list is found any more

A person reads most of these edits as the list was meant; where a reader cannot, it must tell.
`--show` prints what was edited in the silent ones, and the units that are lost and false.
"""

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from harmless import texts
from pilotdiff import UserError, read
from pilotdiff.checks.first_warnings import foremost
from pilotdiff.filing import filed
from pilotdiff.model import DoubtfulLine, LeftOut, Skipped

_OUTCOMES = ("tried", "same", "told", "silent", "refused")
_HAN = "[\u4e00-\u9fff]"
# The end of a name at the end of its line.
_LAST = "(?<=[村镇乡])(?=\n|$)"
_WIDTHS = (12, 40)

# A way to edit a text in one place; "" where it has none.
Edit = Callable[[random.Random, str], str]


def _written(pattern: str, by: str) -> Edit:
    """One place that the pattern finds is written otherwise."""

    def edited(chance: random.Random, text: str) -> str:
        places = [match.span() for match in re.finditer(pattern, text, re.MULTILINE)]
        first, last = chance.choice(places) if places else (0, 0)
        return text[:first] + by + text[last:] if places else ""

    return edited


def _broken(may_break: Callable[[int, str], bool]) -> Edit:
    """One of the lines, by their number and text, is broken in two."""

    def edited(chance: random.Random, text: str) -> str:
        lines = text.split("\n")
        breakable = [at for at, line in enumerate(lines) if may_break(at, line)]
        if not breakable:
            return ""
        at = chance.choice(breakable)
        place = chance.randrange(2, len(lines[at]) - 1)
        lines[at : at + 1] = [lines[at][:place], lines[at][place:]]
        return "\n".join(lines)

    return edited


def _is_running_text(_: int, line: str) -> bool:
    return len(line.strip()) >= 6 and not re.search(r"[\t|]", line)


def _is_sentence(_: int, line: str) -> bool:
    return len(line) >= 18 and line.endswith("。")


def _is_title(at: int, line: str) -> bool:
    named = re.search("名单|示范|(?:通知|公告|公示|的决定)$", line)
    return (
        at == 0 and 8 <= len(line) <= 45 and bool(named) and not re.search(r"[。：:、\t|,，]", line)
    )


def _joined(chance: random.Random, text: str) -> str:
    """A line below the title runs on in the next."""
    lines = text.split("\n")
    pairs = [at for at in range(1, len(lines) - 1) if lines[at].strip() and lines[at + 1].strip()]
    if not pairs:
        return ""
    at = chance.choice(pairs)
    lines[at : at + 2] = [lines[at].rstrip() + lines[at + 1].strip()]
    return "\n".join(lines)


def _wrapped(chance: random.Random, text: str) -> str:
    """All lines are wrapped at one width; not where columns stand in them."""
    width = chance.randint(*_WIDTHS)
    if re.search(r"[\t|]| {2}", text):
        return ""
    return "\n".join(
        line[at : at + width]
        for line in text.split("\n")
        for at in range(0, max(1, len(line)), width)
    )


def _headed_again(_: random.Random, text: str) -> str:
    """The line below the title stands once more half way down, as on the next page."""
    lines = text.split("\n")
    half = len(lines) // 2 + 1
    return "\n".join([*lines[:half], lines[1], *lines[half:]]) if len(lines) > 2 else ""


EDITS: dict[str, Edit] = {
    "line broken": _broken(_is_running_text),
    "sentence broken": _broken(_is_sentence),
    "title cut": _broken(_is_title),
    "lines wrapped": _wrapped,
    "lines joined": _joined,
    "page number": _written("\n", "\n— 3 —\n"),
    "heading repeated": _headed_again,
    "blank within": _written(f"(?<={_HAN})(?={_HAN})", " "),
    "blank for 、": _written("、", " "),
    "nothing for 、": _written(f"(?<=[村镇乡区道会])、(?={_HAN})", ""),
    "。 for 、": _written("(?<=[村镇乡区道会])、", "。"),
    "， for 、": _written("(?<=[村镇乡区道会])、", "，"),
    "和 for 、": _written(f"(?<=[村镇乡])、(?={_HAN}{{3}})", "和"),
    "colon lost": _written("[：:]", ""),
    "blank for colon": _written(f"[：:](?={_HAN})", " "),
    "bracket's end lost": _written("[）)]", ""),
    "bracket's beginning lost": _written("[（(]", ""),
    "remark": _written(_LAST, "（新增）"),
    "remark behind a blank": _written(_LAST, " 已更名"),
    "count glued": _written(_LAST, "2个"),
    "star": _written(_LAST, "*"),
    "number lost": _written(r"^\s*[（(]?\d+[)）.、．]", ""),
    "character unreadable": _written(_HAN, "□"),
    "county's kind lost": _written(f"(?<={_HAN}{{2}})[县市](?={_HAN}{{2,3}}[镇乡])", ""),
    "village's kind lost": _written(f"(?<={_HAN}{{2}})村(?=\n|、|$)", ""),
}


class Reading(NamedTuple):
    """The paths of the units that are read of a text, and what is said of it."""

    units: frozenset[str]
    said: frozenset[str]


class Edited(NamedTuple):
    """A text, what an edit made of it, the name of its case, and what became of its units."""

    name: str
    text: str
    edited: str
    before: Reading
    after: Reading | None

    @property
    def outcome(self) -> str:
        if self.after is None:
            return "refused"
        if self.after.units == self.before.units:
            return "same"
        return "told" if self.after.said - self.before.said else "silent"


def reading(text: str) -> Reading | None:
    """Read a text; None when no list is found."""
    try:
        found = read(text)
    except UserError:
        return None
    doubts: list[LeftOut | DoubtfulLine | Skipped] = [*found.census.missing, *found.census.doubtful]
    doubts += [one for one in (*found.listing.skipped, *found.unread) if one.suspicious]
    said = {one.text for one in doubts} | {finding.code for finding in foremost(filed(found))}
    units = ("/".join(filter(None, unit.path)) for unit in found.units)
    return Reading(frozenset(units), frozenset(said))


def edited_cases(
    kind: str, seed: int, cases: Iterable[tuple[str, str, Reading]]
) -> Iterator[Edited]:
    """Edit every case in one way, where it can be."""
    for name, text, before in cases:
        edited = EDITS[kind](random.Random(f"{seed} {kind} {name}"), text)
        if edited and edited != text:
            yield Edited(name, text, edited, before, reading(edited))


def counted(found: Iterable[Edited], *, show: bool = False) -> dict[str, int]:
    """Count what became of edited cases, and print the silent ones where they are to be shown."""
    counts = Counter(dict.fromkeys(_OUTCOMES, 0))
    for case in found:
        counts.update(("tried", case.outcome))
        if show and case.outcome == "silent":
            print_silent(case)
    return dict(counts)


def print_silent(case: Edited) -> None:
    """Print what was edited in a case, and what it lost and gained."""
    before = case.text.split("\n")
    lines = [line for line in case.edited.split("\n") if line not in before]
    units = case.after.units if case.after else frozenset()
    lost, false = sorted(case.before.units - units), sorted(units - case.before.units)
    print(f"  {case.name} | {lines[:3]} | lost {lost[:3]} | false {false[:3]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--kind", action="append", choices=EDITS)
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    read_ones = ((name, text, reading(text)) for name, text in texts())
    cases = [(name, text, one) for name, text, one in read_ones if one and one.units]
    table = {}
    for kind in asked.kind or EDITS:
        table[kind] = counted(edited_cases(kind, asked.seed, cases), show=asked.show)
    if asked.json:
        print(json.dumps(table, ensure_ascii=False, indent=1))
        return
    print("".join(f"{name:>9}" for name in _OUTCOMES), "kind of edit", sep="  ")
    for kind, counts in table.items():
        print("".join(f"{counts[name]:9}" for name in _OUTCOMES), kind, sep="  ")


if __name__ == "__main__":
    main()
