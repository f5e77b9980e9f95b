"""Scans and photographs, where the recogniser is installed; the sentence where it is not."""

import csv
from pathlib import Path

import pytest

from pilotdiff.listing import outline
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes, read_document
from pilotdiff.reading.pictures import needed, picture_files
from pilotdiff.units import resolve

SCANS = Path(__file__).parents[4] / "shared/scans"
recognising = pytest.mark.skipif(
    not needed.can_recognise(), reason="text recognition is not installed (the extra ocr)"
)
scans = pytest.mark.skipif(not SCANS.is_dir(), reason="the scans lie beside the project")


def test_without_the_recogniser_a_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(picture_files, "can_recognise", lambda: False)
    with pytest.raises(UserError) as refused:
        read_bytes("notice.jpg", b"\xff\xd8\xff" + b"x" * 99)
    assert 'pip install "pilotdiff[ocr]"' in str(refused.value)


@recognising
def test_what_is_no_whole_picture_is_refused() -> None:
    with pytest.raises(UserError, match="no whole picture"):
        read_bytes("notice.png", b"\x89PNG\r\n\x1a\n" + b"x" * 99)


@recognising
@scans
@pytest.mark.parametrize(("name", "least"), [("two-columns-salt", 44), ("phone-kai", 34)])
def test_names_on_scans(name: str, least: int) -> None:
    folder = SCANS / name
    with (folder / "entries.csv").open(encoding="utf-8-sig") as file:
        wanted = {row["name"] for row in csv.DictReader(file)}
    document = read_document(str(folder / "scan.pdf"))
    found = {unit.name for unit in resolve(outline(document)).units}
    assert sum(any(name.endswith(unit) for name in found) for unit in wanted) >= least
    assert document.scan is not None
    assert {box.line for box in document.scan.boxes} == {line.number for line in document.lines}


@recognising
@scans
def test_a_photograph_is_read_as_the_page_it_shows() -> None:
    document = read_document(str(SCANS / "phone-kai/page-1.jpg"))
    assert document.format == "picture"
    assert "省级特色小镇试点名单" in [line.text for line in document.lines]
