"""The tables of a working paper that name units, changes and findings: as many rows as there is
room for, and where the others stand."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from pilotdiff.decisions.finding_notes import finding_keys
from pilotdiff.language import Words
from pilotdiff.model import Finding, Outcome, Row, Severity
from pilotdiff.outcomes.contested import claimed_by_open
from pilotdiff.outcomes.named_beside import told_beside
from pilotdiff.outcomes.unread_places import places_unread
from pilotdiff.report import headline
from pilotdiff.report.part_findings import of_part, said_elsewhere
from pilotdiff.report.report_terms import OUTCOMES, SEVERITIES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import grounds
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.paper_room import Wish, needed, shared_out

# What a reader of the paper must see by name; the others are counted.
_BY_NAME = (Outcome.REVIEW, Outcome.RENAMED, Outcome.MERGED, Outcome.SPLIT, Outcome.NEW)
_MOST = 20
_FEW = 10


class CutTable(NamedTuple):
    """A part of the paper whose table may be cut off.

    said  what stands between its heading and its table
    rows  the most important first; without any there is no table
    more  the sentence that so many more stand elsewhere
    """

    heading: str
    said: Sequence[str]
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    shares: Sequence[float]
    more: Callable[[int, Words], str]


def cut_tables(
    tables: Sequence[CutTable | None], points: float, words: Words
) -> Iterator[paper.PaperPart]:
    """Yield the parts with as many rows as fit into so many points."""
    there = [table for table in tables if table]
    wishes = [Wish(table.rows[:_MOST], table.shares, _around(table, words)) for table in there]
    for table, count in zip(there, shared_out(wishes, points), strict=True):
        yield from _drawn(table, count, words)


def _around(table: CutTable, words: Words) -> float:
    return needed(_drawn(table._replace(rows=[]), 0, words)) + needed(
        [paper.Ruled(table.heads, [], table.shares), table.more(len(table.rows), words)]
    )


def _drawn(table: CutTable, count: int, words: Words) -> Iterator[paper.PaperPart]:
    yield paper.PartHeading(table.heading)
    yield from table.said
    if table.rows:
        yield paper.Ruled(table.heads, table.rows[:count], table.shares)
    if more := len(table.rows) - count:
        yield table.more(more, words)


def more_units(more: int, words: Words) -> str:
    """Say where units stand that the paper does not name."""
    return words.number(
        "{n} more stands in diff.csv and in the workbook.",
        "{n} more stand in diff.csv and in the workbook.",
        more,
    )


def more_findings(more: int, words: Words) -> str:
    """Say where findings stand that the paper does not tell."""
    return words.number(
        "{n} more stands on the sheet of the findings in the workbook.",
        "{n} more stand on the sheet of the findings in the workbook.",
        more,
    )


def by_name(report: Report, words: Words) -> CutTable | None:
    """Return the rows that a reader must see by name, also of pilots that may stand in the results
    after all; None where there are none."""
    rows = [row for one in _BY_NAME for row in report.rows if row.outcome is one]
    dropped = [row for row in report.rows if row.outcome is Outcome.DROPPED]
    claimed = claimed_by_open(report.rows)
    named = [row for row in dropped if id(row) in claimed or told_beside(row)]
    # Of many it is told how many at most: nothing tells which.
    told = set(map(id, named))
    unread = [row for row in dropped if id(row) not in told and places_unread(row)]
    rows += named
    rows += unread if len(unread) <= _FEW else []
    if not rows:
        return None
    return CutTable(
        words("Units that did not simply go on or fail"),
        (),
        [words("Outcome"), words("Pilots"), words("Results"), words("Grounds")],
        [_row(row, words) for row in rows],
        (1.8, 2.5, 2.5, 3.3),
        more_units,
    )


def _row(row: Row, words: Words) -> list[str]:
    return [
        words(OUTCOMES[row.outcome]),
        row.pilot.name if row.pilot else "—",
        row.result.name if row.result else "—",
        grounds(row, words),
    ]


def since_table(report: Report, words: Words) -> CutTable | None:
    """Return what is otherwise than in the papers of an earlier run; None where there are none."""
    if report.since is None:
        return None
    turned = report.since.turned
    return CutTable(
        words("Since the earlier papers"),
        (headline.said_since(report.since, words),),
        [words("Unit"), words("Then and now")],
        [[one.name, headline.said_of_turned(one, words)] for one in turned],
        (2.4, 4),
        headline.more_in_record,
    )


def findings_table(findings: Sequence[Finding], report: Report, words: Words) -> CutTable:
    """Return what the checks found, the gravest first, with room for what came of it."""
    notes = {note.key: note for note in report.beside.findings}
    keyed = zip(findings, map(notes.get, finding_keys(findings)), strict=True)
    noted = [(one, note) for one, note in keyed if note or one.severity is not Severity.NOTE]
    part = of_part([one for one, _ in noted], report)
    told_of = set(map(id, part.told))
    grave = [pair for pair in noted if id(pair[0]) in told_of]
    grave.sort(key=lambda pair: list(Severity).index(pair[0].severity))
    told = [
        [
            words(SEVERITIES[one.severity]),
            said_of(one, words),
            note.verified if note else "",
            note.disposition if note else "",
        ]
        for one, note in grave
    ]
    none = "" if grave else words("No error and no warning.")
    return CutTable(
        words("What the checks found"),
        tuple(filter(None, (none, said_elsewhere(part, words)))),
        [words("Severity"), words("Finding"), words("Verified"), words("Disposition")],
        told,
        (1.2, 5.8, 1.8, 1.8),
        more_findings,
    )


def said_of(finding: Finding, words: Words) -> str:
    """Return what a check found, with its place."""
    said = words(finding.message)
    if not finding.line:
        return said
    return words(
        "{said} (line {line} of {document})",
        said=said,
        line=finding.line,
        document=finding.document,
    )
