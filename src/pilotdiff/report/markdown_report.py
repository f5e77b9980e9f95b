"""The report as Markdown, for an issue, a wiki or a letter."""

from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.language import Words
from pilotdiff.model import Outcome, Row, Unit, Units, msg
from pilotdiff.report import headline
from pilotdiff.report.diff_columns import probability
from pilotdiff.report.repair_words import told
from pilotdiff.report.report_terms import LEVEL_NAMES, LEVELS, OUTCOMES, SEVERITIES
from pilotdiff.report.report_types import Report
from pilotdiff.report.row_words import reason
from pilotdiff.report.summary import Tally
from pilotdiff.report.visible import visible

_ENTRY_HEADS = (
    msg("No."),
    msg("Unit"),
    msg("Level"),
    msg("Category"),
    msg("Line"),
    msg("Remarks"),
)
_ROW_HEADS = (
    msg("Pilots"),
    msg("Results"),
    msg("Category"),
    msg("Confidence"),
    msg("Remarks"),
)
_COUNTED = (Outcome.PROMOTED, Outcome.NOT_ELIGIBLE)


def text(report: Report, words: Words) -> Iterator[str]:
    """Yield the whole document in pieces: the two lists, the totals, then the rows by outcome.

    Rows that are promoted or not eligible are counted, and listed where they were asked for.
    """
    pilots, results = (_named(units) for units in (report.pilots, report.results))
    yield f"# {escape(pilots)} → {escape(results)}\n\n"
    yield f"{escape(headline.said_first(report, report.counts, words))}\n\n"
    yield from _foremost(report, words)
    yield from _totals(report, words)
    for outcome in Outcome:
        rows = [row for row in report.rows if row.outcome is outcome]
        if rows and (outcome not in _COUNTED or outcome in report.filter.outcomes):
            yield _headed(words(OUTCOMES[outcome]), len(rows), words)
            yield from _rows(rows, words)
    for units in (report.pilots, report.results):
        yield from _left_out(units, words)


def _foremost(report: Report, words: Words) -> Iterator[str]:
    """What one must know before trusting the answer."""
    for finding in report.foremost:
        severity = words(SEVERITIES[finding.severity])
        said = words("{head}: {said}", head=severity, said=words(finding.message))
        yield f"- {escape(f'{finding.document} · {said}')}\n"
    for received in report.receipt:
        yield f"- {escape(words(received))}\n"
    if report.foremost or report.receipt:
        yield "\n"


def parsed(units: Units, words: Words) -> Iterator[str]:
    """Yield the entries of one document."""
    yield f"# {escape(_named(units))}\n\n"
    head = [words(name) for name in _ENTRY_HEADS]
    yield from table(head, (_entry(unit, words) for unit in units.units))
    figures = units.listing.figures
    if figures:
        yield _headed(words("Figures"), len(figures), words)
        values = ((f"{f.value:,.12g} {f.unit}", f.subject, str(f.line)) for f in figures)
        yield from table([words("Figure"), words("What"), words("Line")], values)
    yield from _left_out(units, words)


def _entry(unit: Unit, words: Words) -> list[str]:
    entry = unit.entry
    remarks = " · ".join(filter(None, (entry.note, told(entry.repairs, words))))
    place = [entry.category, str(entry.line), remarks]
    return [entry.ordinal, unit.name, words(LEVEL_NAMES[unit.level]), *place]


def _named(units: Units) -> str:
    return units.listing.title or units.listing.document.name


def _totals(report: Report, words: Words) -> Iterator[str]:
    counts = report.counts
    levels = counts.levels
    head = [words("Outcome"), *(words(LEVELS[level]) for level in levels), words("Total")]
    present = [outcome for outcome in Outcome if counts.of(outcome)]
    lines = [_counted(words(OUTCOMES[outcome]), outcome, counts) for outcome in present]
    yield from table(head, lines, right=len(levels) + 1)


def _counted(name: str, outcome: Outcome, counts: Tally) -> list[str]:
    by_level = [str(counts.of(outcome, level)) for level in counts.levels]
    return [name, *by_level, str(counts.of(outcome))]


def _rows(rows: list[Row], words: Words) -> Iterator[str]:
    head = [words(name) for name in _ROW_HEADS]
    yield from table(head, (_row(row, words) for row in rows))


def _row(row: Row, words: Words) -> list[str]:
    shown, pairing = row.pilot or row.result, row.pairing
    return [
        row.pilot.name if row.pilot else "",
        row.result.name if row.result else "",
        shown.entry.category if shown else "",
        str(probability(pairing.confidence)) if pairing else "",
        reason(row, words),
    ]


def _headed(head: str, number: int, words: Words) -> str:
    said = words("{head} ({number})", head=head, number=number)
    return f"\n## {said}\n\n"


def _left_out(units: Units, words: Words) -> Iterator[str]:
    missing = units.census.missing
    if missing:
        name = escape(units.listing.document.name)
        head = words("{head}: {said}", head=msg("Left out"), said=name)
        yield _headed(head, len(missing), words)
        heads = [words(name) for name in (msg("Line"), msg("Text"), msg("Why"))]
        yield from table(
            heads, ((str(each.line), each.text, words(each.reason)) for each in missing)
        )


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: int = 0) -> Iterator[str]:
    """Yield a table whose last `right` columns are numbers."""
    yield _line([escape(cell) for cell in head])
    yield _line(["---"] * (len(head) - right) + ["---:"] * right)
    for row in rows:
        yield _line([escape(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def escape(text: str) -> str:
    """Return the text as it stands, where Markdown or HTML would take a sign for a command."""
    for sign in "\\`*_|<>[]#":
        text = text.replace(sign, "\\" + sign)
    return visible(" ".join(text.split()))
