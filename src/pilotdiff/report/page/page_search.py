"""What the search of the page looks in: names folded, so that 溫江區 finds 温江区 and back, and how
their characters are read, so that qingjiang and qj find 清江."""

from collections import defaultdict
from collections.abc import Iterable
from unicodedata import combining, normalize

from pilotdiff.model import Row
from pilotdiff.repair import tables
from pilotdiff.repair.fold import fold, variants
from pilotdiff.report.filters import units

# Stands before each part of a path, where initials may begin; a word that is typed holds none.
PART = "\t"
# Others are seldom heard: 开 is kāi, and qiān in old books.
_READINGS = 2
_DIAERESIS = "\u0308"


def haystack(row: Row) -> str:
    """Return all names of a row, as shown and as written, on the fold and in small letters; each
    part of a path behind a tab."""
    texts: dict[str, None] = {}
    for unit in units(row):
        entry = unit.entry
        path = PART.join(filter(None, unit.path))
        words = (path, unit.name, entry.raw, entry.category, entry.note, unit.id)
        texts.update(dict.fromkeys(_key(word) for word in words if word))
    return "\n".join(texts)


def folding(haystacks: Iterable[str]) -> dict[str, str]:
    """Return for each character shown the others that are written for it: 区 → 區."""
    shown = sorted(set().union(*haystacks))
    others = {char: "".join(each for each in variants(char) if each != char) for char in shown}
    return {char: rest for char, rest in others.items() if rest}


def sounds(haystacks: Iterable[str]) -> dict[str, str]:
    """Return for each syllable, without its tone, the characters that are read so: qing → 清青."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for char in sorted(set().union(*haystacks)):
        if char.isascii():
            continue
        readings = (each for one in variants(char) for each in tables.readings(one)[:_READINGS])
        for syllable in dict.fromkeys(way for each in readings for way in _typed(each)):
            found[syllable].append(char)
    return {syllable: "".join(chars) for syllable, chars in sorted(found.items())}


def _typed(reading: str) -> Iterable[str]:
    """Return how a reading is typed: lǜ as lv and as lu."""
    marks = normalize("NFD", reading)
    plain = "".join(mark for mark in marks if not combining(mark))
    return (plain, plain.replace("u", "v")) if _DIAERESIS in marks else (plain,)


def _key(text: str) -> str:
    """Return what page.js makes of what is typed."""
    return fold(normalize("NFKC", text)).casefold()
