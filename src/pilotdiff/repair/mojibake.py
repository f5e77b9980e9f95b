"""Documents whose bytes were read in the wrong character set as a whole.

The decision is made over a whole document, since a few characters prove nothing; each line is then
read again. What a reader dropped leaves a 〓, unless what survived admits one kind of unit only:
娴欐睙鐪 lost the last byte of 浙江省.
"""

import re
from collections.abc import Iterable, Iterator

from pilotdiff.model import RepairKind, Wildcard
from pilotdiff.model.repairs import WILDCARD
from pilotdiff.repair.gaps import Char, Misreading
from pilotdiff.repair.misread import Byte, bytes_of, read_again
from pilotdiff.repair.steps import Edit, Step, apply

SAMPLE = 1000  # characters that decide
_SIGNS = frozenset("、，。：；（）《》“”〈〉！？·—…【】")


def judge_mojibake(texts: Iterable[str]) -> str:
    """How a document was misread: "utf-8 as gbk", "gbk as latin-1", "utf-8 as latin-1" or "".

    Looks at about a thousand characters from lines that are not plain ASCII. Sound text is never
    taken for misread: three quarters of its bytes would have to form characters in another
    character set; about a third of them do by chance.
    """
    sample = _sample(texts)
    wide = sum(char > "\u2fff" for char in sample)
    narrow = sum("\x80" <= char < "\u2fff" for char in sample)
    if wide > narrow:
        return _if_good(sample, Misreading.UTF8_AS_GBK) if _looks_utf8(sample) else ""
    if 3 * narrow < sum(not char.isspace() for char in sample):
        return ""
    utf8 = _if_good(sample, Misreading.UTF8_AS_LATIN)
    return utf8 or _if_good(sample, Misreading.GBK_AS_LATIN)


def _sample(texts: Iterable[str]) -> str:
    lines, size = [], 0
    for text in texts:
        if not text.isascii():
            lines.append(text[:SAMPLE])
            size += len(lines[-1])
            if size > SAMPLE:
                break
    return "\n".join(lines)


def _looks_utf8(sample: str) -> bool:
    """Whether the GBK bytes hold so many three-byte characters that a closer look is worth it."""
    data = sample.encode("gb18030", errors="replace")
    found = len(re.findall(rb"[\xe2-\xef][\x80-\xbf]{2}", data))
    return 3 * found > 0.5 * len(data)


def _if_good(text: str, misread: Misreading) -> str:
    return misread if _share(text, misread, least=2) > 0.75 else ""


def _share(text: str, misread: Misreading, least: int) -> float:
    """The share of the high bytes that are Chinese characters, read again; 0 below `least`."""
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


def mend_mojibake(text: str, misread: str) -> Step:
    """One line read again as it was meant; a line that is sound by itself is left alone."""
    how = Misreading(misread)
    if text.isascii() or _share(text, how, least=1) < 0.6:
        return Step(text, (), (Wildcard(),) * text.count(WILDCARD))
    data = bytes_of(text, how)
    chars = list(read_again(data, how))
    mended, repairs = apply(RepairKind.MOJIBAKE, text, _edits(text, data, chars, how))
    known = tuple(char.wildcard or Wildcard() for char in chars if char.char == WILDCARD)
    return Step(mended, repairs, known)


def _edits(text: str, data: list[Byte], chars: list[Char], how: Misreading) -> Iterator[Edit]:
    """One edit for each shortest stretch that begins and ends with a shown character."""
    group: list[Char] = []
    for char in chars:
        group.append(char)
        if char.end < len(data) and data[char.end].at == data[char.end - 1].at:
            continue
        start, end = data[group[0].start].at, data[char.end - 1].at + 1
        after = "".join(one.char for one in group)
        if after != text[start:end]:
            yield Edit(start, end, after, _why(data, group, after, how))
        group = []


def _why(data: list[Byte], group: list[Char], after: str, how: Misreading) -> str:
    values = (byte.value for byte in data[group[0].start : group[-1].end])
    shown = " ".join(f"{value:02X}" if value >= 0 else "??" for value in values)
    meant, read = how.upper().split(" AS ")
    said = [char.said for char in group if char.said]
    return "; ".join([f"{shown}, read as {read}, are {after} in {meant}", *said])
