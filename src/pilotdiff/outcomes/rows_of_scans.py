"""Rows of scanned lists once more, with what the official record knows.

A recogniser may be sure of a wrong character, and a table may be taken apart wrongly. So where a
scanned name is one that the record does not have, and the other list has one that it does have,
and a misreading can have made the one of the other, the row is for a person: not renamed, and no
pair of dropped and new. Where the scan itself bears it out, by a doubtful character or by one that
looks alike in print, and the record has a single name there that fits, the record settles it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from pilotdiff.model import (
    DivisionPath,
    Message,
    Outcome,
    Pairing,
    Row,
    Said,
    Unit,
    Units,
    msg,
)
from pilotdiff.model.messages import chained
from pilotdiff.model.outcomes import WITHOUT_PARTNER
from pilotdiff.model.repairs import LOST
from pilotdiff.outcomes.changes import changes
from pilotdiff.outcomes.doubtful_characters import doubts_by_line
from pilotdiff.outcomes.misreadings import MisreadPath, misread, upto
from pilotdiff.outcomes.near_misreadings import NearMisreadings
from pilotdiff.outcomes.unread_places import unread
from pilotdiff.record.lookalikes import one_off
from pilotdiff.repair import fold

_PROPOSED = 0.5


def read_on_paper(
    rows: Sequence[Row], pilots: Units, results: Units, *, record: bool
) -> tuple[Row, ...]:
    """Return the rows of two lists; what a misreading of a scan may have made is for a person.

    Without the `record` only what the scan itself bears out is taken for a misreading.
    """
    papers = tuple(
        _Paper(units, record) if units.listing.document.scan is not None else None
        for units in (pilots, results)
    )
    if papers == (None, None):
        return tuple(rows)
    looked = [_looked_at(row, papers) for row in rows]
    return tuple(_told_unread(_joined(looked, papers), pilots, results))


_Papers = tuple["_Paper | None", ...]


class _Paper:
    """A scanned list: its doubts by line, and what the record knows of its names."""

    def __init__(self, units: Units, record: bool) -> None:
        self._record = record
        self.doubts = doubts_by_line(units)

    def misread(self, scanned: Unit, whole: Unit) -> MisreadPath | None:
        """Return what was misread if a unit of the scan is one of another list."""
        found = misread(scanned, whole, self.doubts.get(scanned.entry.line, ()))
        if found is None or found.is_borne:
            return found
        return found if self.has_only(scanned, whole, found.depth) else None

    def has_only(self, scanned: Unit, whole: Unit, depth: int) -> bool:
        """Tell whether the record has the other name at a depth, and not the scanned one."""
        return self._record and _alone(upto(whole, depth), upto(scanned, depth))

    def has_only_whole(self, scanned: Unit, whole: Unit) -> bool:
        """Tell whether the record has the other unit, and not the scanned one."""
        return self._record and _alone(whole.path, scanned.path)

    def settles(self, scanned: Unit, whole: Unit, found: MisreadPath) -> bool:
        """Tell whether the record has one name there that the scan may mean, the other one."""
        if not found.is_borne or found.edits > 1 or not self.has_only(scanned, whole, found.depth):
            return False
        from pilotdiff.record import near

        place = upto(scanned, found.depth)
        fits = {fold(each.name) for each in near(place)}
        return fits == {fold(whole.path[found.depth])}


def _alone(known: DivisionPath, other: DivisionPath) -> bool:
    """Tell whether the record knows one place and not the other."""
    from pilotdiff.record import knows

    return knows(known) and not knows(other)


def _looked_at(row: Row, papers: _Papers) -> Row:
    """Return a row of two units; a renaming that a misreading may have made is for review."""
    if row.outcome not in (Outcome.RENAMED, Outcome.REVIEW) or row.decision:
        return row
    if row.pilot is None or row.result is None or row.pairing is None:
        return row
    for paper, scanned, whole in _sides(row.pilot, row.result, papers):
        if (found := paper.misread(scanned, whole)) is not None:
            return _told(row, paper, scanned, whole, found)
        is_garbled = LOST in scanned.name or _is_garbled(paper, scanned, whole)
        if row.outcome is Outcome.RENAMED and is_garbled:
            reason = chained((_may_say(scanned.name, whole.name), row.reason))
            return row._replace(outcome=Outcome.REVIEW, reason=reason)
    return row


def _sides(pilot: Unit, result: Unit, papers: _Papers) -> Iterator[tuple[_Paper, Unit, Unit]]:
    """Yield each unit that stands on paper with the other one."""
    for paper, scanned, whole in zip(papers, (pilot, result), (result, pilot), strict=True):
        if paper is not None:
            yield paper, scanned, whole


def _told(row: Row, paper: _Paper, scanned: Unit, whole: Unit, found: MisreadPath) -> Row:
    """Return a row whose scanned unit may be misread: settled by the record, or for review."""
    if paper.settles(scanned, whole, found):
        reason = msg(
            "the scan has {scanned}, of which one cannot be sure; of what the official record has "
            "there only {whole} can be meant; {reason}",
            scanned=scanned.path[found.depth],
            whole=whole.path[found.depth],
            reason=row.reason,
        )
        return row._replace(outcome=Outcome.PROMOTED, changes=(), reason=reason)
    if row.outcome is Outcome.REVIEW:
        return row
    return row._replace(outcome=Outcome.REVIEW, reason=_why(paper, scanned, whole, found, row))


def _why(
    paper: _Paper, scanned: Unit, whole: Unit, found: MisreadPath, row: Row | None = None
) -> Said:
    said = scanned.path[found.depth], whole.path[found.depth]
    if paper.has_only(scanned, whole, found.depth):
        told = msg(
            "the official record has no {scanned} there, and {whole} it has: the scan may be "
            "misread, look at the paper",
            scanned=said[0],
            whole=said[1],
        )
    else:
        told = _may_say(*said)
    return told if row is None else chained((told, row.reason))


def _may_say(scanned: str, whole: str) -> Message:
    return msg(
        "the scan may say {whole} where {scanned} was read: look at the paper",
        scanned=scanned,
        whole=whole,
    )


class _Candidate(NamedTuple):
    """Two rows that may be of one unit; the least comes first.

    other  whether the units bear one name under places that cannot be a misreading of each other
    """

    other: bool
    edits: int
    mine: int
    its: int


def _joined(rows: Sequence[Row], papers: _Papers) -> list[Row]:
    """Return the rows; a dropped unit and a new one that may be its misreading are one row."""
    dropped = [at for at, row in enumerate(rows) if row.outcome is Outcome.DROPPED]
    new = [at for at, row in enumerate(rows) if row.outcome is Outcome.NEW]
    if not dropped or not new:
        return list(rows)
    made, gone = dict(enumerate(rows)), set[int]()
    for found in sorted(_candidates(rows, dropped, new, papers)):
        if found.mine not in gone and found.its not in gone:
            made[found.mine] = _one_row(rows[found.mine], rows[found.its], papers)
            del made[found.its]
            gone |= {found.mine, found.its}
    return [made[at] for at in sorted(made)]


def _candidates(
    rows: Sequence[Row], dropped: Iterable[int], new: Iterable[int], papers: _Papers
) -> Iterator[_Candidate]:
    theirs = {at: unit for at in new if (unit := rows[at].result) is not None}
    names = NearMisreadings(theirs.items())
    for mine in dropped:
        pilot = rows[mine].pilot
        if pilot is None or rows[mine].decision:
            continue
        for its in names.near(pilot):
            for paper, scanned, whole in _sides(pilot, theirs[its], papers):
                if (found := paper.misread(scanned, whole)) is not None:
                    yield _Candidate(False, found.edits, mine, its)
                elif _is_misplaced(paper, scanned, whole) or _is_garbled(paper, scanned, whole):
                    yield _Candidate(True, 0, mine, its)


def _is_misplaced(paper: _Paper, scanned: Unit, whole: Unit) -> bool:
    """Tell whether a unit of the scan bears the other's name in a place where the record has none:
    a table or a heading may have been misread."""
    if scanned.level is not whole.level or fold(scanned.own) != fold(whole.own):
        return False
    return paper.has_only(scanned, whole, scanned.level.depth)


def _is_garbled(paper: _Paper, scanned: Unit, whole: Unit) -> bool:
    """Tell whether a character of a whole path was misread so that it parts in other places, as
    where a kind is lost: 东阳社千祥镇 for 东阳市千祥镇."""
    if scanned.path[0] and whole.path[0] and fold(scanned.path[0]) != fold(whole.path[0]):
        return False
    return one_off(*("".join(map(fold, unit.path[1:])) for unit in (scanned, whole))) and (
        paper.has_only_whole(scanned, whole)
    )


def _one_row(mine: Row, its: Row, papers: _Papers) -> Row:
    """Return the row of a dropped unit and a new one that may be one."""
    assert mine.pilot is not None
    assert its.result is not None
    for paper, scanned, whole in _sides(mine.pilot, its.result, papers):
        found = paper.misread(scanned, whole)
        misplaced = _is_misplaced(paper, scanned, whole)
        if found is not None:
            why = _why(paper, scanned, whole, found)
        elif misplaced:
            why = msg(
                "the same name, on the scan in a place where the official record has none: its "
                "table may be misread, look at the paper"
            )
        else:
            why = _may_say(scanned.name, whole.name)
        if found or misplaced or _is_garbled(paper, scanned, whole):
            pairing = Pairing(mine.pilot, its.result, "damage", _PROPOSED, _PROPOSED, why)
            changed = changes(mine.pilot, its.result)
            row = Row(Outcome.REVIEW, mine.pilot, its.result, pairing, changed, why)
            return _told(row, paper, scanned, whole, found) if found else row
    raise AssertionError("two rows were joined without a reason")


def _told_unread(rows: Sequence[Row], pilots: Units, results: Units) -> Iterator[Row]:
    """Yield the rows; what only one list has may stand where the scan of the other was not read."""
    dropped, new = (
        {
            unit.entry.line
            for row in rows
            if row.outcome is alone and (unit := row.pilot or row.result)
        }
        for alone in WITHOUT_PARTNER
    )
    holes: Mapping[Outcome, Message | None] = {
        Outcome.DROPPED: unread(results, new, len(rows)),
        Outcome.NEW: unread(pilots, dropped, len(rows)),
    }
    for row in rows:
        hole = holes.get(row.outcome)
        if hole is None or row.decision:
            yield row
        else:
            yield row._replace(reason=chained((hole, row.reason)))
