"""Documents whose bytes were read in the wrong character set as a whole.

The decision is made over a whole document, since a few characters prove nothing; each line is then
read again. What a reader dropped leaves a 〓, unless what survived admits one kind of unit only:
娴欐睙鐪 lost the last byte of 浙江省.
"""

import re
from collections.abc import Iterable

from pilotdiff.repair.repair_steps import RepairStep

MOJIBAKE_SAMPLE = 1000  # characters that decide
# Rows of them lead from a title to its page, or set a name in, and stand for no letter: …………12.
_NO_LETTERS = frozenset("…—–·•‥─━‘’“”\u00a0\u2002\u2003\u2009")


def judge_mojibake(texts: Iterable[str]) -> str:
    """Tell how a document was misread: "utf-8 as gbk", "gbk as latin-1", "utf-8 as latin-1" or "".

    Looks at about a thousand characters from lines that are not plain ASCII. Sound text is never
    taken for misread: three quarters of its bytes would have to form characters in another
    character set; about a third of them do by chance.

    >>> judge_mojibake(["娴欐睙鐪佹澀宸炲競"])
    <Misreading.UTF8_AS_GBK: 'utf-8 as gbk'>
    """
    sample = _sample(texts)
    wide = sum(char > "\u2fff" for char in sample)
    narrow = sum("\x80" <= char < "\u2fff" and char not in _NO_LETTERS for char in sample)
    if not _looks_utf8(sample) if wide > narrow else 3 * narrow < len("".join(sample.split())):
        return ""
    from pilotdiff.repair.mojibake.reread import misreading_of  # seldom needed, and dear to import

    return misreading_of(sample, wide=wide > narrow)


def mend_mojibake(text: str, misread: str) -> RepairStep:
    """Read a line again as it was meant; leave one alone that is sound by itself."""
    from pilotdiff.repair.mojibake.reread import reread

    return reread(text, misread)


def _sample(texts: Iterable[str]) -> str:
    lines: list[str] = []
    size = 0
    for text in texts:
        if not text.isascii():
            lines.append(text[:MOJIBAKE_SAMPLE])
            size += len(lines[-1])
            if size > MOJIBAKE_SAMPLE:
                break
    return "\n".join(lines)


def _looks_utf8(sample: str) -> bool:
    """Tell whether the GBK bytes hold so many three-byte characters that a closer look is
    worth it."""
    data = sample.encode("gb18030", errors="replace")
    found = len(re.findall(rb"[\xe2-\xef][\x80-\xbf]{2}", data))
    return 3 * found > 0.5 * len(data)
