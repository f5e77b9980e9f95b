"""What the search of the page looks in: names folded, so that 溫江區 finds 温江区 and back."""

from collections.abc import Iterable
from unicodedata import normalize

from pilotdiff.model import Row
from pilotdiff.repair.fold import fold, variants
from pilotdiff.report.filters import units


def haystack(row: Row) -> str:
    """Return all names of a row, as shown and as written, on the fold and in small letters."""
    texts: dict[str, None] = {}
    for unit in units(row):
        entry = unit.entry
        words = ("".join(unit.path), unit.name, entry.raw, entry.category, entry.note, unit.id)
        texts.update(dict.fromkeys(_key(word) for word in words if word))
    return "\n".join(texts)


def folding(haystacks: Iterable[str]) -> dict[str, str]:
    """Return for each character shown the others that are written for it: 区 → 區."""
    shown = sorted(set().union(*haystacks))
    others = {char: "".join(each for each in variants(char) if each != char) for char in shown}
    return {char: rest for char, rest in others.items() if rest}


def _key(text: str) -> str:
    """What page.js makes of what is typed."""
    return fold(normalize("NFKC", text)).casefold()
