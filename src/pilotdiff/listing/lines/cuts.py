"""Lines cut at their separators; what stands in brackets is never cut."""

import re
from collections.abc import Iterator

from pilotdiff.patterns import END_OF_A_NAME, pattern

OPENING, CLOSING = "（(【〔[《", "）)】〕]》"
# Between two digits they belong to a time or a range: 8：30, 12—15号院.
_COLON = pattern(r"(?<!\d)(?:[：:]|—{1,2}|－－|–)|(?:[：:]|—{1,2}|－－|–)(?![\d—])")
# Behind a clause of a sentence.
CLAUSE_END = pattern(r"[，,。；;]")
# Between the names of a row.
BETWEEN_NAMES = pattern(
    r"[，,\t|/／↔⇔⟷]|(?<![\s；;：:和及与][\d一二三四五六七八九十])(?<![\s；;：:和及与]\d\d)(?<![\s；;：:]\d\d\d)(?<![\s；;：:][一二三四五六七八九十]{2})(?<![\s；;：:][一二三四五六七八九十]{3})、|(?<=[省市州盟县区旗镇乡村道场团社屯会]|[）)])\s?[+＋&＆]\s?(?=\p{Han})|(?<=[”」』》])(?=[“「『《])|(?<=[县区旗镇乡道])(?:以?及|和)其?(?:所辖|下辖)的?(?=\p{Han})|(?<!\s)(?<!\s\d)(?<!\s\d\d)(?<!\s\d\d\d)\s{2,}|\s(?=(?:[①-⒇❶-❿㊀-㊉]\s?\p{Han}{2}|\d{1,4}[.．](?!\d)|(?:\d{1,4}|[一二三四五六七八九十]{1,3})、|[（(]\d{1,3}[)）]\s?\p{Han}|(?:[A-Za-z]|[Ⅰ-Ⅻ]|\d{1,3})[.．、)）]\s?\p{Han}{2}))|(?<=\p{Han}|[）)])\s(?=\d{1,4}\s+\p{Han}{3})|"
    # A.白溪镇和B.南岭镇
    f"{END_OF_A_NAME}"
    r"(?:以及|[和及与])(?=(?:[A-Za-z]|\d{1,3})[.．、)）]\s?\p{Han}{2}|[（(]\d{1,3}[)）]\s?\p{Han}{2})|"
    # 白溪镇（1）东岭村（2）西岭村
    f"(?:{END_OF_A_NAME}|(?<=个[）)])|(?<=\\d个))"
    r"(?=[（(]\d{1,3}[)）]\s?\p{Han}{2})|"
    f"{END_OF_A_NAME}"
    r"(?=\d{1,3}[.．、)）]\p{Han}{3})|(?<=\p{Han}|[）)])(?=[①-⒇❶-❿㊀-㊉]\p{Han})"
)


def pieces_between(
    text: str, start: int, end: int, separator: re.Pattern[str]
) -> Iterator[tuple[int, int]]:
    """Yield the non-blank pieces between separators that stand outside brackets."""
    cuts = {m.start(): m.end() for m in separator.finditer(text, start, end)}
    if not cuts:
        if text[start:end].strip():
            yield start, end
        return
    depth, at = 0, start
    index = start
    while index < end:
        c = text[index]
        if depth == 0 and cuts.get(index) == index and index > at:
            if text[at:index].strip():
                yield at, index
            at = index
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and index in cuts:
            if text[at:index].strip():
                yield at, index
            at = index
            if cuts[index] > index:
                at = index = cuts[index]
                continue
        index += 1
    if text[at:end].strip():
        yield at, end


def within_brackets(text: str, start: int, at: int) -> bool:
    """Tell whether a bracket that opens behind `start` is still open at `at`.

    >>> within_brackets("（清岗", 0, 1), within_brackets("（清岗）县", 0, 4)
    (True, False)
    """
    before = text[start:at]
    return sum(before.count(c) for c in OPENING) > sum(before.count(c) for c in CLOSING)


def colons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where colons stand outside brackets.

    >>> list(colons("成都市：温江区（注：新）", 0, 12))
    [(3, 4)]
    """
    for match in _COLON.finditer(text, start, end):
        if not within_brackets(text, start, match.start()):
            yield match.span()
