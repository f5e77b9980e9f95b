"""datapackage.json says truly what the tables hold, in both languages of the headings."""

import json
from pathlib import Path
from typing import Any

import pytest
from frictionless import Package

import making
from pilotdiff.column_headings import headings
from pilotdiff.column_values import chinese_value
from pilotdiff.model import LEVELS, Outcome
from pilotdiff.report import papers
from pilotdiff.report.column_meanings import COLUMN_MEANINGS
from pilotdiff.report.diff_columns import COLUMNS, NUMBER_COLUMNS

LANGUAGES = ("en", "zh")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def folder(tmp_path: Path, language: str) -> Any:
    rows = [
        making.row("dropped", making.unit("甲省", id="=1+1", raw="-甲省", line=1), reason="+gone"),
        making.row(
            "promoted",
            making.unit("甲省", "乙市", raw='他说"好"，\n再见', line=2),
            making.unit("甲省", "乙市", line=3),
            changes=["category", "parent"],
        ),
        *making.small().rows,
    ]
    papers.write_working_papers(making.report(rows), tmp_path / "papers", language)
    return tmp_path / "papers"


def described(folder: Path) -> dict[str, object]:
    return json.loads((folder / "datapackage.json").read_text("utf-8"))  # type: ignore[no-any-return]


def test_frictionless_finds_the_package_valid(folder: Path) -> None:
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    assert len(report.tasks) == 1 + len(Outcome)


def in_chinese(cells: str) -> str:
    """The cells of a few columns as they stand under Chinese headings."""
    columns = ("", "", "rule", "") if cells.startswith(",") else ("outcome", "changes", "level", "")
    return ",".join(map(chinese_value, columns, cells.split(",")))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("promoted,category;parent,", "promoted,category;nonsense,"),
        ("dropped,,province", "fallen,,province"),
        ("dropped,,province", "dropped,,galaxy"),
        (",0.5,features,", ",1.5,features,"),
    ],
)
def test_frictionless_finds_a_cell_that_is_not_as_described(
    folder: Path, language: str, old: str, new: str
) -> None:
    path = folder / "diff.csv"
    text = path.read_text("utf-8-sig")
    if language == "zh":
        old, new = (in_chinese(each) for each in (old, new))
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8-sig")
    report = Package(str(folder / "datapackage.json")).validate()
    kinds = {kind for (kind,) in report.flatten(["type"])}
    assert "constraint-error" in kinds


def test_every_table_is_described_with_its_bytes(folder: Path, language: str) -> None:
    resources = described(folder)["resources"]
    assert [each["path"] for each in resources] == ["diff.csv", *(f"{o}.csv" for o in Outcome)]  # type: ignore[attr-defined]
    for each in resources:  # type: ignore[attr-defined]
        assert each["bytes"] == (folder / each["path"]).stat().st_size
        names = [field["name"] for field in each["schema"]["fields"]]
        assert tuple(names) == headings(COLUMNS, language)


def test_numbers_and_outcomes_have_their_types(folder: Path, language: str) -> None:
    fields = described(folder)["resources"][0]["schema"]["fields"]  # type: ignore[index]
    types = {field["name"]: field["type"] for field in fields}
    numbers = {name for name, kind in types.items() if kind != "string"}
    assert numbers == set(headings(NUMBER_COLUMNS, language))
    level = fields[COLUMNS.index("level")]
    wanted = list(LEVELS) if language == "en" else [chinese_value("level", one) for one in LEVELS]
    assert level["constraints"]["enum"] == wanted


def test_frictionless_reads_the_values_with_their_types(folder: Path, language: str) -> None:
    outcome, line, identity = headings(("outcome", "pilot_line", "pilot_id"), language)
    package = Package(str(folder / "datapackage.json"))
    first, second, *_ = package.get_resource("diff").read_rows()  # type: ignore[attr-defined]
    dropped = "dropped" if language == "en" else "未列入示范名单"
    assert (first[outcome], first[line], first[identity]) == (dropped, 1, "'=1+1")
    assert second[line] == 2


def test_the_same_report_gives_the_same_bytes(tmp_path: Path, language: str) -> None:
    again = tmp_path / "again"
    papers.write_working_papers(making.report(()), again, language)
    one = (again / "datapackage.json").read_bytes()
    papers.write_working_papers(making.report(()), again, language)
    assert (again / "datapackage.json").read_bytes() == one


def test_pandas_reads_the_table_as_described(folder: Path, language: str) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas comes with the extra bench")
    fields = described(folder)["resources"][0]["schema"]["fields"]  # type: ignore[index]
    kinds = {"string": "string", "integer": "Int64", "number": "Float64"}
    types = {field["name"]: kinds[field["type"]] for field in fields}
    table = pandas.read_csv(folder / "diff.csv", dtype=types, encoding="utf-8")
    assert list(table.columns) == list(types)
    confidence, line = headings(("confidence", "pilot_line"), language)
    assert table[confidence].between(0, 1).any()
    assert table[line].min() == 1


def test_every_column_has_a_meaning_and_a_heading() -> None:
    assert tuple(COLUMN_MEANINGS) == COLUMNS
    for language in LANGUAGES:
        assert len(set(headings(COLUMNS, language))) == len(COLUMNS)
