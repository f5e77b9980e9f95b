"""A memo in English on one page, for readers who do not read the lists: the answer, what to look
at, what was compared, and what the words mean."""

from collections.abc import Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Finding, Outcome, Row, Severity
from pilotdiff.report import headline
from pilotdiff.report.filters import units
from pilotdiff.report.part_findings import of_part, said_elsewhere
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import verdict
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.audit_paper import (
    asked_for,
    both_lists,
    doubt,
    outcome_counts,
    procedure,
    thresholds,
)
from pilotdiff.report.word_papers.cut_tables import said_of
from pilotdiff.report.word_papers.paper_head import PaperHead
from pilotdiff.report.word_papers.paper_room import PAGE, needed

_MOST = 12
# The room is measured with some to spare: so many lines fit where none seems to.
_FEWEST = 2
# What the sentence on all that was left out of a list tells, one by one.
_IN_SHORT = ("name-left-out", "line-not-read")


def memo(
    report: Report, findings: Sequence[Finding], head: PaperHead, words: Words
) -> Iterator[paper.PaperPart]:
    """Yield the memo; `words` are those of its language, whatever that of the other papers is."""
    above = list(_answer(report, head, words))
    below = list(_compared(report, words))
    waiting, lines = _open(report, findings, words)
    above += [paper.PartHeading(words("What to look at")), waiting]
    yield from above
    shown = lines[:_MOST]
    room = PAGE - needed([*above, *below, _more(len(lines), words)])
    while len(shown) > _FEWEST and needed(shown) > room:
        shown = shown[:-1]
    yield from shown
    if more := len(lines) - len(shown):
        yield _more(more, words)
    yield from below


def _answer(report: Report, head: PaperHead, words: Words) -> Iterator[paper.PaperPart]:
    yield paper.PaperTitle(words("Memo"))
    matter = words("What became of the pilots of {name}", name=report.pilots.listing.called)
    yield paper.Fields(
        [
            (words("To"), ""),
            (words("Date"), head.prepared_on),
            (words("From"), head.prepared_by),
            (words("Project"), head.project),
            (words("Matter"), matter),
        ]
    )
    yield paper.PartHeading(words("In short"))
    counts = report.counts
    said = headline.said_first(report, counts, words), *headline.details(counts, words)
    yield headline.told_together(said, words)
    yield outcome_counts(report, words, explained=True)


def _compared(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    yield paper.PartHeading(words("What was compared, and how"))
    yield both_lists(report, words)
    yield headline.told_together((procedure(report, words), thresholds(report, words)), words)
    yield from asked_for(report, words)


def _open(
    report: Report, findings: Sequence[Finding], words: Words
) -> tuple[str, list[paper.PaperPart]]:
    """Return how much a person must still decide and the documents say against themselves, and a
    line for each of both, what puts the answer in doubt first."""
    undecided = [row for row in report.rows if row.outcome is Outcome.REVIEW]
    part = of_part([one for one in findings if one.severity is not Severity.NOTE], report)
    grave = part.told
    errors = sum(one.severity is Severity.ERROR for one in grave)
    waiting = words.number(
        "{n} pairing waits for a person to decide.",
        "{n} pairings wait for a person to decide.",
        len(undecided),
    )
    found = words(
        "The checks of the documents: errors {errors}, warnings {warnings}.",
        errors=errors,
        warnings=len(grave) - errors,
    )
    # The pairs themselves stand there, and what a second reader says of verdicts.
    first = [one for one in report.foremost if one.severity is not Severity.NOTE]
    known = {"result-undecided", *_IN_SHORT, *(one.code for one in first)}
    told = [one for one in grave if one.code not in known]
    lines = [
        *(doubt(one, words) for one in first),
        *map(words, report.receipt[1:]),
        *(said_of(one, words) for one in told if not _is_warning(one)),
        *(_asked(row, words) for row in undecided if row.pilot and row.result),
        *(said_of(one, words) for one in told if _is_warning(one)),
    ]
    told_first = filter(None, (waiting if undecided else "", found, said_elsewhere(part, words)))
    said = headline.told_together(told_first, words)
    return said, [f"· {line}" for line in lines]


def _more(more: int, words: Words) -> str:
    return words.number(
        "{n} more stands in the workbook, with its rows and its findings.",
        "{n} more stand in the workbook, with its rows and its findings.",
        more,
    )


def _asked(row: Row, words: Words) -> str:
    pair = " → ".join(unit.name for unit in units(row)) + "?"
    return f"{pair} {verdict(row.decision, words)}" if row.decision else pair


def _is_warning(finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR
