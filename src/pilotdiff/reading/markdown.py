"""Markdown: the lines of the source with headings and pipe tables recognised, marks taken off."""

from collections.abc import Iterator

from pilotdiff.model import Line
from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import Contents, RawSource, struck_out
from pilotdiff.reading.limits import MAX_LINE
from pilotdiff.reading.text import decoded_text, split_lines

# What is struck out: ~~石桥村~~.
_STRUCK = pattern(r"(?<!~)~~(?=[^\s~])([^~\n]{1,400}?)(?<=\S)~~(?!~)")
_CLOSING = pattern(r"[ \t]#+$")
_LONGEST_RULE = 1_000
_UNDERLINE = pattern(r" {0,3}(=+|-{3,})[ \t]*$")
_RULE = pattern(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_BULLET = pattern(r"^[ \t]*(?:>[ \t]?)*[ \t]*(?:[-*+][ \t]+)?")
_FENCE = pattern(r" {0,3}(?:```|~~~)")


def contents(source: RawSource) -> Contents:
    """Return one Line a line of the source that is not blank, rows of pipe tables as cells."""
    decoded = decoded_text(source)
    struck = [match[1] for match in _STRUCK.finditer(decoded.text)]
    lines = tuple(_lines(split_lines(_STRUCK.sub("", decoded.text) if struck else decoded.text)))
    notes = (*decoded.notes, *struck_out(struck))
    return Contents(lines, notes, decoded.encoding, decoded.certainty)


_TITLE = pattern(r"title[ \t]*:[ \t]*[\"']?(.*?)[\"']?[ \t]*$")


def _lines(texts: list[str]) -> Iterator[Line]:
    in_table = False
    front = _front_matter(texts)
    for number, text in enumerate(texts, 1):
        if number <= front:
            if title := _TITLE.match(text):
                yield Line(number, title[1], heading=1)
            continue
        after = texts[number] if number < len(texts) else ""
        if _is_rule(text, in_table) or _FENCE.match(text):
            continue
        in_table = "|" in text and (in_table or _starts_table(text, after))
        line = _row(number, text) if in_table else _prose(number, text, after)
        if line.text.strip() or any(line.cells):
            yield line


_FIELD = pattern(r"[\w-]{1,40}[ \t]*:|[ \t]*-[ \t]|[ \t]+\S")


def _front_matter(texts: list[str]) -> int:
    """Return how many lines say what the page is (title: …) before it begins."""
    if not texts or texts[0].strip() != "---":
        return 0
    end = next((at for at, text in enumerate(texts[1:40], 2) if text.strip() == "---"), 0)
    inner = [text for text in texts[1 : end - 1] if text.strip()]
    return end if inner and all(map(_FIELD.match, inner)) else 0


def _is_rule(text: str, in_table: bool) -> bool:
    if len(text) > _LONGEST_RULE:
        return False
    return (in_table and bool(_RULE.match(text.strip()))) or bool(_UNDERLINE.match(text))


def _starts_table(text: str, after: str) -> bool:
    rule = after[:_LONGEST_RULE].strip()
    return "|" in rule and bool(_RULE.match(rule)) and len(_cells(text)) == len(_cells(rule))


_BORDER = pattern(r"(?<!\\)\|")


def _cells(text: str) -> list[str]:
    return _BORDER.split(text.strip().removeprefix("|").removesuffix("|"))


def _row(number: int, text: str) -> Line:
    return Line(number, "", tuple(_plain(cell).strip() for cell in _cells(text)))


_HEADING = pattern(r" {0,3}(#{1,6})[ \t]+(.*)$")


def _prose(number: int, text: str, after: str) -> Line:
    heading = _HEADING.match(text)
    if heading:
        title = _CLOSING.sub("", heading[2].rstrip()).rstrip()
        return Line(number, _plain(title), heading=len(heading[1]))
    underline = _UNDERLINE.match(after[:_LONGEST_RULE])
    if underline and text.strip() and _BULLET.sub("", text, count=1) == text.lstrip():
        return Line(number, _plain(text).strip(), heading=1 if "=" in underline[1] else 2)
    return Line(number, _set_in(text) + _plain(_BULLET.sub("", text, count=1)))


_NESTED = pattern(r"([ \t]{2,}|\t)[-*+][ \t]+(?=\S)")


def _set_in(text: str) -> str:
    """Return the blanks before the sign of a list that stands within another."""
    nested = _NESTED.match(text)
    return nested[1].expandtabs(4) if nested else ""


_PICTURE = pattern(r"!\[[^\[\]]*\]\([^()]*\)")
_LINK = pattern(r"\[([^\[\]]*)\]\([^()]*\)")
_STRONG = pattern(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPE = pattern(r"\\([\\`*_{}\[\]()#+\-.!|>~])")


def _plain(text: str) -> str:
    """Return a text without the marks of emphasis, links and escapes; a line too long to be read as
    it stands."""
    if len(text) > MAX_LINE:
        return text
    if "[" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub("", text))
    if "**" in text or "__" in text:
        text = _STRONG.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text
