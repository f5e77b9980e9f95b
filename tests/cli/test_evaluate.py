import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PLACE = "四川省成都市温江区柳城街道"


@pytest.fixture
def files(tmp_path: Path) -> list[Any]:
    texts = {
        "pilots": "id,name\n1,@光华社区\n2,@南街村\n3,@和平社区\n4,@红旗村\n",
        "results": "id,name\na,@光华社区\nb,@南街社区\nc,@和平社区\nd,@朝阳社区\n",
        "gold": "pilot_id,result_id,change\n1,a,same\n2,b,suffix\n3,d,renamed\n9,z,renamed\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.csv").write_text(text.replace("@", PLACE), "utf-8")
    return [tmp_path / f"{name}.csv" for name in ("gold", "pilots", "results")]


def test_the_example_against_its_gold(run: Callable[..., Any], shared: Path) -> None:
    done = run("evaluate", shared / "gold/sichuan-2022-2023.csv", "-f", "json")
    found = json.loads(done.out)
    assert (found["overall"]["precision"], found["overall"]["recall"]) == (1.0, 1.0)
    assert {kind["name"]: kind["gold"] for kind in found["kinds"]} == {"same": 129, "kind": 1}
    assert (found["errors"], found["unfound"]) == ([], [])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_screen(
    run: Callable[..., Any], snapshot: Callable[..., None], files: Any, language: str
) -> None:
    done = run("evaluate", *files, "--lang", language)
    assert (done.code, done.err) == (0, "")
    snapshot(f"evaluate-{language}", done.out)


def test_csv_and_json_tell_the_same(run: Callable[..., Any], files: Any) -> None:
    document = json.loads(run("evaluate", *files, "-f", "json").out)
    table = list(csv.DictReader(io.StringIO(run("evaluate", *files, "-f", "csv").out)))
    parts = {
        "overall": [document["overall"], document["changed"]],
        "kind": document["kinds"],
        "band": document["reliability"],
        "error": document["errors"],
        "unfound": document["unfound"],
    }
    for part, objects in parts.items():
        lines = [row for row in table if row["part"] == part]
        assert len(lines) == len(objects) > 0
        for line, told in zip(lines, objects, strict=True):
            filled = {key: "" if value is None else str(value) for key, value in told.items()}
            assert {key: line[key] for key in filled} == filled
    assert document["run"]["gold"] == str(files[0])
    assert document["run"]["pilots"]["units"] == 4


def test_the_error_and_what_it_should_have_been(run: Callable[..., Any], files: Any) -> None:
    (error,) = json.loads(run("evaluate", *files, "-f", "json").out)["errors"]
    assert error["result_name"] == f"{PLACE}和平社区"
    assert error["right_name"] == f"{PLACE}朝阳社区"
    assert "Worst errors" not in run("evaluate", *files, "--worst", "0").out


def test_a_table_that_is_no_gold_is_refused_in_a_sentence(
    run: Callable[..., Any], files: Any
) -> None:
    done = run("evaluate", files[1], *files[1:])
    assert (done.code, done.out) == (2, "")
    assert "pilots.csv has no column pilot_id" in done.err


def test_verdicts_count_as_given(run: Callable[..., Any], files: Any, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("pilot,result,verdict\n3,d,same\n", "utf-8")
    document = json.loads(
        run("evaluate", *files, "--decisions", tmp_path / "d.csv", "-f", "json").out
    )
    assert document["errors"] == []
    assert document["overall"]["found"] == 3


def test_what_a_person_ruled_is_in_no_band(
    run: Callable[..., Any], files: Any, tmp_path: Path
) -> None:
    (tmp_path / "d.csv").write_text("pilot,result,verdict\n3,d,same\n", "utf-8")
    bare, ruled = (
        json.loads(run("evaluate", *files, *more, "-f", "json").out)["reliability"]
        for more in ((), ("--decisions", tmp_path / "d.csv"))
    )
    assert sum(band["judged"] for band in ruled) == sum(band["judged"] for band in bare) - 1


def test_no_kind_is_cut_off_on_a_narrow_screen(
    run: Callable[..., Any], files: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    assert "…" not in run("evaluate", *files, "--lang", "zh").out
