"""A path of five parts, from province to community; "" where a part is unknown."""

from collections.abc import Iterable

from pilotdiff.model import LEVELS, Level

Path = tuple[str, str, str, str, str]
EMPTY: Path = ("", "", "", "", "")


def make(parts: Iterable[tuple[Level, str]]) -> Path:
    """The path that has these parts."""
    slots = list(EMPTY)
    for level, part in parts:
        slots[level.depth] = part
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def under(path: Path, above: Path) -> Path:
    """`path` with the parts of `above` in the places above its own top."""
    top = next((depth for depth in range(5) if path[depth]), 5)
    slots = [above[depth] if depth < top else path[depth] for depth in range(5)]
    return (slots[0], slots[1], slots[2], slots[3], slots[4])


def merged(path: Path, other: Path) -> Path:
    """`path` with its empty places filled from `other`."""
    a, b, c, d, e = path
    return (a or other[0], b or other[1], c or other[2], d or other[3], e or other[4])


def agree(path: Path, other: Iterable[str]) -> bool:
    """Whether two paths say nothing different where both say something."""
    return all(mine == its or not mine or not its for mine, its in zip(path, other, strict=False))


def deepest(path: Path) -> Level | None:
    """The level of the last part, None for an empty path."""
    return next((LEVELS[depth] for depth in range(4, -1, -1) if path[depth]), None)
