"""One table of a panel as CSV, JSON, JSON lines or Markdown."""

from collections.abc import Iterator

from pilotdiff.language import Words
from pilotdiff.model import UserError
from pilotdiff.panel import Panel
from pilotdiff.report import jsontext
from pilotdiff.report.csvfile import lines
from pilotdiff.report.markdown_report import table as markdown_table
from pilotdiff.report.panel_tables import PanelTable, cells_of, tables


def table_of(panel: Panel, name: str) -> PanelTable:
    """Return one of the tables of a panel. Raises UserError where there is none of that name."""
    known = {each.name: each for each in tables(panel)}
    if name not in known:
        raise UserError(
            "a panel has no table {name}: choose one of {names}", name=name, names=tuple(known)
        )
    return known[name]


def text(panel: Panel, name: str, format: str, words: Words) -> Iterator[str]:
    """Yield a table in a format: csv, json, jsonl or markdown. Raises UserError."""
    table = table_of(panel, name)
    records = list(table.rows(panel, words))
    cells = cells_of(table, records)
    if format == "csv":
        yield from lines([table.columns])
        yield from lines(cells)
    elif format == "jsonl":
        yield from (jsontext.line(record) + "\n" for record in records)
    elif format == "json":
        yield jsontext.document({"table": name, "rows": records})
    else:
        yield from markdown_table(list(table.columns), ([str(c) for c in row] for row in cells))
