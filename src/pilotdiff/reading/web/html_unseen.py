"""What a page holds and nobody sees on it: the data of its scripts, parts that are not shown."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from pilotdiff.patterns import HAN, pattern
from pilotdiff.reading.data.json_tables import tables_in
from pilotdiff.reading.data.json_values import holds_words
from pilotdiff.reading.web.html_walk import is_hidden, is_menu
from pilotdiff.reading.web.script_data import script_values

Unseen: TypeAlias = etree._Element | str | list[tuple[str, ...]]
"""An element that is not shown, the source of a piece of a page, or the rows of a table."""

_WRITTEN = pattern(r"\p{Han}|\\\\?u[3-9][0-9a-fA-F]{3}")
_MARKUP = pattern(r"<(?:p|div|td|tr|li|br|span|table|h[1-6])\b", 2)
_HOLDS_SOURCE = ("textarea", "xmp", "noscript", "template")
# Menus, forms and pictures hold no lists.
_NO_TEXT = frozenset({
    "style", "nav", "head", "title", "iframe", "object", "svg", "math", "select", "datalist",
    "button", "canvas", "audio", "video", "map", "frameset", "rp", "rt", "header", "footer",
    "aside",
})  # fmt: skip
_LONGEST_SCRIPT = 1 << 22
_MOST_NESTED = 3


def unseen_parts(root: etree._Element) -> Iterator[Unseen]:
    """Yield the parts of a page in which Chinese words stand that no reader of it sees."""
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element.tag == "script":
            yield from _of_script(element.text or "")
        elif element.tag in _HOLDS_SOURCE:
            walk.skip_subtree()
            if HAN.search(text := _source(element)):
                yield text
        elif element is not root and is_hidden(element):
            if element.tag != "head":  # which holds scripts
                walk.skip_subtree()
            if element.tag not in _NO_TEXT and not is_menu(element):
                yield element


def _source(element: etree._Element) -> str:
    """Return what a part holds that browsers take for text, as the page that it is."""
    inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
    return f"<div>{element.text or ''}{inner}</div>"


def _of_script(code: str) -> Iterator[str | list[tuple[str, ...]]]:
    if len(code) > _LONGEST_SCRIPT or not _WRITTEN.search(code):
        return
    pieces: list[str] = []
    for value in script_values(code):
        yield from _of_value(value, pieces, 0)
    if pieces:
        yield f"<div>{''.join(pieces)}</div>"


def _of_value(value: Any, pieces: list[str], depth: int) -> Iterator[str | list[tuple[str, ...]]]:
    """Yield the tables of a value; what is source of a page joins the `pieces`."""
    if isinstance(value, str):
        if not _WRITTEN.search(value):
            return
        if _MARKUP.search(value) or (pieces and value.lstrip().startswith("<")):
            pieces.append(value)
        elif value.lstrip()[:1] in ("[", "{") and depth < _MOST_NESTED:
            for inner in script_values(value):  # JSON.parse('[…]')
                yield from _of_value(inner, pieces, depth + 1)
        return
    if not holds_words(value):
        return
    articles = list(_articles(value))
    pieces += articles
    if not articles:
        yield from tables_in(value)


def _articles(value: Any) -> Iterator[str]:
    """Yield the strings in a value that are the source of a piece of a page."""
    if isinstance(value, str):
        if HAN.search(value) and _MARKUP.search(value):
            yield value
    elif isinstance(value, list | dict):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _articles(each)
