import csv
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import making
from pilotdiff.report.answer import CellValue
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.diff_columns import COLUMNS, cells
from pilotdiff.report.formats import Format, csv_writer, rendered
from pilotdiff.report.formula import FORMULA_SIGNS, neutral
from pilotdiff.report.visible import acts, visible

anything = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
dangerous = st.builds(str.__add__, st.sampled_from(FORMULA_SIGNS), anything)


def shown(cell: Any) -> Any:
    return visible(cell) if isinstance(cell, str) and acts(cell) else cell


def table(report: Any) -> list[Any]:
    return list(
        csv.DictReader(
            io.StringIO("".join(rendered(ReconciliationAnswer(report), Format.CSV)), newline="")
        )
    )


def test_one_row_an_entry_in_the_order_of_the_report() -> None:
    report = making.small()
    rows = table(report)
    assert tuple(rows[0]) == COLUMNS
    assert [row["outcome"] for row in rows] == [row.outcome for row in report.rows]
    assert rows[1]["confidence"] == "0.9987"
    assert rows[2]["confidence"] == ""


@given(st.lists(st.tuples(anything | dangerous, anything | st.integers(0, 9), dangerous)))
def test_every_line_reads_back_as_neutralised_cells(rows: Any) -> None:
    text = "".join(csv_writer.lines(rows))
    back = list(csv.reader(io.StringIO(text, newline="")))
    assert back == [[str(neutral(shown(cell))) for cell in row] for row in rows]
    assert not acts(text)
    assert not any(cell and cell[0] in "=+@\t\r＝＋＠" for row in back for cell in row)


def test_a_formula_in_one_row_leaves_the_others_as_they_are() -> None:
    assert csv_writer.lines([("a", "b"), ("=1+1", "-"), ("-5.2", "-x")]) == [
        "a,b\n",
        "'=1+1,-\n",
        "-5.2,'-x\n",
    ]


def test_what_acts_is_shown_and_its_neighbours_stay() -> None:
    rows: list[tuple[CellValue, ...]] = [("甲\x1b[31m", 1), ("乙\u202e", "丙\r")]
    assert csv_writer.lines(rows) == ["甲␛[31m,1\n", '乙\ufffd,"丙\r"\n']


def test_chunks_together_are_all_rows() -> None:
    count = csv_writer.CHUNK + 5
    report = making.report(
        [making.row("dropped", making.unit("甲省", id=str(i))) for i in range(count)]
    )
    assert [row["pilot_id"] for row in table(report)] == [str(i) for i in range(count)]


def test_names_with_signs_and_quotes_survive() -> None:
    unit = making.unit("甲省", raw='=HYPERLINK("x"),\n1')
    (row,) = table(making.report([making.row("dropped", unit)]))
    assert row["pilot_raw"] == '\'=HYPERLINK("x"),\n1'
    assert cells(making.row("dropped", unit), "", "")[23] == '=HYPERLINK("x"),\n1'
