"""An answer beside the working papers of an earlier one: what comes out otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pilotdiff.cli import output

if TYPE_CHECKING:
    from pathlib import Path

    from pilotdiff.cli.call import Call
    from pilotdiff.language import Words
    from pilotdiff.report.earlier_papers import Since
    from pilotdiff.report.report_types import Report


def beside_earlier(report: Report, against: Path, call: Call) -> Report:
    """Return the report with what comes out otherwise than in the papers of a folder, and with the
    notes of their workbook. Raises UserError."""
    from pilotdiff.report.earlier_papers import since

    decided = call.decisions is not None
    found = since(report.rows, against, report.options, decided=decided)
    return _with_notes(replace(report, since=found), found, against, call.words)


def _with_notes(report: Report, since: Since, against: Path, words: Words) -> Report:
    """Return the report with the notes beside findings in the workbook of earlier papers, where no
    other was handed back; tell of verdicts in it that nobody handed back. Raises UserError."""
    from pilotdiff.decisions import load
    from pilotdiff.decisions.receipts import said_of_findings
    from pilotdiff.report.papers import WORKBOOK

    path = against / WORKBOOK
    if report.beside.findings or not path.exists():
        return report
    before = load(path)
    # What was filled in since the papers were written is followed by nobody yet.
    if not (since.decided or len(before.filed) <= since.verdicts):
        output.remark(
            words.number(
                "{path} holds {n} verdict that this answer does not follow: "
                "hand it back with --decisions",
                "{path} holds {n} verdicts that this answer does not follow: "
                "hand it back with --decisions",
                len(before.filed),
                path=path,
            )
        )
    for said in said_of_findings(before):
        output.remark(words("{head}: {said}", head=path, said=words(said)))
    beside = report.beside._replace(findings=before.beside.findings)
    return replace(report, beside=beside)
