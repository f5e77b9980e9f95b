"""How a report came about: tool, options, the inputs by their digests, and the counts."""

from pilotdiff.language import ENGLISH
from pilotdiff.model import Units
from pilotdiff.report.answer import fields_of
from pilotdiff.report.answers.findings_answer import finding_record
from pilotdiff.report.earlier_papers import Since
from pilotdiff.report.report_types import Report


def run(report: Report) -> dict[str, object]:
    """Return what run.json says: nothing of the clock or the machine, so the same input gives the
    same."""
    return {
        "tool": "pilotdiff",
        "version": report.version,
        "options": dict(report.options),
        "thresholds": report.thresholds._asdict(),
        "pilots": _input(report.pilots),
        "results": _input(report.results),
        **({"others": [_input(units) for units in report.others]} if report.others else {}),
        **({"decisions": dict(report.decisions)} if report.decisions else {}),
        **({"against": _against(report.since)} if report.since else {}),
        "foremost": [finding_record(finding, ENGLISH) for finding in report.foremost],
        "counts": report.summary.to_dict(),
    }


def _against(since: Since) -> dict[str, object]:
    """Return where the earlier papers are, and what is otherwise than in them."""
    turned = [turned._asdict() for turned in since.turned]
    lists = {"pilots": since.pilots._asdict(), "results": since.results._asdict()}
    return fields_of(since, "folder sha256 same verdicts") | lists | {"turned": turned}


def _input(units: Units) -> dict[str, object]:
    listing = units.listing
    return {
        **fields_of(listing.document, "name format encoding size sha256"),
        **fields_of(listing, "title issuer number date"),
        "units": len(units.units),
        "unread": len(units.unread) + sum(skip.suspicious for skip in listing.skipped),
        "left_out": len(units.census.missing),
    }
