"""Rows that are kept as bytes are the rows, whoever asks."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.cli.packed_rows import PackedRows
from pilotdiff.listing.lines.washing import SAMPLE_LINES
from pilotdiff.model import Line, msg
from pilotdiff.model.plain_rows import beside_plain_rows

_CELLS = st.tuples(st.text(), st.text())
_PLACES = st.sampled_from(["", "page 2", msg("page {n}", n=2)])
_LINES = st.builds(Line, st.integers(1), st.text(), _CELLS, _PLACES, st.integers(0, 6))


@given(st.lists(_LINES, max_size=5))
def test_packed_rows_are_the_rows(lines: list[Line]) -> None:
    packed = PackedRows(Line, lines, lambda line: bool(line.cells[0]))
    assert list(beside_plain_rows(packed)) == [line for line in lines if not line.cells[0]]
    assert list(packed[:SAMPLE_LINES]) == lines
    assert len(packed) == len(lines)
    sent = pickle.loads(pickle.dumps(packed))
    assert list(sent) == lines
    assert all(type(line) is Line for line in sent)
    assert sent == tuple(lines)
    assert tuple(lines) == sent
    assert [sent[at] for at in range(len(lines))] == lines
    assert list(sent[1:]) == lines[1:]


def test_other_rows_are_not_equal() -> None:
    packed = PackedRows(Line, [Line(1, "清岗县")], lambda _: False)
    assert packed != (Line(2, "清岗县"),)
    assert packed != "清岗县"
    assert hash(packed) == hash((Line(1, "清岗县"),))
