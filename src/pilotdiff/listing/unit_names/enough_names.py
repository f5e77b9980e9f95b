"""Whether what was read on a line makes it a line of names."""

from pilotdiff.listing.clause_words import has_clause_word
from pilotdiff.listing.institutions import is_institution, may_stand_among_names
from pilotdiff.listing.lines.headers import OFFICE_BEFORE_COLON
from pilotdiff.listing.naming import DOUBTFUL
from pilotdiff.listing.unit_names.line_names import Header, Name

_LONGEST_NAME = 50


def are_enough(
    text: str,
    found: list[Name],
    unread: list[tuple[int, int]],
    *,
    trusting: bool,
    header: Header | None,
) -> bool:
    """Tell whether what was read on a line, behind its header if it has one, makes it a line of
    names."""
    if trusting:
        return len(found) >= len(unread)
    if max(name.reading.sure for name in found) <= DOUBTFUL:
        return False
    if unread and _speaks_of(header, found, unread):
        return all(_among_names(text, *span) for span in unread)
    under_unit = header is not None and bool(header.path)
    missed = [text[left:right] for left, right in unread]
    if unread and text.rstrip().endswith("。") and not under_unit:
        return len(found) > 2 * len(unread) and all(_among_names(text, *span) for span in unread)
    if not under_unit and any(map(has_clause_word, missed)):
        return False
    if any(len(piece) > _LONGEST_NAME for piece in missed):
        return False
    # Among the towns of a county its 林业局 is an item that is none.
    offices = any(map(OFFICE_BEFORE_COLON.search, missed))
    if offices and not under_unit:
        return False
    return len(found) >= (1 if under_unit and not offices else 3) * len(unread)


def _speaks_of(header: Header | None, found: list[Name], unread: list[tuple[int, int]]) -> bool:
    """Tell whether a header names the tier of all that was read behind it, or counts all items:
    地级市：, 示范单位（3个）："""
    if header is None or header.heading is None or len(found) < len(unread):
        return False
    if header.heading.declared == len(found) + len(unread):
        return True
    return all(name.reading.level is header.heading.level for name in found)


def _among_names(text: str, left: int, right: int) -> bool:
    """Tell whether a piece that can't be read is an item all the same, no word of a sentence
    (近日)."""
    piece = text[left:right]
    joined = "、" in (text[left - 1 : left], text[right : right + 1])
    if is_institution(piece):
        return True
    return (joined or "〓" in piece) and may_stand_among_names(piece)
