"""What each line of a document is taken for, and why."""

from enum import StrEnum
from typing import NamedTuple

from pilotdiff.model.messages import Said


class Role(StrEnum):
    """What a line of a document is to its list."""

    ITEM = "item"
    HEADING = "heading"
    PARENT = "parent"
    TABLE_HEAD = "table head"
    TOTAL = "total"
    TITLE = "title"
    RUNNING_TEXT = "running text"
    NOTE = "note"
    ADDRESS = "address"
    SIGNATURE = "signature"
    PAGE = "page number"
    FURNITURE = "furniture"
    UNREAD = "unread"
    BLANK = "blank"


class LineReading(NamedTuple):
    """What one line is taken for; every line of a document has exactly one.

    line        its number in the document, from 1
    text        the line as shown, after repair
    role        what it is taken for
    reason      why, in a sentence
    confidence  0 to 1, how sure the reading is
    margin      how far its confidence stands above that of the runner-up
    runner_up   what it would be taken for otherwise, None when nothing else was possible
    """

    line: int
    text: str
    role: Role
    reason: Said
    confidence: float = 1.0
    margin: float = 1.0
    runner_up: Role | None = None
