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
import io
import json
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from fuzz_calls import Call, made
from fuzz_runs import SECONDS, Done, loaded, run
from surroundings import USUAL

MEBIBYTES = 1024
_PIPE = (-signal.SIGPIPE, 128 + signal.SIGPIPE)
_SPACES = {ord(sign): " " for sign in "\u3000\u00a0\u2002\u2003\u2009"}


def faults(call: Call, done: Done, folder: Path) -> Iterator[str]:
    """What is wrong with how the call ended."""
    around = call.around
    if done.seconds > SECONDS or -done.code in (signal.SIGXCPU, signal.SIGALRM, signal.SIGKILL):
        yield f"takes more than {SECONDS} s"
    elif done.code not in _allowed(call):
        yield f"ends with {done.code}"
    if done.mebibytes > MEBIBYTES:
        yield f"takes {done.mebibytes} MiB"
    if done.alive:
        yield "a process lives on"
    yield from _ill_said(call, done)
    if left := [path.name for path in folder.rglob(".pilotdiff*")]:
        yield f"left behind: {left}"
    if done.code in (0, 1) and "-f" in call.arguments and around == USUAL:
        yield from _unreadable(call.arguments[call.arguments.index("-f") + 1], done.out)
    unheard = around.stdout or 1 in around.closed
    if call.lists and done.code in (0, 1) and not unheard:
        yield from _unbalanced(call, folder, _diff(call, done, folder))
    if (folder / "papers/diff.csv").is_file():
        yield from _half_written(folder / "papers")
    # Where only the screen failed, the papers are whole.
    if call.lists and done.code == 2 and around == USUAL and (folder / "papers").exists():
        yield "papers were written by a call that failed"


def _allowed(call: Call) -> tuple[int, ...]:
    """Return the exit codes that a call may have."""
    around = call.around
    gone = _PIPE if around.stdout == "gone" else ()
    # One that comes early or late ends the process as if nobody listened.
    ended = (128 + around.signal, -around.signal, 256 - around.signal) if around.signal else ()
    return (0, 1, 2, *gone, *ended)


def _ill_said(call: Call, done: Done) -> Iterator[str]:
    if "Traceback" in done.err or "should not happen" in done.err or "不应发生" in done.err:
        yield f"internal error: {done.err.strip().splitlines()[-1][:200]}"
    silent = 2 in call.around.closed
    if done.code == 2 and not silent and not _is_one_sentence(done.err):
        yield f"an error of {done.err.count(chr(10))} lines"
    # An ideographic space is a space.
    if not done.err.replace("\n", "").translate(_SPACES).isprintable():
        yield "what is said on standard error acts"
    if any(sign in done.out for sign in (b"\x1b", b"\x07", b"\0")) and not _acts_by_wish(call):
        yield "what is printed acts"


def _is_one_sentence(said: str) -> bool:
    """Tell whether it is one line; remarks may stand before it, each a line too."""
    return said.endswith("\n") and all(
        line.startswith("pilotdiff: ") for line in said[:-1].split("\n")
    )


def _acts_by_wish(call: Call) -> bool:
    """Tell whether colours were asked for, or JSON, which writes such signs as it writes all."""
    wished = "FORCE_COLOR" in dict(call.around.environment)
    return wished or not {"json", "jsonl", "--show-completion"}.isdisjoint(call.arguments)


def _half_written(papers: Path) -> Iterator[str]:
    """Yield what of a folder of papers does not belong together: each is of the same run."""
    told = json.loads((papers / "run.json").read_bytes())
    rows = _rows((papers / "diff.csv").read_bytes())
    if told["counts"]["rows"] != len(rows):
        yield "run.json counts other rows than diff.csv has"
    parts = [path for path in papers.glob("*.csv") if path.name != "diff.csv"]
    if sum(len(_rows(path.read_bytes())) for path in parts) != len(rows):
        yield "the files of the outcomes do not add up to diff.csv"


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


def _diff(call: Call, done: Done, folder: Path) -> list[dict[str, str]]:
    """Return the rows of diff.csv, from the papers or from what was printed."""
    return _rows((folder / "papers/diff.csv").read_bytes() if "-o" in call.arguments else done.out)


def _unbalanced(call: Call, folder: Path, rows: list[dict[str, str]]) -> Iterator[str]:
    """Every entry of either list stands in one row."""
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
            where = "" if call.around == USUAL else f" ({call.around})"
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
