"""What is asked of a folder before papers are written to it, and whether a workbook goes there."""

from collections.abc import Iterator
from pathlib import Path

from pilotdiff.model import Message, Units, UserError, msg
from pilotdiff.report.filters import Filter
from pilotdiff.report.folder_record import refuse_foreign, run_record, written_names
from pilotdiff.report.papers import PAPER_FILES, TO_SIGN, WORKBOOK
from pilotdiff.report.report_types import Report
from pilotdiff.report.whole_folder import refuse_unwritable

# Rows of which a workbook is written in a few seconds; a longer list is rarely read in one.
LONG = 12_000
_SIDES = ("pilots", "results")


def workbook_wanted(report: Report, asked: bool | None) -> bool:
    """Tell whether a workbook is to be written: as asked, else where the list is not long."""
    return len(report.rows) <= LONG if asked is None else asked


def refuse_folder(
    folder: Path, decisions: Path | None, *, workbook: bool, chosen: Filter | None
) -> None:
    """Refuse, before the work, a folder that could not be written to, or one with a file that would
    be lost: another's, one that a person changed, a workbook with verdicts, the papers of more than
    what is `chosen` now. Raises UserError."""
    refuse_unwritable(folder)
    path = folder / WORKBOOK
    if workbook and path.exists():
        from pilotdiff.decisions import load
        from pilotdiff.decisions.own_verdicts import holds_own_verdicts

        if holds_own_verdicts(path, load(decisions) if decisions else None):
            raise UserError(
                "{path} holds what a person decided or wrote and no other file given here holds, "
                "and a new one would take its place: move it, name another folder, or leave the "
                "new one out with --no-workbook",
                path=path,
            )
    # Of the workbook counts what a person wrote: to look at it may change it.
    refuse_foreign(folder, [name for name in _written(workbook=workbook) if name != WORKBOOK])
    then = run_record(folder).get("options")
    if chosen and isinstance(then, dict) and not chosen.told().items() <= then.items():
        raise UserError(
            "{folder} holds papers of the whole lists or of another part, and those of {filter} "
            "would take their place: name another folder",
            folder=folder,
            filter=chosen.written(),
        )


def told_of_earlier(folder: Path, report: Report, *, workbook: bool) -> list[Message]:
    """Return what is to be said, before papers are written, of those that stand in the folder: of
    which lists they were, and which are not written again."""
    then = run_record(folder)
    told = []
    inputs = [then.get(side) for side in _SIDES]
    lists = [each for each in inputs if isinstance(each, dict)]
    now = {known for units in (report.pilots, report.results) for known in _known(units)}
    if len(lists) == len(_SIDES) and not any(
        {each.get("name"), each.get("sha256")} & now for each in lists
    ):
        names = {side: each.get("name") for side, each in zip(_SIDES, lists, strict=True)}
        told.append(msg("The papers that stood there were of {pilots} and {results}.", **names))
    left = sorted(written_names(then) - {*_written(workbook=workbook)})
    if left := [name for name in left if (folder / name).is_file()]:
        told.append(msg("Of an earlier run, and not written again: {names}", names=left))
    return told


def _written(*, workbook: bool) -> Iterator[str]:
    return (name for name in PAPER_FILES if workbook or name not in TO_SIGN)


def _known(units: Units) -> tuple[str, str]:
    document = units.listing.document
    return document.name, document.sha256
