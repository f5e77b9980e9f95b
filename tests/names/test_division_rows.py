"""The index of the divisions against their table."""

from pilotdiff.names import division_rows
from pilotdiff.names.kinds import PLACEHOLDERS


def test_the_index_finds_every_row_by_each_of_its_names() -> None:
    for span in division_rows.tenures():
        for name in {span.name, span.short, span.bare} - {"", *PLACEHOLDERS}:
            assert span in division_rows.bearing(name)
            assert len(name) in division_rows.division_lengths(name[:2])


def test_the_index_finds_what_went_to_a_code() -> None:
    wanted: dict[str, list[division_rows.Tenure]] = {}
    for span in division_rows.tenures():
        for code in filter(None, span.became.split(";")):
            wanted.setdefault(code, []).append(span)
    assert {code: list(division_rows.left_to(code)) for code in wanted} == wanted
    assert division_rows.left_to("999999") == ()


def test_the_index_holds_nothing_else() -> None:
    rows = {name for span in division_rows.tenures() for name in (span.name, span.short, span.bare)}
    assert division_rows.bearing("清岗县") == ()
    assert division_rows.bearing("→110101") == ()
    assert division_rows.longest() == max(map(len, rows))


def test_codes_are_found_by_their_first_digits() -> None:
    codes = {span.code for span in division_rows.tenures()}
    assert set(division_rows.codes_under("5101")) == {c for c in codes if c.startswith("5101")}
    assert [span.code for span in division_rows.spans_of("510100")] == ["510100"]
    assert division_rows.spans_of("999999") == ()
