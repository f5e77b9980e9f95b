"""How long one query takes against a list of many units, and whether `match` would say the same.

    .venv/bin/python bench/serve_speed.py OLD.csv NEW.csv [--units 40000] [--queries 400]

OLD's names are asked one by one of NEW's first units; docs/serve.md has the figures.
"""

import argparse
import random
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import pilotdiff
from pilotdiff.language import ENGLISH
from pilotdiff.record import RecordYear
from pilotdiff.service import ServedList
from pilotdiff.service.service_queries import Query


def main() -> None:
    """Measure, and print one line a figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--units", type=int, default=40_000)
    parser.add_argument("--queries", type=int, default=400)
    given = parser.parse_args()
    old, new = pilotdiff.read(given.old), pilotdiff.read(given.new)
    new = replace(new, units=new.units[: given.units])
    began = perf_counter()
    served = ServedList(new, ENGLISH, RecordYear.of(new))
    print(f"{len(new.units):,} units indexed in {perf_counter() - began:.1f} s")
    places = {unit.path[:3] for unit in new.units}
    asked = [unit for unit in old.units if unit.path[:3] in places]
    asked = random.Random(1).sample(asked, min(given.queries, len(asked)))
    report = pilotdiff.reconcile(replace(old, units=tuple(asked)), new)
    wanted = {
        row.pilot.id: row.result.id
        for row in report.rows
        if row.pilot and row.result and row.outcome in ("promoted", "renamed")
    }
    times, same, only, other = [], 0, 0, 0
    for unit in asked:
        began = perf_counter()
        found = served.candidates(Query("".join(unit.path)))
        times.append(1000 * (perf_counter() - began))
        got = found[0].entity.id if found and found[0].matched else None
        same += got == wanted.get(unit.id)
        only += got is None and unit.id in wanted
        other += got is not None and got != wanted.get(unit.id)
    usual, slow, most = median(times), quantiles(times, n=20)[-1], max(times)
    print(f"a query: median {usual:.1f} ms, 95 % under {slow:.1f} ms, most {most:.1f} ms")
    print(
        f"as match says: {same} of {len(asked)}; match alone pairs {only}, pairs otherwise {other}"
    )


if __name__ == "__main__":
    main()
