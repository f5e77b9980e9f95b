"""`programme`: the batches of a programme as a funnel."""

from __future__ import annotations

from dataclasses import dataclass

from pilotdiff.face.answer_summaries import ProgrammeSummary
from pilotdiff.face.list_input import ListInput
from pilotdiff.face.read_list import all_filed
from pilotdiff.face.told_decisions import DecisionsInput, heard_by
from pilotdiff.language import Words
from pilotdiff.model import UserError
from pilotdiff.programme import Batch, Programme
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables


@dataclass(frozen=True, slots=True, repr=False)
class ProgrammeFunnel(AnswerTables):
    """The batches of a programme: planned, pilots, demonstrations, each with its sources."""

    programme: Programme

    @property
    def batches(self) -> tuple[Batch, ...]:
        """The batches in their order."""
        return self.programme.batches

    @property
    def summary(self) -> ProgrammeSummary:
        """How many batches, and in how many both lists are known."""
        return ProgrammeSummary(len(self.batches), sum(b.reconciled for b in self.batches))

    def table_in(self, words: Words) -> RowsTable:
        """Return a row for each number, with its source."""
        from pilotdiff.report.answers.programme_answer import ProgrammeAnswer

        return ProgrammeAnswer(self.programme, "", words).table()

    def told_short(self) -> str:
        """Return the counts in one line."""
        counts = self.summary
        return f"Programme: {counts.batches} batches, {counts.reconciled} with both lists"


def programme(*documents: ListInput, decisions: DecisionsInput | None = None) -> ProgrammeFunnel:
    """Return the batches that documents make up; without any, the shipped ones.

    They are given as `read` takes them, `decisions` as `reconcile` takes them. Raises UserError
    where no batch can be told.

    >>> pilots = "湖南省2019年试点名单\\n1、长沙县金井镇\\n"
    >>> programme(pilots, "湖南省2020年示范名单\\n1、长沙县金井镇\\n")
    <Programme: 1 batches, 1 with both lists>
    """
    from pilotdiff.programme import funnel

    read = all_filed(documents)
    found = funnel(read, heard_by(read, decisions))
    if not found.batches:
        raise UserError(
            "no batch in {documents}: none is known as a list of pilots or of results, a plan "
            "or news; say which in a catalogue",
            documents=found.unplaced,
        )
    return ProgrammeFunnel(found)
