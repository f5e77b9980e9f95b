"""How villages of the whole nation are read, layout by layout: real names, each line known.

    .venv/bin/python bench/nation_layouts.py [SEED] [UNITS] [LAYOUT...]

Draws villages of the codes of 2021 (../shared/nbs), some of each of many counties, without those
that the codes alone have (virtual villages, places right under their county), and writes them in
each layout. Lines are numbered as the list has them, so that what is read is compared line by line:

  right   with all parents that the page states
  wrong   the village or town is there, in another path
  lost    in no unit of its line
  false   on a line that holds none
  silent  of these, those on whose line nothing is told as left out or in doubt
  alarms  lines read right of which something is told

Two spellings of one path are one: a town that begins with its county's name, a bracket in a name.
A list of more than 3,000 entries is not looked through whole for names beside them: keep below.
"""

import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import groupby
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from nbs import table
from pilotdiff import read

Names = tuple[str, ...]
Lines = Iterator[tuple[str, Sequence[Names]]]
_OF_THE_CODES = ("虚拟", "直属", "直辖", "类似", "特殊乡镇")
_NO_CITY = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
_EACH = (3, 5, 8, 12, 20)
_COLUMNS = ("right", "wrong", "lost", "false", "silent", "alarms")
_TITLE = "文明村名单"


@cache
def _nation() -> dict[Names, list[Names]]:
    """The villages of each county, in the order of the codes."""
    found: dict[Names, list[Names]] = defaultdict(list)
    for row in table("villages_nation_2021"):
        path = tuple(row[n] for n in ("province", "prefecture", "county", "township", "community"))
        if not any(word in part for word in _OF_THE_CODES for part in path[2:]):
            city = "" if path[1] in (*_NO_CITY, path[0]) else path[1]
            found[path[0], city, path[2]].append((path[0], city, *path[2:]))
    return {county: rows for county, rows in found.items() if county[2] != "市辖区"}


def drawn(seed: int, units: int) -> list[Names]:
    """Villages of many counties, some of each, in the order of the codes."""
    chance, nation = random.Random(seed), _nation()
    counties = list(nation)
    chance.shuffle(counties)
    found: list[Names] = []
    for county in counties:
        rows = nation[county]
        at = chance.sample(range(len(rows)), min(len(rows), chance.choice(_EACH)))
        found += (rows[each] for each in at)
        if len(found) >= units:
            break
    places = {county: number for number, county in enumerate(nation)}
    return sorted(found, key=lambda path: (places[path[:3]], nation[path[:3]].index(path)))


def _by(paths: Sequence[Names], depth: int) -> list[tuple[Names, list[Names]]]:
    return [(key, list(rows)) for key, rows in groupby(paths, key=lambda path: path[:depth])]


def whole_paths(paths: Sequence[Names]) -> Lines:
    yield from ((f"{number}.{''.join(path)}", [path]) for number, path in enumerate(paths, 1))


def below_counties(paths: Sequence[Names]) -> Lines:
    for county, rows in _by(paths, 3):
        yield "".join(county), ()
        yield from ((f"{n}. {path[3]}{path[4]}", [path]) for n, path in enumerate(rows, 1))


def in_tiers(paths: Sequence[Names]) -> Lines:
    for (province,), rows in _by(paths, 1):
        yield province, ()
        for (_, city), among in _by(rows, 2):
            yield from [(city, ())] if city else []
            yield from (("".join(path[2:]), [path]) for path in among)


def in_sentences(paths: Sequence[Names]) -> Lines:
    for (province,), rows in _by(paths, 1):
        yield province, ()
        for county, among in _by(rows, 3):
            yield f"{county[1]}{county[2]}：" + "、".join("".join(p[3:]) for p in among), among


def behind_towns(paths: Sequence[Names]) -> Lines:
    for county, rows in _by(paths, 3):
        yield "".join(county), ()
        for town, among in _by(rows, 4):
            yield f"{town[3]}：" + "、".join(path[4] for path in among), among


def towns_left_out(paths: Sequence[Names]) -> Lines:
    for (province,), rows in _by(paths, 1):
        yield province, ()
        for county, among in _by(rows, 3):
            towns = (t[3] + "、".join(p[4] for p in of_town) for t, of_town in _by(among, 4))
            yield f"{county[1]}{county[2]}：" + "，".join(towns), among


def in_brackets(paths: Sequence[Names]) -> Lines:
    for number, path in enumerate(paths, 1):
        yield f"{number}. {path[4]}（{''.join(path[:4])}）", [path]


def in_columns(paths: Sequence[Names]) -> Lines:
    yield "省\t市\t县\t乡镇\t村", ()
    yield from (("\t".join(path), [path]) for path in paths)


def in_merged_columns(paths: Sequence[Names]) -> Lines:
    yield "省\t市\t县\t乡镇\t村", ()
    above: Names = ()
    for path in paths:
        same = next(at for at in range(5) if path[: at + 1] != above[: at + 1])
        yield "\t".join(("",) * same + path[same:]), [path]
        above = path[:4]


def below_towns(paths: Sequence[Names]) -> Lines:
    for county, rows in _by(paths, 3):
        yield "".join(county), ()
        for town, among in _by(rows, 4):
            yield f"{town[3]}（{len(among)}个）", ()
            yield from ((path[4], [path]) for path in among)


def in_brackets_of_towns(paths: Sequence[Names]) -> Lines:
    for county, rows in _by(paths, 3):
        yield f"{''.join(county)}（{len(rows)}个）", ()
        for town, among in _by(rows, 4):
            yield f"{town[3]}（{'、'.join(path[4] for path in among)}）", among


def lowest_first(paths: Sequence[Names]) -> Lines:
    yield from (("，".join(filter(None, reversed(path))), [path]) for path in paths)


def places_apart(paths: Sequence[Names]) -> Lines:
    for number, path in enumerate(paths, 1):
        yield f"{number}. {path[4]}（{'，'.join(filter(None, path[:4]))}）", [path]


LAYOUTS: dict[str, Callable[[Sequence[Names]], Lines]] = {
    one.__name__: one
    for one in (whole_paths, below_counties, in_tiers, in_sentences, behind_towns, towns_left_out,
                in_brackets, in_columns, in_merged_columns, below_towns, in_brackets_of_towns,
                lowest_first, places_apart)
}  # fmt: skip


def _plain(path: Sequence[str]) -> Names:
    """A path without brackets, and without a part's name before the next one."""
    parts = [re.sub(r"[（(].*?[）)]", "", part) for part in path]
    for at in range(4, 0, -1):
        for above in filter(None, parts[:at]):
            if len(parts[at]) > len(above) + 1:
                parts[at] = parts[at].removeprefix(above)
    return tuple(parts)


def judged(lines: Sequence[tuple[str, Sequence[Names]]]) -> Counter[str]:
    """Read a list and count what became of the villages of each line."""
    listed = read("\n".join([_TITLE, *(text for text, _ in lines)]))
    told = {each.line for each in listed.census.left_out}
    told |= {each.line for each in listed.census.doubtful}
    found: dict[int, Counter[Names]] = defaultdict(Counter)
    for unit in listed.units:
        found[unit.entry.line][_plain(unit.path)] += 1
    counts: Counter[str] = Counter()
    for number, (_, paths) in enumerate(lines, 2):
        wanted, got = Counter(map(_plain, paths)), found[number]
        missing, more = [*(wanted - got).elements()], [*(got - wanted).elements()]
        own = {path[4] for path in more}
        counts["right"] += (wanted & got).total()
        counts["wrong"] += sum(path[4] in own for path in missing)
        counts["lost"] += sum(path[4] not in own for path in missing)
        counts["false"] += 0 if paths else len(more)
        amiss = len(missing) if paths else len(more)
        counts["silent"] += amiss if number not in told else 0
        counts["alarms"] += bool(paths) and not missing and not more and number in told
    return counts


def main() -> None:
    given = sys.argv[1:]
    seed, units = (int(each) for each in (*given[:2], *("1", "2800")[len(given) :]))
    paths = drawn(seed, units)
    print(f"{'layout':20}", *(f"{name:>7}" for name in _COLUMNS))
    for name in given[2:] or LAYOUTS:
        counts = judged(list(LAYOUTS[name](paths)))
        print(f"{name:20}", *(f"{counts[column]:>7,}" for column in _COLUMNS))


if __name__ == "__main__":
    main()
