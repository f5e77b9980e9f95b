"""Colours, width and encoding: what the environment asks for, as elsewhere."""

import os
import pty
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pytest

ESCAPE = b"\x1b["
COLOUR = re.compile(rb"\x1b\[[0-9;]*3[0-9][0-9;]*m")
PLAIN = {key: value for key, value in os.environ.items() if key not in ("COLUMNS", "NO_COLOR")}


@pytest.fixture
def at_terminal(script: list[str]) -> Any:
    """What a call writes to a terminal of so many columns."""

    def call(*arguments: str, columns: int = 80, **environment: str) -> bytes:
        ours, theirs = pty.openpty()
        os.set_blocking(ours, True)
        size = f'stty cols {columns} rows 24 && exec "$@"'
        process = subprocess.Popen(
            ["sh", "-c", size, "sh", *script, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**PLAIN, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", **environment},
        )
        os.close(theirs)
        written = b""
        try:
            while some := os.read(ours, 65536):
                written += some
        except OSError:
            pass  # the terminal is closed when the command ends
        os.close(ours)
        assert process.wait() == 0
        return written

    return call


def widest(text: bytes) -> int:
    from rich.cells import cell_len

    bare = re.sub(r"\x1b\[[0-9;]*m", "", text.decode())
    return max(cell_len(line) for line in bare.splitlines())


def test_a_terminal_gets_colours_and_its_width(at_terminal: Any) -> None:
    drawn = at_terminal("match", columns=60)
    assert COLOUR.search(drawn)
    assert 40 < widest(drawn) <= 60


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_a_terminal_that_wants_none_gets_none(at_terminal: Any, setting: Any) -> None:
    drawn = at_terminal("sources", **setting)
    # A slow machine tells how far it has come, on a line of its own that it takes away again.
    assert ESCAPE not in re.sub(rb"\r\x1b\[K[^\r\x1b]*(?=\r\x1b\[K)|\r\x1b\[K", b"", drawn)


def test_columns_wins_over_the_terminals_width(at_terminal: Any) -> None:
    assert widest(at_terminal("match", columns=150, COLUMNS="70")) <= 70


@pytest.mark.parametrize("columns", ["1", "20", "33", "70", "300"])
def test_no_width_is_too_narrow_or_too_wide(spawn: Callable[..., Any], columns: str) -> None:
    done = spawn("match", env={**PLAIN, "COLUMNS": columns, "LC_ALL": "C.UTF-8"})
    assert (done.returncode, done.stderr) == (0, b"")
    if int(columns) >= 70:
        assert widest(done.stdout) <= int(columns)


@pytest.mark.parametrize("columns", ["²", "-1", "80x", "0", "9" * 5_000])
def test_what_is_no_width_is_as_if_none_were_given(spawn: Callable[..., Any], columns: str) -> None:
    done = spawn("match", env={**PLAIN, "COLUMNS": columns, "LC_ALL": "C.UTF-8"})
    assert (done.returncode, done.stderr) == (0, b"")
    assert widest(done.stdout) <= 100


@pytest.mark.parametrize("terminal", ["xterm", "dumb"])
def test_colours_can_be_forced_for_a_pager(spawn: Callable[..., Any], terminal: str) -> None:
    done = spawn("match", env={**PLAIN, "FORCE_COLOR": "1", "TERM": terminal})
    assert COLOUR.search(done.stdout)


def test_no_color_is_stronger_than_force_color(spawn: Callable[..., Any]) -> None:
    done = spawn("sources", env={**PLAIN, "FORCE_COLOR": "1", "NO_COLOR": "1"})
    assert ESCAPE not in done.stdout


@pytest.mark.parametrize(
    "environment",
    [{"LANG": "C", "LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp936"}],
)
@pytest.mark.parametrize(
    "arguments", [("match", "--lang", "zh"), ("match", "--help", "--lang", "zh"), ("--version",)]
)
def test_no_encoding_is_an_error(
    spawn: Callable[..., Any], environment: Any, arguments: Any
) -> None:
    done = spawn(*arguments, env={**PLAIN, "PYTHONUTF8": "0", **environment})
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_chinese_terminal_reads_chinese(spawn: Callable[..., Any]) -> None:
    done = spawn("match", "--lang", "zh", env={**PLAIN, "PYTHONIOENCODING": "cp936"})
    text = done.stdout.decode("cp936")
    assert "成都市" in text
    assert "─" in text


def test_lines_and_bars_are_plain_where_the_encoding_lacks_them(spawn: Callable[..., Any]) -> None:
    done = spawn("match", env={**PLAIN, "PYTHONIOENCODING": "ascii"})
    assert "------" in done.stdout.decode("ascii")
    assert "#####" in done.stdout.decode("ascii")


def test_data_is_utf8_whatever_the_terminal(spawn: Callable[..., Any]) -> None:
    done = spawn("match", "-f", "csv", env={**PLAIN, "PYTHONIOENCODING": "ascii"})
    assert "成都市" in done.stdout.decode()


def test_half_a_screen_is_no_error(script: list[str]) -> None:
    command = f"'{script[0]}' match | head -n 3"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr, len(done.stdout.splitlines())) == (0, b"", 3)
