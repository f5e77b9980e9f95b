"""What a recogniser reads on a page: boxes with their text, and how sure each character is.

The recogniser is rapidocr on onnxruntime: its models come with the package, nothing is fetched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

from pilotdiff.model.repairs import LOST
from pilotdiff.reading.pictures.characters import SURE_FROM, Character
from pilotdiff.reading.pictures.lost_characters import (
    PlacedCharacter,
    PrintGap,
    page_pitch,
    strip_gaps,
)
from pilotdiff.reading.pictures.print_widths import too_wide

if TYPE_CHECKING:
    from pilotdiff.reading.pictures.images import Image

Corner = tuple[float, float]
FourCorners = tuple[Corner, Corner, Corner, Corner]
"""Upper left, upper right, lower right, lower left in pixels."""

_BESIDE_A_GAP = 0.5
"""The confidence of a character beside which one may be missing."""
_POSSIBLE = 0.02
"""The least confidence of an alternative that is kept."""
_MOST = 4
"""So many alternatives a character."""
_BATCH = 6
_NARROWEST = 4.0
"""Heights of the narrowest strip: what is padded to the six of the recogniser's own is read alike,
at twice the time where cells are short."""
_LONGEST_SOUGHT = 1600
"""Pixels of a page's longer side in which text is sought; it is read at full size."""
_SEEKING = Lock()
"""Text is sought on one page at a time: it takes most of the memory, and the engine has state."""


class Recognised(NamedTuple):
    """A box of a page and the characters in it; none where the recogniser read nothing."""

    box: FourCorners
    characters: tuple[Character, ...]

    @property
    def text(self) -> str:
        """The best reading of the box."""
        return "".join(character.text for character in self.characters)


def boxes(image: Image) -> list[FourCorners]:
    """Return the boxes in which text stands on a page, in no order."""
    with _SEEKING:
        found = _engine()(image, use_det=True, use_cls=False, use_rec=False)
    if found.boxes is None:
        return []
    return [_box(corners) for corners in found.boxes.tolist()]


def recognised(
    image: Image, places: Sequence[FourCorners], go_on: Callable[[], None]
) -> list[Recognised]:
    """Return what stands in the boxes of a page, in their order.

    Raises what `go_on` raises, which is asked time and again.
    """
    strips = [_strip(image, box) for box in places]
    read = _read(strips, go_on)
    return [Recognised(box, characters) for box, characters in zip(places, read, strict=True)]


def is_upside_down(image: Image, places: Sequence[FourCorners]) -> bool:
    """Return whether a page stands on its head, told from its widest boxes."""
    widest = sorted(places, key=lambda box: box[0][0] - box[1][0])[:7]
    if not widest:
        return False
    turned = 0
    for box in widest:
        with _SEEKING:
            told = _engine()(_strip(image, box), use_det=False, use_rec=False, use_cls=True)
        turned += any(label == "180" and sure > 0.9 for label, sure in told.cls_res or ())
    return turned > len(widest) / 2


def _box(corners: Sequence[Sequence[float]]) -> FourCorners:
    a, b, c, d = ((float(x), float(y)) for x, y in corners)
    return a, b, c, d


@lru_cache(maxsize=1)
def _engine() -> Any:
    """Return the recogniser, loaded once.

    A page keeps to one core, and pages are read side by side: two threads at one page take a third
    more of the cores' time, mostly to wait for each other.
    """
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.text_score": 0.0,
            "Det.limit_type": "max",
            "Det.limit_side_len": _LONGEST_SOUGHT,
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        }
    )


@lru_cache(maxsize=1)
def _recogniser() -> tuple[Any, tuple[str, ...]]:
    """Return the recogniser of strips, and the characters that it knows by their places."""
    import numpy as np

    blank: Image = np.full((48, 96, 3), 255, np.uint8)
    with _SEEKING:
        engine = _engine()
        engine(blank, use_det=False, use_cls=False, use_rec=True)
    return engine.text_rec, tuple(engine.text_rec.postprocess_op.character)


def _read(strips: Sequence[Image], go_on: Callable[[], None]) -> Iterator[tuple[Character, ...]]:
    """Yield the characters of each strip; strips of like width are read together."""
    if not strips:
        return
    import numpy as np

    recogniser, known = _recogniser()
    read: list[list[PlacedCharacter]] = [[] for _ in strips]
    order = sorted(range(len(strips)), key=lambda at: strips[at].shape[1] / strips[at].shape[0])
    for start in range(0, len(order), _BATCH):
        go_on()
        batch = order[start : start + _BATCH]
        widest = max(_NARROWEST, *(strips[at].shape[1] / strips[at].shape[0] for at in batch))
        made = [recogniser.resize_norm_img(strips[at], widest) for at in batch]
        scores = recogniser.session(np.stack(made).astype(np.float32))
        for at, steps in zip(batch, scores, strict=True):
            read[at] = list(_characters(steps, known, widest))
    usual = page_pitch(read)
    wide = set(too_wide(strips, read))
    for at, (strip, placed) in enumerate(zip(strips, read, strict=True)):
        characters = tuple(_with_lost(strip, placed, usual))
        is_whole = at not in wide or any(each.is_doubtful for each in characters)
        yield characters if is_whole else tuple(map(_doubted, characters))


def _with_lost(
    strip: Image, placed: Sequence[PlacedCharacter], usual: float
) -> Iterator[Character]:
    """Yield the characters of a strip, with a sign for each that was passed over."""
    found = Counter(strip_gaps(strip, placed, usual)) if placed else Counter[PrintGap]()
    for at in range(len(placed) + 1):
        yield from [Character(LOST, 0.0)] * found[PrintGap(at, True)]
        if at < len(placed):
            character = placed[at].character
            yield _doubted(character) if found[PrintGap(at, False)] else character


def _doubted(character: Character) -> Character:
    return character._replace(confidence=min(character.confidence, _BESIDE_A_GAP))


def _characters(steps: Any, known: Sequence[str], width: float) -> Iterator[PlacedCharacter]:
    """Yield the characters of a strip from the scores of its steps (steps × known characters).

    Repeated steps are one character, step 0 of `known` stands for none (CTC). The steps go over
    `width` heights of the strip.
    """
    start = 0
    for index, run in groupby(steps.argmax(axis=1).tolist()):
        end = start + sum(1 for _ in run)
        if index:
            middle = (start + end) / 2 / len(steps) * width
            yield PlacedCharacter(_character(steps[start], index, known), middle)
        start = end


def _character(scores: Any, index: int, known: Sequence[str]) -> Character:
    sure = float(scores[index])
    if sure >= SURE_FROM:
        return Character(known[index], sure)
    ranked = scores.argsort()[::-1][: _MOST + 1].tolist()
    others = [known[at] for at in ranked if at not in (0, index) and scores[at] >= _POSSIBLE]
    return Character(known[index], sure, tuple(others[:_MOST]))


def _strip(image: Image, box: FourCorners) -> Image:
    """Return what stands in a box, set upright; one that runs downwards is turned."""
    import cv2
    import numpy as np

    a, b, c, d = (np.array(corner, np.float32) for corner in box)
    width = max(int(np.linalg.norm(a - b)), int(np.linalg.norm(c - d)), 1)
    height = max(int(np.linalg.norm(a - d)), int(np.linalg.norm(b - c)), 1)
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(np.stack([a, b, c, d]), target)
    strip = cv2.warpPerspective(
        image, matrix, (width, height), borderMode=cv2.BORDER_REPLICATE, flags=cv2.INTER_CUBIC
    )
    if height >= width * 1.5:
        strip = np.rot90(strip)
    return np.ascontiguousarray(strip, dtype=np.uint8)
