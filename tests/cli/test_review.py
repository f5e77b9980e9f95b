"""The walk through the undecided, at a real terminal."""

import csv
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal is needed", allow_module_level=True)

import fcntl
import pty
import select
import struct
import termios

PLACE = "四川省成都市温江区"
DOUBTFUL = [("东光村", "东光新村"), ("红光村", "红光桥村"), ("石坝村", "下石坝村")]
NAMES = [
    (f"{PLACE}{town}溪镇{a}", f"{PLACE}{town}溪镇{b}")
    for town, (a, b) in zip("甲乙丙", DOUBTFUL, strict=True)
]
PATIENCE = 60


class Terminal:
    """A command at a terminal of its own, as a person sees it."""

    def __init__(self, command: Any, cwd: Any, columns: int = 90, lines: int = 40) -> None:
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        self._process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env=environment,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        self.settings = termios.tcgetattr(slave)
        self._slave = slave
        self._seen = ""

    def wait_for(self, text: str) -> Any:
        """What is on the screen once `text` is there; forgotten afterwards."""
        until = time.monotonic() + PATIENCE
        while text not in self.screen():
            assert time.monotonic() < until, f"{text!r} never came: {self._seen!r}"
            self._read()
        seen, self._seen = self.screen(), ""
        return seen

    def screen(self) -> Any:
        return re.sub(r"\x1b\[[\d;]*m", "", self._seen.rpartition("\x1b[2J")[2])

    def _read(self) -> None:
        if select.select([self._master], [], [], 0.1)[0]:
            with suppress(OSError):
                self._seen += os.read(self._master, 65536).decode("utf-8", "replace")

    def press(self, keys: str, wanted: str = "") -> Any:
        """What is on the screen once `wanted` is there."""
        os.write(self._master, keys.encode())
        return self.wait_for(wanted) if wanted else ""

    def give_reason(self, reason: str) -> None:
        self.press("r", "Reason:")
        self.press(f"{reason}\r", f"reason: {reason}")

    def end(self) -> Any:
        """The exit code; the terminal must be as it was."""
        until = time.monotonic() + PATIENCE
        while self._process.poll() is None and time.monotonic() < until:
            self._read()
        self._read()
        assert termios.tcgetattr(self._slave) == self.settings
        return self._process.returncode

    def close(self) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
        os.close(self._master)
        os.close(self._slave)


def write_lists(folder: Path, pilots: list[str], results: list[str]) -> None:
    for name, rows in (("pilots", pilots), ("results", results)):
        (folder / f"{name}.csv").write_text("\n".join(["name", *rows, ""]), "utf-8")


def in_one_town(*names: str) -> list[str]:
    return [f"{PLACE}甲溪镇{name}" for name in names]


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    certain = [f"{PLACE}{town}溪镇光华村" for town in "甲乙丙"]
    pilots, results = ([pair[side] for pair in NAMES] + certain for side in (0, 1))
    write_lists(tmp_path, pilots, results)
    return tmp_path


@pytest.fixture
def sit(lists: Any, script: list[str]) -> Iterator[Any]:
    opened = []

    def start(*options: Any, **size: int) -> Any:
        command = [*script, "review", "pilots.csv", "results.csv", *options]
        opened.append(Terminal(command, lists, **size))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


def decisions(lists: Path, name: str = "decisions.csv") -> list[dict[str, str]]:
    path = lists / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def on_file(lists: Path, name: str = "decisions.csv") -> list[Any]:
    rows = decisions(lists, name)
    return [(row["pilot"], row["verdict"], row["by"], row["reason"]) for row in rows]


@pytest.mark.parametrize(("columns", "lines"), [(60, 19), (80, 14), (40, 20)])
def test_a_low_window_shows_the_question_whole(
    sit: Callable[..., Any], columns: int, lines: int
) -> None:
    """What stands above the window is gone: the evidence goes first, never the two names."""
    terminal = sit("--by", "王", columns=columns, lines=lines)
    screen = terminal.wait_for("? all keys")
    assert "Question 1 of 3" in screen
    assert len(screen.splitlines()) <= lines
    help_ = terminal.press("?", "Any key shows the others.")
    assert "The keys" in help_
    assert len(help_.splitlines()) <= lines
    terminal.press("x")
    terminal.press("x")
    assert "Question 1 of 3" in terminal.press("x", "? all keys")


def test_each_verdict_is_on_disk_before_the_next_question(
    sit: Callable[..., Any], lists: Any
) -> None:
    terminal = sit()
    said = terminal.wait_for("Who decides?")
    assert (
        "3 pairings are undecided. Each verdict goes into decisions.csv, with the name of" in said
    )
    assert NAMES[0][0] in terminal.press("小王\r", "q quit")
    assert "Question 2 of 3" in terminal.press("s", "q quit")
    assert on_file(lists) == [(NAMES[0][0], "same", "小王", "")]
    terminal.press("d", "q quit")
    assert on_file(lists)[1][:2] == (NAMES[1][0], "different")
    assert "2 decided, 0 unsure, 1 left" in terminal.press("q", "--decisions decisions.csv")
    assert terminal.end() == 0
    assert date.today().isoformat() in (lists / "decisions.csv").read_text("utf-8")


def test_it_goes_on_where_it_was_left(
    sit: Callable[..., Any], lists: Any, run: Callable[..., Any]
) -> None:
    first = sit("--by", "me")
    first.wait_for("Question 1 of 3")
    first.press("sq")
    assert first.end() == 0
    second = sit("--by", "you")
    assert NAMES[1][0] in second.wait_for("Question 1 of 2")
    second.press("sd", "the last question")
    second.press("q")
    assert second.end() == 0
    assert [row[1:3] for row in on_file(lists)] == [
        ("same", "me"),
        ("same", "you"),
        ("different", "you"),
    ]
    done = run(
        "review",
        lists / "pilots.csv",
        lists / "results.csv",
        "--decisions",
        lists / "decisions.csv",
    )
    assert (done.code, done.out) == (0, "Nothing is undecided.\n")
    assert run(
        "match", lists / "pilots.csv", lists / "results.csv", "--decisions",
        lists / "decisions.csv", "--fail-on-review", "-q",
    ).code == 0  # fmt: skip


def test_undo_reason_skip_and_turning_back(sit: Callable[..., Any], lists: Any) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    terminal.press("s", "Question 2 of 3")
    terminal.press("u", "Question 1 of 3")
    assert on_file(lists) == []
    terminal.give_reason("见批复, 2020")
    terminal.press("s", "Question 2 of 3")
    terminal.press("k", "1 skipped")
    assert "Question 1 of 3  1 decided · 0 unsure · 1 skipped" in terminal.press(
        "p\x1b[D", "decided: same"
    )
    terminal.press("d", "Question 3 of 3")
    assert on_file(lists) == [(NAMES[0][0], "different", "me", "见批复, 2020")]
    terminal.press("ｓ", "the last question")
    terminal.press("u", "Question 3 of 3")
    terminal.press("q")
    assert terminal.end() == 0
    assert len(on_file(lists)) == 1


def test_a_doubt_is_on_file_and_asked_about_where_one_says_so(
    sit: Callable[..., Any], lists: Any
) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    terminal.give_reason("两村都在")
    terminal.press("m", "Question 2 of 3")
    terminal.press("l", "reason: 两村都在")
    terminal.press("d", "1 decided · 1 unsure · 0 skipped")
    terminal.press("q", "1 decided, 1 unsure, 1 left")
    assert terminal.end() == 0
    assert [said[1:] for said in on_file(lists)] == [
        ("unsure", "me", "两村都在"),
        ("different", "me", "两村都在"),
    ]
    assert "Question 1 of 1" in sit("--by", "me").wait_for("q quit")
    again = sit("--by", "you", "--all")
    assert "on file: unsure · me" in again.wait_for("q quit")
    again.press("s", "Question 2 of 3")
    again.press("q")
    assert again.end() == 0
    assert (NAMES[0][0], "same", "you", "") in on_file(lists)
    assert len(on_file(lists)) == 2


def test_help_and_a_word_for_keys_that_do_nothing(sit: Callable[..., Any]) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    terminal.press("x", "x does nothing here: ? shows the keys")
    terminal.press("？", "Any key goes back")
    terminal.press("x", "q quit")
    terminal.press("g", "no other open question is of the same places")


def test_behind_the_last_question_only_what_is_named_goes_on(
    sit: Callable[..., Any], lists: Any
) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("Question 1 of 3")
    terminal.press("sss")
    assert "Enter matches the lists again" in " ".join(terminal.wait_for("q quits").split())
    for key in "s1gx":
        terminal.press(key)
        terminal.wait_for(f"{key} does nothing here")
    assert len(on_file(lists)) == 3
    assert "3 decided, 0 unsure, 0 left" in terminal.press("\r", "--decisions decisions.csv")
    assert terminal.end() == 0


def test_candidates_beyond_the_ninth_are_reached(sit: Callable[..., Any], lists: Any) -> None:
    others = ["柳岸村", "白鹭村", "清溪村", "石鼓村", "松风村", "荷塘村", "书院村", "钟楼村"]
    others += ["枫林村", "银杏村", "紫荆村", "翠屏村", "玉泉村"]
    write_lists(lists, in_one_town("东光村"), in_one_town("东光新村", *others))
    terminal = sit("--by", "me", columns=100, lines=60)
    first = terminal.wait_for("q quit")
    assert "… and 4 more: 0 shows them" in first
    second = terminal.press("0", "q quit")
    names = [
        set(re.findall(r"^ +\d .*?(\w\w村)", screen, re.MULTILINE)) for screen in (first, second)
    ]
    assert (len(names[0]), len(names[1])) == (9, 4)
    assert not names[0] & names[1]
    number, name = re.findall(r"^ +(\d) .*?(\w\w村)", second, re.MULTILINE)[-1]
    terminal.press(number, "the last question")
    [said] = decisions(lists)
    assert said["result"].endswith(name)


def test_a_group_is_decided_at_once_and_taken_back_at_once(
    sit: Callable[..., Any], lists: Any
) -> None:
    write_lists(lists, in_one_town("东光村", "石坝村"), in_one_town("东光新村", "石坝新村"))
    terminal = sit("--by", "me")
    terminal.wait_for("Question 1 of 2")
    terminal.press("g", "any other key goes back")
    terminal.press("s", "the last question")
    assert [verdict for _, verdict, *_ in on_file(lists)] == ["same", "same"]
    terminal.press("u", "Question 1 of 2")
    assert on_file(lists) == []


def test_a_candidate_is_chosen_by_its_number_and_contradictions_are_refused(
    sit: Callable[..., Any], lists: Any
) -> None:
    write_lists(lists, in_one_town("东光村", "石坝村"), in_one_town("东光新村", "石坝新村"))
    terminal = sit("--by", "me")
    screen = terminal.wait_for("q quit")
    number = re.search(r"(\d) .*石坝新村 .*instead of the result", screen)
    assert number
    terminal.press(number[1])
    # The second question was about 石坝新村, which is taken now: it is passed over.
    assert "That was the last question" in terminal.wait_for("q quits")
    [said] = decisions(lists)
    assert said["pilot"].endswith("东光村")
    assert said["result"].endswith("石坝新村")
    assert said["verdict"] == "same"
    screen = terminal.press("p", "q quit")
    assert "nothing is left to decide here: a verdict pairs" in screen
    assert not re.search(r"\d .*(东光村|石坝新村) .*instead", screen)
    terminal.press("s", "not written: decisions.csv says same")
    assert len(on_file(lists)) == 1


def test_a_stale_verdict_stands_first_beside_what_is_asked_now(
    sit: Callable[..., Any], lists: Any
) -> None:
    (lists / "decisions.csv").write_text(
        "pilot,result,verdict,by,on,reason,digest\n"
        f"{PLACE}丙溪镇石坪村,{NAMES[2][1]},same,old,2020-01-01,,000000000000\n",
        "utf-8",
    )
    screen = sit("--by", "me").wait_for("q quit")
    assert "Question 1 of 3" in screen
    assert re.search("丙溪镇石坪村 .*丙溪镇石坝村", screen)


def test_the_record_says_what_it_has(sit: Callable[..., Any], lists: Any) -> None:
    write_lists(lists, [f"{PLACE}天府街道海科社区"], [f"{PLACE}天府街道海科新社区"])
    for options, told in ((), True), (("--no-record",), False):
        terminal = sit("--by", "me", *options)
        assert ("official record: " in terminal.wait_for("q quit")) is told


def test_blind_hides_the_confidence_until_the_verdict(sit: Callable[..., Any]) -> None:
    terminal = sit("--by", "me", "--blind")
    screen = terminal.wait_for("q quit")
    assert "confidence" not in screen
    assert not re.search(r"(?m)^ {3}[+−]\d", screen)
    terminal.press("s")
    assert re.search(r"before: .* same · confidence 0\.\d+", terminal.wait_for("q quit"))
    seen = sit("--by", "me", "--decisions", "other.csv").wait_for("q quit")
    assert "confidence 0." in seen


def test_ctrl_c_keeps_what_was_said_and_the_terminal(sit: Callable[..., Any], lists: Any) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    terminal.press("s", "Question 2 of 3")
    terminal.press("\x03", "interrupted")
    assert terminal.end() == 130
    assert len(on_file(lists)) == 1


def test_a_stale_verdict_is_shown_and_replaced(sit: Callable[..., Any], lists: Any) -> None:
    (lists / "decisions.csv").write_text(
        f"pilot,result,verdict,by,on,reason,digest\n{','.join(NAMES[0])},same,old,2020-01-01,,000000000000\n",
        "utf-8",
    )
    terminal = sit("--by", "me")
    assert "Stale verdict on file  same · old · 2020-01-01" in terminal.wait_for("q quit")
    terminal.press("d", "Question 2 of 3")
    assert on_file(lists) == [(NAMES[0][0], "different", "me", "")]
    terminal.press("u", "Question 1 of 3")
    assert on_file(lists) == [(NAMES[0][0], "same", "old", "")]
    terminal.press("q", "line 2 was not applied")
    assert terminal.end() == 0


def test_a_verdict_that_cannot_be_written_is_one_sentence(
    sit: Callable[..., Any], lists: Any
) -> None:
    folder = lists / "kept"
    folder.mkdir()
    terminal = sit("--by", "me", "--decisions", "kept/d.csv")
    terminal.wait_for("q quit")
    folder.rmdir()
    terminal.press("s", "cannot write kept/d.csv")
    assert terminal.end() == 2


def test_without_a_terminal_it_says_so(run: Callable[..., Any], lists: Any) -> None:
    done = run(
        "review", lists / "pilots.csv", lists / "results.csv", "--decisions", lists / "d.csv"
    )
    assert (done.code, done.out) == (2, "")
    assert "there is no terminal to ask at (pairings that are undecided: 3)" in done.err
    assert not (lists / "d.csv").exists()


def test_with_nothing_undecided_no_terminal_is_needed(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    done = run("review", "--decisions", tmp_path / "d.csv")
    assert (done.code, done.out, done.err) == (0, "Nothing is undecided.\n", "")


@pytest.mark.parametrize("file", [".", "nowhere/d.csv"])
def test_a_file_that_cannot_be_is_refused_before_the_work(
    run: Callable[..., Any], file: str
) -> None:
    done = run("review", "no-such-list", "nor-this", "--decisions", file)
    assert done.code == 2
    assert "no-such-list" not in done.err


def test_another_person_who_says_the_same_is_the_second_reader(
    sit: Callable[..., Any], lists: Any
) -> None:
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    terminal.give_reason("电话核实")
    terminal.press("s", "Question 2 of 3")
    terminal.press("q")
    assert terminal.end() == 0
    again = sit("--by", "you", "--all")
    again.wait_for("q quit")
    again.press("s", "Question 2 of 3")
    again.press("p", "you agrees")
    again.press("q")
    assert again.end() == 0
    (said,) = decisions(lists)
    assert (said["verdict"], said["by"], said["reason"]) == ("same", "me", "电话核实")
    assert (said["second"], said["second_by"]) == ("agrees", "you")


def test_what_is_left_over_in_the_place_is_told_with_its_place(
    sit: Callable[..., Any], lists: Any
) -> None:
    """Namesakes of two places are told apart by their places alone."""
    write_lists(lists, in_one_town("东光村", "石坝村"), in_one_town("东光新村"))
    screen = sit("--by", "me").wait_for("q quit")
    assert re.search(r"1 .*甲溪镇石坝村 .*left over in the place", " ".join(screen.split()))


def test_the_verdict_before_tells_namesakes_apart(sit: Callable[..., Any], lists: Any) -> None:
    write_lists(lists, ["和平社区", "青龙镇和平社区"], ["红星镇和平社区", "青龙镇和平社区"])
    terminal = sit("--by", "me")
    terminal.wait_for("q quit")
    assert "before: 和平社区 / 红星镇和平社区 different" in terminal.press("d", "That was")


def test_a_common_window_shows_some_of_the_others(sit: Callable[..., Any], lists: Any) -> None:
    left = [f"石{sign}村" for sign in "坝桥滩岭湾塘沟坪"]
    write_lists(lists, in_one_town("东光村", *left), in_one_town("东光新村"))
    terminal = sit("--by", "me", columns=80, lines=24)
    assert "instead of the pilot" in terminal.wait_for("q quit")
    assert "instead of the pilot" in terminal.press("0", "q quit")


def test_what_bears_on_the_lists_is_told(run: Callable[..., Any], tmp_path: Path) -> None:
    pilots, results = tmp_path / "pilots.txt", tmp_path / "results.txt"
    pilots.write_text("清岗县试点镇名单\n1. 白溪镇\n2. 石桥镇\n", "utf-8")
    results.write_text("清岗县示范镇名单（共2个）\n1. 白溪镇\n2. 〓〓〓\n", "utf-8")
    done = run("review", pilots, results, "--decisions", tmp_path / "d.csv")
    assert (done.code, done.out) == (0, "Nothing is undecided.\n")
    assert "1 name or line that may be a unit is left out: line 3" in done.err
