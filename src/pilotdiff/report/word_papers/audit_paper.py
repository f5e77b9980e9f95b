"""The working paper of the reconciliation (审计工作底稿), in the order that the rules ask for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pilotdiff.decisions.finding_notes import finding_keys
from pilotdiff.language import Words
from pilotdiff.model import Finding, Outcome, Row, Severity, msg
from pilotdiff.report import headline
from pilotdiff.report.list_facts import called, facts
from pilotdiff.report.report_terms import LEVELS, OUTCOMES, SEVERITIES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import reason
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.paper_head import PaperHead
from pilotdiff.report.word_papers.paper_room import fitting


class _Room(NamedTuple):
    """How many lines the rows, changes and findings may take that are named: more make the paper
    longer than two pages, and the workbook holds all."""

    rows: int
    changes: int
    findings: int


_MOST = 10
# What is told of a file of verdicts beside how many were applied: a line is as long as two rows.
_MOST_RECEIVED = 3
_MOST_REMARKS = 5
_ROOM, _ROOM_WITH_CHANGES = _Room(20, 0, 15), _Room(14, 8, 9)
# What a reader of the paper must see by name; the others are counted.
_BY_NAME = (Outcome.REVIEW, Outcome.RENAMED, Outcome.MERGED, Outcome.SPLIT, Outcome.NEW)

ANNEXES = {
    "diff.csv": msg("every unit of both lists with its evidence, a row each"),
    "reconciliation.xlsx": msg("the same with counts that can be recalculated, to fill in"),
    "confirmation-sheets.docx": msg("a sheet for each place to confirm and seal"),
    "evidence-form.docx": msg("the facts, for the audited body to answer"),
    "memo.docx": msg("the answer in short, in English, for readers of English"),
    "run.json": msg("version, options, and the digests of what was read"),
}


def working_paper(
    report: Report,
    findings: Sequence[Finding],
    head: PaperHead,
    annexes: Sequence[str],
    words: Words,
) -> Iterator[paper.PaperPart]:
    """Yield the paper: whose it is, what was asked, what was done, what came out, who signs.

    `annexes` are the names of the files that belong to it.
    """
    yield paper.PaperTitle(words("Working paper"))
    yield paper.Fields(_head(report, head, words))
    yield paper.PartHeading(words("Objective"))
    yield head.objective or words("To say of every pilot unit what became of it.")
    yield paper.PartHeading(words("Procedures"))
    yield from _procedures(report, words)
    yield paper.PartHeading(words("Conclusion and its grounds"))
    yield from _conclusion(report, head, words)
    yield from _by_name(report, words)
    yield from _since(report, words)
    yield from _found(findings, report, words)
    yield paper.PartHeading(words("Annexes"))
    heads = [words("File"), words("What it holds")]
    told = [[name, words(what)] for name, what in ANNEXES.items() if name in annexes]
    yield paper.Ruled(heads, told, (2, 6))
    yield paper.Fields(signatures(head, words))
    yield paper.Room(words("The reviewer's opinion"), head.opinion)


def signatures(head: PaperHead, words: Words) -> list[tuple[str, str]]:
    """Return who signs, and when."""
    return [
        (words("Prepared by"), head.prepared_by),
        (words("Date"), head.prepared_on),
        (words("Reviewed by"), head.reviewed_by),
        (words("Date"), head.reviewed_on),
    ]


def _head(report: Report, head: PaperHead, words: Words) -> list[tuple[str, str]]:
    return [
        (words("Filed under"), head.index),
        (words("Project"), head.project),
        (words("Audited body"), head.audited),
        (words("As of"), head.until),
        (words("Matter"), matter(report, head, words)),
    ]


def matter(report: Report, head: PaperHead, words: Words) -> str:
    """Return what is audited: as the head says, else the two lists that are compared."""
    return head.matter or words(
        "Reconciliation of {pilots} with {results}",
        pilots=called(report.pilots),
        results=called(report.results),
    )


def procedure(report: Report, words: Words) -> str:
    """Tell how the two lists were compared."""
    return words(
        "pilotdiff {version} read both lists as published, repaired damaged characters with a "
        "record of each, and compared place by place: equal names first, then names of another "
        "kind, then what is left by weighed features. A pair below its threshold, and a name "
        "that could be several units, goes to a person.",
        version=report.version,
    )


def thresholds(report: Report, words: Words) -> str:
    """Tell from where on a pairing was believed."""
    return words(
        "A pairing is accepted from a confidence of {accept} (of {few} where lists of a chosen "
        "few rest on likeness) with a lead of {margin} over the next best; from {propose} on it "
        "is proposed to a person.",
        **report.thresholds._asdict(),
    )


def asked_for(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield of which part the answer is, and which verdicts it follows; nothing where it is of the
    whole lists and nobody decided."""
    if report.filter:
        yield words(
            "Only a part was asked for ({filter}): {shown} of {found} rows stand in the papers; "
            "counts and rates are of {counted}.",
            filter=report.filter.written(),
            shown=f"{len(report.rows):,}",
            found=f"{report.found:,}",
            counted=f"{len(report.counted):,}",
        )
    if report.decisions:
        yield words(
            "Verdicts on file: {name}, SHA-256 {sha256}; {applied} of {verdicts} were applied.",
            **{key: report.decisions[key] for key in ("name", "sha256", "applied", "verdicts")},
        )


def _procedures(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    yield headline.joined((procedure(report, words), thresholds(report, words)), words)
    yield both_lists(report, words)
    yield from asked_for(report, words)
    yield from _received(report, words)
    if report.register is not None:
        yield words(
            "Codes and changes of names, where there are any, are those of the official record."
        )


def _received(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield what is odd in the file of verdicts, and what a second reader says of it."""
    told = report.receipt[1:]
    yield from map(words, told[:_MOST_RECEIVED])
    if len(told) > _MOST_RECEIVED:
        yield words("{n} more stand in run.json.", n=f"{len(told) - _MOST_RECEIVED:,}")


def both_lists(report: Report, words: Words) -> paper.Ruled:
    """Return the two lists side by side: title, issuer, number, date, file, digest, units."""
    rows = [(fact.name, *fact.texts) for fact in facts(report, words)]
    return paper.Ruled(["", words("Pilots"), words("Results")], rows, (1.4, 4, 4))


def _conclusion(report: Report, head: PaperHead, words: Words) -> Iterator[paper.PaperPart]:
    for finding in report.foremost:
        yield words("{head}: {said}", head=finding.document, said=words(finding.message))
    said = headline.said_first(report, report.counts, words)
    yield headline.joined((said, *headline.details(report.counts, words)), words)
    if head.conclusion:
        yield head.conclusion
    yield from _remarks(report, words)
    yield outcome_counts(report, words)


def _remarks(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield what a person wrote into the workbook where nothing asks for it."""
    told = report.beside.remarks
    for one in told[:_MOST_REMARKS]:
        text = f"{one.place}: {one.text}" if one.place else one.text
        yield words("Written into the workbook: {text}", text=text)
    if (more := len(told) - _MOST_REMARKS) > 0:
        yield words.number(
            "{n} more remark stands in the workbook",
            "{n} more remarks stand in the workbook",
            more,
        )


def outcome_counts(report: Report, words: Words, *, occurring: bool = False) -> paper.Ruled:
    """Return the counts of each outcome, by level; of the `occurring` only, if asked."""
    counts = report.counts
    heads = [words("Outcome"), *(words(LEVELS[level]) for level in counts.levels), words("Total")]
    rows = [
        [
            words(OUTCOMES[outcome]),
            *(f"{counts.of(outcome, level):,}" for level in counts.levels),
            f"{counts.of(outcome):,}",
        ]
        for outcome in counts.outcomes
        if counts.of(outcome) or not occurring
    ]
    numbers = frozenset(range(1, len(heads)))
    return paper.Ruled(heads, rows, [3, *[1.4] * (len(heads) - 1)], numbers)


def _by_name(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield the rows that a reader must see by name."""
    rows = [row for one in _BY_NAME for row in report.rows if row.outcome is one]
    if not rows:
        return
    yield paper.PartHeading(words("Units that did not simply go on or fail"))
    heads = [words("Outcome"), words("Pilots"), words("Results"), words("Grounds")]
    shares = 1.8, 2.5, 2.5, 3.3
    shown = fitting([_row(row, words) for row in rows[:_MOST]], shares, _room(report).rows)
    yield paper.Ruled(heads, shown, shares)
    if more := len(rows) - len(shown):
        yield words("{n} more stand in diff.csv and in the workbook.", n=f"{more:,}")


def _room(report: Report) -> _Room:
    room = _ROOM if report.since is None else _ROOM_WITH_CHANGES
    received = min(len(report.receipt), _MOST_RECEIVED + 2)
    return room._replace(rows=room.rows - 2 * received)


def _row(row: Row, words: Words) -> list[str]:
    return [
        words(OUTCOMES[row.outcome]),
        row.pilot.name if row.pilot else "—",
        row.result.name if row.result else "—",
        reason(row, words),
    ]


def _since(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield what is otherwise than in the papers of an earlier run."""
    if report.since is None:
        return
    yield paper.PartHeading(words("Since the earlier papers"))
    yield headline.said_since(report.since, words)
    turned, shares = report.since.turned, (2.4, 4)
    if not turned:
        return
    told = [[one.name, headline.said_of_turned(one, words)] for one in turned[:_MOST]]
    shown = fitting(told, shares, _room(report).changes)
    yield paper.Ruled([words("Unit"), words("Then and now")], shown, shares)
    if more := len(turned) - len(shown):
        yield words("{n} more stand in run.json.", n=f"{more:,}")


def _found(findings: Sequence[Finding], report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield what the checks found, with room for what came of it."""
    notes = {note.key: note for note in report.beside.findings}
    keyed = zip(findings, map(notes.get, finding_keys(findings)), strict=True)
    grave = [(one, note) for one, note in keyed if note or one.severity is not Severity.NOTE]
    yield paper.PartHeading(words("What the checks found"))
    if not grave:
        yield words("No error and no warning.")
        return
    heads = [words("Severity"), words("Finding"), words("Verified"), words("Disposition")]
    shares = 1, 6, 1.8, 1.8
    told = [
        [
            words(SEVERITIES[one.severity]),
            said_of(one, words),
            note.verified if note else "",
            note.disposition if note else "",
        ]
        for one, note in grave[:_MOST]
    ]
    shown = fitting(told, shares, _room(report).findings)
    yield paper.Ruled(heads, shown, shares)
    if more := len(grave) - len(shown):
        yield words("{n} more stand on the sheet of the findings.", n=f"{more:,}")


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
