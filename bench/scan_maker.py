"""Make scans with the right answer: lists from the official record, printed, then damaged.

usage: python bench/scan_maker.py FOLDER [--seed 1] [--only ruled-phone]

Each scan is a folder with `scan.pdf` (pages as pictures), `list.txt` (the same as text) and
`entries.csv` (the units in order), as bench/scans.py reads them. Needs the extra `ocr` and the
fonts that _FONTS names; a scan whose font is missing is left out.
"""

import argparse
import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pilotdiff.model import LEVELS, Level
from pilotdiff.record import counties
from pilotdiff.record.prefectures import keys, prefecture

_FONTS = {
    "song": ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2),
    "hei": ("/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", 2),
    "kai": ("/usr/share/fonts/truetype/arphic/ukai.ttc", 0),
    "thin": ("/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf", 0),
    "round": ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
}
_WIDTH, _HEIGHT = 1654, 2339
"""A4 at 200 dots an inch."""
Page = Any
Row = tuple[str, str, str, str]
"""Province, prefecture, county, township."""
Damage = Callable[[Page, Random], Page]


def rows(random: Random, many: int) -> list[Row]:
    """Return townships of one province, as many as it has, some counties of it in order."""
    newest = {code: spans[-1].name for code, spans in counties.by_code().items()}
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
        own = [town.name for town in towns if town.code.startswith(code)]
        fits = [name for name in own if name.endswith(("镇", "乡", "街道")) and len(name) < 9]
        if all(names) and "市辖区" not in names and len(fits) > 6:
            for name in random.sample(fits, random.randrange(4, 7)):
                yield names[0], names[1], names[2], name


def as_lines(units: Sequence[Row]) -> list[str]:
    """Return numbered lines with the whole path."""
    return [f"{number}、{''.join(unit[1:])}" for number, unit in enumerate(units, 1)]


def as_headed(units: Sequence[Row]) -> list[str]:
    """Return the towns of a county behind its name."""
    lines: list[str] = []
    for place in dict.fromkeys(unit[1:3] for unit in units):
        towns = [unit[3] for unit in units if unit[1:3] == place]
        lines.append(f"{''.join(place)}（{len(towns)}个）：")
        lines.append("、".join(towns))
    return lines


class Scan(NamedTuple):
    """What a scan is like: its layout, type, and damage in order."""

    name: str
    layout: str
    font: str
    size: int
    damage: tuple[Damage, ...]


def printed(scan: Scan, units: Sequence[Row]) -> list[Page]:
    """Return the pages of a list as printed, white paper and black type."""
    font = partial(ImageFont.truetype, _FONTS[scan.font][0], index=_FONTS[scan.font][1])
    if scan.layout == "table":
        return _tabled(units, font(scan.size))
    lines = as_headed(units) if scan.layout == "headed" else as_lines(units)
    columns = 2 if scan.layout == "columns" else 1
    return _lined([*_TITLE, *lines], font(scan.size), columns)


_TITLE = ("关于公布乡村治理示范乡镇（街道）名单的通知", "")


def _sheet() -> tuple[Page, Any]:
    page = Image.new("L", (_WIDTH, _HEIGHT), 255)
    return page, ImageDraw.Draw(page)


def _lined(lines: Sequence[str], font: Any, columns: int) -> list[Page]:
    pitch = int(font.size * 1.7)
    per_page = (_HEIGHT - 420) // pitch
    pages: list[Page] = []
    for start in range(0, len(lines), per_page * columns):
        page, draw = _sheet()
        for at, line in enumerate(lines[start : start + per_page * columns]):
            column, row = divmod(at, per_page)
            x, y = 200 + column * (_WIDTH - 300) // columns, 200 + row * pitch
            draw.text((x, y), line, font=font, fill=0)
        number = f"- {len(pages) + 1} -"
        draw.text((_WIDTH / 2 - 40, _HEIGHT - 160), number, font=font, fill=0)
        pages.append(np.asarray(page))
    return pages


def _tabled(units: Sequence[Row], font: Any) -> list[Page]:
    pitch = int(font.size * 1.9)
    pages: list[Page] = []
    edges = [150, 250, 560, 900, 1500]
    per_page = (_HEIGHT - 500) // pitch
    for start in range(0, len(units), per_page):
        page, draw = _sheet()
        draw.text((300, 140), _TITLE[0], font=font, fill=0)
        body = [("序号", "市", "县（市、区）", "乡镇（街道）")]
        body += [(str(n), *unit[1:]) for n, unit in enumerate(units, 1)][start : start + per_page]
        top = 240
        for at, cells in enumerate(body):
            y = top + at * pitch
            draw.line((edges[0], y, edges[-1], y), fill=0, width=2)
            for x, cell in zip(edges, cells, strict=False):
                draw.text((x + 12, y + pitch * 0.2), cell, font=font, fill=0)
        bottom = top + len(body) * pitch
        draw.line((edges[0], bottom, edges[-1], bottom), fill=0, width=2)
        for x in edges:
            draw.line((x, top, x, bottom), fill=0, width=2)
        pages.append(np.asarray(page))
    return pages


def skewed(degrees: float) -> Damage:
    """Return what turns a page a little."""

    def damage(page: Page, random: Random) -> Page:
        turned = cv2.getRotationMatrix2D(
            (_WIDTH / 2, _HEIGHT / 2), degrees * random.choice((1, -1)), 1
        )
        return cv2.warpAffine(
            page, turned, (page.shape[1], page.shape[0]), borderValue=_paper(page)
        )

    return damage


def _paper(page: Page) -> Any:
    return (255.0, 255.0, 255.0) if page.ndim == 3 else 255.0


def grey(paper: int, noise: float) -> Damage:
    """Return what prints on grey paper, with grain."""

    def damage(page: Page, random: Random) -> Page:
        grain = np.random.default_rng(random.randrange(1 << 30)).normal(0, noise, page.shape)
        return np.clip(page * (paper / 255) + grain, 0, 255).astype(np.uint8)

    return damage


def coarse(dots: int) -> Damage:
    """Return what scans at so many dots an inch."""

    def damage(page: Page, random: Random) -> Page:
        del random
        return cv2.resize(page, None, fx=dots / 200, fy=dots / 200, interpolation=cv2.INTER_AREA)

    return damage


def salted(share: float) -> Damage:
    """Return what sets a share of the pixels to black or white."""

    def damage(page: Page, random: Random) -> Page:
        drawn = np.random.default_rng(random.randrange(1 << 30)).random(page.shape[:2])
        made = page.copy()
        made[drawn < share / 2], made[drawn > 1 - share / 2] = 0, 255
        return made

    return damage


def faxed(page: Page, random: Random) -> Page:
    """Return a page in black and white alone, its strokes eaten."""
    del random
    _, made = cv2.threshold(cv2.GaussianBlur(page, (3, 3), 0), 190, 255, cv2.THRESH_BINARY)
    return made


def blurred(page: Page, random: Random) -> Page:
    """Return a page out of focus."""
    del random
    return cv2.GaussianBlur(page, (0, 0), 2.2)


def stamped(page: Page, random: Random) -> Page:
    """Return a page with a red seal over its type."""
    made = page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
    layer = Image.new("L", (520, 520), 0)
    draw = ImageDraw.Draw(layer)
    draw.ellipse((10, 10, 510, 510), outline=220, width=14)
    font = ImageFont.truetype(_FONTS["song"][0], 60, index=2)
    draw.text((80, 200), "民政厅专用章", font=font, fill=220)
    seal = np.asarray(layer.rotate(random.uniform(-30, 30)), np.float32)[:, :, None] / 255
    y, x = random.randrange(300, made.shape[0] - 900), random.randrange(300, made.shape[1] - 600)
    under = made[y : y + 520, x : x + 520].astype(np.float32)
    ink = np.array([60, 50, 210], np.float32)
    over = np.minimum(under, under * (1 - seal) + ink * seal)
    made = made.copy()
    made[y : y + 520, x : x + 520] = over.astype(np.uint8)
    return made


def photographed(page: Page, random: Random) -> Page:
    """Return a page as a phone sees it lying on a table: from the side, lit from a corner."""
    height, width = page.shape[:2]
    made = page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    moved = corners + np.array(
        [
            [random.uniform(-0.06, 0.06) * width, random.uniform(-0.04, 0.04) * height]
            for _ in "four"
        ],
        np.float32,
    )
    inset = (moved - [width / 2, height / 2]) * 0.86 + [width / 2, height / 2]
    matrix = cv2.getPerspectiveTransform(corners, inset.astype(np.float32))
    seen = cv2.warpPerspective(made, matrix, (width, height), borderValue=(70, 90, 110))
    ys, xs = np.mgrid[0:height, 0:width]
    light = 1 - 0.45 * np.hypot(ys / height, xs / width) / 1.4
    grain = np.random.default_rng(random.randrange(1 << 30)).normal(0, 5, seen.shape)
    return np.clip(seen * light[:, :, None] + grain, 0, 255).astype(np.uint8)


def curled(page: Page, random: Random) -> Page:
    """Return a page whose lines bend, as near the back of a book."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = random.uniform(12, 25) * np.sin(xs / width * np.pi)
    return cv2.remap(page, xs, ys + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


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
)


def made(scan: Scan, folder: Path, seed: int) -> None:
    """Write one scan with its answer."""
    random = Random(f"{scan.name} {seed}")
    units = rows(random, 45)
    pages = printed(scan, units)
    for damage in scan.damage:
        pages = [damage(page, random) for page in pages]
    folder.mkdir(parents=True, exist_ok=True)
    shown = [Image.fromarray(p[:, :, ::-1] if p.ndim == 3 else p).convert("RGB") for p in pages]
    dots = 200 * pages[0].shape[1] / _WIDTH
    shown[0].save(
        folder / "scan.pdf", save_all=True, append_images=shown[1:], resolution=dots, quality=60
    )
    text = "\n".join([*_TITLE, *as_lines(units)])
    (folder / "list.txt").write_text(text + "\n", "utf-8")
    with (folder / "entries.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*LEVELS, "name"])
        writer.writerows([*unit, "", "".join(unit)] for unit in units)


def main() -> None:
    """Write the scans that are asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a part of the scans' names")
    given = parser.parse_args()
    for scan in SCANS:
        if given.only in scan.name and Path(_FONTS[scan.font][0]).exists():
            made(scan, given.folder / scan.name, given.seed)
            print(scan.name)


if __name__ == "__main__":
    main()
