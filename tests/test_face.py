"""The public face: two documents in, a report out."""

from pathlib import Path

import pytest

import pilotdiff
from pilotdiff.model import Outcome, UserError


def test_two_documents_give_a_report(tmp_path: Path) -> None:
    pilots, results = tmp_path / "pilots.txt", tmp_path / "results.txt"
    pilots.write_text("试点名单\n1. 甲市乙县丙镇\n2. 甲市乙县丁镇\n", "utf-8")
    results.write_text("示范名单\n1. 甲市乙县丙镇\n", "utf-8")
    report = pilotdiff.reconcile(pilotdiff.read(str(pilots)), pilotdiff.read(str(results)))
    assert [row.outcome for row in report.rows] == [Outcome.PROMOTED, Outcome.DROPPED]


def test_a_missing_file_is_the_users_to_mend() -> None:
    with pytest.raises(UserError, match=r"nowhere\.txt"):
        pilotdiff.read("nowhere.txt")
