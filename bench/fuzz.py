"""Whether anything breaks the command: shipped documents, damaged, through every command.

    python bench/fuzz.py 0 200                 seeds 0 to 199; exit code 1 when one fails
    python bench/fuzz.py 17 18 --keep DIR      one seed again, its inputs and what was said kept

One seed makes one call, always the same. It runs in a child of its own, limited in time and
memory, in an empty folder. What must hold: exit code 0, 1 or 2; an error is one line in which
nothing acts; no traceback and no internal error; 20 s and 1 GiB at most; nothing half-written or
left behind; what is JSON can be read; and every entry of either list stands in exactly one row.
"""

import argparse
import csv
import gc
import io
import json
import os
import resource
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from fuzz_calls import Call, made
from mutations import shipped

SECONDS = 20
MEBIBYTES = 1024
_PIPE = (-signal.SIGPIPE, 128 + signal.SIGPIPE)
_WARMING = (
    ("match", "sichuan-2022-pilots.txt", "sichuan-2023-demonstrations.txt"),
    ("match", "pilots-2023.txt", "results-2024.csv"),
    ("check", "pengxi-2022-plan.txt", "national-2019-zones.txt"),
    ("report", "pilots-2023.txt", "results-2024.csv"),
)
_SPACES = {ord(sign): " " for sign in "\u3000\u00a0\u2002\u2003\u2009"}


class Done(NamedTuple):
    """How a call ended: exit code (negative for a signal), CPU seconds, MiB, what it said."""

    code: int
    seconds: float
    mebibytes: int
    out: bytes
    err: str


def loaded() -> None:
    """Import what the commands need, once, and make the shipped calls: the children have from
    their parent what each would have to read and compile anew."""
    from pkgutil import walk_packages

    import pilotdiff

    for module in walk_packages(pilotdiff.__path__, "pilotdiff."):
        if "__main__" not in module.name and ".pictures" not in module.name:
            import_module(module.name)
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        _warmed(Path(name))
    gc.collect()
    gc.freeze()


def _warmed(folder: Path) -> None:
    """Read tables and compile patterns by calls whose output goes nowhere."""
    from pilotdiff.cli import main

    for name, text in shipped().items():
        (folder / name).write_text(text, "utf-8")
    for command, *names in _WARMING:
        arguments = [command, *(str(folder / each) for each in names), "--lang", "en"]
        arguments += {
            "match": ["-o", str(folder / "papers")],
            "report": ["-o", str(folder / "r")],
        }.get(command, [])
        said = (folder / "said").open("w", encoding="utf-8")
        with said, redirect_stdout(said), redirect_stderr(said):
            main(arguments)


def run(call: Call, folder: Path) -> Done:
    """Make the call in a child that may take so much time and memory, in the folder."""
    out, err = (folder / f".{name}" for name in ("out", "err"))
    for path in (out, err):
        path.touch()
    (folder / ".in").write_bytes(call.typed)
    child = os.fork()
    if not child:
        _inside(call, folder, out, err)
    _, status, used = os.wait4(child, 0)
    code = os.waitstatus_to_exitcode(status)
    said = Done(
        code,
        used.ru_utime + used.ru_stime,
        used.ru_maxrss // 1024,
        out.read_bytes(),
        err.read_bytes().decode(errors="replace"),
    )
    for path in (out, err, folder / ".in"):
        path.unlink()
    return said


def _inside(call: Call, folder: Path, out: Path, err: Path) -> None:
    """The child: it never returns."""
    code = 70
    try:
        os.dup2(os.open(folder / ".in", os.O_RDONLY), 0)
        os.dup2(_standard_output(call.stdout, out), 1)
        os.dup2(os.open(err, os.O_WRONLY), 2)
        os.chdir(folder)
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 2))
        resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
        signal.alarm(10 * SECONDS)
        sys.stdin, sys.stdout, sys.stderr = (
            open(n, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            for n, mode in enumerate("rww")
        )
        from pilotdiff.cli import main

        if call.stdout == "closed":
            os.close(1)
            setattr(sys, "stdout", None)  # noqa: B010
        code = main(list(call.arguments))
        sys.stdout.flush()
        sys.stderr.flush()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:
        import traceback

        os.write(2, traceback.format_exc().encode(errors="replace"))
    finally:
        os._exit(code)


def _standard_output(kind: str, out: Path) -> int:
    if kind == "gone":
        reader, writer = os.pipe()
        os.close(reader)
        return writer
    return os.open("/dev/full" if kind == "full" else out, os.O_WRONLY)


def faults(call: Call, done: Done, folder: Path) -> Iterator[str]:
    """What is wrong with how the call ended."""
    if done.seconds > SECONDS or -done.code in (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL):
        yield f"takes more than {SECONDS} s"
    elif done.code not in (0, 1, 2) and not (call.stdout == "gone" and done.code in _PIPE):
        yield f"ends with {done.code}"
    if done.mebibytes > MEBIBYTES:
        yield f"takes {done.mebibytes} MiB"
    if "Traceback" in done.err or "should not happen" in done.err or "不应发生" in done.err:
        yield f"internal error: {done.err.strip().splitlines()[-1][:200]}"
    if done.code == 2 and (done.err.count("\n") != 1 or not done.err.startswith("pilotdiff: ")):
        yield f"an error of {done.err.count(chr(10))} lines"
    # An ideographic space is a space.
    if not done.err.replace("\n", "").translate(_SPACES).isprintable():
        yield "what is said on standard error acts"
    if any(sign in done.out for sign in (b"\x1b", b"\x07", b"\0")) and "json" not in call.arguments:
        yield "what is printed acts"
    if left := [path.name for path in folder.iterdir() if path.name.startswith(".pilotdiff")]:
        yield f"left behind: {left}"
    if done.code in (0, 1) and "-f" in call.arguments and not call.stdout:
        yield from _unreadable(call.arguments[call.arguments.index("-f") + 1], done.out)
    if call.lists and done.code in (0, 1):
        yield from _unbalanced(call, folder)
    # Where only the screen failed, the papers are whole.
    elif call.lists and not call.stdout and (folder / "papers").exists():
        yield "papers were written by a call that failed"


def _unreadable(format: str, out: bytes) -> Iterator[str]:
    try:
        if format == "json":
            json.loads(out)
        elif format == "jsonl":
            for line in out.splitlines():
                json.loads(line)
        elif format == "csv":
            rows = list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline="")))
            if len({len(row) for row in rows}) > 1:
                yield "rows of the CSV are of several lengths"
    except ValueError as error:
        yield f"its {format} cannot be read: {error}"


def _unbalanced(call: Call, folder: Path) -> Iterator[str]:
    """Every entry of either list stands in one row of diff.csv, every row in one other file."""
    rows = _rows((folder / "papers/diff.csv").read_bytes())
    parts = [path for path in (folder / "papers").glob("*.csv") if path.name != "diff.csv"]
    if sum(len(_rows(path.read_bytes())) for path in parts) != len(rows):
        yield "the files of the outcomes do not add up to diff.csv"
    for side, name in zip(("pilot", "result"), call.lists, strict=True):
        parsed = run(Call(("parse", name, "-f", "csv", "--lang", "en")), folder)
        entries = Counter(row["id"] for row in _rows(parsed.out))
        paired = Counter(row[f"{side}_id"] for row in rows if row[f"{side}_raw"])
        if entries != paired:
            lost, doubled = (entries - paired).total(), (paired - entries).total()
            yield f"{side}s: {lost} entries in no row, {doubled} too often"


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def main() -> int:
    """Run the seeds, print each that fails, and the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("first", type=int)
    parser.add_argument("last", type=int, help="one past the last seed")
    parser.add_argument("--keep", type=Path, help="a folder for inputs and outputs")
    given = parser.parse_args()
    loaded()
    figures = Figures()
    try:
        for seed in range(given.first, given.last):
            figures.add(seed, *_tried(seed, given.keep))
    except KeyboardInterrupt:
        print("interrupted")
    print(figures)
    return int(figures.failed > 0)


def _tried(seed: int, keep: Path | None) -> tuple[Call, Done, list[str]]:
    with tempfile.TemporaryDirectory(prefix="fuzz-") as name:
        folder = keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        call = made(seed, folder)
        done = run(call, folder)
        found = list(faults(call, done, folder))
        if keep:
            (folder / "said.txt").write_text(f"{call}\n{done.code}\n{done.err}", "utf-8")
    return call, done, found


class Figures:
    """How many seeds were tried, how they ended, and the most that one took."""

    def __init__(self) -> None:
        self.ends: Counter[int] = Counter()
        self.failed, self.slowest, self.largest = 0, 0.0, 0
        self._start = time.monotonic()

    def add(self, seed: int, call: Call, done: Done, found: list[str]) -> None:
        """Count a seed, and print it when it failed."""
        self.ends[done.code] += 1
        self.slowest = max(self.slowest, done.seconds)
        self.largest = max(self.largest, done.mebibytes)
        if found:
            self.failed += 1
            shown = " ".join(ascii(each)[:80] for each in call.arguments)
            where = f" (standard output {call.stdout})" if call.stdout else ""
            print(f"seed {seed}: {shown}{where}: {'; '.join(found)}", flush=True)

    def __str__(self) -> str:
        told = ", ".join(f"{many} ended with {code}" for code, many in sorted(self.ends.items()))
        seconds = time.monotonic() - self._start
        return (
            f"{self.ends.total()} seeds in {seconds:.0f} s: {self.failed} failed; {told}; "
            f"at most {self.slowest:.1f} s and {self.largest} MiB"
        )


if __name__ == "__main__":
    sys.exit(main())
