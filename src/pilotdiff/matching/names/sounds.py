"""How characters sound: names taken down by ear differ in writing alone (濛阳/蒙阳, 付家/傅家)."""

import unicodedata
from functools import lru_cache
from itertools import product

from pilotdiff.repair.tables import readings

# What dialects and ears confuse (n/l, in/ing, zh/z, h/f): one spelling stands for each group.
_CONFUSED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"), ("l", "n"), ("hu", "f"))


@lru_cache(maxsize=1 << 14)
def _readings(char: str) -> tuple[str, ...]:
    return tuple(_toneless(reading) for reading in readings(char))


def _toneless(reading: str) -> str:
    # Parted from its tone, ü is u and two dots: as keyboards have it, v.
    marks = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


@lru_cache(maxsize=1 << 14)
def _confused(char: str) -> tuple[str, ...]:
    found = []
    for reading in _readings(char):
        for group, spelling in _CONFUSED:
            reading = reading.replace(group, spelling)
        found.append(reading)
    return tuple(found)


def alike(one: str, other: str) -> bool:
    """Tell whether two characters share a reading, tones aside."""
    return one == other or not set(_readings(one)).isdisjoint(_readings(other))


def mostly_alike(one: str, other: str) -> bool:
    """Tell whether two characters are read alike in the reading most in use, tones aside.

    >>> mostly_alike("福", "府"), mostly_alike("行", "航")
    (True, False)
    """
    return one == other or (_readings(one)[:1] == _readings(other)[:1] != ())


def nearly_alike(one: str, other: str) -> bool:
    """Tell whether two characters share a reading to an ear that knows dialect."""
    return one == other or not set(_confused(one)).isdisjoint(_confused(other))


@lru_cache(maxsize=1 << 14)
def _beginnings(char: str) -> frozenset[str]:
    return frozenset(reading[:1] for reading in _confused(char))


def begin_alike(one: str, other: str) -> bool:
    """Tell whether two characters begin with one consonant: names of other tongues are written by
    ear (巴彦 and 巴音, 德 and 都)."""
    return one == other or not _beginnings(one).isdisjoint(_beginnings(other))


def soundings(stem: str) -> set[str]:
    """Return how a name may be spoken, tones aside: each character in the two readings most in use.

    >>> sorted(soundings("圪塔") & soundings("疙瘩")), sorted(soundings("清岗"))
    (["ge'da", "yi'da"], ["qing'gang"])
    """
    read = (tuple(dict.fromkeys(_readings(char)))[:2] or (char,) for char in stem[:_SPOKEN])
    return {"'".join(each) for each in product(*read)}


# Of a longer name so many characters.
_SPOKEN = 5


@lru_cache(maxsize=1 << 16)
def sound_key(stem: str) -> str:
    """Return a key that is equal for stems of the same sound, by each character's first reading.

    >>> sound_key("清岗"), sound_key("青冈")
    ("qin'gan", "qin'gan")
    """
    return "'".join((_confused(char) or (char,))[0] for char in stem)
