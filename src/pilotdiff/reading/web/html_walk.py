"""From a page's tree to the pieces of text that stand on lines of their own."""

import re
from collections.abc import Collection, Iterator

from lxml import etree

from pilotdiff.patterns import pattern
from pilotdiff.reading.office.numbering_formats import begins_with_ordinal, ordinal

_UNSEEN = frozenset({
    "script", "style", "noscript", "template", "nav", "footer", "aside", "head", "title",
    "iframe", "object", "svg", "math", "select", "datalist", "button", "textarea", "canvas",
    "audio", "video", "map", "frameset", "rp", "rt",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
# Text that is struck out is shown as what no longer holds.
_STRUCK = frozenset({"s", "strike", "del"})
_STRIKING = pattern(r"text-decoration[\w-]*\s*:[^;]*\bline-through\b", re.IGNORECASE)
_HIDING = pattern(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# What elements are called that hold menus; they are left out where nothing but links stands there.
_MENU = pattern(
    r"(?:^|[\s_-])(?:nav|navbar|navi|navigation|menu|header|head|topbar|top|footer|foot|breadcrumbs?"
    r"|crumbs?|sidebar|friend(?:ly)?-?links?|sitemap)(?:$|[\s_\d-])",
    re.IGNORECASE,
)
_UNLISTED = pattern(r"list-style(?:-type)?\s*:[^;]*\bnone\b", re.IGNORECASE)
_HEADINGS = {f"h{depth}": depth for depth in range(1, 7)}
_SPACE = pattern(r"[ \t\r\n\f]+")
# A line end between two wide characters is no space, as in CSS.
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]"
_WIDE_BREAK = pattern(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_BREAK = "\0"
_LIST_STYLES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}

HtmlLine = tuple[str, int]
"""A line's text and its heading (1 to 6, 0 for none)."""


def visible_lines(
    root: etree._Element, tables: Collection[etree._Element] = ()
) -> Iterator[HtmlLine | etree._Element]:
    """Yield the visible lines in order; the given tables stand as elements where they occur."""
    flow = _Flow()
    walk = etree.iterwalk(root, events=("start", "end"))
    skipped: etree._Element | None = None
    for event, element in walk:
        if event == "end":
            if element is not skipped:
                yield from flow.leave(element.tag)
            if element is not root:
                flow.text(element.tail)
        elif element in tables or (element is not root and is_hidden(element)):
            walk.skip_subtree()
            skipped = element
            if element in tables and not is_hidden(element):
                yield from flow.line()
                yield element
        else:
            yield from flow.enter(element)
    yield from flow.line()


def one_line(text: str) -> str:
    r"""Write text as a page shows it: white space drawn together; "" when there is nothing else.

    >>> one_line("  柳城街道\n  清江社区 ")
    '柳城街道清江社区'
    """
    if "\n" in text or "\r" in text:
        text = _WIDE_BREAK.sub("", text)
    tidy = _SPACE.sub(" ", text).strip(" ")
    return "" if tidy.isspace() else tidy


def is_hidden(element: etree._Element) -> bool:
    """Tell whether a reader of the page does not see the element, or it is the page's furniture."""
    tag, get = element.tag, element.get
    if tag in _UNSEEN or is_struck(element) or (tag == "header" and not _within_article(element)):
        return True
    if get("hidden") is not None or get("aria-hidden", "").lower() == "true":
        return True
    style = get("style")
    if style is not None and _HIDING.search(style) is not None:
        return True
    said = get("class") or get("id")
    return said is not None and _MENU.search(said) is not None and is_menu(element)


def is_struck(element: etree._Element) -> bool:
    """Tell whether an element is struck out."""
    style = element.get("style")
    return element.tag in _STRUCK or (style is not None and _STRIKING.search(style) is not None)


def is_menu(element: etree._Element) -> bool:
    """Tell whether nearly all that an element says is linked: what leads elsewhere on the site."""
    whole, linked = _size(element), sum(map(_size, element.iter("a")))
    return 0 < 0.8 * whole <= linked


def _size(element: etree._Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _within_article(element: etree._Element) -> bool:
    return next(element.iterancestors("article", "main"), None) is not None


class _Flow:
    """The text met since the last line's end, and what the next line begins with."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._heading = 0
        self._lists: list[_List] = []
        self._number = ""
        self._preformatted = 0

    def enter(self, element: etree._Element) -> Iterator[HtmlLine]:
        """Yield the lines that end where an element begins, and take up its text."""
        tag = element.tag
        if tag in _BLOCKS or tag == "br":
            yield from self.line()
            self._open(element)
        self.text(element.text)

    def _open(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "pre":
            self._preformatted += 1
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_List(element))
        elif tag == "li" and self._lists:
            self._number = self._lists[-1].number(element)

    def leave(self, tag: str) -> Iterator[HtmlLine]:
        """Yield the lines that end with an element of a tag."""
        if tag not in _BLOCKS:
            return
        yield from self.line()
        if tag in _HEADINGS:
            self._heading = 0
        elif tag == "pre":
            self._preformatted -= 1
        elif tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()
        elif tag == "li":
            self._number = ""

    def text(self, text: str | None) -> None:
        """Take up a text that stands in an element or behind it."""
        if text:
            self._parts.append(text.replace("\n", _BREAK) if self._preformatted else text)

    def line(self) -> Iterator[HtmlLine]:
        """Yield what was gathered, as no, one or (preformatted) several lines."""
        if not self._parts:
            return
        text = "".join(self._parts)
        self._parts.clear()
        for piece in text.split(_BREAK):
            tidy = one_line(piece)
            if tidy:
                yield self._numbered(tidy), self._heading

    def _numbered(self, text: str) -> str:
        number, self._number = self._number, ""
        return text if not number or begins_with_ordinal(text) else number + text


class _List:
    """One list of the page; it numbers its items when it is an ordered one."""

    def __init__(self, element: etree._Element) -> None:
        self._ordered = element.tag == "ol" and not _UNLISTED.search(element.get("style", ""))
        self._style = _LIST_STYLES.get(element.get("type", ""), "decimal")
        self._next = _integer(element.get("start"), 1)

    def number(self, item: etree._Element) -> str:
        """Return what a browser shows before an item of an ordered list, "" in any other."""
        if not self._ordered:
            return ""
        number = _integer(item.get("value"), self._next)
        self._next = number + 1
        return f"{ordinal(number, self._style)}. "


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,7}", text) else default
