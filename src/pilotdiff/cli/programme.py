"""pilotdiff programme: the batches of a programme as a funnel."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from pilotdiff.cli import first_told
from pilotdiff.cli.call import Call, takes
from pilotdiff.cli.carried_options import of_matching
from pilotdiff.cli.retyped_calls import retyped
from pilotdiff.model import UserError

if TYPE_CHECKING:
    from pilotdiff.programme import Programme


@takes("files decisions catalogue named batch no_record format lang quiet no_progress debug")
def command(
    call: Call,
    named: Annotated[
        str,
        typer.Option(
            "--programme", metavar="TEXT", help="Only programmes so named, or of this province."
        ),
    ] = "",
    batch: Annotated[
        list[int] | None,
        typer.Option(
            "--batch",
            metavar="N",
            min=1,
            help="Only this batch, or that of this year; may be repeated.",
        ),
    ] = None,
) -> None:
    """The batches of a programme as a funnel: planned, pilots, demonstrations.

    Each number with the document and line that give it; where both lists of a batch are known, what
    became of its pilots by place and category. Without files, the documents of the catalogue.
    """
    from pilotdiff.programme import funnel

    documents = call.documents()
    found = _chosen(funnel(documents, call.reconciler), named, batch or [])
    if not call.quiet:
        first_told.tell_of(documents, call.words)
    from pilotdiff.report.answers.programme_answer import ProgrammeAnswer

    asked = retyped(call.files or (), of_matching(call) | {"--programme": named})
    call.show(ProgrammeAnswer(found, asked, call.words))


def _chosen(found: "Programme", named: str, numbers: list[int]) -> "Programme":
    """Return the batches asked for; UserError when there is none."""
    if not found.batches:
        raise UserError(
            "no batch in {documents}: none is known as a list of pilots or of results, a plan "
            "or news; say which in a catalogue",
            documents=found.unplaced or "the catalogue",
        )
    if not named and not numbers:
        return found
    kept = tuple(
        batch
        for batch in found.batches
        if named in f"{batch.programme} {batch.province}"
        and (not numbers or (batch.number or batch.year) in numbers)
    )
    if not kept:
        there = tuple(f"{b.programme} {b.number or b.year or ''}".strip() for b in found.batches)
        if not any(there):
            raise UserError(
                "no such batch: what is there bears no name and no number; leave --programme and "
                "--batch out"
            )
        raise UserError("no such batch: there are {there}", there=tuple(filter(None, there)))
    return replace(found, batches=kept, unplaced=())
