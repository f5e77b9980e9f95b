"""Folders that stand for the documents in them."""

from pathlib import Path

import pytest

from pilotdiff.model import UserError
from pilotdiff.reading import folders


def test_what_is_hidden_or_written_here_is_no_document(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.CSV", ".d.txt", "a/.e/f.txt", "papers/diff.csv", "a/g.exe"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("甲县", "utf-8")
    (tmp_path / "papers/run.json").write_text("{}", "utf-8")
    assert folders.opened([str(tmp_path)]) == [str(tmp_path / "a/c.CSV"), str(tmp_path / "b.txt")]


def test_a_folder_of_everything_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FOLDER_FILES", 3)
    for number in range(4):
        (tmp_path / f"{number}.txt").write_text("甲县", "utf-8")
    with pytest.raises(UserError, match="holds more than 3 files"):
        folders.opened([str(tmp_path)])
