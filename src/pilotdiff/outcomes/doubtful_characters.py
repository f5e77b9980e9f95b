"""Characters that a recogniser was not sure of: a difference that lies in them is no renaming.

Where the other list has what the scan may say as well, nothing changed; where it has something
else, a person must look at the paper. A difference at a sure character is what it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import IntEnum
from itertools import islice, zip_longest

from pilotdiff.in_groups import in_groups
from pilotdiff.model import (
    Change,
    DivisionPath,
    Doubt,
    Message,
    Outcome,
    Pairing,
    Row,
    Unit,
    Units,
    msg,
)
from pilotdiff.outcomes.changes import changes
from pilotdiff.outcomes.print_lookalikes import looked_at
from pilotdiff.repair import fold

LineDoubts = Mapping[int, Sequence[Doubt]]
_MOST_SHOWN = 12


class _Difference(IntEnum):
    """What a difference between two names is, seen from the scan."""

    NONE = 0
    EXPLAINED = 1
    DOUBTFUL = 2
    SURE = 3


def with_doubts(rows: Iterable[Row], pilots: Units, results: Units) -> list[Row]:
    """Return the rows of two lists, their outcomes as the doubts of scans allow."""
    ours, theirs = doubts_by_line(pilots), doubts_by_line(results)
    scans = [has_doubts(units) for units in (pilots, results)]
    judged = [
        missed(looked_at(_judged(row, ours, theirs)), *scans) if row.pairing else row
        for row in rows
    ]
    return _with_read_otherwise(judged, ours, theirs)


def has_doubts(*lists: Units) -> bool:
    """Return whether one of the lists is a scan with doubtful characters."""
    return any(units.listing.document.scan is not None for units in lists)


def doubts_by_line(units: Units) -> LineDoubts:
    """Return the doubts of a scan by its lines; none of any other document."""
    scan = units.listing.document.scan
    return in_groups(scan.doubts if scan else (), lambda doubt: doubt.line)


def _judged(row: Row, ours: LineDoubts, theirs: LineDoubts) -> Row:
    pilot, result = row.pilot, row.result
    if pilot is None or result is None or row.decision or row.outcome is Outcome.PROMOTED:
        return row
    doubts = (*ours.get(pilot.entry.line, ()), *theirs.get(result.entry.line, ()))
    if not doubts:
        return row
    parts = list(zip(pilot.path, result.path, strict=True))
    kinds = [_difference(one, other, doubts) for one, other in parts]
    worst = max(kinds)
    if worst is _Difference.DOUBTFUL:
        return row._replace(outcome=Outcome.REVIEW, reason=_doubtful(row, doubts))
    if _Difference.EXPLAINED not in kinds:
        return row
    read_so = DivisionPath(
        *(
            other if kind is _Difference.EXPLAINED else one
            for (one, other), kind in zip(parts, kinds, strict=True)
        )
    )
    return _explained(row, pilot._replace(path=read_so), result, doubts)


def _explained(row: Row, pilot: Unit, result: Unit, doubts: Sequence[Doubt]) -> Row:
    """Return a row whose doubtful differences are none; what else differs stays."""
    left = changes(pilot, result)
    outcome = (
        Outcome.RENAMED
        if any(change is not Change.CATEGORY for change in left)
        else Outcome.PROMOTED
    )
    return row._replace(outcome=outcome, changes=left, reason=_doubtful(row, doubts))


def _with_read_otherwise(rows: Sequence[Row], ours: LineDoubts, theirs: LineDoubts) -> list[Row]:
    """Return the rows, those of two units joined where one is the other as a scan may be read."""
    alone: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.outcome in (Outcome.DROPPED, Outcome.NEW) and not row.decision:
            unit = row.pilot or row.result
            assert unit is not None, "a row without a unit"
            alone[_folded(unit.path)].append(at)
    made, gone = dict(enumerate(rows)), set[int]()
    for found in list(alone.values()):
        for at in found:
            other = _other_reading(rows, at, alone, ours, theirs) if at not in gone else None
            if other is not None and other not in gone:
                mine, its = sorted((at, other), key=lambda n: rows[n].pilot is None)
                doubts = _doubts_of(rows[at], ours, theirs)
                made[mine] = _joined(rows[mine], rows[its], doubts)
                gone |= {at, other}
                del made[its]
    return [made[at] for at in sorted(made)]


def _other_reading(
    rows: Sequence[Row],
    at: int,
    alone: Mapping[tuple[str, ...], Sequence[int]],
    ours: LineDoubts,
    theirs: LineDoubts,
) -> int | None:
    """Return the one row of the other list that a doubtful name may be, None where none is."""
    row = rows[at]
    unit = row.pilot or row.result
    assert unit is not None, "a row without a unit"
    found = {
        other
        for doubt in _doubts_of(row, ours, theirs)
        for character in doubt.others
        for other in alone.get(_folded(_read_as(unit.path, doubt, character)), ())
        if (rows[other].pilot is None) != (row.pilot is None)
    }
    return found.pop() if len(found) == 1 else None


def _read_as(path: Sequence[str], doubt: Doubt, character: str) -> tuple[str, ...]:
    return tuple(part.replace(doubt.text[doubt.at], character) for part in path)


def _folded(path: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(fold, path))


def _doubts_of(row: Row, ours: LineDoubts, theirs: LineDoubts) -> Sequence[Doubt]:
    if row.pilot is not None:
        return ours.get(row.pilot.entry.line, ())
    return theirs.get(row.result.entry.line, ()) if row.result is not None else ()


def _joined(mine: Row, its: Row, doubts: Sequence[Doubt]) -> Row:
    """Return the row of a pilot and a result that are one unit as the scan may be read."""
    assert mine.pilot is not None
    assert its.result is not None
    why = msg("the same name, as a doubtful character of the scan may be read")
    sure = 1 - min(doubt.confidence for doubt in doubts) / 2
    pairing = Pairing(mine.pilot, its.result, "damage", sure, sure, why)
    row = Row(Outcome.PROMOTED, mine.pilot, its.result, pairing, (), why)
    return row._replace(reason=_doubtful(row, doubts))


def _difference(one: str, other: str, doubts: Sequence[Doubt]) -> _Difference:
    """Return what the difference of two parts of a path is; equal ones have none."""
    if not one or not other or fold(one) == fold(other):
        return _Difference.NONE
    pairs = [(a, b) for a, b in zip_longest(one, other, fillvalue="") if fold(a) != fold(b)]
    if len(one) != len(other):
        doubted = any(d.text[d.at] in one + other for d in doubts)
        return _Difference.DOUBTFUL if doubted else _Difference.SURE
    return max(_of_pair(a, b, doubts) for a, b in pairs)


def _of_pair(one: str, other: str, doubts: Sequence[Doubt]) -> _Difference:
    read = {doubt.text[doubt.at]: doubt.others for doubt in doubts}
    if other in read.get(one, ()) or one in read.get(other, ()):
        return _Difference.EXPLAINED
    return _Difference.DOUBTFUL if one in read or other in read else _Difference.SURE


def _doubtful(row: Row, doubts: Sequence[Doubt]) -> Message:
    told = dict.fromkeys("/".join((doubt.text[doubt.at], *doubt.others)) for doubt in doubts)
    read = "、".join(islice(told, _MOST_SHOWN)) + ("…" if len(told) > _MOST_SHOWN else "")
    return msg("the scan is doubtful at {characters}; {reason}", characters=read, reason=row.reason)


_MOST = 2


def missed(row: Row, pilots: bool, results: bool) -> Row:
    """Return a row, for review if all that renamed it is one or two characters that its scanned
    name has not, 什市 for 什邡市: a recogniser is never unsure of what it did not see.

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
