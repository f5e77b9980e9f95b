"""What a paragraph's style says of it: a heading's depth, an automatic number."""

import re
from dataclasses import dataclass

from lxml import etree

from pilotdiff.patterns import pattern
from pilotdiff.reading.office.word_xml import integer, value_of, w

_HEADING = pattern(r"(?:heading|标题|標題)\s*([1-9])$", re.IGNORECASE)
_TITLES = frozenset({"title", "标题", "標題"})
_LONGEST_CHAIN = 12
_BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """heading: 1 to 9, 0 for none; use and depth: the w:numId and w:ilvl, use "" for none."""

    heading: int = 0
    use: str = ""
    depth: int = 0


class WordStyles:
    """The paragraph styles of a document by their ids, what they inherit filled in."""

    def __init__(self, root: etree._Element | None) -> None:
        children = [] if root is None else root.iterchildren(w("style"))
        self._elements = {element.get(w("styleId"), ""): element for element in children}
        self._known: dict[str, Style] = {}

    def of(self, properties: etree._Element | None) -> Style:
        """Return the style of a paragraph with these w:pPr, its own settings before those
        inherited."""
        inherited = self._named(value_of(properties, "pStyle"))
        own = _own(properties, "")
        if properties is not None and properties.find(w("numPr")) is not None:
            numbered = own.use or inherited.use
            return Style(own.heading or inherited.heading, numbered, own.depth)
        return Style(own.heading or inherited.heading, inherited.use, inherited.depth)

    def _named(self, name: str) -> Style:
        if name not in self._known:
            self._known[name] = self._inherited(name)
        return self._known[name]

    def _inherited(self, name: str) -> Style:
        heading, use, depth = 0, "", 0
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                break
            own = _own(element.find(w("pPr")), value_of(element, "name"))
            heading = heading or own.heading
            if own.use and not use:
                use, depth = own.use, own.depth
            name = value_of(element, "basedOn")
        return Style(heading, use, depth)


def _own(properties: etree._Element | None, name: str) -> Style:
    named = _HEADING.match(name)
    heading = int(named[1]) if named else int(name.lower() in _TITLES)
    outline = integer(value_of(properties, "outlineLvl"), _BODY_LEVEL)
    if outline < _BODY_LEVEL:
        heading = outline + 1
    numbers = properties.find(w("numPr")) if properties is not None else None
    return Style(heading, value_of(numbers, "numId"), integer(value_of(numbers, "ilvl"), 0))
