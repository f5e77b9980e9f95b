"""The edges of the process and of what it reads, through the script that a user calls.

Streams that are closed or full, signals, numbers and lines of any length.
"""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

posix = pytest.mark.skipif(os.name != "posix", reason="streams and signals are those of POSIX")
HEAD = "四川省民政厅关于公布城乡社区治理试点单位名单的通知\n"
FOOT = "四川省民政厅\n2022年4月3日\n"
ENGLISH = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "80"}
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture
def shell(script: Sequence[str]) -> Callable[[str], "subprocess.CompletedProcess[bytes]"]:
    """Call the script through a shell, which closes and redirects."""

    def call(rest: str) -> "subprocess.CompletedProcess[bytes]":
        line = f"exec {script[0]} {rest}"
        command = ["/bin/sh", "-c", line]
        return subprocess.run(command, capture_output=True, env=ENGLISH, timeout=120)

    return call


@posix
@pytest.mark.parametrize("call", ["match >&-", "match -f csv >&-", "--help >&-", "sources >&- <&-"])
def test_a_closed_standard_output_is_a_sentence(shell: Spawn, call: str) -> None:
    done = shell(call)
    assert done.returncode == 2
    assert done.stderr.startswith(b"pilotdiff: cannot write to standard output: Bad file")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("call", ["--help", "--version", "match", "match -f json", "parse --help"])
def test_a_full_standard_output_is_a_sentence(shell: Spawn, call: str) -> None:
    done = shell(f"{call} > /dev/full")
    assert done.returncode == 2
    assert done.stderr.startswith(b"pilotdiff: cannot write to standard output: No space left")
    assert done.stderr.count(b"\n") == 1


@posix
def test_a_closed_standard_input_is_empty(shell: Spawn) -> None:
    done = shell("parse - <&-")
    assert done.returncode == 2
    assert done.stderr == b"pilotdiff: standard input is empty; give a file that holds a list\n"


@posix
def test_without_standard_error_the_answer_is_the_same(shell: Spawn) -> None:
    assert shell("match -f csv 2>&-").stdout == shell("match -f csv").stdout
    assert shell("match nowhere.txt nothing.txt 2>&-").returncode == 2
    if Path("/dev/full").exists():
        assert shell("match nowhere.txt nothing.txt 2>/dev/full").returncode == 2


@posix
def test_no_file_takes_the_place_of_a_closed_stream(shell: Spawn, tmp_path: Path) -> None:
    done = shell(f"match -q -o {tmp_path}/papers <&- >&- 2>&-")
    assert done.returncode == 0
    rows = (tmp_path / "papers" / "diff.csv").read_bytes()
    assert rows.startswith(b"\xef\xbb\xbfoutcome,")


@pytest.fixture(scope="module")
def long_lists(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two lists that are matched for some seconds."""
    folder = tmp_path_factory.mktemp("long")
    made = []
    for name, offset in (("pilots", 0), ("results", 1)):
        path = folder / f"{name}.csv"
        path.write_text("\n".join(_table(offset)), "utf-8")
        made.append(path)
    return made


def _table(offset: int) -> Iterator[str]:
    """A header, and 6,000 townships: names of two characters with one in common, or two."""
    characters = [chr(0x4E00 + 37 * n) for n in range(300)]
    yield "province,prefecture,county,township"
    for province, prefecture in (("四川省", "成都市"), ("湖南省", "长沙市"), ("江西省", "南昌市")):
        for number in range(2_000):
            first, last = divmod(number * 7 + offset * number % 11, 300)
            name = characters[first % 300] + characters[last]
            yield f"{province},{prefecture},{'东西南北'[number % 4]}{'山河'[number % 2]}县,{name}镇"


def _children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(number) for number in path.read_text().split()] if path.exists() else []


def _is_alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


def _at_work(lists: Sequence[Path], folder: Path) -> tuple["subprocess.Popen[bytes]", list[int]]:
    """The match begun on two cores, short as the lists are, and its children, once they work."""
    code = "import pilotdiff.cli as c; from pilotdiff.matching import partitions as p; p.PAYS = 0; "
    command = [sys.executable, "-c", f"{code}raise SystemExit(c.main())", "match"]
    command += [*map(str, lists), "-o", str(folder / "papers")]
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENGLISH
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        if len(children := _children(process.pid)) > 1:
            return process, children
        time.sleep(0.02)
    process.kill()
    pytest.skip("the match was over before it had children")


def _all_gone(processes: Sequence[int], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if not any(map(_is_alive, processes)):
            return True
        time.sleep(0.1)
    return False


two_cores = pytest.mark.skipif(
    not sys.platform.startswith("linux") or len(os.sched_getaffinity(0)) < 2,
    reason="children are seen in /proc, and made where there are two cores",
)


@two_cores
@pytest.mark.slow
@pytest.mark.parametrize(
    ("number", "code", "said"),
    [
        (signal.SIGTERM, 143, "pilotdiff: asked to stop; nothing was left half-written"),
        (signal.SIGINT, 130, "pilotdiff: interrupted; nothing was left half-written"),
    ],
)
def test_a_signal_ends_all_and_leaves_nothing(
    long_lists: list[Path], tmp_path: Path, number: int, code: int, said: str
) -> None:
    process, children = _at_work(long_lists, tmp_path)
    process.send_signal(number)
    _, error = process.communicate(timeout=30)
    assert process.returncode == code
    assert error.decode().strip() == said
    assert _all_gone(children, 5)
    assert list(tmp_path.iterdir()) == []


@two_cores
@pytest.mark.slow
def test_the_children_of_a_killed_parent_end(long_lists: list[Path], tmp_path: Path) -> None:
    process, children = _at_work(long_lists, tmp_path)
    process.kill()
    process.communicate(timeout=30)
    assert _all_gone(children, 10)


@posix
def test_a_signal_at_the_start_is_a_sentence_too(script: Sequence[str]) -> None:
    process = subprocess.Popen(
        [*script, "parse", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=ENGLISH
    )
    time.sleep(1.5)
    process.terminate()
    _, error = process.communicate(timeout=30)
    assert process.returncode == 143
    assert error == b"pilotdiff: asked to stop; nothing was left half-written\n"


@pytest.mark.parametrize(
    "text",
    [
        HEAD.replace("公布", "公布第99999999批"),
        HEAD.replace("公布", f"公布第{'9' * 5000}批"),
        HEAD.replace("公布", f"公布第{'一' * 5000}批"),
        HEAD + f"一、街道（共{'9' * 5000}个）\n",
        HEAD + f"一、街道（共{'十' * 5000}个）\n",
        HEAD + f"现确定{'9' * 400}个街道为试点单位，名单公布如下。\n",
        HEAD + "投入资金" + "9" * 5000 + "元。\n",
        HEAD.replace("2022", "9999"),
    ],
    ids=["batch", "digits", "words", "heading", "tens", "total", "figure", "year"],
)
def test_absurd_numbers_are_none(spawn: Spawn, tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{text}1、成都市锦江区东山镇\n2、成都市锦江区西山镇\n{FOOT}", "utf-8")
    for command in ("parse", "check"):
        done = spawn(command, path, "-f", "json", env=ENGLISH)
        assert done.stderr == b""
        assert done.returncode in (0, 1)
    rows = json.loads(spawn("parse", path, "-f", "json", env=ENGLISH).stdout)["rows"]
    assert [entry["name"][-3:] for entry in rows] == ["东山镇", "西山镇"]


def test_a_gap_of_a_million_is_counted_not_walked_through(spawn: Spawn, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    heading = "{}、第{}类\n1、成都市锦江区甲{}镇\n999999、成都市锦江区乙{}镇\n"
    texts = [heading.format(n, n, n, n) for n in "一二三四五六七八九"]
    path.write_text(HEAD + "".join(texts) + FOOT, "utf-8")
    done = spawn("check", path, "-f", "json", env=ENGLISH, timeout=10)
    gaps = [f for f in json.loads(done.stdout)["findings"] if f["code"] == "ordinal-gap"]
    assert len(gaps) == 9
    said = "Under “第一类”: 999,997 numbers are missing before 999999: 2 … 999998"
    assert gaps[0]["message"] == said


@pytest.mark.parametrize("pump", ["县", "3个", "1.2亿元", ".", "？", "①", "\ufffd", "甲、乙"])
def test_a_line_of_any_length_is_read_to_a_bound_and_the_rest_is_told(
    spawn: Spawn, tmp_path: Path, pump: str
) -> None:
    path = tmp_path / "list.txt"
    line = "2、" + pump * (300_000 // len(pump))
    path.write_text(f"{HEAD}1、成都市锦江区东山镇\n{line}\n3、成都市锦江区西山镇\n{FOOT}", "utf-8")
    done = spawn("parse", path, env=ENGLISH, timeout=20)
    screen = done.stdout.decode()
    assert done.returncode == 0
    assert "东山镇" in screen
    assert "西山镇" in screen
    assert "line 3" in screen
    assert "8,000 characters of one line" in " ".join(screen.split())


def test_a_cell_of_any_length_is_cut_and_told(spawn: Spawn, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    cells = f"成都市,锦江区,东山镇,{'好' * 40_000}"
    path.write_text(f"市,县,乡镇,备注\n{cells}\n成都市,锦江区,西山镇,好\n", "utf-8")
    done = spawn("parse", path, env=ENGLISH)
    screen = " ".join(done.stdout.decode().split())
    assert "东山镇" in screen
    assert "2,000 characters of one line" in screen


@pytest.mark.parametrize("day", ["2023年2月31日", "2023-13-01", "二〇二三年四月三十一日"])
def test_a_day_that_does_not_exist_is_no_date(spawn: Spawn, tmp_path: Path, day: str) -> None:
    path = tmp_path / "list.txt"
    path.write_text(f"{HEAD}1、成都市锦江区东山镇\n2、成都市锦江区西山镇\n四川省民政厅\n{day}\n")
    done = spawn("parse", path, "-f", "json", env=ENGLISH)
    assert json.loads(done.stdout)["summary"]["date"] == ""
    found = json.loads(spawn("check", path, "-f", "json", env=ENGLISH).stdout)["findings"]
    assert [(f["line"], f["message"]) for f in found if f["code"] == "day-impossible"] == [
        (5, f"There is no such day: {day}")
    ]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("city\n大同市\n阳泉市\n虹川市\n", ["大同市", "阳泉市", "虹川市"]),
        (
            "province,city\n安徽省,合肥市\n安徽省,芜湖市\n安徽省,毫州市\n",
            ["安徽省合肥市", "安徽省芜湖市", "安徽省毫州市"],
        ),
    ],
)
def test_an_unknown_city_beside_known_ones(
    spawn: Spawn, tmp_path: Path, table: str, wanted: list[str]
) -> None:
    path = tmp_path / "cities.csv"
    path.write_text(table, "utf-8")
    done = spawn("parse", path, "-f", "json", env=ENGLISH)
    rows = json.loads(done.stdout)["rows"]
    assert [(entry["name"], entry["level"]) for entry in rows] == [
        (name, "prefecture") for name in wanted
    ]


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["explain", "a\nb\x1b[31m\u202e\u061c"], "a␊b␛[31m\ufffd\ufffd in its name"),
        (["match", "no\nfile.txt", "b.txt"], "there is no such file"),
        (["match", "--name-column", "甲\n" * 300, "one.csv", "one.csv"], "…"),
        (["match", "-o", ""], "-o is empty"),
        (["match", "--html="], "--html is empty"),
        (["report", "--output", ""], "--output is empty"),
        (["mtach"], "did you mean match, trace?"),
    ],
)
def test_what_is_said_back_is_one_short_line(
    spawn: Spawn, tmp_path: Path, call: list[str], said: str
) -> None:
    (tmp_path / "one.csv").write_text("a,b\n1,成都市锦江区东山镇\n", "utf-8")
    done = spawn(*call, env=ENGLISH, cwd=tmp_path)
    told = done.stderr.decode()
    assert done.returncode == 2
    assert said in told
    assert told.count("\n") == 1
    assert told[:-1].isprintable()
    assert len(told) < 500
    assert [path.name for path in tmp_path.iterdir()] == ["one.csv"]


def test_values_of_the_files_are_said_back_safely(spawn: Spawn, tmp_path: Path) -> None:
    decisions = "pilot,result,verdict,decided_by,decided_on,reason\n甲,乙,\u202ex\x1b,,,\n"
    (tmp_path / "decisions.csv").write_text(decisions, "utf-8")
    done = spawn("match", "--decisions", "decisions.csv", env=ENGLISH, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode()[:-1].isprintable()


@posix
def test_what_is_written_goes_through_a_link(spawn: Spawn, tmp_path: Path) -> None:
    assert spawn("match", "-o", "papers", "--no-workbook", "-q", cwd=tmp_path).returncode == 0
    (tmp_path / "real").mkdir()
    (tmp_path / "papers" / "diff.csv").rename(tmp_path / "real" / "diff.csv")
    (tmp_path / "real" / "report.html").write_text("old")
    (tmp_path / "papers" / "diff.csv").symlink_to(tmp_path / "real" / "diff.csv")
    (tmp_path / "report.html").symlink_to(tmp_path / "real" / "report.html")
    done = spawn("match", "-o", "papers", "--html", "report.html", "-q", cwd=tmp_path)
    assert done.returncode == 0
    for path in (tmp_path / "papers" / "diff.csv", tmp_path / "report.html"):
        assert path.is_symlink()
        assert path.read_bytes() != b"old"


def test_quiet_is_quiet_everywhere(spawn: Spawn) -> None:
    for command in ("match", "check", "programme"):
        done = spawn(command, "-q", env=ENGLISH)
        assert (done.stdout, done.stderr) == (b"", b"")


@posix
@pytest.mark.parametrize("call", ["parse", "match -q -o", "match -q --html", "report -q -o"])
def test_a_name_that_the_system_refuses_is_a_sentence(
    call: str, shell: Callable[[str], "subprocess.CompletedProcess[bytes]"]
) -> None:
    done = shell(f"{call} {'x' * 300}")
    assert done.returncode == 2
    assert b"File name too long" in done.stderr
    assert b"should not happen" not in done.stderr


def test_a_missing_package_is_a_sentence(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    done = run("match", "-q", "-o", tmp_path / "papers")
    assert done.code == 2
    assert done.err == (
        "pilotdiff: the package docx is missing: install pilotdiff anew with pip, or run make\n"
    )
    assert not (tmp_path / "papers").exists()
