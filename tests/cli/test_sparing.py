"""What a command writes never takes the place of what it reads."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases

FULL = Path("/dev/full")
LIST = "1、四川省成都市温江区柳城街道光华社区\n2、四川省成都市温江区柳城街道南街社区\n"
CATALOGUE = '[[document]]\nid = "one"\nkind = "pilots"\ntitle = "名单"\nfile = "one.txt"\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    for name in ("one.txt", "two.txt", "new.csv"):
        (tmp_path / name).write_text(LIST, "utf-8")
    return tmp_path


@pytest.mark.parametrize("case", cases("calls", "sparing"))
def test_a_document_to_be_read_is_not_written_over(
    case: dict[str, Any], run: Callable[..., Any], folder: Path
) -> None:
    done = run(*case["call"])
    assert done.code == 2
    assert "is one of the documents to be read" in done.err
    assert {path.read_text("utf-8") for path in folder.iterdir()} == {LIST}


@pytest.mark.parametrize("target", ["one.txt", "mine.toml"])
def test_nor_a_catalogue_and_what_it_names(
    run: Callable[..., Any], folder: Path, target: str
) -> None:
    (folder / "mine.toml").write_text(CATALOGUE, "utf-8")
    before = (folder / target).read_bytes()
    done = run("report", "two.txt", "new.csv", "--catalogue", "mine.toml", "-o", target)
    assert (done.code, (folder / target).read_bytes()) == (2, before)


@pytest.mark.usefixtures("folder")
def test_what_stands_there_from_an_earlier_run_is_replaced(run: Callable[..., Any]) -> None:
    for _ in range(2):
        assert run("report", "one.txt", "two.txt", "-o", "page.html").code == 0
        assert run("match", "one.txt", "two.txt", "-o", "papers").code == 0


@pytest.mark.usefixtures("folder")
@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("format", ["table", "csv", "json"])
def test_standard_output_that_takes_nothing_is_said_in_one_sentence(
    script: list[str], format: str
) -> None:
    Path("two.txt").write_text(f"{LIST}3、四川省成都市大邑县\n", "utf-8")
    call = [*script, "match", "one.txt", "two.txt", "--lang", "en", "-f", format]
    with FULL.open("wb") as full:
        done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, timeout=60)
    said = done.stderr.decode(sys.getfilesystemencoding())
    assert (done.returncode, said) == (
        2,
        "pilotdiff: cannot write to standard output: No space left on device; "
        "send it to another file\n",
    )
