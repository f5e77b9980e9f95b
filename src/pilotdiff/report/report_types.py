"""The frozen report that every format renders."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from pilotdiff.model import Filed, Finding, Message, Outcome, Row, Ruling, Units
from pilotdiff.model.handed_back import NOTHING, Beside
from pilotdiff.outcomes.thresholds import DEFAULT, Thresholds
from pilotdiff.report.answer_tables import AnswerTables
from pilotdiff.report.filters import Filter

if TYPE_CHECKING:
    from pilotdiff.decisions import Applied, Stale
    from pilotdiff.language import Words
    from pilotdiff.matching.evidence import Evidence
    from pilotdiff.reconciliation import Reconciler
    from pilotdiff.record import Register
    from pilotdiff.report.answer import RowsTable
    from pilotdiff.report.earlier_papers import Since
    from pilotdiff.report.summary import ReportSummary, Tally

# The columns of a user's own, by the lines of their list: {2: {"treated": 1}, …}.
KeptColumns = Mapping[int, Mapping[str, object]]


@dataclass(frozen=True, slots=True, repr=False)
class Report(AnswerTables):
    """What became of every entry, narrowed by a filter.

    rows     those that the filter keeps, in the order of the judgement
    counted  those that every count and rate is taken of: all that are of the filter's levels,
             categories and places, whatever outcomes it keeps
    counts   of these
    found    how many rows there were before it
    options  what the user asked for, as it goes into run.json
    version  of the tool
    thresholds  from which confidence and margin a pairing was accepted
    receipt  what is told of that file: read, applied, kept, and what is odd in it
    beside   what else a person wrote into the workbook that was handed back
    stale    verdicts of that file that do not bear on the lists as they are now
    decisions  the file of verdicts and what became of them, as it goes into run.json
    others   documents beside the two lists that were heard on their units
    foremost  what one must know before trusting the answer, the gravest first
    rulings   the verdicts of persons that the rows follow
    register  the official record as it is asked about the rows, None where it is not
    since     what is otherwise than in earlier papers, None where none were named
    pilots_kept, results_kept  columns of the lists' own that go into the records
    """

    pilots: Units
    results: Units
    rows: tuple[Row, ...] = field(repr=False)
    counted: tuple[Row, ...] = field(repr=False)
    counts: Tally = field(repr=False)
    found: int
    filter: Filter = field(default_factory=Filter)
    options: Mapping[str, object] = field(default_factory=dict)
    version: str = ""
    thresholds: Thresholds = DEFAULT
    decisions: Mapping[str, object] = field(default_factory=dict)
    receipt: tuple[Message, ...] = ()
    beside: Beside = NOTHING
    stale: tuple[Stale, ...] = ()
    others: tuple[Units, ...] = field(default=(), repr=False)
    foremost: tuple[Finding, ...] = ()
    rulings: tuple[Ruling, ...] = field(default=(), repr=False)
    register: Register | None = None
    since: Since | None = None
    pilots_kept: KeptColumns = field(default_factory=dict)
    results_kept: KeptColumns = field(default_factory=dict)

    @property
    def pilot_source(self) -> str:
        """The pilot document's name as given."""
        return self.pilots.listing.document.name

    @property
    def result_source(self) -> str:
        """The result document's name as given."""
        return self.results.listing.document.name

    @property
    def summary(self) -> ReportSummary:
        """Rows by outcome, in all and by level, and the rate."""
        from pilotdiff.report.summary import summarised

        return summarised(len(self.rows), self.found, self.counts)

    def evidence(self) -> Evidence:
        """Return what tells of each unit with whom it was compared, and how that came out."""
        from pilotdiff.matching.evidence import Evidence

        return Evidence(self.pilots, self.results, self.rulings)

    def table_in(self, words: Words) -> RowsTable:
        """Return the rows with the columns of diff.csv."""
        from pilotdiff.report.diff_columns import rows_table

        return rows_table(self.rows, self.pilot_source, self.result_source, words, self.register)

    def to_dicts(self, language: str = "en") -> list[dict[str, object]]:
        """Return the rows as records, with the user's own columns behind, under their names; where
        both lists have one, as pilot_… and result_…."""
        from pilotdiff.report.kept_columns import with_kept

        found = AnswerTables.to_dicts(self, language)
        return with_kept(found, self.pilots_kept, self.results_kept)

    def told_short(self) -> str:
        """Return the two lists and the outcomes in one line."""
        counts = self.summary
        shown = ", ".join(f"{n:,} {o.value}" for o in Outcome if (n := getattr(counts, o)))
        return f"Report: {self.pilot_source} → {self.result_source}: {shown or 'no rows'}"


def build(
    pilots: Units,
    results: Units,
    rows: tuple[Row, ...],
    *,
    only: Filter | None = None,
    options: Mapping[str, object] | None = None,
    version: str = "",
) -> Report:
    """Return the report of these rows, narrowed by `only`. Raises UserError where that names what
    no unit has."""
    from pilotdiff.checks.first_warnings import foremost
    from pilotdiff.filing import filed
    from pilotdiff.outcomes.unread_whereabouts import unread_pilots
    from pilotdiff.report.summary import open_elsewhere, tally

    chosen = only or Filter()
    chosen.refuse_unfit(rows)
    counted = chosen.counted(rows)
    elsewhere = open_elsewhere(counted, rows)
    unread = unread_pilots(pilots)
    if unread and chosen:
        unread = unread.of_units(row.pilot for row in counted if row.pilot)
    counts = tally(counted, chosen.results(rows), elsewhere, unread)
    return Report(
        pilots,
        results,
        chosen.keep(rows),
        counted,
        counts,
        len(rows),
        chosen,
        dict(options or {}),
        version,
        foremost=foremost(filed(pilots), filed(results), rows=rows),
    )


def with_verdicts(
    report: Report, rows: Sequence[Row], reconciler: Reconciler, applied: Applied
) -> Report:
    """Return a report of `rows` that says what became of the verdicts which they follow; as it is
    where none were given."""
    book, lists = reconciler.book, (report.pilots, report.results)
    if not book.name:
        return report
    from pilotdiff.decisions.book_record import book_record
    from pilotdiff.decisions.receipts import receipt

    told = receipt(book, applied, lists, rows, reconciler.undone(*lists))
    return replace(
        report,
        decisions=book_record(book, applied, told),
        receipt=told,
        beside=book.beside,
        stale=applied.stale,
        rulings=reconciler.rulings(*lists),
    )


def checked(
    report: Report, documents: Sequence[Filed], reconciler: Reconciler
) -> tuple[Finding, ...]:
    """Return what is found in documents, the official record asked as the report asks it."""
    from pilotdiff.checks import check

    register = report.register
    as_of = register.pilots.year if register and register.pilots.exactly else None
    return check(documents, reconciler=reconciler, as_of=as_of, without_record=register is None)
