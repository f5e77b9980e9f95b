"""Misread lines judged and read again."""

from collections.abc import Iterator

from pilotdiff.model import RepairKind, Said, Wildcard, chained, msg
from pilotdiff.model.repairs import LOST
from pilotdiff.repair.mojibake.gaps import Char, Misreading
from pilotdiff.repair.mojibake.misread import Byte, bytes_of, read_again
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

_SIGNS = frozenset("、，。：；（）《》“”〈〉！？·—…【】")


def misreading_of(sample: str, *, wide: bool) -> str:
    """Return the misreading that makes three quarters of the sample's bytes Chinese, "" for none.

    `wide` says that the sample is shown mostly in Chinese characters.
    """
    latin = (Misreading.UTF8_AS_LATIN, Misreading.GBK_AS_LATIN)
    for misread in (Misreading.UTF8_AS_GBK,) if wide else latin:
        if _share(sample, misread, least=2) > 0.75:
            return misread
    return ""


def _share(text: str, misread: Misreading, least: int) -> float:
    """Return the share of the high bytes that are Chinese characters, read again; 0 below
    `least`."""
    data = bytes_of(text, misread)
    chars = list(read_again(data, misread))
    high = sum(not 0 <= byte.value < 0x80 for byte in data)
    whole = [char for char in chars if _chinese(char.char)]
    partly = [char for char in chars if char.wildcard is not None]
    if len(whole) < least:
        return 0.0
    good = sum(char.end - char.start for char in whole)
    return (good + sum(char.end - char.start for char in partly) / 2) / high


def _chinese(char: str) -> bool:
    return "一" <= char <= "鿿" or char in _SIGNS


def reread(text: str, misread: str) -> RepairStep:
    """Read a line again, with one repair for each stretch that can be told apart."""
    how = Misreading(misread)
    if text.isascii() or _share(text, how, least=1) < 0.6:
        return RepairStep(text, (), (Wildcard(),) * text.count(LOST))
    data = bytes_of(text, how)
    chars = list(read_again(data, how))
    mended, repairs = carried_out(RepairKind.MOJIBAKE, text, _edits(text, data, chars, how))
    known = tuple(char.wildcard or Wildcard() for char in chars if char.char == LOST)
    return RepairStep(mended, repairs, known)


def _edits(
    text: str, data: list[Byte], chars: list[Char], how: Misreading
) -> Iterator[Replacement]:
    """Yield one edit for each shortest stretch that begins and ends with a shown character."""
    group: list[Char] = []
    for char in chars:
        group.append(char)
        if char.end < len(data) and data[char.end].at == data[char.end - 1].at:
            continue
        start, end = data[group[0].start].at, data[char.end - 1].at + 1
        after = "".join(one.char for one in group)
        if after != text[start:end]:
            yield Replacement(start, end, after, _why(data, group, after, how))
        group = []


def _why(data: list[Byte], group: list[Char], after: str, how: Misreading) -> Said:
    values = (byte.value for byte in data[group[0].start : group[-1].end])
    shown = " ".join(f"{value:02X}" if value >= 0 else "??" for value in values)
    meant, read = how.upper().split(" AS ")
    reading = msg(
        "{bytes}, read as {read}, are {text} in {meant}",
        bytes=shown,
        read=read,
        text=after,
        meant=meant,
    )
    return chained([reading, *(char.said for char in group if char.said)])
