"""Pinyin annotations that a mirror glued behind a character: 區(qū), 鎮(zhèn).

An annotation is one to four syllables in brackets behind a character. A tone mark is proof enough;
without one (区(qu)) the letters must be a reading of the very character in front of them. Ordinals
and notes such as (一), (A), (2022), (PPP) or (市、縣) are none.
"""

import re
from functools import cache, lru_cache
from unicodedata import normalize

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair import tables
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

TONED = "āáǎàēéěèêếềīíǐìōóǒòūúǔùǖǘǚǜńňǹḿăĕĭŏŭ"
LATIN = f"a-zA-Z{TONED}üɡɑ"
OPENING = "(（［\\[〔"
CLOSING = ")）］\\]〕"
_HAN = (("\u3400", "\u4dbf"), ("\u4e00", "\u9fff"), ("\U00020000", "\U0003ffff"))


@cache
def _annotation() -> re.Pattern[str]:
    letters = rf"[{LATIN}\u0300-\u030c]{{1,7}}"
    return pattern(rf"[{OPENING}] ?({letters}(?:[ '’]{letters}){{0,3}}) ?[{CLOSING}]")


def drop_annotations(text: str) -> RepairStep:
    """Drop the pinyin that annotates a text, one repair for each: 區(qū) → 區.

    >>> drop_annotations("溫江區(qū)柳城街道").text
    '溫江區柳城街道'
    """
    found: list[Replacement] = []
    for hit in _annotation().finditer(text):
        # A page that was annotated twice has two behind one character.
        again = bool(found) and found[-1].end == hit.start()
        behind = found[-1].start if again else hit.start()
        char = text[behind - 1] if behind else ""
        if char and _is_han(char) and is_reading(hit.group(1), char):
            start = found.pop().start if again else hit.start()
            why = msg("{pinyin} is how {char} is read", pinyin=hit.group(1), char=char)
            found.append(Replacement(start, hit.end(), "", why))
    return RepairStep(*carried_out(RepairKind.PINYIN, text, found))


def _is_han(char: str) -> bool:
    # As a class of an expression these ranges would take a millisecond to compile.
    return any(first <= char <= last for first, last in _HAN)


def is_reading(letters: str, char: str) -> bool:
    """Tell whether the letters annotate the character: by their tone mark, else by its own
    readings.

    >>> is_reading("qū", "區")
    True
    """
    plain = letters.lower()
    if plain != letters:
        return False
    if toneless(plain) != normalize("NFC", plain).replace("ɡ", "g").replace("ɑ", "a"):
        return True
    return len(plain) > 1 and plain in {toneless(reading) for reading in tables.readings(char)}


@lru_cache(maxsize=1 << 12)  # a page annotates few characters, each many times
def toneless(pinyin: str) -> str:
    """Drop the tone marks of a syllable: zhèn → zhen; ü stays ü.

    >>> toneless("zhèn")
    'zhen'
    """
    decomposed = normalize("NFD", pinyin.replace("ɡ", "g").replace("ɑ", "a"))
    kept = (char for char in decomposed if char == "\u0308" or not "\u0300" <= char <= "\u036f")
    return normalize("NFC", "".join(kept))


def same_reading(one: str, other: str) -> bool:
    """Tell whether two syllables are one reading; a missing tone mark agrees with every tone."""
    one, other = normalize("NFC", one.lower()), normalize("NFC", other.lower())
    if toneless(one) == one or toneless(other) == other:
        return toneless(one) == toneless(other)
    return one == other
