"""What a page's own style sheets hide or strike out, written at the elements themselves.

Selectors of one step (.gone, #old, li.gone) are followed. Of longer ones only that they may show
an element is: where a sheet leaves open whether something is seen, it is. So a page costs no more
than its size: libraries that follow whole selectors try all ancestors at each step.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from pilotdiff.patterns import pattern

_MATTERS = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through", re.IGNORECASE)
_BLOCK = pattern(r"@[\w-]+[^{};@]*\{|[{}]")
_DECLARATION = pattern(
    r"(?:^|;)\s*(display|visibility|text-decoration(?:-line)?)\s*:\s*([^;!]*)", re.IGNORECASE
)
_STEP = pattern(r"[\w-]*(?:[.#][\w-]+)+")
_PART = pattern(r"[.#]?[\w-]+")
_BETWEEN = pattern(r"[\s>+~]+")
_CONDITION = pattern(r"\[[^\[\]]*\]|::?[\w-]+(?:\([^()]*\))?")
_HIDES = frozenset({"none", "hidden", "line-through"})
_LONGEST = 1 << 20
_MOST_RULES = 100
"""Rules that are looked at for one name, the last ones."""
_LONGER_STEPS = 1_000


class _Rule(NamedTuple):
    """What a sheet says of the elements that bear all the `parts` (.gone, #old, li) of a selector.

    rank  of two rules for one element the higher holds, and of equal ones the later
    """

    rank: tuple[int, int, int]
    parts: frozenset[str]
    about: str
    value: str


def write_styles(root: etree._Element) -> None:
    """Write what style sheets of a page say of what is shown into the elements' own styles."""
    rules: dict[str, list[_Rule]] = {}
    for rule in _rules(root):
        # Each rule is looked for at one of its names alone.
        key = max(rule.parts, key=lambda part: (part[0] in ".#", part))
        rules.setdefault(key, []).append(rule)
    if not any(rule.value in _HIDES for found in rules.values() for rule in found):
        return
    for element in root.iter(etree.Element):
        names = _names(element)
        met = [r for name in names for r in rules.get(name, [])[-_MOST_RULES:] if r.parts <= names]
        if met:
            _write(element, sorted(met, key=lambda rule: rule.rank))


def _write(element: etree._Element, rules: list[_Rule]) -> None:
    """Write the values that hold; what the element says itself goes before them."""
    own = element.get("style", "")
    said = {match[1].lower() for match in _DECLARATION.finditer(own)}
    holds = {rule.about: rule.value for rule in rules if rule.about not in said}
    written = "".join(f"{about}:{value};" for about, value in holds.items() if value in _HIDES)
    if written:
        element.set("style", written + own)


def _names(element: etree._Element) -> frozenset[str]:
    found = {f".{name}" for name in element.get("class", "").split()}
    if found or "id" in element.attrib:
        return frozenset({*found, f"#{element.get('id', '')}", str(element.tag)})
    return frozenset()


def _rules(root: etree._Element) -> Iterator[_Rule]:
    """Yield the rules of the sheets in the page that bear on what is shown."""
    for sheet in root.iter("style"):
        text = sheet.text or ""
        printed = sheet.get("media", "all").strip().lower() == "print"
        if len(text) > _LONGEST or printed or not _MATTERS.search(text):
            continue
        for rule in _unconditional(_without_comments(text)).split("}"):
            selectors, _, body = rule.rpartition("{")
            for about, value in _DECLARATION.findall(body):
                tidy = " ".join(value.lower().split())
                tidy = "line-through" if "line-through" in tidy else tidy
                yield from _selected(selectors.rpartition(";")[2], about.lower(), tidy)


def _without_comments(sheet: str) -> str:
    """Return a sheet without its comments.

    >>> _without_comments("<!-- p{} /* .a{} */ b{} -->").split()
    ['p{}', 'b{}']
    """
    first, *others = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(other.partition("*/")[2] for other in others)


def _unconditional(sheet: str) -> str:
    """Return a sheet without its blocks for print, narrow screens and the like.

    >>> _unconditional("p{a} @media print {.nav{b} i{c}} q{d}")
    'p{a}  q{d}'
    """
    kept, depth, start = "", 0, 0
    for brace in _BLOCK.finditer(sheet):
        if brace[0][0] == "@" and depth == 0:
            kept, depth = kept + sheet[start : brace.start()], 1
        elif depth:
            depth += -1 if brace[0] == "}" else 1
            start = brace.end()
    return kept + ("" if depth else sheet[start:])


def _selected(selectors: str, about: str, value: str) -> Iterator[_Rule]:
    r"""Yield a rule for each selector that is followed.

    >>> [rule.rank for rule in _selected("p.gone, .a .b", "display", "none")]
    [(0, 1, 1)]
    >>> [rule.rank for rule in _selected(".tab.on:hover, .a .b", "display", "block")]
    [(1000, 0, 0), (1000, 0, 0)]
    """
    for selector in selectors.split(","):
        whole = selector.strip()
        simple = _STEP.fullmatch(whole) is not None
        if not simple and value in _HIDES:
            continue
        last = _BETWEEN.split(_CONDITION.sub("", whole).strip())[-1]
        parts = _PART.findall(last)
        if simple or _STEP.fullmatch(last):
            count = [sum(part[0] == mark for part in parts) for mark in "#."]
            rank = (*count, len(parts) - sum(count)) if simple else (_LONGER_STEPS, 0, 0)
            yield _Rule((rank[0], rank[1], rank[2]), frozenset(parts), about, value)
