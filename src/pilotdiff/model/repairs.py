"""Replayable corrections of damaged text."""

from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model.messages import Said

LOST = "〓"


class RepairKind(StrEnum):
    """The repairs in the order in which they run."""

    MOJIBAKE = "mojibake"
    WIDTH = "width"
    PINYIN = "pinyin"
    LOST = "lost"
    GBK = "gbk"
    SCRIPT = "script"
    ELIDED = "elided"


class Repair(NamedTuple):
    """One correction: in the text as it stood then, [start, end) read `before`, now `after`.

    Applied in order they turn the raw text into the clean one.
    """

    kind: RepairKind
    start: int
    end: int
    before: str
    after: str
    why: Said


class Wildcard(NamedTuple):
    """What is known of a lost character, shown as 〓: its surviving GBK bytes and its readings.

    lead, trail  the first and second GBK byte where one survived, else None
    readings     pinyin with tone marks from an annotation behind it, () when none stood there
    among        the only characters it can have been, "" when nothing else is known
    """

    lead: int | None = None
    trail: int | None = None
    readings: tuple[str, ...] = ()
    among: str = ""


class Clean(NamedTuple):
    """A line after repair; `wildcards` describes its 〓 from left to right."""

    raw: str
    text: str
    repairs: tuple[Repair, ...] = ()
    wildcards: tuple[Wildcard, ...] = ()
