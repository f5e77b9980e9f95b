"""Characters that belong together: those that contradict, and those that look alike."""

from functools import cache
from pathlib import Path


@cache
def _families(name: str) -> dict[str, frozenset[str]]:
    """Each character of a table with the others on its lines."""
    text = (Path(__file__).parent / "tables" / name).read_text(encoding="utf-8")
    others: dict[str, set[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            for character in line:
                others.setdefault(character, set()).update(line)
    return {character: frozenset(found - {character}) for character, found in others.items()}


def look_alike(one: str, other: str) -> bool:
    """Tell whether two characters are taken for one another by their shape (亳/毫)."""
    return other in _families("lookalikes.txt").get(one, ())


def opposed(one: str, other: str) -> bool:
    """Tell whether what is left of two stems beside their common ends holds contradicting
    characters.

    桑梓一/桑梓二 and 朝阳东路/朝阳北路 are opposed; 阳光/光明 are merely different.
    """
    ours, theirs = _middles(one, other)
    rivals = _families("opposites.txt")
    return any(not rivals.get(c, frozenset()).isdisjoint(theirs) for c in ours)


def _middles(one: str, other: str) -> tuple[str, str]:
    size = min(len(one), len(other))
    start = end = 0
    while start < size and one[start] == other[start]:
        start += 1
    while end < size - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return one[start : len(one) - end], other[start : len(other) - end]
