"""Chinese headings: each column has one, and a table that bears them is read like the other."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.column_headings import column, headings
from pilotdiff.column_values import chinese_rows
from pilotdiff.report import diff_columns
from pilotdiff.report.answers import entries_answer, trail_answer

TABLES = {
    "match": diff_columns.COLUMNS,
    "parse": entries_answer.COLUMNS,
    "trace": trail_answer.COLUMNS,
}


@pytest.mark.parametrize("table", TABLES)
def test_the_columns_names_are_the_contract(table: Any) -> None:
    assert headings(TABLES[table], "en") == TABLES[table]


@pytest.mark.parametrize("table", TABLES)
def test_each_chinese_heading_tells_its_column(table: Any) -> None:
    chinese = headings(TABLES[table], "zh")
    assert [column(each) for each in chinese] == list(TABLES[table])
    assert not any(each.isascii() for each in chinese)


def test_other_headings_stay_as_they_are() -> None:
    assert column("联系电话") == "联系电话"


def in_chinese(text: str) -> str:
    """The same table in Chinese headings and values."""
    head, *plain = csv.reader(io.StringIO(text))
    rows = chinese_rows(head, map(tuple, plain))
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows([headings(head, "zh"), *rows])
    return out.getvalue()


@pytest.fixture
def lists(tmp_path: Path) -> Any:
    place = "四川省成都市温江区柳城街道"
    pilots, results = tmp_path / "pilots.csv", tmp_path / "results.csv"
    pilots.write_text(
        f"id,name,category\na,{place}光华社区,智慧科技型\nb,{place}南街村,便民服务型\n"
        f"c,{place}和平社区,便民服务型\nd,四川省成都市温江区,\n",
        "utf-8",
    )
    results.write_text(
        f"id,name,category\nx,{place}光华社区,智慧科技型\ny,{place}南街社区,智慧科技型\n"
        f"z,{place}花土社区,智慧科技型\n",
        "utf-8",
    )
    return pilots, results


@pytest.fixture
def both(tmp_path: Path, run: Callable[..., Any], lists: Any) -> Any:
    """The answer on these lists under the columns' names, and under Chinese headings."""
    named, chinese = tmp_path / "named.csv", tmp_path / "chinese.csv"
    named.write_text(run("match", *lists, "-f", "csv", "--lang", "zh").out, "utf-8")
    chinese.write_text(run("match", *lists, "-f", "csv", "--headings", "zh").out, "utf-8-sig")
    return named, chinese


def test_match_writes_them_and_the_rows_stay(both: Any) -> None:
    named, chinese = both
    assert chinese.read_text("utf-8-sig") == in_chinese(named.read_text("utf-8"))
    assert chinese.read_text("utf-8-sig").startswith("结果,变化,层级,类型,示范类型,试点编号,")


def test_parse_writes_them_and_reads_them(
    run: Callable[..., Any], tmp_path: Path, lists: Any
) -> None:
    once = run("parse", lists[0], "-f", "csv", "--headings", "zh").out
    assert once.startswith("编号,层级,类型,省,市州,区县,乡镇街道,社区村,名称,序号,行号,")
    path = tmp_path / "once.csv"
    path.write_text(once, "utf-8")
    kept = ("编号", "层级", "类型", "社区村", "名称")
    again = run("parse", path, "-f", "csv", "--headings", "zh").out
    tables = [list(csv.DictReader(io.StringIO(text))) for text in (once, again)]
    first, second = ([[row[key] for key in kept] for row in table] for table in tables)
    assert first == second


def test_an_answer_is_read_as_a_list_of_its_pilots_in_either_language(
    run: Callable[..., Any], both: Any
) -> None:
    texts = [run("parse", path, "-f", "csv").out for path in both]
    assert texts[0] == texts[1]
    rows = list(csv.DictReader(io.StringIO(texts[0])))
    assert [row["community"] or row["county"] for row in rows] == [
        "光华社区",
        "南街村",
        "和平社区",
        "温江区",
        "花土社区",
    ]
    assert [row["id"] for row in rows][:4] == ["a", "b", "c", "d"]


def test_evaluate_takes_an_answer_for_gold_in_either_language(
    run: Callable[..., Any], both: Any, lists: Any
) -> None:
    told = [run("evaluate", path, *lists, "-f", "csv").out for path in both]
    assert told[0] == told[1]
    assert "overall,all,2,2" in told[0]


def test_papers_bear_them_and_the_answer_is_the_same(
    run: Callable[..., Any], lists: Any, tmp_path: Path
) -> None:
    for language in ("en", "zh"):
        folder = tmp_path / language
        done = run("match", *lists, "-q", "-o", folder, "--lang", "zh", "--headings", language)
        assert (done.code, done.err) == (0, "")
    for path in (tmp_path / "en").glob("*.csv"):
        chinese = (tmp_path / "zh" / path.name).read_text("utf-8-sig")
        assert chinese == in_chinese(path.read_text("utf-8-sig"))


def test_below_chinese_headings_all_is_chinese(run: Callable[..., Any], lists: Any) -> None:
    """In whatever language the call is: reasons, repairs and the record too."""
    english = run("match", *lists, "-f", "csv", "--headings", "zh", "--lang", "en").out
    assert english == run("match", *lists, "-f", "csv", "--headings", "zh", "--lang", "zh").out
