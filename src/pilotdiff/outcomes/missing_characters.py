"""Characters that a recogniser may have passed over: 什市 on a scan for 什邡市.

It is never unsure of what it did not see. So a renaming in which a scan's name has all characters
of the other but one or two is for a person: the paper must be looked at.
"""

from collections.abc import Iterator

from pilotdiff.model import Outcome, Row, msg
from pilotdiff.repair import fold

_MOST = 2


def missed(row: Row, pilots: bool, results: bool) -> Row:
    """Return a row, for review if all that renamed it is what its scanned name has not.

    `pilots` and `results` say which of the two lists is a scan.
    """
    pilot, result = row.pilot, row.result
    if row.outcome is not Outcome.RENAMED or row.decision or pilot is None or result is None:
        return row
    names = [(fold(a), fold(b)) for a, b in zip(pilot.path, result.path, strict=True) if a and b]
    lost = [
        (pilots and _left_out(mine, its)) or (results and _left_out(its, mine))
        for mine, its in names
        if mine != its
    ]
    if not lost or not all(lost):
        return row
    reason = msg(
        "{characters} may have been passed over on the scan: look at the paper; {reason}",
        characters="、".join(dict.fromkeys(str(each) for each in lost)),
        reason=row.reason,
    )
    return row._replace(outcome=Outcome.REVIEW, reason=reason)


def _left_out(scanned: str, whole: str) -> str:
    """Return what a scanned name has not of a whole one; "" where it differs otherwise.

    >>> _left_out("什市", "什邡市"), _left_out("绵市", "什邡市")
    ('邡', '')
    """
    if not 0 < len(whole) - len(scanned) <= _MOST:
        return ""
    left = "".join(_unmatched(scanned, whole))
    return left if len(left) == len(whole) - len(scanned) else ""


def _unmatched(scanned: str, whole: str) -> Iterator[str]:
    at = 0
    for character in whole:
        if scanned[at : at + 1] == character:
            at += 1
        else:
            yield character
