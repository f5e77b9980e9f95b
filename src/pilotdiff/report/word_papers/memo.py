"""A memo in English on one page, for readers who do not read the lists: the answer, what to look
at, what was compared, and what the words mean."""

from collections.abc import Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Finding, Outcome, Severity
from pilotdiff.report import headline
from pilotdiff.report.list_facts import called
from pilotdiff.report.report_terms import OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.audit_paper import (
    asked_for,
    both_lists,
    outcome_counts,
    procedure,
    said_of,
    thresholds,
)
from pilotdiff.report.word_papers.paper_head import PaperHead

# More of either make it longer than a page.
_MOST = 3


def memo(
    report: Report, findings: Sequence[Finding], head: PaperHead, words: Words
) -> Iterator[paper.PaperPart]:
    """Yield the memo; `words` are those of its language, whatever that of the other papers is."""
    yield paper.PaperTitle(words("Memo"))
    matter = words("What became of the pilots of {name}", name=called(report.pilots))
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
    yield headline.joined(said, words)
    yield outcome_counts(report, words, occurring=True)
    yield paper.PartHeading(words("What to look at"))
    yield from _open(report, findings, words)
    yield paper.PartHeading(words("What was compared, and how"))
    yield both_lists(report, words)
    yield headline.joined((procedure(report, words), thresholds(report, words)), words)
    yield from asked_for(report, words)
    yield paper.PartHeading(words("What the words mean"))
    occurring = [one for one in Outcome if counts.of(one)]
    rows = [[words(OUTCOMES[one]), words(OUTCOME_MEANINGS[one])] for one in occurring]
    yield paper.Ruled([words("Outcome"), words("Meaning")], rows, (2, 6))


def _open(report: Report, findings: Sequence[Finding], words: Words) -> Iterator[paper.PaperPart]:
    """Yield what a person must still decide, and what the documents say against themselves."""
    undecided = [row for row in report.rows if row.outcome is Outcome.REVIEW]
    grave = [one for one in findings if one.severity is not Severity.NOTE]
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
    yield headline.joined((waiting, found) if undecided else (found,), words)
    lines = [
        *(said_of(one, words) for one in grave if not _is_warning(one)),
        *(_asked(row.pilot.name, row.result.name) for row in undecided if row.pilot and row.result),
        *(said_of(one, words) for one in grave if _is_warning(one)),
    ]
    for line in lines[:_MOST]:
        yield f"· {line}"
    if len(lines) > _MOST:
        yield words(
            "{n} more stand in the workbook, with its rows and its findings.", n=len(lines) - _MOST
        )


def _asked(pilot: str, result: str) -> str:
    return f"{pilot} → {result}?"


def _is_warning(finding: Finding) -> bool:
    return finding.severity is not Severity.ERROR
