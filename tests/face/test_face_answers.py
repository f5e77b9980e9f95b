"""What the functions of the package answer, and that the command says the same."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import pilotdiff
from pilotdiff.cli import main
from tracked import copied

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
GOLD = "pilot_name,result_name\n长沙县金井镇,长沙县金井镇\n长沙县开慧乡,长沙县开慧镇\n"
GOLD_ROWS = list(csv.DictReader(io.StringIO(GOLD)))
PILOTS = ["长沙县金井镇", "长沙县开慧乡", "长沙县高桥镇"]
RESULTS = ["长沙县金井镇", "长沙县开慧镇"]


@pytest.fixture
def tour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied(ROOT / "docs/tour", tmp_path)
    monkeypatch.chdir(tmp_path)


LISTS = ("pilots-2023.txt", "results-2024.csv")


def told(capsysbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    """What the command writes."""
    main([*arguments, "--lang", "en"])
    return capsysbinary.readouterr().out.decode()


def same(records: list[dict[str, object]], text: str) -> None:
    """The records are the rows of the CSV."""
    shown = [{k: "" if v is None else str(v) for k, v in each.items()} for each in records]
    assert shown == list(csv.DictReader(io.StringIO(text)))


@pytest.mark.usefixtures("tour")
def test_match_and_reconcile_agree(capsysbinary: Any) -> None:
    answer = json.loads(told(capsysbinary, "match", *LISTS, "-f", "json"))
    report = pilotdiff.reconcile(*LISTS)
    assert report.to_dicts() == answer["rows"]
    assert report.summary.to_dict() == answer["summary"]


@pytest.mark.usefixtures("tour")
def test_filters_and_decisions_agree(capsysbinary: Any) -> None:
    call = ["--decisions", "decisions.csv", "--only", "renamed", "--level", "township"]
    answer = json.loads(told(capsysbinary, "match", *LISTS, "-f", "json", *call))
    report = pilotdiff.reconcile(
        *LISTS, decisions="decisions.csv", only="renamed", level=["township"]
    )
    assert report.to_dicts() == answer["rows"]
    assert json.loads(json.dumps(report.decisions)) == answer["run"]["decisions"]


@pytest.mark.usefixtures("tour")
def test_parse_and_read_agree(capsysbinary: Any) -> None:
    for name in LISTS:
        same(pilotdiff.read(name).to_dicts(), told(capsysbinary, "parse", name, "-f", "csv"))


@pytest.mark.usefixtures("tour")
def test_check_agrees(capsysbinary: Any) -> None:
    found = pilotdiff.check(*LISTS)
    same(found.to_dicts(), told(capsysbinary, "check", *LISTS, "-f", "csv"))
    assert found.summary.error == 1


@pytest.mark.usefixtures("tour")
def test_trace_programme_and_record_agree(capsysbinary: Any) -> None:
    same(
        pilotdiff.trace("白鹭", *LISTS).to_dicts(),
        told(capsysbinary, "trace", "白鹭", *LISTS, "-f", "csv"),
    )
    funnel = pilotdiff.programme(*LISTS).to_dicts()
    shown = list(csv.DictReader(io.StringIO(told(capsysbinary, "programme", *LISTS, "-f", "csv"))))
    assert [(r["what"], str(r["value"])) for r in funnel] == [
        (r["what"], r["value"]) for r in shown
    ]
    same(
        pilotdiff.record("东华门街道").to_dicts(),
        told(capsysbinary, "record", "东华门街道", "-f", "csv"),
    )


@pytest.mark.usefixtures("tour")
def test_evaluate_agrees(capsysbinary: Any) -> None:
    Path("gold.csv").write_text(GOLD, "utf-8")
    for name, units in (("a.txt", PILOTS), ("b.txt", RESULTS)):
        Path(name).write_text("".join(f"{n}、{u}\n" for n, u in enumerate(units, 1)), "utf-8")
    answer = json.loads(told(capsysbinary, "evaluate", "gold.csv", "a.txt", "b.txt", "-f", "json"))
    found = pilotdiff.evaluate("gold.csv", "a.txt", "b.txt")
    assert found.summary.precision == answer["overall"]["precision"] == 1
    assert found.summary.recall == answer["overall"]["recall"]
    rows = list(csv.DictReader(io.StringIO(GOLD)))
    assert pilotdiff.evaluate(rows, pilotdiff.reconcile(PILOTS, RESULTS)).summary.pairs == 2


@pytest.mark.usefixtures("tour")
def test_papers_and_page_are_the_commands_to_the_byte(capsysbinary: Any) -> None:
    told(capsysbinary, "match", *LISTS, "-o", "theirs", "-q")
    told(capsysbinary, "report", *LISTS, "-o", "theirs.html", "-q")
    report = pilotdiff.reconcile(*LISTS)
    ours = pilotdiff.write_papers(report, "ours")
    names = sorted(path.name for path in Path("theirs").iterdir())
    assert names == sorted(path.name for path in ours.iterdir())
    assert all((ours / n).read_bytes() == Path("theirs", n).read_bytes() for n in names)
    page = pilotdiff.write_page(report, "ours.html")
    assert page.read_bytes() == Path("theirs.html").read_bytes()


def test_a_page_in_chinese_without_a_workbook(tmp_path: Path) -> None:
    report = pilotdiff.reconcile(PILOTS, RESULTS)
    folder = pilotdiff.write_papers(
        report, tmp_path / "p", headings="zh", language="zh", workbook=False
    )
    assert (folder / "diff.csv").read_text("utf-8-sig").startswith("结果,")
    assert not (folder / "reconciliation.xlsx").exists()
    assert "zh-Hans" in pilotdiff.write_page(report, tmp_path / "p.html", language="zh").read_text(
        "utf-8"
    )


def test_explain_says_what_spoke() -> None:
    found = pilotdiff.explain("开慧", PILOTS, RESULTS)
    assert [each.row.outcome for each in found.rows] == ["renamed"]
    assert "开慧镇" in str(found)
    rivals = pilotdiff.explain("金井", ["长沙县金井镇"], ["长沙县金晶镇", "长沙县高桥镇"])
    record = rivals.to_dicts()[0]
    assert set(record) >= {"outcome", "candidate", "feature", "weight"}


def test_own_columns_come_through() -> None:
    pilots = [{"名称": name, "treated": n, "level": n} for n, name in enumerate(PILOTS)]
    results = [{"名称": name, "treated": -n} for n, name in enumerate(RESULTS)]
    report = pilotdiff.reconcile(pilots, results, keep=["treated", "level"])
    first = report.to_dicts()[1]
    assert (first["pilot_treated"], first["result_treated"], first["pilot_level"]) == (1, -1, 1)
    one = pilotdiff.reconcile(pilots, RESULTS, keep=["treated"])
    assert [row["treated"] for row in one.to_dicts()] == [0, 1, 2]


def test_answers_become_frames() -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    pyarrow = pytest.importorskip("pyarrow")
    report = pilotdiff.reconcile(PILOTS, RESULTS)
    frame = report.to_frame("pandas")
    assert isinstance(frame, pandas.DataFrame)
    assert list(frame.outcome) == ["promoted", "renamed", "dropped"]
    assert str(frame.result_line.dtype) == "Int64"
    assert report.to_frame("polars").equals(polars.from_arrow(report.to_arrow()))
    assert isinstance(report.to_arrow(), pyarrow.Table)
    with pytest.raises(pilotdiff.UserError, match="no frames of dask"):
        report.to_frame("dask")  # type: ignore[arg-type]


def test_thresholds_move_pairs_to_review_and_back() -> None:
    lists = (["长沙县金井镇"], ["长沙县金晶镇"])
    strict = pilotdiff.reconcile(*lists, accept=1, margin=1)
    assert [row.outcome for row in strict.rows] == ["review"]
    assert strict.summary.rate_bounds == (0, 1)
    confidence = strict.rows[0].pairing.confidence if strict.rows[0].pairing else 0
    lax = pilotdiff.reconcile(*lists, accept=confidence, margin=0, propose=0)
    assert [row.outcome for row in lax.rows] == ["renamed"]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"accept": 2}, "number-wrong"),
        ({"accept": 0.2, "propose": 0.5}, "number-wrong"),
        ({"only": "gone"}, "choice-unknown"),
        ({"level": "town"}, "choice-unknown"),
        ({"as_of": 1900}, "year-unknown"),
        ({"keep": "x"}, "column-missing"),
        ({"decisions": "nowhere.csv"}, "file-missing"),
        ({"decisions": [{"pilot": "长沙县金井镇"}]}, "decisions-wrong"),
        ({"decisions": [{"pilt": "长沙县金井镇"}]}, "decisions-wrong"),
    ],
)
def test_a_wrong_call_is_told_with_a_code(told: dict[str, Any], code: str) -> None:
    with pytest.raises(pilotdiff.UserError) as caught:
        pilotdiff.reconcile(PILOTS, RESULTS, **told)
    assert caught.value.code == code


def test_a_list_without_units_is_refused() -> None:
    with pytest.raises(pilotdiff.UserError, match="no list found in results") as caught:
        pilotdiff.reconcile(PILOTS, [])
    assert caught.value.code == "list-missing"


def test_decisions_are_rows_or_a_file() -> None:
    rows = [{"pilot": "长沙县高桥镇", "result": "长沙县金井镇", "verdict": "different"}]
    report = pilotdiff.reconcile(PILOTS, RESULTS, decisions=rows)
    assert report.decisions["applied"] == 1
    frame = pytest.importorskip("pandas").DataFrame(rows)
    assert pilotdiff.reconcile(PILOTS, RESULTS, decisions=frame).to_dicts() == report.to_dicts()


@pytest.mark.parametrize(
    "answer",
    [
        lambda: pilotdiff.read("sichuan-2022-pilots"),
        lambda: pilotdiff.reconcile("sichuan-2022-pilots", "sichuan-2023-demonstrations"),
        pilotdiff.check,
        pilotdiff.programme,
        lambda: pilotdiff.trace("邛崃市"),
        lambda: pilotdiff.record("邛崃市"),
        lambda: pilotdiff.explain("开慧", PILOTS, RESULTS),
        lambda: pilotdiff.evaluate(GOLD_ROWS, PILOTS, RESULTS),
    ],
)
def test_an_answer_is_shown_in_short(answer: Any) -> None:
    found = answer()
    assert len(repr(found)) < 200
    assert "\n" not in repr(found)
    assert found._repr_html_().startswith("<p>")
    assert len(found._repr_html_()) < 20_000
    pytest.importorskip("pandas")
    assert len(found.to_frame("pandas")) == len(found.to_dicts())


def test_functions_stay_functions_beside_folders_of_their_names() -> None:
    import pilotdiff.programme
    import pilotdiff.record

    assert callable(pilotdiff.record)
    assert callable(pilotdiff.programme)
    from pilotdiff.record import locate

    assert callable(locate)
    assert set(pilotdiff.__all__) <= set(dir(pilotdiff))


USER = """
import pilotdiff
report = pilotdiff.reconcile(["长沙县金井镇"], "results.csv", keep=["treated"])
dropped: int = report.summary.dropped
rate: float | None = report.summary.rate
names: list[str] = [row.pilot.name for row in report.rows if row.pilot]
code: str = pilotdiff.UserError("x").code
units: int = pilotdiff.read([{"name": "长沙县金井镇"}], name="name").summary.units
errors: int = pilotdiff.check("a.txt", "b.txt").summary.error
precision: float | None = pilotdiff.evaluate("gold.csv", report).summary.precision
years: list[str] = [unit.years for unit in pilotdiff.record("长沙县").units]
batches: int = pilotdiff.programme("a.txt").summary.batches
"""


@pytest.mark.slow
def test_a_users_script_passes_the_strictest_check(tmp_path: Path) -> None:
    script = tmp_path / "user.py"
    script.write_text(USER, "utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", str(script)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_an_answer_without_rows_has_its_columns() -> None:
    pytest.importorskip("pandas")
    none = pilotdiff.check(["长沙县金井镇"])
    assert list(none.to_frame("pandas").columns)[:2] == ["document", "line"]
    panel = pilotdiff.panel(
        pilotdiff.read(["长沙县金井镇"], title="湖南省2019年试点名单"),
        pilotdiff.read(["长沙县金井镇"], title="湖南省2020年示范名单"),
    )
    assert "reason" in panel.frame("doubtful", "pandas").columns


def test_a_panel_carries_columns_of_the_users_own() -> None:
    rows = [{"单位": "长沙县金井镇", "treated": 1, "line": "x"}]
    pilots = pilotdiff.read(rows, keep=["treated", "line"], title="湖南省2019年试点名单")
    results = pilotdiff.read(["长沙县金井镇"], title="湖南省2020年示范名单")
    listings = pilotdiff.panel(pilots, results).table("listings")
    assert [(each["treated"], each["line_kept"]) for each in listings] == [(1, "x"), (None, None)]


def test_a_folder_stands_for_its_lists(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("湖南省2019年试点名单\n1、长沙县金井镇\n", "utf-8")
    (tmp_path / "b.txt").write_text("湖南省2020年示范名单\n1、长沙县金井镇\n", "utf-8")
    assert pilotdiff.panel(tmp_path).summary.linked == 1
    assert (
        pilotdiff.check(tmp_path).to_dicts()
        == pilotdiff.check(tmp_path / "a.txt", tmp_path / "b.txt").to_dicts()
    )
