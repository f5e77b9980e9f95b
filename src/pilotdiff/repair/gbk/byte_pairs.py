"""Byte pairs of GBK: the characters they are, and what stands where a byte was lost."""

from pilotdiff.repair import tables
from pilotdiff.repair.pinyin import same_reading

# The characters that stand where bytes were lost: a question mark, narrow or wide, or U+FFFD.
MARKERS = "?？\ufffd"
# A byte that nothing is known of.
LOST_BYTE = -1


def character(lead: int, trail: int) -> str:
    """Return the character of a GBK byte pair, "" where there is none."""
    try:
        char = bytes((lead, trail)).decode("gb18030")
    except UnicodeDecodeError:
        return ""
    return char if len(char) == 1 and not "\ue000" <= char <= "\uf8ff" else ""


def read_as(lead: int, trail: int, reading: str) -> bool:
    """Tell whether the pair is a character with that reading."""
    char = character(lead, trail)
    return bool(char) and any(same_reading(reading, one) for one in tables.readings(char))
