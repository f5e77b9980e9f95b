"""Division codes in brackets behind names are the codes of their units."""

import pytest

from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes

_ROW = "井陉县（130121）、正定县（130123）"


@pytest.mark.parametrize(
    ("format", "text"),
    [("txt", f"石家庄市：{_ROW}"), ("csv", f"市,县\n石家庄市,{_ROW}\n邯郸市,涉县（130426）")],
)
def test_a_code_in_brackets_is_the_code_of_its_unit(format: str, text: str) -> None:
    entries = outline(read_bytes(f"a.{format}", text.encode())).entries
    assert [(e.code, e.note) for e in entries][:2] == [("130121", ""), ("130123", "")]


def test_a_number_that_the_name_never_had_stays_a_note() -> None:
    """井陉县's number for the post."""
    (entry,) = outline(read_bytes("a.txt", "示范县名单\n井陉县（050300）".encode())).entries
    assert (entry.code, entry.note) == ("", "050300")
