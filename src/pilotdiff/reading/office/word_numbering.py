"""Word's automatic numbers: officials let Word count, so the ordinals stand in no paragraph."""

import re
from dataclasses import dataclass, field

from lxml import etree

from pilotdiff.patterns import pattern
from pilotdiff.reading.office.numbering_formats import ordinal
from pilotdiff.reading.office.word_xml import integer, is_on, value_of, w

_PLACE = pattern(r"%([1-9])")
_CLOSED = "、，．）)】］。"


@dataclass(frozen=True, slots=True)
class _Level:
    style: str
    pattern: str
    start: int
    follower: str
    legal: bool


@dataclass(slots=True)
class _Scheme:
    """An abstract numbering: how its levels look, and how far they have counted."""

    levels: dict[int, _Level]
    counters: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The numbers of a document's paragraphs, asked for in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._schemes: dict[str, _Scheme] = {}
        self._uses: dict[str, tuple[str, dict[int, int]]] = {}
        self._started: set[tuple[str, int]] = set()
        if root is not None:
            self._load(root)

    def _load(self, root: etree._Element) -> None:
        for element in root.iterchildren(w("abstractNum")):
            levels = {
                integer(level.get(w("ilvl"), ""), 0): _level(level)
                for level in element.iterchildren(w("lvl"))
            }
            self._schemes[element.get(w("abstractNumId"), "")] = _Scheme(levels)
        for element in root.iterchildren(w("num")):
            overrides = {
                integer(override.get(w("ilvl"), ""), 0): integer(
                    value_of(override, "startOverride"), 1
                )
                for override in element.iterchildren(w("lvlOverride"))
                if override.find(w("startOverride")) is not None
            }
            self._uses[element.get(w("numId"), "")] = (
                value_of(element, "abstractNumId"),
                overrides,
            )

    def next(self, use: str, depth: int) -> str:
        """Return the number of the next paragraph with that w:numId and w:ilvl, "" for bullets."""
        scheme_id, overrides = self._uses.get(use, ("", {}))
        scheme = self._schemes.get(scheme_id)
        level = scheme.levels.get(depth) if scheme else None
        if scheme is None or level is None:
            return ""
        counters = scheme.counters
        if depth in overrides and (use, depth) not in self._started:
            self._started.add((use, depth))
            counters[depth] = overrides[depth]
        else:
            counters[depth] = counters.get(depth, level.start - 1) + 1
        for deeper in [other for other in counters if other > depth]:
            del counters[deeper]
        return _shown(scheme, level)


def _level(element: etree._Element) -> _Level:
    return _Level(
        style=value_of(element, "numFmt", "decimal"),
        pattern=value_of(element, "lvlText"),
        start=integer(value_of(element, "start"), 1),
        follower=value_of(element, "suff", "tab"),
        legal=is_on(element, "isLgl"),
    )


def _shown(scheme: _Scheme, level: _Level) -> str:
    if level.style in ("bullet", "none"):
        return ""

    def number(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = scheme.levels.get(depth, level)
        count = scheme.counters.get(depth, other.start)
        return ordinal(count, "decimal" if level.legal else other.style)

    text = _PLACE.sub(number, level.pattern)
    closed = level.follower == "nothing" or not text or text[-1] in _CLOSED
    return text if closed else f"{text} "
