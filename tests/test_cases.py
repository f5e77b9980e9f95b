"""The files of cases: what a case is called, it alone is called."""

import tomllib
from collections import Counter
from pathlib import Path

CASES = sorted((Path(__file__).parent / "cases").glob("*.toml"))


def test_no_two_cases_bear_one_id() -> None:
    tables = [table for path in CASES for table in tomllib.loads(path.read_text("utf-8")).values()]
    cases = [case for table in tables if isinstance(table, list) for case in table]
    ids = Counter(case["id"] for case in cases if isinstance(case, dict) and "id" in case)
    assert [id for id, number in ids.items() if number > 1] == []
