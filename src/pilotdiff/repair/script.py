"""Which script a document is in, and the careful way from traditional to simplified.

Converting blindly corrupts official names (乾安县 → 干安县): some characters are standard in both
scripts. Those in tables/kept.tsv stay as they are, except inside ordinary words (關於, 重覆).
"""

import re
from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import islice

from pilotdiff.model import RepairKind
from pilotdiff.patterns import pattern
from pilotdiff.repair import tables
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

SCRIPT_SAMPLE = 20_000  # characters that decide a document's script
_OLD_KINDS = frozenset("縣區鎮鄉莊")
KINDS = "省市州盟縣县區区旗鎮镇鄉乡街村社莊庄"


@cache
def _one_script() -> tuple[frozenset[str], frozenset[str]]:
    to_simplified, to_traditional = tables.opencc("TSCharacters"), tables.opencc("STCharacters")
    kept = {row[0] for row in tables.own("kept")}
    traditional = {c for c, to in to_simplified.items() if c not in to} - kept
    simplified = {c for c, to in to_traditional.items() if c not in to}
    return frozenset(traditional - simplified), frozenset(simplified - traditional)


def judge_script(texts: Iterable[str]) -> str:
    """Return the script of a document's texts: "traditional", "simplified", "" when no character
    tells.

    Counts characters that exist in one script alone in the first 20,000 characters; those that are
    written in both (乾 於 后 里) take no part.

    >>> judge_script(["溫江區柳城街道", "1、清江社區"])
    'traditional'
    """
    traditional, simplified = _one_script()
    told = _counted(texts)
    old, new = (_sum(told, script) for script in (traditional, simplified))
    if old == new:
        return ""
    return "traditional" if old > new else "simplified"


# Of the characters that tell a script: so many traditional ones are no accident of names.
_FEWEST_OLD = 4
_ONE_IN = 10


def is_mixed(texts: Iterable[str]) -> bool:
    """Tell whether documents that are not in traditional script hold enough of it that every such
    character is written so: pages that several people write.

    >>> is_mixed(["縣级行政区 地級行政區", "鄭州市管城回族區", "洛陽市"])
    True
    """
    traditional, simplified = _one_script()
    told = _counted(texts)
    old = {char for char in traditional & told.keys() if not _encodes(char, "gb2312")}
    return len(old) >= _FEWEST_OLD and _ONE_IN * _sum(told, old) >= _sum(told, simplified)


def _counted(texts: Iterable[str]) -> Counter[str]:
    """Return how often each character stands in the first texts, those that decide."""
    first: list[str] = []
    seen = 0
    for text in texts:
        first.append(text)
        seen += len(text)
        if seen > SCRIPT_SAMPLE:
            break
    return Counter("".join(first))


def _sum(told: Counter[str], characters: AbstractSet[str]) -> int:
    return sum(told[char] for char in characters & told.keys())


def is_traditional(text: str) -> bool:
    """Tell whether a line alone is in traditional script, whatever its document is in.

    One character may be a name's own way of writing; two, or that of a kind, are no accident.

    >>> is_traditional("溫江區柳城街道")
    True
    """
    old = _one_script()[0]
    if old.isdisjoint(text):
        return False
    # Those that the standard of simplified script, GB 2312, has as well tell nothing.
    found = [char for char in old.intersection(text) if not _encodes(char, "gb2312")]
    if not found:
        return False
    several = len(found) > 1 or not _OLD_KINDS.isdisjoint(text)
    return several and judge_script([text]) == "traditional"


def mixes_scripts(text: str) -> bool:
    """Tell whether a text holds characters of both scripts, none of which the other one's standard
    (GB 2312, Big5) has as well: 峰 is written in either.

    >>> mixes_scripts("温江區")
    True
    """
    traditional, simplified = _one_script()
    characters = set(text)
    return any(not _encodes(c, "gb2312") for c in characters & traditional) and any(
        not _encodes(c, "big5") for c in characters & simplified
    )


@cache
def _encodes(character: str, charset: str) -> bool:
    return bool(character.encode(charset, "ignore"))


@cache
def _characters() -> dict[int, str]:
    """Return what each traditional character is shown as; beyond the Basic Plane no office writes
    it."""
    kept = {row[0] for row in tables.own("kept")}
    pairs = ((char, to[0]) for char, to in tables.opencc("TSCharacters").items())
    table = {ord(a): b for a, b in pairs if a != b and a not in kept and ord(b) < 0x10000}
    return table | {ord(old): new for old, new in _always().items() if len(old) == 1}


@cache
def _always() -> dict[str, str]:
    """Return what is converted in any line (縣, 貴州), and what it becomes."""
    return {row[0]: row[1] for row in tables.own("always")}


@cache
def _always_pattern() -> re.Pattern[str]:
    return pattern("|".join(_always()))


@cache
def _always_marks() -> frozenset[str]:
    """Return the characters without which a line holds nothing of the kind."""
    return frozenset(
        a for old, new in _always().items() for a, b in zip(old, new, strict=True) if a != b
    )


@cache
def _words() -> dict[str, str]:
    """Return the words whose characters convert otherwise than one by one."""
    phrases = ((a, to.split(" ")[0]) for a, to in tables.opencc("TSPhrases").items())
    words = {a: b for a, b in phrases if len(a) == len(b)}
    return words | {row[0]: row[1] for row in tables.own("words")}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_words(), key=len, reverse=True)
    # Directly before a kind the word is a name: 藉口鎮 is no 借口.
    return pattern(f"(?:{'|'.join(longest_first)})(?![{KINDS}])")


@cache
def _telling() -> frozenset[str]:
    """Return the characters that a word converts otherwise: only a text that has one is looked
    through."""
    table = _characters()
    pairs = (zip(word, plain, strict=True) for word, plain in _words().items())
    return frozenset(c for pair in pairs for c, plain in pair if table.get(ord(c), c) != plain)


def to_simplified(text: str) -> str:
    """Convert a text to simplified script as an official would write it; its length never
    changes.

    >>> to_simplified("溫江區柳城街道")
    '温江区柳城街道'
    """
    plain = text.translate(_characters())
    if _telling().isdisjoint(text):
        return plain
    words = _words()
    for hit in _pattern().finditer(text):
        plain = plain[: hit.start()] + words[hit.group()] + plain[hit.end() :]
    return plain


def convert_script(text: str) -> RepairStep:
    """Convert a line in traditional script: one repair from first to last change."""
    return script_step(text, to_simplified(text))


def convert_line(text: str) -> RepairStep:
    """Convert a line of a document that is not in traditional script.

    A line that is so by itself is converted whole; in any other one only what no simplified name
    holds is: a kind (清岗縣 is 清岗县), the name of a province (陜西省 is 陕西省).

    >>> convert_line("溫江區").text
    '温江区'
    """
    if is_traditional(text):
        return convert_script(text)
    if _always_marks().isdisjoint(text):
        return RepairStep(text)
    return script_step(text, _always_pattern().sub(lambda old: _always()[old[0]], text))


def script_step(text: str, plain: str) -> RepairStep:
    """Return the step from a text to the same in simplified script.

    >>> [(r.before, r.after) for r in script_step("溫江區", "温江区").repairs]
    [('溫江區', '温江区')]
    """
    if plain == text:
        return RepairStep(text)
    start = next(i for i in range(len(text)) if text[i] != plain[i])
    end = next(i for i in range(len(text), 0, -1) if text[i - 1] != plain[i - 1])
    changed = dict.fromkeys(a + b for a, b in zip(text, plain, strict=True) if a != b)
    shown = "、".join(f"{pair[0]} → {pair[1]}" for pair in islice(changed, 8))
    return RepairStep(
        *carried_out(RepairKind.SCRIPT, text, [Replacement(start, end, plain[start:end], shown)])
    )
