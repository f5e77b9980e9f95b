"""Cells of an .ods that are struck out by the style of a cell, a paragraph, a row or a column."""

from pilotdiff.reading.office.excel_marks import ExcelMarks
from pilotdiff.reading.office.opendocument_marks import opendocument_marks

_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "style", "table", "text")
)
_STRUCK = '<style:text-properties style:text-line-through-style="solid"/>'
_PLAIN = '<style:text-properties style:text-line-through-style="none"/>'


def _style(name: str, inner: str = "", parent: str = "") -> str:
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return f'<style:style style:name="{name}"{above}>{inner}</style:style>'


def _part(styles: str, inner: str = "") -> bytes:
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    return (
        f"<office:document-content {_NAMES}>{automatic}{inner}</office:document-content>".encode()
    )


def _cell(*lines: str, style: str = "") -> str:
    own = f' table:style-name="{style}"' if style else ""
    inner = "".join(line if line.startswith("<") else f"<text:p>{line}</text:p>" for line in lines)
    return f"<table:table-cell{own}>{inner}</table:table-cell>"


def _marks(styles: str, rows: str, named: str = "") -> ExcelMarks:
    table = f'<table:table table:name="名单">{rows}</table:table>'
    found = opendocument_marks(_part(styles, table), _part(named) if named else b"")
    return found.get("名单", ExcelMarks())


def _row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def test_a_style_made_from_a_named_one_strikes_out_unless_it_says_otherwise() -> None:
    styles = _style("ce1", parent="作废") + _style("ce2", _PLAIN, parent="作废")
    rows = _row(_cell("东岭村", style="ce1"), _cell("西岭村", style="ce2"), _cell("南岭村"))
    assert _marks(styles, rows, _style("作废", _STRUCK)).struck == {"A1"}


def test_a_named_style_may_stand_at_the_cell_itself() -> None:
    rows = _row(_cell("东岭村"), _cell("西岭村", style="作废"))
    assert _marks("", rows, _style("作废", _STRUCK)).struck == {"B1"}


def test_paragraphs_are_struck_out_by_their_styles() -> None:
    gone = '<text:p text:style-name="P1">东岭村</text:p>'
    rows = _row(_cell(gone), _cell(gone, "西岭村"), _cell("南岭村"))
    marks = _marks(_style("P1", _STRUCK), rows)
    assert marks == ExcelMarks(struck=frozenset({"A1"}), partly=frozenset({("B1", "西岭村")}))


def test_rows_and_columns_lend_their_styles_to_cells_without() -> None:
    columns = '<table:table-column/><table:table-column table:default-cell-style-name="ce1"/>'
    rows = _row(_cell("东岭村"), _cell("西岭村")) + _row(
        _cell("南岭村"),
        _cell("北岭村", style="ce2"),
        attributes='table:default-cell-style-name="ce1"',
    )
    marks = _marks(_style("ce1", _STRUCK) + _style("ce2"), columns + rows)
    assert marks.struck == {"B1", "A2"}


def test_a_chain_of_styles_that_goes_round_strikes_nothing_out() -> None:
    styles = _style("ce1", parent="ce2") + _style("ce2", parent="ce1") + _style("ce3", _STRUCK)
    assert _marks(styles, _row(_cell("东岭村", style="ce1"))) == ExcelMarks()
