"""Lines that stand where units should, and gave none."""

from collections.abc import Iterator

from pilotdiff.checks.codes import found
from pilotdiff.model import Filed, Finding, Message, Skipped, msg, msgs

_MOST = 10


def check(filed: Filed) -> Iterator[Finding]:
    """Each of them, or all in one where they are many; and a document that gave nothing."""
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


def _said(skipped: Skipped) -> Message:
    return msg("“{text}” could not be read as a unit", text=skipped.text)
