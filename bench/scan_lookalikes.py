"""Find the characters that the recogniser takes for others and is sure of: print_lookalikes.txt.

usage: python bench/scan_lookalikes.py [--each 2] [--seed 1] [--many 5000]

Names of the official record are printed in every font of bench/scan_layout.py that is installed,
so that each character of the record stands in so many names and fonts, damaged a little, and read.
How many were right is printed by how sure the recogniser was, then each pair that was read wrong
surely with how often it was, the commonest first.
"""

import argparse
import os
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from random import Random

import cv2
import numpy as np
from PIL import Image, ImageDraw

from pilotdiff.model import Level
from pilotdiff.reading.pictures.characters import SURE_FROM
from pilotdiff.reading.pictures.recognising import FourCorners, recognised
from pilotdiff.record.prefectures import keys, prefecture
from pilotdiff.repair import fold
from scan_damage import Damage, blurred, coarse, faint, faxed, grey, pressed
from scan_layout import FONTS, Page, font_of, has_font

_SIZE = 30
_A_PAGE = 60
_WIDTH = 520
_BANDS = (0.99, 0.95, 0.9, 0.8, 0.7, 0.5, 0.3, 0.0)
_DAMAGE: tuple[tuple[Damage, ...], ...] = (
    (grey(235, 5), pressed(50)),
    (coarse(150), grey(240, 4)),
    (faxed,),
    (faint(100), pressed(40)),
    (blurred,),
)


def names_of_all(each: int, random: Random) -> list[str]:
    """Return names of communities and towns in which every character stands `each` times."""
    standing: dict[str, list[str]] = defaultdict(list)
    for key in keys():
        for level in (Level.TOWNSHIP, Level.COMMUNITY):
            for unit in prefecture(key, level).under(key):
                for character in unit.name:
                    if len(standing[character]) < 4 * each and len(unit.name) <= 12:
                        standing[character].append(unit.name)
    chosen = [random.choice(names) for _ in range(each) for names in standing.values() if names]
    return list(dict.fromkeys(chosen))


def page_of(names: Sequence[str], font: str) -> tuple[Page, list[FourCorners]]:
    """Return a page of names, one a line, and their places."""
    page = Image.new("L", (_WIDTH, 20 + 56 * len(names)), 255)
    draw, boxes = ImageDraw.Draw(page), list[FourCorners]()
    type_ = font_of(font, _SIZE)
    for at, name in enumerate(names):
        x, y = 20, 14 + 56 * at
        draw.text((x, y), name, font=type_, fill=0)
        left, top, right, bottom = draw.textbbox((x, y), name, font=type_)
        edges = left - 4, top - 4, right + 4, bottom + 4
        boxes.append(
            ((edges[0], edges[1]), (edges[2], edges[1]), (edges[2], edges[3]), (edges[0], edges[3]))
        )
    return np.asarray(page), boxes


@cache
def _has(font: str, character: str) -> bool:
    """Tell whether a font draws a character, and not the box that stands for those it lacks."""
    drawn, nothing = (font_of(font, _SIZE).getmask(each) for each in (character, "\U0010fffd"))
    return drawn.size != nothing.size or bytes(drawn) != bytes(nothing)


def compared(names: Sequence[str], random: Random) -> Iterator[tuple[str, str, float]]:
    """Yield each character that was printed, what was read for it, and how surely."""
    fonts = [font for font in FONTS if has_font(font)]
    for start in range(0, len(names), _A_PAGE):
        some = names[start : start + _A_PAGE]
        font = random.choice(fonts)
        page, boxes = page_of(some, font)
        scale = page.shape[1]
        for damage in random.choice(_DAMAGE):
            page = damage(page, random)
        shrunk = page.shape[1] / scale
        places = [tuple((x * shrunk, y * shrunk) for x, y in box) for box in boxes]
        shown = page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)
        for name, found in zip(some, recognised(shown, places, lambda: None), strict=True):  # type: ignore[arg-type]
            if len(found.characters) == len(name):
                for one, other in zip(name, found.characters, strict=True):
                    if _has(font, one):
                        yield one, other.text, other.confidence


def main() -> None:
    """Print the pairs that were read wrong surely, and how many were told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--each", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--many", type=int, default=1_000_000, help="so many names at most")
    given = parser.parse_args()
    os.nice(10)
    random = Random(given.seed)
    names = names_of_all(given.each, random)
    random.shuffle(names)
    names = names[: given.many]
    sure, unsure = Counter[tuple[str, str]](), 0
    seen, right = Counter[float](), Counter[float]()
    # Ctrl-C gives what was found until then.
    with suppress(KeyboardInterrupt):
        for one, other, confidence in compared(names, random):
            band = next(each for each in _BANDS if each <= confidence)
            seen[band] += 1
            if fold(one) == fold(other):
                right[band] += 1
            elif confidence >= SURE_FROM:
                sure[one, other] += 1
            else:
                unsure += 1
    print(
        f"# {sum(map(len, names)):,} characters of {len(names):,} names: {unsure} were read wrong "
        f"with a confidence below {SURE_FROM}, {sure.total()} above it"
    )
    for band in _BANDS:
        share = right[band] / max(seen[band], 1)
        print(f"# from {band:.2f}: {seen[band]:>7,} characters, {share:.2%} of them right")
    for (one, other), times in sure.most_common():
        print(f"{one}{other}\t{times}")


if __name__ == "__main__":
    main()
