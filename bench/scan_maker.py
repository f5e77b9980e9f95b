"""Make scans with the right answer: lists of units, printed, then damaged.

usage: python bench/scan_maker.py FOLDER [--seed 1] [--only ruled-phone] [--names UNITS.csv]

Each scan is a folder with `scan.pdf` (pages as pictures), `list.txt` (the same as text) and
`entries.csv` (the units in order), as bench/scans.py reads them. The units are towns of the
official record, or those of a CSV file with a column for each level. Needs the extra `ocr` and the
fonts that bench/scan_layout.py names; a scan whose font is missing is left out.
"""

import argparse
import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import chain
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image

from pilotdiff.model import LEVELS, Level
from pilotdiff.names.division_rows import tenures
from pilotdiff.record.prefectures import keys, prefecture
from scan_damage import (
    Damage,
    blurred,
    coarse,
    copied,
    curled,
    faint,
    faxed,
    grey,
    marked_by_hand,
    photographed,
    pressed,
    salted,
    shadowed,
    shining_through,
    skewed,
    stamped,
    turned,
)
from scan_layout import TITLE, WIDTH, Row, as_lines, has_font, printed


class Scan(NamedTuple):
    """What a scan is like: its layout, font, size in pixels, and damage in order."""

    name: str
    layout: str
    font: str
    size: int
    damage: tuple[Damage, ...]


def recorded(random: Random, many: int) -> list[Row]:
    """Return townships of one province, as many as it has, some counties of it in order."""
    newest = {span.code: span.name for span in tenures()}
    found: list[Row] = []
    provinces = sorted({key[:2] for key in keys()})
    for start in random.sample(provinces, len(provinces)):
        for key in random.sample(keys(start), len(keys(start))):
            found += _towns(key, newest, random)
            if len(found) >= many:
                return found[:many]
        found.clear()
    return found


def _towns(key: str, newest: Mapping[str, str], random: Random) -> Iterator[Row]:
    """Yield some townships of some counties of a prefecture."""
    towns = list(prefecture(key, Level.TOWNSHIP).under(key))
    codes = sorted({town.code[:6] for town in towns})
    for code in random.sample(codes, min(3, len(codes))):
        names = [newest.get(part, "") for part in (f"{key[:2]}0000", f"{key}00", code)]
        own = dict.fromkeys(town.name for town in towns if town.code.startswith(code))
        # The record has a few with their county before them.
        fits = [
            name
            for name in own
            if name.endswith(("镇", "乡", "街道"))
            and len(name) < 9
            and not name.startswith(newest.get(code, "·"))
        ]
        if all(names) and "市辖区" not in names and len(fits) > 6:
            for name in random.sample(fits, random.randrange(4, 7)):
                yield names[0], names[1], names[2], name, ""


SCANS = (
    Scan("plain-song", "lines", "song", 32, ()),
    Scan("headed-hei-skew", "headed", "hei", 32, (skewed(2.0), grey(225, 8))),
    Scan("columns-thin-fax", "columns", "thin", 30, (faxed, skewed(0.6))),
    Scan("table-kai-100dpi", "table", "kai", 34, (coarse(110), grey(235, 6))),
    Scan("table-song-stamp", "table", "song", 28, (stamped, skewed(0.8), grey(240, 5))),
    Scan("lines-kai-stamp-grey", "lines", "kai", 30, (stamped, grey(210, 10))),
    Scan("lines-round-salt-blur", "lines", "round", 28, (blurred, salted(0.01))),
    Scan("ruled-phone", "table", "song", 30, (photographed,)),
    Scan("lines-phone-curl", "lines", "song", 32, (curled, photographed)),
    Scan("columns-kai-90dpi", "columns", "kai", 34, (coarse(90), grey(240, 4))),
    Scan("headed-thin-150dpi", "headed", "thin", 30, (coarse(150), salted(0.004), skewed(1.2))),
    Scan("sections-pen-on-its-side", "sections", "pen", 32, (grey(230, 6), turned(1))),
    Scan("lines-ming-on-its-head", "lines", "ming", 30, (skewed(0.7), turned(2), pressed(35))),
    Scan("merged-table-micro-copied", "merged-table", "micro", 28, (copied, skewed(0.5))),
    Scan("table-black-song-phone-stamp", "table", "black-song", 30, (stamped, photographed)),
    Scan("merged-table-phone-shadow", "merged-table", "song", 30, (shadowed, photographed)),
    Scan("headed-brush-faint", "headed", "brush", 34, (faint(120), skewed(1.0))),
    Scan("columns-hei-by-hand", "columns", "light-hei", 28, (marked_by_hand, grey(238, 6))),
    Scan("bare-table-song-through", "bare-table", "song", 28, (shining_through, pressed(40))),
    Scan("lines-slanted-150dpi", "lines", "slanted", 34, (coarse(150), pressed(30))),
    Scan("sections-thin-small-fax", "sections", "thin", 24, (faxed, copied)),
    Scan("table-brush-stamp-on-its-side", "table", "brush", 28, (stamped, grey(235, 5), turned(3))),
    Scan("lines-song-small-150dpi", "lines", "song", 24, (coarse(150), skewed(1.5), pressed(40))),
    Scan("table-ming-by-hand-phone", "table", "ming", 28, (marked_by_hand, photographed, shadowed)),
    Scan("lines-pen-stamps", "lines", "pen", 30, (stamped, stamped, skewed(0.4), pressed(50))),
)


def listed(file: Path, random: Random, many: int) -> list[Row]:
    """Return units of some counties of one province of a CSV file, in its order."""
    with file.open(encoding="utf-8-sig") as lines:
        rows = list(csv.DictReader(lines))
    units: dict[Row, None] = dict.fromkeys(
        (row["province"], row["prefecture"], row["county"], row["township"], row["community"])
        for row in rows
    )
    whole = [unit for unit in units if all(unit[:4]) and "市辖区" not in unit]
    province = random.choice(sorted({unit[0] for unit in whole}))
    places: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for unit in whole:
        if unit[0] == province and max(map(len, unit)) < 10:
            places[unit[:3]].append(unit)
    found = random.sample(sorted(places), min(9, len(places)))
    chosen = [random.sample(places[place], min(6, len(places[place]))) for place in found]
    return list(chain.from_iterable(chosen))[:many]


def made(scan: Scan, folder: Path, seed: int, names: Path | None) -> None:
    """Write one scan with its answer."""
    random = Random(f"{scan.name} {seed}")
    units = listed(names, random, 45) if names else recorded(random, 45)
    pages = printed(scan.layout, scan.font, scan.size, units)
    for damage in scan.damage:
        pages = [damage(page, random) for page in pages]
    folder.mkdir(parents=True, exist_ok=True)
    shown = [Image.fromarray(p[:, :, ::-1] if p.ndim == 3 else p).convert("RGB") for p in pages]
    dots = 200 * min(pages[0].shape[:2]) / WIDTH
    shown[0].save(
        folder / "scan.pdf", save_all=True, append_images=shown[1:], resolution=dots, quality=60
    )
    (folder / "list.txt").write_text("\n".join([TITLE, "", *as_lines(units), ""]), "utf-8")
    with (folder / "entries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*LEVELS, "name"])
        writer.writerows([*unit, "".join(unit)] for unit in units)


def main() -> None:
    """Write the scans that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of the scans' names")
    parser.add_argument("--names", type=Path, help="a CSV file of units")
    given = parser.parse_args()
    for scan in SCANS:
        if given.only in scan.name and has_font(scan.font):
            made(scan, given.folder / scan.name, given.seed, given.names)
            print(scan.name)


if __name__ == "__main__":
    main()
