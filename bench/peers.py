"""pilotdiff beside its peers on the same data: time, memory, recall, precision.

usage: python bench/peers.py [towns|villages]      (needs `pip install .[bench]`)

Each tool runs in a process of its own, as a competent user would run it, from file to pairs:
  pilotdiff      the command, to written CSVs
  rapidfuzz      within a county, names of at least 70 % similarity (WRatio's ratio), best first,
                 one to one
  recordlinkage  blocked by county, Jaro-Winkler on name and township, the sum of at least 1.5, best
                 first, one to one
  splink         DuckDB, Jaro-Winkler levels, u from random pairs, m by expectation maximisation,
                 probability of at least 0.9, best first, one to one
A tool that fails or exceeds its memory is told so. Precision is given twice, see nbs.Gold.
"""

import argparse
import csv
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

from nbs import Row, gold, measures, table, write

Pairs = Iterable[tuple[str, str]]
ARGUMENTS = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
ARGUMENTS.add_argument("name", nargs="?", default="towns", choices=("towns", "villages", "north"))
ARGUMENTS.add_argument("--one", help=argparse.SUPPRESS)
MEMORY = 20 * 1024**3


def one_to_one(scored: Iterable[tuple[float, str, str]]) -> Pairs:
    """Greedy: the best first, each end once."""
    ours: set[str] = set()
    theirs: set[str] = set()
    for _, one, other in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if one not in ours and other not in theirs:
            ours.add(one)
            theirs.add(other)
            yield one, other


def own(row: Row) -> str:
    """The unit's own name with its township."""
    return row["township"] + row["community"]


def county(row: Row) -> tuple[str, str, str]:
    """The block."""
    return row["province"], row["prefecture"], row["county"]


def by_rapidfuzz(name: str) -> Pairs:
    """See the module."""
    return in_counties(table(f"{name}_{2016}"), table(f"{name}_{2021}"))


def in_counties(ours_rows: Iterable[Row], theirs_rows: Iterable[Row]) -> Pairs:
    """The ids of the pairs that the script with rapidfuzz finds, see the module."""
    from rapidfuzz import fuzz, process

    blocks: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in theirs_rows:
        blocks[county(row)].append(row)
    pilots: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in ours_rows:
        pilots[county(row)].append(row)
    scored = []
    for key, ours in pilots.items():
        theirs = blocks.get(key, [])
        if theirs:
            matrix = process.cdist(
                [own(r) for r in ours], [own(r) for r in theirs], scorer=fuzz.ratio, score_cutoff=70
            )
            for at, line in enumerate(matrix):
                scored += [
                    (float(line[n]), ours[at]["id"], theirs[n]["id"]) for n in line.nonzero()[0]
                ]
    return one_to_one(scored)


def frame(name: str, year: int) -> object:
    """An edition as a data frame with a block column."""
    import pandas

    made = pandas.DataFrame(table(f"{name}_{year}"))
    made["block"] = made["province"] + made["prefecture"] + made["county"]
    made["own"] = made["community"].where(made["community"] != "", made["township"])
    return made


def by_recordlinkage(name: str) -> Pairs:
    """See the module."""
    import recordlinkage

    ours, theirs = frame(name, 2016), frame(name, 2021)
    index = recordlinkage.Index()
    index.block("block")
    pairs = index.index(ours, theirs)
    compare = recordlinkage.Compare()
    compare.string("own", "own", method="jarowinkler")
    compare.string("township", "township", method="jarowinkler")
    found = compare.compute(pairs, ours, theirs).sum(axis=1)
    kept = found[found >= 1.5]
    ids, ids_there = list(ours["id"]), list(theirs["id"])  # type: ignore[index]
    return one_to_one(
        (float(value), ids[one], ids_there[other]) for (one, other), value in kept.items()
    )


def by_splink(name: str) -> Pairs:
    """See the module."""
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    from splink import comparison_library as compare

    settings = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        blocking_rules_to_generate_predictions=[block_on("block"), block_on("prefecture", "own")],
        comparisons=[
            compare.JaroWinklerAtThresholds("own", [0.95, 0.88, 0.7]),
            compare.JaroWinklerAtThresholds("township", [0.95, 0.88, 0.7]),
            compare.ExactMatch("county"),
        ],
    )
    api = DuckDBAPI()
    tables = [api.register(frame(name, year)) for year in (2016, 2021)]
    linker = Linker(tables, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("block", "own")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("own"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("block"))
    found = linker.inference.predict(threshold_match_probability=0.9).as_pandas_dataframe()
    return one_to_one(zip(found["match_probability"], found["id_l"], found["id_r"], strict=True))


def by_pilotdiff(name: str) -> Pairs:
    """See the module."""
    command = Path(sys.executable).with_name("pilotdiff")
    with tempfile.TemporaryDirectory() as folder:
        sources = [Path(folder) / f"{year}.csv" for year in (2016, 2021)]
        for source, year in zip(sources, (2016, 2021), strict=True):
            write(source, table(f"{name}_{year}"))
        papers = Path(folder) / "papers"
        options = ("-o", papers, "-q", "--no-record", "--no-workbook")
        subprocess.run([command, "match", *sources, *options], check=True)
        with (papers / "diff.csv").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                if row["outcome"] in ("promoted", "renamed"):
                    yield row["pilot_id"], row["result_id"]


TOOLS: dict[str, Callable[[str], Pairs]] = {
    "pilotdiff": by_pilotdiff,
    "rapidfuzz": by_rapidfuzz,
    "recordlinkage": by_recordlinkage,
    "splink": by_splink,
}


def one(tool: str, name: str) -> None:
    """Run one tool in this process and print what it found and took, as JSON."""
    if tool != "pilotdiff":
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
    start = time.perf_counter()
    pairs = list(TOOLS[tool](name))
    seconds = time.perf_counter() - start
    who = resource.RUSAGE_CHILDREN if tool == "pilotdiff" else resource.RUSAGE_SELF
    print(
        json.dumps(
            {
                "seconds": seconds,
                "mebibytes": resource.getrusage(who).ru_maxrss / 1024,
                "pairs": pairs,
            }
        )
    )


def measured(tool: str, name: str) -> dict[str, float] | None:
    """Time, memory and quality of one tool; None when it failed."""
    command = [sys.executable, __file__, name, "--one", tool]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{tool}: {done.stderr.strip().splitlines()[-1][:200]}", file=sys.stderr)
        return None
    answer = json.loads(done.stdout.splitlines()[-1])
    found = measures(map(tuple, answer["pairs"]), gold(name))
    return {"seconds": answer["seconds"], "mebibytes": answer["mebibytes"], **found}


def main() -> None:
    options = ARGUMENTS.parse_args()
    if options.one:
        one(options.one, options.name)
        return
    print(f"| {options.name} | seconds | MiB | recall | changed | precision | undisputed |")
    print("|---|---|---|---|---|---|---|")
    for tool in TOOLS:
        found = measured(tool, options.name)
        if found is None:
            print(f"| {tool} | failed | | | | | |")
            continue
        shares = " | ".join(f"{found[key]:.4f}" for key in ("recall", "changed"))
        precisions = " | ".join(f"{found[key]:.5f}" for key in ("precision", "undisputed"))
        cost = f"{found['seconds']:.1f} | {found['mebibytes']:.0f}"
        print(f"| {tool} | {cost} | {shares} | {precisions} |", flush=True)


if __name__ == "__main__":
    main()
