"""Find the characters that look alike as glyphs: src/pilotdiff/matching/tables/glyphs.txt.

usage: python bench/glyph_lookalikes.py FONT.ttc [FONT.ttc …] > glyphs.txt

Each everyday character of GB 2312 and of the official record's towns and communities is drawn in
each font (those of the table: Noto Sans CJK SC Regular, Noto Serif CJK SC Regular and Bold), cut to
its ink, blurred and made small; two are as alike as the two pictures correlate. Of a
pair one character at least is frequent in the record.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from pilotdiff.model import Level
from pilotdiff.record.prefectures import keys, prefecture

# From here on 29 pairs of neighbours of the 99,843 villages of 2016 differ by a pair alone.
_ALIKE = 0.76
_FREQUENT = 20
# The third font of a collection of Noto CJK is that of simplified script.
_SIMPLIFIED = 2
_DRAWN, _EDGE, _SMALL = 40, 48, 24


def frequencies() -> Counter[str]:
    """Return in how many names of the record each character stands."""
    found: Counter[str] = Counter()
    for key in keys():
        for level in (Level.TOWNSHIP, Level.COMMUNITY):
            for unit in prefecture(key, level).under(key):
                found.update(set(unit.name))
    return Counter({each: n for each, n in found.items() if "\u4e00" <= each <= "\u9fff"})


def simple_characters() -> set[str]:
    """Return the characters of GB 2312 that are in everyday use (its first level)."""
    rows, cells = range(0xB0, 0xD8), range(0xA1, 0xFF)
    texts = (bytes((row, cell)).decode("gb2312", "ignore") for row in rows for cell in cells)
    return set(filter(None, texts))


def pictures(characters: Sequence[str], font: str) -> NDArray[np.float64]:
    """Return a row of numbers for each character as a font draws it, of length one."""
    drawn = ImageFont.truetype(font, _DRAWN, index=_SIMPLIFIED)
    rows = np.array([_picture(each, drawn) for each in characters])
    rows -= rows.mean(axis=1, keepdims=True)
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def _picture(character: str, font: ImageFont.FreeTypeFont) -> NDArray[np.float64]:
    image = Image.new("L", (_EDGE, _EDGE), 0)
    ImageDraw.Draw(image).text((4, -6), character, font=font, fill=255)
    if box := image.getbbox():
        ink, image = image.crop(box), Image.new("L", (_EDGE, _EDGE), 0)
        image.paste(ink, ((_EDGE - ink.width) // 2, (_EDGE - ink.height) // 2))
    small = image.filter(ImageFilter.GaussianBlur(1.2)).resize((_SMALL, _SMALL))
    return np.asarray(small, float).ravel()


def lines(fonts: Sequence[str]) -> Iterator[str]:
    """Yield each character with those behind it in the order of Unicode that look like it."""
    number = frequencies()
    characters = sorted(simple_characters() | {each for each, n in number.items() if n > 1})
    drawn = [pictures(characters, font) for font in fonts]
    alike = sum(each @ each.T for each in drawn) / len(drawn)
    for at, character in enumerate(characters):
        others = (characters[it] for it in np.flatnonzero(alike[at] >= _ALIKE) if it > at)
        kept = "".join(o for o in others if max(number[character], number[o]) >= _FREQUENT)
        if kept:
            yield character + kept


if __name__ == "__main__":
    print("\n".join(lines(sys.argv[1:])))
