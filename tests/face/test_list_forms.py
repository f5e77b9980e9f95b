"""One list in whatever form it is given: the same units."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import pilotdiff

NAMES = ["湖南省长沙县金井镇", "湖南省长沙县开慧镇", "湖南省浏阳市大瑶镇"]
RECORDS = [
    {"编号": f"P{n}", "单位名称": name, "treated": n % 2, "share": n / 2}
    for n, name in enumerate(NAMES)
]
COLUMNS = {name: [record[name] for record in RECORDS] for name in RECORDS[0]}
CSV = "编号,单位名称,treated,share\n" + "".join(
    ",".join(map(str, record.values())) + "\n" for record in RECORDS
)


def pandas_frame() -> Any:
    return pytest.importorskip("pandas").DataFrame(RECORDS)


def polars_frame() -> Any:
    return pytest.importorskip("polars").DataFrame(RECORDS)


def lazy_frame() -> Any:
    return pytest.importorskip("polars").DataFrame(RECORDS).lazy()


def arrow_table() -> Any:
    return pytest.importorskip("pyarrow").Table.from_pylist(RECORDS)


FORMS: dict[str, Callable[[], Any]] = {
    "records": lambda: RECORDS,
    "generator": lambda: iter(RECORDS),
    "columns": lambda: COLUMNS,
    "text": lambda: CSV,
    "bytes": lambda: CSV.encode("utf-16"),
    "open file": lambda: io.BytesIO(CSV.encode()),
    "open text": lambda: io.StringIO(CSV),
    "pandas": pandas_frame,
    "polars": polars_frame,
    "lazy polars": lazy_frame,
    "arrow": arrow_table,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_the_same_units(form: str) -> None:
    units = pilotdiff.read(FORMS[form](), keep=["treated"])
    assert [(unit.id, unit.name, unit.entry.line) for unit in units.units] == [
        ("P0", NAMES[0], 2),
        ("P1", NAMES[1], 3),
        ("P2", NAMES[2], 4),
    ]
    assert [str(record["treated"]) for record in units.to_dicts()] == ["0", "1", "0"]


def test_a_path_is_one_more_form(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(CSV, "utf-8")
    units = pilotdiff.read(tmp_path / "list.csv", keep=["share"])
    assert units.to_dicts() == [
        record | {"share": str(n / 2)}
        for n, record in enumerate(pilotdiff.read(str(tmp_path / "list.csv")).to_dicts())
    ]


def test_names_alone_are_a_list() -> None:
    assert [unit.name for unit in pilotdiff.read(NAMES).units] == NAMES
    series = pytest.importorskip("pandas").Series(NAMES)
    assert [unit.name for unit in pilotdiff.read(series).units] == NAMES


def test_values_in_memory_keep_their_types() -> None:
    records = pilotdiff.read(RECORDS, keep=["treated", "share"]).to_dicts()
    assert [(each["treated"], each["share"]) for each in records] == [(0, 0.0), (1, 0.5), (0, 1.0)]


@pytest.mark.parametrize("missing", [None, float("nan")])
def test_a_missing_value_is_no_name(missing: object) -> None:
    rows = [{"名称": name, "省": missing} for name in NAMES] + [{"名称": missing, "省": missing}]
    assert [unit.name for unit in pilotdiff.read(rows).units] == NAMES


def test_a_missing_value_of_pandas_is_no_name() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"名称": [*NAMES, pandas.NA], "year": [2019, 2020, pandas.NA, 2021]})
    assert [unit.name for unit in pilotdiff.read(frame).units] == NAMES


def test_columns_are_told_where_headings_do_not_tell() -> None:
    rows = [
        {"a": "P1", "b": "金井镇", "c": "长沙县", "d": "湖南省", "e": "便民服务型"},
        {"a": "P2", "b": "开慧镇", "c": "长沙县", "d": "湖南省", "e": "智慧科技型"},
    ]
    levels = {"township": "b", "county": "c", "province": "d"}
    units = pilotdiff.read(rows, id="a", levels=levels, category="e")
    shown = [(unit.id, "".join(unit.path), unit.entry.category) for unit in units.units]
    assert shown == [
        ("P1", "湖南省长沙市长沙县金井镇", "便民服务型"),
        ("P2", "湖南省长沙市长沙县开慧镇", "智慧科技型"),
    ]
    own = pilotdiff.read(rows, name="b", levels={"county": "c"})
    assert [unit.name for unit in own.units] == NAMES[:2]


def test_a_title_tells_what_a_list_in_memory_is() -> None:
    units = pilotdiff.read(["金井镇", "开慧镇"], title="湖南省长沙县2019年乡村治理试点乡镇名单")
    assert units.summary.title == "湖南省长沙县2019年乡村治理试点乡镇名单"
    assert ["".join(unit.path) for unit in units.units] == [
        "湖南省长沙市长沙县金井镇",
        "湖南省长沙市长沙县开慧镇",
    ]


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (3, "data-unsupported"),
        (None, "data-unsupported"),
        (["长沙县金井镇", 3], "data-unsupported"),
        ([["长沙县金井镇"]], "data-unsupported"),
        ({"name": ["长沙县金井镇"], "id": []}, "data-ragged"),
        ("nowhere.csv", "file-missing"),
        ("长沙县金井镇、" * 60, "file-unreadable"),
        (b"", "file-empty"),
    ],
)
def test_what_is_no_list_is_refused_with_a_code(given: Any, code: str) -> None:
    with pytest.raises(pilotdiff.UserError) as caught:
        pilotdiff.read(given)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "told",
    [{"name": "x"}, {"id": "x"}, {"keep": ["x"]}, {"levels": {"county": "x"}}, {"category": "x"}],
)
def test_a_column_that_is_not_there_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(pilotdiff.UserError, match="no column x") as caught:
        pilotdiff.read(RECORDS, **told)
    assert caught.value.code == "column-missing"
