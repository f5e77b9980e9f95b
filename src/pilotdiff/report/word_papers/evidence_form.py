"""The form on which the audited body states what it says of the facts (审计取证单)."""

from collections.abc import Iterator

from pilotdiff.language import Words
from pilotdiff.report import headline
from pilotdiff.report.report_types import Report
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.audit_paper import asked_for, both_lists, doubt, matter, signed
from pilotdiff.report.word_papers.paper_head import PaperHead


def evidence_form(report: Report, head: PaperHead, words: Words) -> Iterator[paper.PaperPart]:
    """Yield the form: what was found, where it stands, and room for an answer and a seal."""
    yield paper.PaperTitle(words("Statement of evidence"))
    yield paper.Fields(
        [
            (words("Filed under"), head.index),
            (words("Project"), head.project),
            (words("Audited body"), head.audited),
            (words("Pages annexed"), ""),
            (words("Matter"), matter(report, head, words)),
        ]
    )
    yield paper.PartHeading(words("Facts"))
    # Whoever answers the form has no workbook to read on in.
    yield from (doubt(finding, words) for finding in report.foremost)
    yield headline.said_first(report, report.counts, words)
    yield from headline.details(report.counts, words)
    yield paper.PartHeading(words("Where they stand"))
    yield both_lists(report, words)
    yield from asked_for(report, words)
    yield paper.Fields(signed(head, words))
    yield paper.Room(words("What the audited body says of it"))
    yield paper.Fields([(words("Signed for the audited body (seal)"), ""), (words("Date"), "")])
