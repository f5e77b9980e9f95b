"""Bad calls and bad input: exit 2 and one sentence; nothing else."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

LIST = "1、四川省成都市温江区柳城街道光华社区\n2、四川省成都市温江区柳城街道南街社区\n"


def refused(done: Any, *words: Any) -> None:
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("pilotdiff: ")
    assert len(done.err.splitlines()) == 1
    for word in words:
        assert word in done.err


@pytest.fixture
def lists(tmp_path: Path) -> Any:
    path = tmp_path / "list.txt"
    path.write_text(LIST, "utf-8")
    return path


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["match", "only-one.txt"], ["only-one.txt", "two lists"]),
        (["match", "-", "-"], ["standard input"]),
        (["match", "--only", "nonsense"], ["--only", "promoted", "review"]),
        (["match", "--level", "galaxy"], ["--level", "county"]),
        (["match", "-f", "yaml"], ["markdown"]),
        (["match", "--nosuch"], ["--nosuch"]),
        (["nosuch"], ["nosuch"]),
        (["parse"], ["FILE"]),
        (["parse", "no-such-file.txt"], ["no-such-file.txt"]),
        (["parse", "no-such-id"], ["no-such-id"]),
        (["parse", "x" * 5000], ["xxx"]),
    ],
)
def test_a_bad_call_is_one_sentence(run: Callable[..., Any], arguments: Any, words: Any) -> None:
    refused(run(*arguments), *words)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("binary.bin", bytes(range(256)) * 40),
        ("prose.txt", "今天天气很好。\n".encode() * 5),
        ("nul.txt", b"\0" * 1000),
        ("folder", None),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_bad_input_is_one_sentence_with_its_name(
    run: Callable[..., Any], tmp_path: Path, lists: Any, name: str, data: Any, side: int
) -> None:
    path = tmp_path / name
    path.mkdir() if data is None else path.write_bytes(data)
    pair = (path, lists) if side == 0 else (lists, path)
    refused(run("match", *pair), name)


def test_prose_points_to_the_lines_passed_over(
    run: Callable[..., Any], tmp_path: Path, lists: Any
) -> None:
    path = tmp_path / "prose.txt"
    path.write_text("今天天气很好。\n", "utf-8")
    refused(run("match", path, lists), f"pilotdiff parse {path} --passed-over")


def test_a_traceback_is_shown_for_debug_only(run: Callable[..., Any]) -> None:
    done = run("parse", "no-such-file.txt", "--debug")
    assert done.code == 2
    assert "Traceback" in done.err
    assert "Traceback" not in run("parse", "no-such-file.txt").err


def test_a_bug_is_not_taken_for_a_difference(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import pilotdiff.listing

    def broken(*_arguments: Any, **_options: Any) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr(pilotdiff.listing, "outline", broken)
    refused(run("parse", "sichuan-2023-demonstrations"), "ZeroDivisionError: by design", "--debug")


def test_interrupting_is_clean(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    import pilotdiff.listing

    def interrupted(*_arguments: Any, **_options: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pilotdiff.listing, "outline", interrupted)
    done = run("parse", "sichuan-2023-demonstrations")
    assert (done.code, done.out) == (130, "")
    assert done.err == "\npilotdiff: interrupted; nothing was left half-written\n"


def test_alone_it_shows_what_there_is(run: Callable[..., Any]) -> None:
    done = run()
    assert done.code == 0
    for command in ("match", "parse", "sources"):
        assert f"pilotdiff {command}" in done.out or f"  {command} " in done.out


def test_every_command_and_option_is_explained(run: Callable[..., Any]) -> None:
    for command in ("match", "parse", "sources"):
        done = run(command, "--help")
        assert done.code == 0
        options = [line.strip() for line in done.out.splitlines() if line.startswith("  -")]
        assert len(options) >= 4
        assert max(map(len, done.out.splitlines())) <= 100


def test_the_script_and_the_module_are_the_same_command(
    spawn: Callable[..., Any], tmp_path: Path
) -> None:
    import subprocess
    import sys

    module = [sys.executable, "-m", "pilotdiff", "sources", "-f", "csv"]
    by_module = subprocess.run(module, capture_output=True, check=True, cwd=tmp_path).stdout
    assert spawn("sources", "-f", "csv", cwd=tmp_path).stdout == by_module


def test_a_reader_that_leaves_is_no_error(script: list[str]) -> None:
    import subprocess

    command = f"'{script[0]}' parse sichuan-2022-pilots -f jsonl | head -n 1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(done.stdout.splitlines()) == 1
