"""Lists as an office prints them: lines, headed runs, columns, ruled tables, and their fonts."""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from pilotdiff.reading.office.numbering_formats import chinese

_SHARE = "/usr/share/fonts"
# A font's name, its file, and which of the fonts in that file it is.
_FILES = """
song opentype/noto/NotoSerifCJK-Regular.ttc 2
black-song opentype/noto/NotoSerifCJK-Bold.ttc 2
hei opentype/noto/NotoSansCJK-Bold.ttc 2
light-hei opentype/noto/NotoSansCJK-Regular.ttc 2
kai truetype/arphic/ukai.ttc 0
thin truetype/arphic-gbsn00lp/gbsn00lp.ttf 0
ming truetype/arphic/uming.ttc 0
brush truetype/arphic-gkai00mp/gkai00mp.ttf 0
pen truetype/lxgw-wenkai/LXGWWenKai-Light.ttf 0
round truetype/wqy/wqy-zenhei.ttc 0
micro truetype/wqy/wqy-microhei.ttc 0
slanted truetype/smiley-sans/SmileySans-Oblique.ttf 0
"""
FONTS = {
    name: (f"{_SHARE}/{file}", int(index))
    for name, file, index in map(str.split, _FILES.strip().splitlines())
}
WIDTH, HEIGHT = 1654, 2339
"""A4 at 200 dots an inch."""
Page = Any
Row = tuple[str, str, str, str, str]
"""Province, prefecture, county, township, community ("" in a list of towns)."""
TITLE = "关于公布乡村治理示范单位名单的通知"
_TOP, _BOTTOM = 240, 260


def has_font(font: str) -> bool:
    """Tell whether a font is installed."""
    return Path(FONTS[font][0]).exists()


def printed(layout: str, font: str, size: int, units: Sequence[Row]) -> list[Page]:
    """Return the pages of a list as printed, white paper and black type."""
    return _LAYOUTS[layout](units, font_of(font, size))


def font_of(font: str, size: int) -> ImageFont.FreeTypeFont:
    """Return a font in so many pixels."""
    path, index = FONTS[font]
    return ImageFont.truetype(path, size, index=index)


def as_lines(units: Sequence[Row]) -> list[str]:
    """Return numbered lines with the whole path."""
    return [f"{number}、{''.join(unit[1:])}" for number, unit in enumerate(units, 1)]


def _as_headed(units: Sequence[Row]) -> Iterator[str]:
    """Yield the units of a county behind its name, with their number."""
    for place, own in _by_county(units):
        yield f"{place}（{len(own)}个）："
        yield "、".join("".join(unit[3:]) for unit in own)


def _as_sections(units: Sequence[Row]) -> Iterator[str]:
    """Yield a heading with a Chinese number for each county, and its units by number."""
    for at, (place, own) in enumerate(_by_county(units), 1):
        yield f"{chinese(at)}、{place}"
        yield from (f"{n}.{''.join(unit[3:])}" for n, unit in enumerate(own, 1))


def _by_county(units: Sequence[Row]) -> Iterator[tuple[str, list[Row]]]:
    for place, own in groupby(units, lambda unit: unit[1] + unit[2]):
        yield place, list(own)


def _broken(text: str, length: int) -> Iterator[str]:
    yield from (text[at : at + length] for at in range(0, len(text), length))


def _sheet() -> tuple[Page, Any]:
    page = Image.new("L", (WIDTH, HEIGHT), 255)
    return page, ImageDraw.Draw(page)


def _lined(lines: Sequence[str], font: Any, columns: int = 1) -> list[Page]:
    room = ((WIDTH - 300) // columns - 20) // font.size
    lines = [TITLE, "", *(piece for line in lines for piece in _broken(line, room))]
    pitch = int(font.size * 1.7)
    per_page = (HEIGHT - 420) // pitch
    pages: list[Page] = []
    for start in range(0, len(lines), per_page * columns):
        page, draw = _sheet()
        for at, line in enumerate(lines[start : start + per_page * columns]):
            column, row = divmod(at, per_page)
            x, y = 200 + column * (WIDTH - 300) // columns, 200 + row * pitch
            draw.text((x, y), line, font=font, fill=0)
        _numbered(draw, font, len(pages) + 1)
        pages.append(np.asarray(page))
    return pages


def _numbered(draw: Any, font: Any, number: int) -> None:
    draw.text((WIDTH / 2 - 40, HEIGHT - 160), f"- {number} -", font=font, fill=0)


_HEADS = ("序号", "市", "县（市、区）", "乡镇（街道）", "村（社区）")


def _tabled(
    units: Sequence[Row], font: Any, *, ruled: bool = True, merged: bool = False
) -> list[Page]:
    """Return tables of a row a unit; `merged` writes a place once, over all rows it holds for."""
    pitch = int(font.size * 1.9)
    deep = any(unit[4] for unit in units)
    edges = [120, 210, 480, 800, 1150, 1540] if deep else [150, 250, 560, 900, 1500]
    per_page = (HEIGHT - _TOP - _BOTTOM) // pitch - 1
    pages: list[Page] = []
    for start in range(0, len(units), per_page):
        page, draw = _sheet()
        draw.text((300, 140), TITLE, font=font, fill=0)
        body = [(str(n), *unit[1:]) for n, unit in enumerate(units, 1)][start : start + per_page]
        rows: list[tuple[str, ...]] = [_HEADS, *body]
        for column, (left, right) in enumerate(pairwise(edges)):
            is_merged = merged and 0 < column < len(edges) - 2
            _column(draw, font, rows, (column, left, right, pitch), ruled, is_merged)
        _numbered(draw, font, len(pages) + 1)
        pages.append(np.asarray(page))
    return pages


def _column(
    draw: Any,
    font: Any,
    rows: Sequence[tuple[str, ...]],
    place: tuple[int, int, int, int],
    ruled: bool,
    merged: bool,
) -> None:
    column, left, right, pitch = place
    bottom = _TOP + len(rows) * pitch
    at = 0
    first = 1 if merged else 0
    for _, run in groupby(rows, lambda row: row[first : column + 1]):
        many = len(list(run))
        y, middle = _TOP + at * pitch, _TOP + (at + many / 2) * pitch - font.size * 0.6
        draw.text((left + 12, middle), rows[at][column], font=font, fill=0)
        if ruled:
            draw.line((left, y, right, y), fill=0, width=2)
        at += many
    if ruled:
        draw.line((left, bottom, right, bottom), fill=0, width=2)
        for x in (left, right):
            draw.line((x, _TOP, x, bottom), fill=0, width=2)


_LAYOUTS: dict[str, Callable[[Sequence[Row], Any], list[Page]]] = {
    "lines": lambda units, font: _lined(as_lines(units), font),
    "headed": lambda units, font: _lined(list(_as_headed(units)), font),
    "sections": lambda units, font: _lined(list(_as_sections(units)), font),
    "columns": lambda units, font: _lined(as_lines(units), font, 2),
    "table": _tabled,
    "bare-table": lambda units, font: _tabled(units, font, ruled=False),
    "merged-table": lambda units, font: _tabled(units, font, merged=True),
}
