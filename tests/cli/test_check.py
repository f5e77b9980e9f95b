import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LIST = """示范镇名单（共3个）
1.甲子市东河镇
3.甲子市石桥镇
"""


@pytest.fixture
def broken(tmp_path: Path) -> Any:
    path = tmp_path / "broken.txt"
    path.write_text(LIST, "utf-8")
    return path


@pytest.mark.parametrize("width", [80, 120])
def test_the_screen(
    run: Callable[..., Any],
    snapshot: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    width: int,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    done = run("check")
    assert done.code == 0
    snapshot(f"check-{width}", done.out)


def test_an_error_ends_with_one(run: Callable[..., Any], broken: Any) -> None:
    done = run("check", broken)
    assert done.code == 1
    assert "ordinal-gap" in done.out
    assert "announces 3 streets and towns, but lists 2" in " ".join(done.out.split())
    assert done.out.rstrip().endswith("2 errors in 1 document.")


def test_nothing_found_is_said(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "sound.txt"
    path.write_text(LIST.replace("（共3个）", "").replace("3.", "2."), "utf-8")
    done = run("check", path)
    assert done.code == 0
    assert done.out.strip() == "Nothing found in 1 document."


def test_what_is_ignored_neither_shows_nor_counts(run: Callable[..., Any], broken: Any) -> None:
    done = run("check", broken, "--ignore", "ordinal-gap", "--ignore", "total-differs")
    assert done.code == 0
    assert "Nothing found" in done.out


def test_a_code_that_there_is_not(run: Callable[..., Any], broken: Any) -> None:
    done = run("check", broken, "--ignore", "ordinal-gasp")
    assert done.code == 2
    assert "ordinal-gasp" in done.err
    assert "ordinal-gap" in done.err


def test_the_threshold(run: Callable[..., Any]) -> None:
    told = [json.loads(line) for line in run("check", "-f", "jsonl").out.splitlines()]
    grave = run("check", "-f", "jsonl", "--severity", "warning").out.splitlines()
    assert {finding["severity"] for finding in told} == {"warning", "note"}
    assert [json.loads(line) for line in grave] == [t for t in told if t["severity"] == "warning"]


def test_all_formats_tell_the_same(run: Callable[..., Any], broken: Any) -> None:
    whole = json.loads(run("check", broken, "-f", "json").out)
    by_csv = list(csv.DictReader(io.StringIO(run("check", broken, "-f", "csv").out)))
    by_line = [json.loads(line) for line in run("check", broken, "-f", "jsonl").out.splitlines()]
    table = run("check", broken, "-f", "markdown").out.splitlines()
    assert whole["findings"] == by_line
    assert whole["summary"]["error"] == len(by_line) == len(by_csv) == len(table) - 2 == 2
    assert [row["code"] for row in by_csv] == [finding["code"] for finding in by_line]
    gap = next(finding for finding in by_line if finding["code"] == "ordinal-gap")
    assert gap["line"] == 3
    assert gap["figures"] == {"missing": 1, "before": 3}
    assert next(r for r in by_csv if r["code"] == "ordinal-gap")["figures"] == "missing=1;before=3"


def test_quiet_says_nothing_but_ends_alike(run: Callable[..., Any], broken: Any) -> None:
    done = run("check", broken, "-q")
    assert (done.code, done.out, done.err) == (1, "", "")


def test_a_shipped_document_by_its_id(run: Callable[..., Any]) -> None:
    done = run("check", "sichuan-2022-pilots", "-f", "json")
    assert json.loads(done.out)["summary"]["documents"] == ["sichuan-2022-pilots"]


def test_a_code_is_explained(run: Callable[..., Any]) -> None:
    out = run("check", "--explain", "ordinal-gap").out
    assert out.startswith("ordinal-gap  error")
    assert "Example: " in out
    every = json.loads(run("check", "--codes", "-f", "json").out)["codes"]
    assert {"code", "severity", "meaning", "example"} == set(every[0])
    assert len(every) > 40


def test_the_same_file_twice_is_one_document(run: Callable[..., Any], broken: Any) -> None:
    assert run("check", broken, broken).out == run("check", broken).out


def test_without_the_record_nothing_of_it_is_asked(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from pilotdiff.record import packs

    def refuse(name: str, at: int, size: int) -> bytes:
        raise AssertionError(f"{name} is read, {size} bytes at {at}")

    monkeypatch.setattr(packs, "_inflated", refuse)
    done = run("check", "--no-record")
    assert done.code == 0
    assert "unit-in-no-edition" not in done.out


def test_a_document_given_twice_is_told(run: Callable[..., Any], broken: Any) -> None:
    done = run("check", broken, broken)
    assert "broken.txt is given more than once, and is read once" in done.err
    assert done.out.rstrip().endswith("2 errors in 1 document.")
