"""The public face: two documents in, a report out."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import pilotdiff
from pilotdiff.model import Outcome, UserError
from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer
from pilotdiff.report.formats import Format, rendered


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    pilots, results = tmp_path / "pilots.txt", tmp_path / "results.txt"
    pilots.write_text("试点名单\n1. 甲市乙县丙镇\n2. 甲市乙县丁镇\n", "utf-8")
    results.write_text("示范名单\n1. 甲市乙县丙镇\n", "utf-8")
    return pilots, results


def test_two_documents_give_a_report(lists: tuple[Path, Path]) -> None:
    pilots, results = map(pilotdiff.read, lists)
    report = pilotdiff.reconcile(pilots, results)
    assert [row.outcome for row in report.rows] == [Outcome.PROMOTED, Outcome.DROPPED]


def test_a_missing_file_is_the_users_to_mend() -> None:
    with pytest.raises(UserError, match=r"nowhere\.txt"):
        pilotdiff.read("nowhere.txt")


def test_units_and_paths_give_the_same_report(lists: tuple[Path, Path]) -> None:
    by_path = pilotdiff.reconcile(*lists)
    by_units = pilotdiff.reconcile(pilotdiff.read(lists[0]), str(lists[1]))
    assert by_path.to_dicts() == by_units.to_dicts()


def test_the_records_are_the_rows_of_json(lists: tuple[Path, Path]) -> None:
    report = pilotdiff.reconcile(*lists)
    records = report.to_dicts()
    assert [
        json.loads(line) for line in rendered(ReconciliationAnswer(report), Format.JSONL)
    ] == records
    assert report.summary["promoted"] == len([r for r in records if r["outcome"] == "promoted"])
    plain = {str, int, float, type(None)}
    assert {type(value) for record in records for value in record.values()} <= plain


def test_a_shipped_document_is_named_by_its_id() -> None:
    pilots = pilotdiff.read("sichuan-2022-pilots")
    assert (len(pilots.units), pilots.listing.number) == (229, "川民发〔2022〕37号")


def test_a_file_comes_before_an_id(
    lists: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lists[0].parent)
    lists[0].rename("sichuan-2022-pilots")
    assert len(pilotdiff.read("sichuan-2022-pilots").units) == 2


def test_check_takes_paths_and_units(lists: tuple[Path, Path]) -> None:
    lists[0].write_text("试点名单（共3个）\n1. 甲市乙县丙镇\n2. 甲市乙县丁镇\n", "utf-8")
    found = pilotdiff.check(*lists)
    assert found == pilotdiff.check(str(lists[0]), pilotdiff.read(lists[1]))
    assert str(lists[0]) in {finding.document for finding in found}


def test_documents_beside_the_lists_are_heard(lists: tuple[Path, Path]) -> None:
    plan = lists[0].with_name("plan.txt")
    plan.write_text("甲市试点工作方案\n确定甲市乙县丙镇为试点。\n", "utf-8")
    report = pilotdiff.reconcile(*lists, confirm=[plan])
    (told,) = report.rows[0].confirmations
    assert (told.document, told.line) == (str(plan), 2)
    assert report.others[0].listing.document.name == str(plan)
    assert str(plan) in str(report.to_dicts()[0]["reason"])


def test_the_version_is_the_packages() -> None:
    assert pilotdiff.__version__ == version("pilotdiff")


def test_types_are_shipped() -> None:
    assert (Path(pilotdiff.__file__).with_name("py.typed")).is_file()


def test_importing_it_imports_nothing_heavy() -> None:
    code = "import sys, pilotdiff; print(*(m for m in sys.modules if m.startswith('pilotdiff')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {"pilotdiff", "pilotdiff.version"}
