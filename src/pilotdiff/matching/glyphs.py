"""Characters that look alike as they are drawn: tables/glyphs.txt, made by
bench/glyph_lookalikes.py."""

from functools import cache
from pathlib import Path


def are_alike(one: str, other: str) -> bool:
    """Tell whether two characters are drawn much alike.

    >>> are_alike("青", "责"), are_alike("责", "青"), are_alike("青", "白")
    (True, True, False)
    """
    first, second = sorted((one, other))
    return second in _alike().get(first, "")


@cache
def _alike() -> dict[str, str]:
    """Return each character with those behind it in the order of Unicode that look like it."""
    text = (Path(__file__).parent / "tables" / "glyphs.txt").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return {line[0]: line[1:] for line in lines}
