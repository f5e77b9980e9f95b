"""The report as Markdown, for an issue, a wiki or a letter."""

from collections.abc import Iterable, Iterator, Sequence

from pilotdiff.model import Outcome, Row, Unit, Units
from pilotdiff.report.columns import probability
from pilotdiff.report.model import Report
from pilotdiff.report.repairs import told
from pilotdiff.report.run import left_out
from pilotdiff.report.summary import Tally, tally
from pilotdiff.report.words import Words

_COUNTED = (Outcome.PROMOTED, Outcome.NOT_ELIGIBLE)


def text(report: Report, words: Words) -> Iterator[str]:
    """The whole document in pieces: the two lists, the totals, then the rows by outcome.

    Rows that are promoted or not eligible are counted, and listed where they were asked for.
    """
    pilots, results = (_named(units) for units in (report.pilots, report.results))
    yield f"# {_escape(pilots)} → {_escape(results)}\n\n"
    yield from _totals(report, words)
    for outcome in Outcome:
        rows = [row for row in report.rows if row.outcome is outcome]
        if rows and (outcome not in _COUNTED or outcome in report.filter.outcomes):
            yield f"\n## {words(outcome)} ({len(rows)})\n\n"
            yield from _rows(rows, words)
    for units in (report.pilots, report.results):
        yield from _left_out(units, words)


def parsed(units: Units, words: Words) -> Iterator[str]:
    """The entries of one document."""
    yield f"# {_escape(_named(units))}\n\n"
    head = [words(key) for key in ("ordinal", "unit", "level", "category", "where", "remarks")]
    yield from table(head, (_entry(unit, words) for unit in units.units))
    figures = units.listing.figures
    if figures:
        yield f"\n## {words('figures')} ({len(figures)})\n\n"
        values = ((f"{f.value:,.12g} {f.unit}", f.subject, str(f.line)) for f in figures)
        yield from table([words("figure"), words("subject"), words("where")], values)
    yield from _left_out(units, words)


def _entry(unit: Unit, words: Words) -> list[str]:
    entry = unit.entry
    remarks = "; ".join(filter(None, (entry.note, told(entry.repairs))))
    place = [entry.category, str(entry.line), remarks]
    return [entry.ordinal, unit.name, words(unit.level), *place]


def _named(units: Units) -> str:
    return units.listing.title or units.listing.document.name


def _totals(report: Report, words: Words) -> Iterator[str]:
    counts = tally(report.rows)
    levels = counts.levels
    head = [words("outcome"), *(words(level) for level in levels), words("total")]
    present = [outcome for outcome in Outcome if counts.of(outcome)]
    lines = [_counted(words(outcome), outcome, counts) for outcome in present]
    yield from table(head, lines, right=len(levels) + 1)


def _counted(name: str, outcome: Outcome, counts: Tally) -> list[str]:
    by_level = [str(counts.of(outcome, level)) for level in counts.levels]
    return [name, *by_level, str(counts.of(outcome))]


def _rows(rows: list[Row], words: Words) -> Iterator[str]:
    head = [words(key) for key in ("pilots", "results", "category", "confidence_head", "remarks")]
    yield from table(head, map(_row, rows))


def _row(row: Row) -> list[str]:
    shown, pairing = row.pilot or row.result, row.pairing
    return [
        row.pilot.name if row.pilot else "",
        row.result.name if row.result else "",
        shown.entry.category if shown else "",
        str(probability(pairing.confidence)) if pairing else "",
        row.reason or (pairing.reason if pairing else ""),
    ]


def _left_out(units: Units, words: Words) -> Iterator[str]:
    lines = left_out(units)
    if lines:
        yield f"\n## {words('left_out')}: {_escape(units.listing.document.name)} ({len(lines)})\n\n"
        head = [words(key) for key in ("where", "text", "why")]
        yield from table(head, ((str(number), text, why) for number, text, why in lines))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, right: int = 0) -> Iterator[str]:
    """A table whose last `right` columns are numbers."""
    yield _line(head)
    yield _line(["---"] * (len(head) - right) + ["---:"] * right)
    for row in rows:
        yield _line([_escape(cell) for cell in row])


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escape(text: str) -> str:
    """The text as it stands, where Markdown or HTML would take a sign for a command."""
    for sign in "\\`*_|<>[]#":
        text = text.replace(sign, "\\" + sign)
    return " ".join(text.split())
