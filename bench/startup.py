"""How long a command takes against the bare imports, what it costs, and where time goes in match.

    .venv/bin/python bench/startup.py [runs]

Prints the least of so many runs (12), the ratio and the peak memory of every command on the shipped
documents, then the steps of `match` and its dearest imports. Wanted: match at most 2.5 times the
imports, better 2, and under 100 MiB; check, trace and programme at most 4 times.
"""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from measured import cost

FLOOR = [sys.executable, "-c", "import typer, rich.table, rapidfuzz"]
PILOTDIFF = [sys.executable, "-m", "pilotdiff"]
MATCH = [*PILOTDIFF, "match"]
CALLS = (["match"], ["check"], ["trace", "邛崃市"], ["programme"], ["explain", "清江村"])
PROJECT = Path(__file__).parents[1]


def best(command: list[str], runs: int) -> tuple[float, float]:
    """The least seconds and MiB of so many runs."""
    costs = [cost(command, PROJECT) for _ in range(runs)]
    return min(each.seconds for each in costs), min(each.mebibytes for each in costs)


def imports(command: list[str]) -> list[tuple[float, str]]:
    """Milliseconds spent in each top-level package while it was imported, the dearest first."""
    command = [command[0], "-X", "importtime", *command[1:]]
    told = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True).stderr
    spent: dict[str, float] = {}
    for own, module in re.findall(r"import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)", told):
        parts = module.split(".")
        package = ".".join(parts[:2]) if parts[0] == "pilotdiff" else parts[0]
        spent[package] = spent.get(package, 0) + int(own) / 1000
    return sorted(((cost, package) for package, cost in spent.items()), reverse=True)


def stages() -> list[tuple[float, str]]:
    """Milliseconds of each step of one run, imports apart from work."""
    spent = []

    def timed(name: str, step: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        value = step()
        spent.append((1000 * (time.perf_counter() - start), name))
        return value

    timed("import typer", lambda: import_module("typer"))
    timed("import the command", lambda: import_module("pilotdiff.cli.match"))
    for stage in ("reading", "repair", "listing", "units", "matching", "outcomes", "catalogue"):
        timed(f"import {stage}", lambda stage=stage: import_module(f"pilotdiff.{stage}"))  # type: ignore[misc]
    from pilotdiff import catalogue, listing, matching, outcomes, units
    from pilotdiff.report.report_types import build

    example = catalogue.catalogue().example
    assert example is not None
    lists = []
    for source in example:
        document = timed(f"read {source.id}", lambda source=source: catalogue.document(source))  # type: ignore[misc]
        listed = timed("  its listing", lambda document=document: listing.outline(document))  # type: ignore[misc]
        described = catalogue.described(listed, source)
        lists.append(timed("  its units", lambda listed=described: units.resolve(listed)))  # type: ignore[misc]
    pilots, results = lists
    matched = timed("match", lambda: matching.match(pilots, results))
    rows = timed("judge", lambda: outcomes.judge(pilots, results, matched))
    timed("import rich", lambda: import_module("rich.text"))
    report = build(pilots, results, rows)
    # The screen goes to standard output, which main() has sent nowhere.
    from pilotdiff.cli import output
    from pilotdiff.language import words
    from pilotdiff.report.answers.reconciliation_answer import ReconciliationAnswer

    english = words("en")
    timed("draw the screen", lambda: output.draw(ReconciliationAnswer(report, english, "").parts))
    return spent


def main() -> None:
    """Measure and print."""
    if sys.argv[1:] == ["--stages"]:
        for spent, name in stages():
            print(f"  {spent:6.1f}  {name}", file=sys.stderr)
        return
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    floor, _ = best(FLOOR, runs)
    print(f"{'bare imports':12}  {1000 * floor:6.0f} ms")
    for call in CALLS:
        wall, peak = best([*PILOTDIFF, *call], runs)
        told = f"{1000 * wall:6.0f} ms, {wall / floor:.2f} times, {peak:.0f} MiB"
        print(f"{call[0]:12}  {told}")
    print("\none run of match, step by step, ms:", flush=True)
    subprocess.run([sys.executable, __file__, "--stages"], stdout=subprocess.DEVNULL, check=True)
    print("\nwhile importing, ms (with the cost of measuring):")
    for spent, package in imports(MATCH)[:15]:
        print(f"  {spent:6.1f}  {package}")


if __name__ == "__main__":
    main()
