"""Tables of a PDF without rules and numbers: names broken over the lines of their cells."""

from typing import Any

import pytest

from casefile import cases
from office_files import pdf
from pilotdiff.reading import read_bytes

PLACES = (50.0, 200.0)


@pytest.mark.parametrize("case", cases("pdf_wrapped", "page"))
def test_rows_of_a_page(case: dict[str, Any]) -> None:
    texts = []
    for line in case["lines"]:
        height, *cells = line.split("|")
        texts += [(x, float(height), cell) for x, cell in zip(PLACES, cells, strict=True) if cell]
    read = read_bytes("a.pdf", pdf([(texts, [])])).lines
    assert ["|".join(line.cells) for line in read if line.cells] == case["wanted"]
