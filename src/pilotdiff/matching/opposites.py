"""Contradictions: characters that tell neighbours of one name apart."""

from functools import cache
from pathlib import Path


@cache
def _rivals() -> dict[str, frozenset[str]]:
    """Each character of tables/opposites.txt with those that contradict it."""
    text = (Path(__file__).parent / "tables" / "opposites.txt").read_text(encoding="utf-8")
    rivals: dict[str, set[str]] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            for character in line:
                rivals.setdefault(character, set()).update(line)
    return {character: frozenset(others - {character}) for character, others in rivals.items()}


def opposed(one: str, other: str) -> bool:
    """Whether what is left of two stems beside their common ends holds contradicting characters.

    桑梓一/桑梓二 and 朝阳东路/朝阳北路 are opposed; 阳光/光明 are merely different.
    """
    ours, theirs = _middles(one, other)
    rivals = _rivals()
    return any(not rivals.get(c, frozenset()).isdisjoint(theirs) for c in ours)


def _middles(one: str, other: str) -> tuple[str, str]:
    size = min(len(one), len(other))
    start = next((n for n in range(size) if one[n] != other[n]), size)
    rest = size - start
    end = next((n for n in range(rest) if one[-1 - n] != other[-1 - n]), rest)
    return one[start : len(one) - end], other[start : len(other) - end]
