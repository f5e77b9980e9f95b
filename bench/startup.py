"""How long `pilotdiff match` takes against its bare imports, what it costs, and where time goes.

    .venv/bin/python bench/startup.py [runs]

Prints the least of so many runs (12), the ratio, the peak memory, and the dearest imports.
Wanted: at most 3 times the imports, better 2; under 100 MiB.
"""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

FLOOR = [sys.executable, "-c", "import typer, rich.table, rapidfuzz"]
MATCH = [sys.executable, "-m", "pilotdiff", "match"]
PROJECT = Path(__file__).parents[1]


def timed(command: list[str]) -> tuple[float, int]:
    """Seconds on the wall, and the peak of memory in KiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.perf_counter() - start
    assert status == 0, f"{command} ended with {status}"
    return elapsed, usage.ru_maxrss


def best(command: list[str], runs: int) -> tuple[float, int]:
    """The least time and memory of so many runs."""
    times, peaks = zip(*(timed(command) for _ in range(runs)), strict=True)
    return min(times), min(peaks)


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


def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    floor, _ = best(FLOOR, runs)
    wall, peak = best(MATCH, runs)
    print(f"bare imports     {1000 * floor:6.0f} ms")
    print(f"pilotdiff match  {1000 * wall:6.0f} ms, {wall / floor:.2f} times, {peak / 1024:.0f} MiB")
    print("\nwhile importing, ms (with the cost of measuring):")
    for cost, package in imports(MATCH)[:15]:
        print(f"  {cost:6.1f}  {package}")


if __name__ == "__main__":
    main()
