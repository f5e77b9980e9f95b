"""No file that pilotdiff did not write, or that somebody changed, is replaced by papers."""

import json
from pathlib import Path

import pytest

import making
from pilotdiff.model import UserError
from pilotdiff.report import papers
from pilotdiff.report.filters import Filter
from pilotdiff.report.folder_record import run_record, written_names
from pilotdiff.report.papers_folder import refuse_folder, told_of_earlier


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that holds papers, and a file of somebody's."""
    there = tmp_path / "papers"
    papers.write_working_papers(making.small(), there)
    (there / "notes.txt").write_text("mine")
    return there


def refused(folder: Path, chosen: Filter | None = None) -> str:
    try:
        refuse_folder(folder, None, workbook=False, chosen=chosen)
    except UserError as error:
        return str(error)
    return ""


def test_papers_of_the_same_lists_may_be_written_again(folder: Path) -> None:
    assert not refused(folder)
    papers.write_working_papers(making.small(), folder)
    assert not refused(folder)
    assert told_of_earlier(folder, making.small(), workbook=False) == []


@pytest.mark.parametrize("name", ["diff.csv", "dropped.csv", "datapackage.json", "run.json"])
def test_a_foreign_file_is_not_replaced(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text('{"a": 1}')
    assert f"{name} was not written by pilotdiff" in refused(tmp_path)


def test_one_beside_papers_is_not_replaced_either(folder: Path) -> None:
    said = json.loads((folder / "run.json").read_text())
    del said["files"]["diff.csv"]
    (folder / "run.json").write_text(json.dumps(said))
    assert "diff.csv was not written by pilotdiff" in refused(folder)


def test_papers_of_older_runs_are_known_by_their_run(folder: Path) -> None:
    said = json.loads((folder / "run.json").read_text())
    del said["files"]
    (folder / "run.json").write_text(json.dumps(said))
    assert not refused(folder)


def test_a_file_that_somebody_changed_is_not_replaced(folder: Path) -> None:
    (folder / "renamed.csv").write_text("a note of mine")
    assert "renamed.csv was changed since pilotdiff wrote it" in refused(folder)


def test_a_part_does_not_take_the_place_of_the_whole(folder: Path) -> None:
    asked = Filter(places=("成都市",))
    assert "those of --within 成都市 would take their place" in refused(folder, asked)


def test_what_stays_of_an_earlier_run_is_told_and_stays_known(folder: Path) -> None:
    said = json.loads((folder / "run.json").read_text())
    (folder / "memo.docx").write_bytes(b"")
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    said["files"]["memo.docx"] = empty
    (folder / "run.json").write_text(json.dumps(said))
    (told,) = told_of_earlier(folder, making.small(), workbook=False)
    assert "not written again: ['memo.docx']" in str(told)
    papers.write_working_papers(making.small(), folder)
    assert "memo.docx" in written_names(run_record(folder))


def test_papers_of_other_lists_are_told(folder: Path) -> None:
    said = json.loads((folder / "run.json").read_text())
    for side in ("pilots", "results"):
        said[side] = {"name": f"other-{side}.txt", "sha256": "none"}
    (folder / "run.json").write_text(json.dumps(said))
    (told,) = told_of_earlier(folder, making.small(), workbook=False)
    assert (
        str(told) == "The papers that stood there were of other-pilots.txt and other-results.txt."
    )
