"""The working paper of the reconciliation (审计工作底稿), in the order that the rules ask for."""

from collections.abc import Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Finding, msg
from pilotdiff.report import headline
from pilotdiff.report.list_facts import facts
from pilotdiff.report.report_terms import LEVEL_HEADINGS, OUTCOME_MEANINGS, OUTCOMES
from pilotdiff.report.report_types import Report
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.cut_tables import (
    by_name,
    cut_tables,
    findings_table,
    more_findings,
    since_table,
)
from pilotdiff.report.word_papers.paper_head import PaperHead
from pilotdiff.report.word_papers.paper_room import PAGE, TURN, needed

# What is told of a file of verdicts beside how many were applied, and of the lists before the
# answer: more stand elsewhere.
_MOST_RECEIVED = _MOST_DOUBTS = 3
_MOST_REMARKS = 5
_PAGES = 2

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
    above = [
        paper.PaperTitle(words("Working paper")),
        paper.Fields(_head(report, head, words)),
        paper.PartHeading(words("Objective")),
        head.objective or words("To say of every pilot unit what became of it."),
        paper.PartHeading(words("Procedures")),
        *_procedures(report, words),
        paper.PartHeading(words("Conclusion and its grounds")),
        *_conclusion(report, head, words),
    ]
    below = list(_below(head, annexes, words))
    room = _PAGES * PAGE - TURN - needed(above) - needed(below)
    yield from above
    tables = (
        by_name(report, words),
        since_table(report, words),
        findings_table(findings, report, words),
    )
    yield from cut_tables(tables, room, words)
    yield from below


def _below(head: PaperHead, annexes: Sequence[str], words: Words) -> Iterator[paper.PaperPart]:
    """Yield what ends the paper: what belongs to it, and who signs."""
    yield paper.PartHeading(words("Annexes"))
    heads = [words("File"), words("What it holds")]
    told = [[name, words(what)] for name, what in ANNEXES.items() if name in annexes]
    yield paper.Ruled(heads, told, (2, 6))
    yield paper.Fields(signed(head, words))
    yield paper.Room(words("The reviewer's opinion"), head.opinion)


def signed(head: PaperHead, words: Words) -> list[tuple[str, str]]:
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
        pilots=report.pilots.listing.called,
        results=report.results.listing.called,
    )


def procedure(report: Report, words: Words) -> str:
    """Tell how the two lists were compared."""
    return words(
        "pilotdiff {version} read both lists as published, repaired damaged characters with a "
        "record of each, and compared place by place: equal names first, then names of another "
        "kind, then what is left by weighed features. A pair in doubt, and a name that could be "
        "several units, goes to a person.",
        version=report.version,
    )


def thresholds(report: Report, words: Words) -> str:
    """Tell from where on a pairing was believed."""
    return words(
        "A pairing is accepted from a confidence of {accept} (of {few} where lists of a chosen "
        "few rest on likeness) with a lead of {margin} over the next best; from {propose} on it "
        "is proposed to a person, and below that where several may be meant or two of one stem lie "
        "in one place.",
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
            "Verdicts on file: {name}, SHA-256 {sha256}; {applied} of {verdicts} applied.",
            **{key: report.decisions[key] for key in ("name", "sha256", "applied", "verdicts")},
        )


def _procedures(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    yield headline.told_together((procedure(report, words), thresholds(report, words)), words)
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
        yield headline.more_in_record(len(told) - _MOST_RECEIVED, words)


def both_lists(report: Report, words: Words) -> paper.Ruled:
    """Return the two lists side by side: title, issuer, number, date, file, digest, units."""
    rows = [(fact.name, *fact.texts) for fact in facts(report, words)]
    return paper.Ruled(["", words("Pilots"), words("Results")], rows, (1.4, 4, 4))


def warned(report: Report, words: Words) -> Iterator[paper.PaperPart]:
    """Yield what one must know before trusting the counts."""
    for finding in report.foremost[:_MOST_DOUBTS]:
        yield doubt(finding, words)
    if more := len(report.foremost[_MOST_DOUBTS:]):
        yield more_findings(more, words)


def doubt(finding: Finding, words: Words) -> str:
    """Return what one must know of a list, with its name, or of the two."""
    said = words(finding.message)
    return said if finding.other[0] else words("{head}: {said}", head=finding.document, said=said)


def _conclusion(report: Report, head: PaperHead, words: Words) -> Iterator[paper.PaperPart]:
    yield from warned(report, words)
    said = headline.said_first(report, report.counts, words)
    yield headline.told_together((said, *headline.details(report.counts, words)), words)
    yield from head.conclusion.splitlines()
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
            "{n} more remark stands in the workbook", "{n} more remarks stand in the workbook", more
        )


def outcome_counts(report: Report, words: Words, *, explained: bool = False) -> paper.Ruled:
    """Return the counts of each outcome, by level; `explained`, of those that occur, with what each
    means."""
    counts = report.counts
    levels = [words(LEVEL_HEADINGS[level]) for level in counts.levels]
    means = [words("Meaning")] if explained else []
    heads = [words("Outcome"), *means, *levels, words("Total")]
    rows = [
        [
            words(OUTCOMES[outcome]),
            *([words(OUTCOME_MEANINGS[outcome])] if explained else []),
            *(f"{counts.of(outcome, level):,}" for level in counts.levels),
            f"{counts.of(outcome):,}",
        ]
        for outcome in counts.outcomes
        if counts.of(outcome) or not explained
    ]
    shares = [1.7, 3.7] if explained else [3.0]
    numbers = frozenset(range(len(shares), len(heads)))
    return paper.Ruled(heads, rows, [*shares, *[1.8] * (len(heads) - len(shares))], numbers)
