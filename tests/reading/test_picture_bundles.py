"""Several pictures as one document: a folder, a pattern, a zip."""

import io
import zipfile
from pathlib import Path

import pytest

from pilotdiff.model import UserError
from pilotdiff.reading.choosing import chosen_format
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.files import load_pages, whole_file
from pilotdiff.reading.folders import opened
from pilotdiff.reading.picture_bundles import natural_order, unzipped

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "notice"
    folder.mkdir()
    for number in (10, 2, 1):
        (folder / f"page{number}.png").write_bytes(PNG + b"%d" % number)
    (folder / ".DS_Store").write_bytes(b"x")
    return folder


def _contents(data: bytes) -> list[bytes]:
    return [page.data for page in unzipped(RawSource("notice", data))]


def test_a_folder_of_pictures_is_one_document_in_the_order_of_its_numbers(pages: Path) -> None:
    data = whole_file(str(pages), None)
    assert _contents(data) == [PNG + b"1", PNG + b"2", PNG + b"10"]
    assert chosen_format(RawSource("notice", data), "").format == "picture"
    assert whole_file(str(pages), None) == data


def test_a_pattern_names_pages(pages: Path) -> None:
    assert _contents(whole_file(str(pages / "page?.png"), None)) == [PNG + b"1", PNG + b"2"]


def test_a_zip_of_pictures_is_one_document() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name in ("__MACOSX/._2.jpg", "scan/10.jpg", "scan/9.jpg"):
            file.writestr(name, name)
    assert chosen_format(RawSource("scan.zip", made.getvalue()), "zip").format == "picture"
    assert _contents(made.getvalue()) == [b"scan/9.jpg", b"scan/10.jpg"]


def test_a_folder_with_anything_else_is_none(pages: Path) -> None:
    (pages / "list.txt").write_text("成都市", "utf-8")
    with pytest.raises(UserError, match="is a folder"):
        whole_file(str(pages), None)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("1.jpg", "1")
        file.writestr("list.txt", "成都市")
    with pytest.raises(UserError, match="zip archive"):
        chosen_format(RawSource("scan.zip", made.getvalue()), "zip")


def test_numbered_pictures_of_a_folder_are_one_document_and_others_are_several(pages: Path) -> None:
    assert opened([str(pages)]) == [str(pages)]
    assert opened([str(pages.parent)]) == [str(pages)]
    for name in ("pilots.png", "results.png"):
        (pages.parent / name).write_bytes(PNG)
    wanted = ["notice", "pilots.png", "results.png"]
    assert opened([str(pages.parent)]) == [str(pages.parent / name) for name in wanted]


def test_numbers_of_any_length_put_names_in_order() -> None:
    long = "9" * 5000
    assert sorted([f"p{long}", "p10", "p002", "p1"], key=natural_order) == [
        "p1",
        "p002",
        "p10",
        f"p{long}",
    ]


def test_pictures_named_one_by_one_are_one_document(pages: Path) -> None:
    named = [str(pages / f"page{number}.png") for number in (10, 1, 2)]
    assert _contents(load_pages(named)) == [PNG + b"1", PNG + b"2", PNG + b"10"]


def test_pages_of_one_name_in_two_folders_are_two(pages: Path, tmp_path: Path) -> None:
    other = tmp_path / "rest" / "page1.png"
    other.parent.mkdir()
    other.write_bytes(PNG + b"x")
    found = _contents(load_pages([str(pages / "page1.png"), str(other)]))
    assert found == [PNG + b"1", PNG + b"x"]


def test_several_files_that_are_no_pictures_are_refused(pages: Path) -> None:
    with pytest.raises(UserError, match="is no picture"):
        load_pages([str(pages / "page1.png"), "list.txt"])
