"""The documents that a text refers to by number, each with the title that stands beside it."""

import re
from collections.abc import Iterable, Iterator

from pilotdiff.model import Citation
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text, spaced_once

DOCUMENT_NUMBER = pattern(
    r"(?P<office>\p{Han}{1,12})\s*(?:字\s*)?[〔［\[（(【]\s*(?P<year>(?:19|20)\d\d)\s*[〕］\]）)】]\s*第?\s*(?P<number>\d{1,5})\s*号",
    needs="号",
)


def read_citations(texts: Iterable[Text]) -> list[Citation]:
    """Return every number with its title, in the order of the text; the document's own among
    them."""
    return [citation for text in texts for citation in _in_line(text)]


def number_shown(match: re.Match[str]) -> str:
    """Return a number as the standard writes it: 川民发〔2022〕37号."""
    return f"{_office(match)}〔{match['year']}〕{int(match['number'])}号"


_LABEL = pattern(r"^[^：:]{0,6}(?:文号|编号|字号)\s*[:：]\s*")
_BRACKETED = pattern(r"^[（(]\s*(.*号)\s*[）)]$")


_CITING = pattern(r"[《》]|^(?:根据|依据|按照?|依照|转发|附件|来源|见)")


def before_number(line: str) -> tuple[str, str]:
    """Return what stands before the number that ends a line, and the number; the line and "" where
    none does, or where it is that of a document which the line cites.

    >>> before_number("关于公布试点单位名单的通知（澄民发〔2021〕8号）")
    ('关于公布试点单位名单的通知', '澄民发〔2021〕8号')
    >>> before_number("《关于公布名单的通知》（澄民发〔2021〕8号）")
    ('《关于公布名单的通知》（澄民发〔2021〕8号）', '')
    """
    text = line.strip()
    bare = text.rstrip("）)")
    found = [match for match in DOCUMENT_NUMBER.finditer(bare) if match.end() == len(bare)]
    before = bare[: found[0].start()] if found else ""
    title = before.rstrip("（( \t\u3000")
    if not title or title == before or _CITING.search(title):
        return text, ""
    return title, number_shown(found[0])


def own_number(line: str) -> str:
    """Return the number that is all of a line, with or without brackets; "" when it is none.

    >>> own_number("（川民发〔2022〕 37号）"), own_number("见川民发〔2022〕37号文件。")
    ('川民发〔2022〕37号', '')
    """
    if "号" not in line:
        return ""
    bare = _LABEL.sub("", line.strip())
    bare = _BRACKETED.sub(r"\1", bare)
    match = DOCUMENT_NUMBER.match(bare)
    return number_shown(match) if match is not None and len(match[0]) >= len(bare) - 2 else ""


_OFFICE_CUT = pattern(
    r".*(?:根据|按照|依据|依照|遵照|落实|印发|通知|文件|方案|号)(?:和|及|与|的|以)?"
)
# Behind these an office begins, even one that begins with such a word: （和政发〔2022〕1号）.
_JOINED_CUT = pattern(r".*(?:以|和|及|与|的)")
_OPENS = "（(【《〈“"


def _office(match: re.Match[str]) -> str:
    """Return the office's own letters, without the words of the sentence that run into them."""
    office = _OFFICE_CUT.sub("", match["office"])
    start = match.start()
    if start and match.string[start - 1] not in _OPENS:
        office = _JOINED_CUT.sub("", office)
    return office or match["office"]


def _in_line(text: Text) -> Iterator[Citation]:
    line = text.text
    for match in DOCUMENT_NUMBER.finditer(line):
        start = match.end("office") - len(_office(match))
        title = _title_before(line, start) or _title_behind(line, match.end())
        yield Citation(number_shown(match), title, text.line_at(match.start()))


_BEFORE = pattern(r"》\s*[（(]\s*$")


def _title_before(line: str, start: int) -> str:
    """Return the title of 《…》（number: it ends where the bracket opens; titles hold titles."""
    closed = _BEFORE.search(line[:start])
    if closed is None:
        return ""
    depth = 0
    for at in range(closed.start(), -1, -1):
        depth += (line[at] == "》") - (line[at] == "《")
        if depth == 0:
            return spaced_once(line[at + 1 : closed.start()])
    return ""


_BEHIND = pattern(r"\s*(?:文件\s*|(?:文件)?印发的?\s*)?《")


def _title_behind(line: str, end: int) -> str:
    """Return the title of number《…》, and number文件印发的《…》."""
    opening = _BEHIND.match(line, end)
    close = line.find("》", opening.end()) if opening else -1
    return spaced_once(line[opening.end() : close]) if opening and close > 0 else ""
