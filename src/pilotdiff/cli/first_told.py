"""What a person must know of the lists, beside answers that do not begin with it themselves."""

from collections.abc import Iterable
from itertools import chain

from pilotdiff.cli import output
from pilotdiff.language import Words
from pilotdiff.model import Filed, Finding, Severity, SourceKind

_MOST = 8
# A note that bears on every answer: what was read may be read wrongly.
_DOUBTS = "line-doubtful"
_LISTS = (SourceKind.PILOTS, SourceKind.RESULTS, None)


def tell(findings: Iterable[Finding], words: Words, *, named: bool = True) -> None:
    """Say on standard error what was found, but for notes other than that lines are in doubt;
    `named`: with the document that it is about."""
    grave = [
        finding
        for finding in findings
        if finding.severity is not Severity.NOTE or finding.code == _DOUBTS
    ]
    for finding in grave[:_MOST]:
        said = words(finding.message)
        if named and not finding.other[0]:
            said = words("{head}: {said}", head=words.called(finding.document), said=said)
        output.remark(said)
    if more := len(grave[_MOST:]):
        output.remark(words("… and {n} more: `pilotdiff check` tells them all", n=f"{more:,}"))


def tell_of(documents: Iterable[Filed], words: Words) -> None:
    """Say it of each list among some documents, and which of them are one list."""
    from pilotdiff.checks.between import two_lists
    from pilotdiff.checks.first_warnings import foremost

    lists = [filed for filed in documents if filed.source.kind in _LISTS and filed.units.units]
    tell(chain(two_lists.check(lists), *map(foremost, lists)), words)
