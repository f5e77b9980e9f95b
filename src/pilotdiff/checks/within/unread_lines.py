"""Lines that stand where units should, and gave none."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pilotdiff.census.heading_reach import Extent, extents, innermost
from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.listing.omissions import DENIED, EARLIER
from pilotdiff.model import Filed, Finding, Message, Skipped, msg, msgs

LINE_NOT_READ = warning(
    "line-not-read",
    msg("A line stands where a unit should, and could not be read as one"),
    msg("A numbered line between two units names none"),
)

_MOST, _FEW = 10, 3


@finds(
    LINE_NOT_READ,
    warning(
        "lines-not-read",
        msg("Many lines stand where units should, and could not be read"),
        msg("A list of projects, of which the names are no units"),
    ),
    note(
        "line-in-list",
        msg("A line of text stands between two units of one list"),
        msg("The line 待定 between two towns"),
    ),
    warning(
        "nothing-read",
        msg("The document has no list and no figures that could be read"),
        msg("A page of pictures, or a text about something else"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield each of them, or all in one where they are many; and a document that gave nothing."""
    if not (filed.units.units or filed.units.listing.figures or filed.source.figures):
        message = msg("The document has no list and no figures that could be read")
        yield found("nothing-read", filed, 0, message)
    skipped = [each for each in filed.units.listing.skipped if each.suspicious]
    passed = sorted({*skipped, *filed.units.unread})
    if len(passed) > _MOST:
        message = msgs(
            "{n} line from here on could not be read as a unit",
            "{n} lines from here on could not be read as units",
            len(passed),
        )
        yield found("lines-not-read", filed, passed[0].line, message, (("lines", len(passed)),))
        return
    for each in passed:
        yield found("line-not-read", filed, each.line, _said(each))
    yield from _inside(filed)


def _inside(filed: Filed) -> Iterator[Finding]:
    """Yield lines of text between two units of one list; where they are many, they are its
    furniture."""
    headings = extents(filed.units.listing)
    entries = sorted({entry.line for entry in filed.units.listing.entries})
    doubtful = {each.line for each in filed.units.census.doubtful}
    inside = [
        each
        for each in filed.units.listing.skipped
        if not each.suspicious
        and each.line not in doubtful
        and each.why not in (DENIED, EARLIER)
        and _is_between(each.line, entries, headings)
    ]
    if len(inside) <= _FEW:
        for each in inside:
            message = msg("“{text}” stands within the list and is no unit", text=each.text)
            yield found("line-in-list", filed, each.line, message)


def _is_between(line: int, entries: Sequence[int], headings: Sequence[Extent]) -> bool:
    at = bisect_left(entries, line)
    if not 0 < at < len(entries) or entries[at] == line:
        return False
    return innermost(headings, entries[at - 1]) == innermost(headings, entries[at])


def _said(skipped: Skipped) -> Message:
    return msg("“{text}” could not be read as a unit", text=skipped.text)
