"""Why one unit came out as it did: the page that an auditor prints."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from pilotdiff.language import Words
from pilotdiff.matching.evidence import ConsideredUnit, features_told
from pilotdiff.matching.features import meaning
from pilotdiff.model import LEVELS, Confirmation, Repair, Row, Unit, Units, msg
from pilotdiff.report.answers.explanation_answer import ExplanationAnswer
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.filters import units
from pilotdiff.report.report_terms import (
    CHANGES,
    OUTCOME_MEANINGS,
    OUTCOMES,
    REPAIR_KINDS,
    RULES,
    SOURCE_KINDS,
)
from pilotdiff.report.row_words import (
    code_facts,
    compared_confidence,
    reason,
    record_facts,
    share_in_benchmark,
    verdict,
    why_waiting,
)
from pilotdiff.report.screen.pair_lists import differences
from pilotdiff.report.screen.strip_drawing import StripDrawing
from pilotdiff.report.screen.style import COLOURS, headed_table, heading, marked
from pilotdiff.report.screen.terminal_layout import Group, ScreenBlock, ScreenTable

if TYPE_CHECKING:
    from pilotdiff.outcomes.thresholds import Thresholds
    from pilotdiff.report.report_types import Report

_MOST = 3


def parts(answer: ExplanationAnswer, _: int) -> Iterator[ScreenBlock]:
    """Yield one page a row of the report."""
    report, words = answer.report, answer.words
    for row, candidates in zip(report.rows, answer.candidates, strict=True):
        yield _verdict(row, candidates, report, words)
        if row.pilot:
            yield _side(words("Pilots"), row.pilot, report.pilot_source, words)
            yield from _drawn(row.pilot, report.pilots, words)
        if row.result:
            yield _side(words("Results"), row.result, report.result_source, words)
            yield from _drawn(row.result, report.results, words)
        if row.confirmations:
            yield _confirmations(row.confirmations, words)
        if candidates:
            yield _candidates(candidates, words)


def _verdict(
    row: Row, found: Sequence[ConsideredUnit], report: "Report", words: Words
) -> ScreenBlock:
    """Return the outcome, both names with what differs marked, the reason with its odds, the
    record."""
    title = heading(
        words(OUTCOMES[row.outcome]), words(OUTCOME_MEANINGS[row.outcome]), COLOURS[row.outcome]
    )
    grid = marked()
    if row.pilot and row.result:
        before, after = differences(row.pilot.name, row.result.name)
        grid.add_row(Text("  - ", style="dim"), before)
        grid.add_row(Text("  + ", style="dim"), after)
    else:
        for unit in units(row):
            grid.add_row("", Text(unit.name))
    told = *code_facts(row, words), *record_facts(row, report.register, words)
    for fact in (*_facts(row, found, report.thresholds, words), *told):
        grid.add_row("", Text(fact))
    return Group(title, grid)


def _facts(
    row: Row, found: Sequence[ConsideredUnit], thresholds: "Thresholds", words: Words
) -> Iterator[str]:
    pairing = row.pairing
    if said := reason(row, words):
        yield said
    if share := share_in_benchmark(row, compared_confidence(row, found), words):
        yield share
    if row.changes:
        changes = tuple(CHANGES[change] for change in row.changes)
        yield words("changed: {changes}", changes=changes)
    if pairing:
        odds = words("confidence {value}", value=probability(pairing.confidence))
        margin = words("margin {value}", value=probability(pairing.margin))
        rival = words("next best {name}", name=pairing.runner_up) if pairing.runner_up else ""
        yield " · ".join(
            filter(None, (odds, margin, rival, words("found by {rule}", rule=RULES[pairing.rule])))
        )
    if waits := why_waiting(row, thresholds, words):
        yield waits
    if row.decision:
        yield words("decided: {said}", said=verdict(row.decision, words))


def _side(label: str, unit: Unit, source: str, words: Words) -> ScreenBlock:
    """Return the unit as read: where it stands, as written, each repair, and its parts."""
    entry = unit.entry
    grid = ScreenTable(gap=2)
    grid.add_column(style="dim", wraps=False)
    where = " · ".join(
        filter(None, (words.called(source), words("line {n}", n=entry.line), words(entry.place)))
    )
    grid.add_row(words("stands at"), where)
    facts = {
        words("as written"): f"{entry.ordinal} {entry.raw}".strip(),
        words("section"): entry.section,
        words("category"): entry.category,
        words("remark"): entry.note,
    }
    for name, fact in facts.items():
        if fact:
            grid.add_row(name, Text(fact))
    for number, repair in enumerate(entry.repairs):
        grid.add_row("" if number else words("repaired"), _repair(repair, words))
    grid.add_row(words("read as"), _path(unit, words))
    return Group(heading(label), grid)


def _drawn(unit: Unit, units: Units, words: Words) -> Iterator[ScreenBlock]:
    """Yield the strip of the paper that was read, where a list was recognised."""
    scan = units.listing.document.scan
    strip = scan.strip_of(unit.entry.line) if scan else None
    if strip is not None:
        yield Group(heading(words("The paper")), StripDrawing(strip))


def _confirmations(confirmations: Sequence[Confirmation], words: Words) -> ScreenBlock:
    """Return the documents beside the two lists that name the unit, in time, and how they write
    it."""
    made = headed_table()
    heads = (msg("Document"), msg("Kind"), msg("Date"), msg("Line"), msg("As written"))
    for head in heads:
        made.add_column(words(head), wraps=head == heads[-1], right=head == heads[3])
    for one in confirmations:
        written = Text(one.written)
        if one.category:
            said = words("another category: {category}", category=one.category)
            written.append(f"  {said}", style="yellow")
        kind = words(SOURCE_KINDS[one.kind]) if one.kind else ""
        made.add_row(words.called(one.document), kind, one.date, str(one.line), written)
    note = words("documents beside the two lists; evidence that changes no outcome")
    return Group(heading(words("Confirmed by"), note), made)


def _repair(repair: Repair, words: Words) -> Text:
    step = f"{repair.before} → {repair.after or '∅'}"
    told = Text(words("{head}: {said}", head=REPAIR_KINDS[repair.kind], said=step))
    return told.append(f"  {words(repair.why)}", style="dim")


def _path(unit: Unit, words: Words) -> Text:
    """Return the parts from the top; those that the context gave are marked."""
    text = Text()
    for part, level in zip(unit.path, LEVELS, strict=True):
        if part:
            text.append(" › " if text else "", style="dim").append(part)
            if level in unit.recorded:
                text.append(words(" (from the official record)"), style="dim")
            elif level in unit.inferred:
                text.append(words(" (from the context)"), style="dim")
    return text


def _candidates(candidates: Sequence[ConsideredUnit], words: Words) -> ScreenBlock:
    """Return a column a candidate: the log odds that each feature adds, their sum, the odds."""
    shown = candidates[:_MOST]
    weights = [{each.feature: each.weight for each in one.match_weights} for one in shown]
    made = headed_table()
    made.add_column(words("Feature"))
    for one in shown:
        made.add_column(one.unit.name, right=True)
    for feature in features_told(shown):
        made.add_row(words(meaning(feature)), *(_weight(one.get(feature)) for one in weights))
    made.add_section()
    made.add_row(words("Total"), *(f"{one.score:+.2f}" for one in shown), style="bold")
    sure = (f"{one.confidence:.4f}" for one in shown)
    made.add_row(words("that is a confidence of"), *sure, style="bold")
    title = heading(
        f"{words('Considered')} {len(candidates)}",
        words("the log odds of each feature; positive speaks for the same unit"),
    )
    return Group(title, made)


def _weight(weight: float | None) -> Text:
    if weight is None:
        return Text("·", style="dim")
    return Text(f"{weight:+.2f}", style="green" if weight > 0 else "red")
