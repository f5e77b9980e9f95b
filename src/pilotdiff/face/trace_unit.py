"""`trace`: one unit through documents, in time."""

from __future__ import annotations

from dataclasses import dataclass

from pilotdiff.face.answer_summaries import TrailSummary
from pilotdiff.face.list_input import ListInput
from pilotdiff.face.read_list import all_filed
from pilotdiff.face.told_decisions import DecisionsInput, heard_by
from pilotdiff.language import Words
from pilotdiff.model import UserError
from pilotdiff.report.answer import RowsTable
from pilotdiff.report.answer_tables import AnswerTables
from pilotdiff.tracing import Trail


@dataclass(frozen=True, slots=True, repr=False)
class TracedUnit(AnswerTables):
    """What documents say of a name; `trail.ways` has a course for each unit that bears it."""

    trail: Trail

    @property
    def summary(self) -> TrailSummary:
        """Units and documents."""
        ways = self.trail.ways
        named = {stop.document.source.id for way in ways for stop in way.stops}
        return TrailSummary(len(ways), len(named))

    def table_in(self, words: Words) -> RowsTable:
        """Return a row for each place where a document names the unit or what lies in it."""
        from pilotdiff.report.answers.trail_answer import TrailAnswer

        return TrailAnswer(self.trail, words).table()

    def told_short(self) -> str:
        """Return the counts in one line."""
        counts = self.summary
        return f"Trace of {self.trail.name}: {counts.units} units in {counts.documents} documents"


def trace(
    name: str, *documents: ListInput, within: str = "", decisions: DecisionsInput | None = None
) -> TracedUnit:
    """Return what documents say of a unit and of what lies in it.

    `name` is its name, with or without its kind and parents; `within` a place that it lies in.
    Documents are given as `read` takes them; without any, the shipped ones. `decisions` are
    verdicts of persons, as `reconcile` takes them. Raises UserError where no document names it.

    >>> pilots = "2019年试点名单\\n1、长沙县金井镇\\n"
    >>> traced = trace("金井", pilots, "2020年示范名单\\n1、长沙县金井镇\\n")
    >>> traced.summary
    TrailSummary(units=1, documents=2)
    """
    from pilotdiff.tracing import trail_of

    if not name.strip():
        raise UserError("no name is given: name a unit, such as 成都市")
    found = all_filed(documents)
    trail = trail_of(name, found, within, heard_by(found, decisions))
    if not (trail.ways or trail.words):
        from pilotdiff.tracing.no_document_error import unnamed

        raise unnamed(trail, within)
    return TracedUnit(trail)
