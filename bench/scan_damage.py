"""Damage to a printed page: what scanners, copiers, phones, seals and pens do to it.

A page is an array of grey levels (rows × columns), or of blue, green, red behind them. Each damage
gives a new page and draws what is random in it from `random`, so that a seed gives the same bytes.
"""

from collections.abc import Callable
from random import Random
from typing import Any

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

Page = Any
Damage = Callable[[Page, Random], Page]
SEAL_FONT = ("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2)


def _coloured(page: Page) -> Page:
    return page if page.ndim == 3 else cv2.cvtColor(page, cv2.COLOR_GRAY2BGR)


def _grain(page: Page, noise: float, random: Random) -> Page:
    return np.random.default_rng(random.randrange(1 << 30)).normal(0, noise, page.shape)


def skewed(degrees: float) -> Damage:
    """Return what turns a page a little."""

    def damage(page: Page, random: Random) -> Page:
        turned = cv2.getRotationMatrix2D(
            (page.shape[1] / 2, page.shape[0] / 2), degrees * random.choice((1, -1)), 1
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
        return np.clip(page * (paper / 255) + _grain(page, noise, random), 0, 255).astype(np.uint8)

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
    made = _coloured(page)
    layer = Image.new("L", (520, 520), 0)
    draw = ImageDraw.Draw(layer)
    draw.ellipse((10, 10, 510, 510), outline=220, width=14)
    font = ImageFont.truetype(SEAL_FONT[0], 60, index=SEAL_FONT[1])
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
    made = _coloured(page)
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
    return np.clip(seen * light[:, :, None] + _grain(seen, 5, random), 0, 255).astype(np.uint8)


def curled(page: Page, random: Random) -> Page:
    """Return a page whose lines bend, as near the back of a book."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    bend = random.uniform(12, 25) * np.sin(xs / width * np.pi)
    return cv2.remap(page, xs, ys + bend, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def turned(quarters: int) -> Damage:
    """Return what lays a page on its side or on its head."""

    def damage(page: Page, random: Random) -> Page:
        del random
        return np.ascontiguousarray(np.rot90(page, quarters))

    return damage


def pressed(quality: int) -> Damage:
    """Return what saves a page as JPEG of that quality, 1 to 100."""

    def damage(page: Page, random: Random) -> Page:
        del random
        _, packed = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, quality])
        return cv2.imdecode(packed, cv2.IMREAD_UNCHANGED)

    return damage


def faint(ink: int) -> Damage:
    """Return what prints with little toner: black is as bright as `ink`, 0 to 255."""

    def damage(page: Page, random: Random) -> Page:
        return np.clip(page * ((255 - ink) / 255) + ink + _grain(page, 4, random), 0, 255).astype(
            np.uint8
        )

    return damage


def shining_through(page: Page, random: Random) -> Page:
    """Return a page on thin paper: its back shows, mirrored and pale."""
    del random
    back = np.roll(page[:, ::-1], 37, axis=0).astype(np.float32)
    return np.clip(page - (255 - back) * 0.16, 0, 255).astype(np.uint8)


def copied(page: Page, random: Random) -> Page:
    """Return a page from a copier: dark edges, two punched holes, a streak, specks."""
    made = page.copy()
    height, width = made.shape[:2]
    made[:, : random.randrange(10, 40)] = 40
    made[height - random.randrange(10, 30) :] = 60
    for share in (0.4, 0.6):
        cv2.circle(made, (70, int(height * share)), 22, (30, 30, 30), -1)
    x = random.randrange(300, width - 200)
    made[:, x : x + 2] = np.minimum(made[:, x : x + 2], 150)
    for _ in range(250):
        at = random.randrange(width), random.randrange(height)
        cv2.circle(made, at, random.randrange(1, 3), (60, 60, 60), -1)
    return made


def marked_by_hand(page: Page, random: Random) -> Page:
    """Return a page on which somebody ticked, underlined and ringed names with a blue pen."""
    made = _coloured(page).copy()
    height, width = made.shape[:2]
    ink = (170, 70, 40)
    for _ in range(5):
        x, y = random.randrange(150, width // 2), random.randrange(300, height - 500)
        cv2.line(made, (x, y), (x + 260, y + random.randrange(-8, 8)), ink, 3)
        cv2.polylines(
            made, [np.array([[x - 60, y], [x - 45, y + 22], [x - 10, y - 30]])], False, ink, 4
        )
    for _ in range(2):
        at = random.randrange(400, width - 500), random.randrange(400, height - 600)
        cv2.ellipse(made, at, (170, 34), random.uniform(-4, 4), 0, 350, ink, 3)
    return made


def shadowed(page: Page, random: Random) -> Page:
    """Return a page across which the shadow of a hand falls."""
    height, width = page.shape[:2]
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    edge = random.uniform(0.3, 0.7) * width + (ys - height / 2) * random.uniform(-0.5, 0.5)
    light = 1 - 0.45 / (1 + np.exp(-(xs - edge) / 30))
    light = light[:, :, None] if page.ndim == 3 else light
    return (page * light).astype(np.uint8)
