import csv
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import making
from pilotdiff.model import Outcome, UserError
from pilotdiff.report import papers

NAMES = {"diff.csv", "datapackage.json", "run.json", *(f"{outcome}.csv" for outcome in Outcome)}


def contents(folder: Path) -> dict[Any, Any]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(path: Path) -> list[Any]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_all_papers_are_written_and_add_up(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "papers"
    papers.write_working_papers(making.small(), folder)
    assert {path.name for path in folder.iterdir()} == NAMES
    assert (
        folder.joinpath("diff.csv").read_bytes().startswith(b"\xef\xbb\xbfoutcome,changes,level,")
    )
    counted = Counter(row["outcome"] for row in rows(folder / "diff.csv"))
    for outcome in Outcome:
        part = rows(folder / f"{outcome}.csv")
        assert {row["outcome"] for row in part} <= {outcome}
        assert len(part) == counted[outcome]
    assert [path.name for path in folder.parent.iterdir()] == ["papers"]


def test_run_json_names_inputs_and_counts(tmp_path: Path) -> None:
    papers.write_working_papers(making.small(), tmp_path / "papers")
    run = json.loads((tmp_path / "papers/run.json").read_text("utf-8"))
    assert run["pilots"]["sha256"] == "0" * 64
    assert run["counts"]["dropped"] == 1
    assert run["counts"]["levels"]["community"]["new"] == 1


def test_the_same_report_gives_the_same_bytes_wherever_it_is_written(tmp_path: Path) -> None:
    for name in ("one", "two"):
        papers.write_working_papers(making.small(), tmp_path / name)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_two_processes_write_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    papers.write_working_papers(making.small(), tmp_path / "alone")
    monkeypatch.setattr(papers, "TWO_PROCESSES_FROM", 0)
    monkeypatch.setattr(papers, "cores", lambda: 2)
    papers.write_working_papers(making.small(), tmp_path / "both")
    assert contents(tmp_path / "both") == contents(tmp_path / "alone")


def test_older_papers_are_replaced_and_other_files_left_alone(tmp_path: Path) -> None:
    (tmp_path / "diff.csv").write_text("old")
    (tmp_path / "notes.txt").write_text("mine")
    papers.write_working_papers(making.small(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {*NAMES, "notes.txt"}
    assert (tmp_path / "notes.txt").read_text() == "mine"
    assert len(rows(tmp_path / "diff.csv")) == len(making.small().rows)


def test_a_file_in_the_way_is_kept(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("keep me")
    with pytest.raises(UserError, match="is a file: name a folder"):
        papers.write_working_papers(making.small(), blocked)
    assert blocked.read_text() == "keep me"


@pytest.mark.parametrize("existing", [True, False])
def test_a_failure_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, existing: bool
) -> None:
    folder = tmp_path / "papers"
    if existing:
        papers.write_working_papers(making.report([]), folder)
    before = contents(folder) if existing else None

    def full(_report: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(papers, "run", full)
    with pytest.raises(UserError, match="No space left on device"):
        papers.write_working_papers(making.small(), folder)
    assert (contents(folder) if existing else None) == before
    assert {path.name for path in tmp_path.iterdir()} == ({"papers"} if existing else set())
