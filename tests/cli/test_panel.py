"""pilotdiff panel, as it is called."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import pilotdiff
from casefile import cases
from pilotdiff.cli import main

LISTS = {
    "p2019.txt": "湖南省2019年乡村治理试点乡镇名单\n1、长沙县金井镇\n2、长沙县开慧乡\n",
    "r2021.txt": "湖南省2021年乡村治理示范乡镇名单\n1、长沙县开慧镇\n2、长沙县高桥镇\n",
}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["panel", *arguments, "--lang", "en"]) == 0
    return capsys.readouterr().out


@pytest.mark.usefixtures("list_folder")
def test_a_folder_is_its_lists(capsys: Any) -> None:
    whole = told(capsys, "lists")
    assert "2 lists, 3 units, 1 of them in more than one" in whole
    assert "50.0 %" in whole
    assert told(capsys, "lists/p2019.txt", "lists/r2021.txt") == whole
    assert told(capsys, "lists", "--processes", "2") == whole


@pytest.mark.usefixtures("list_folder")
@pytest.mark.parametrize("name", ["listings", "unit_years", "wide", "rates", "doubtful"])
def test_command_and_python_agree(capsysbinary: Any, name: Any) -> None:
    main(["panel", "lists", "-f", "json", "--table", name, "--lang", "en"])
    answer = json.loads(capsysbinary.readouterr().out)
    assert answer["rows"] == pilotdiff.panel(*(f"lists/{each}" for each in LISTS)).table(name)


def test_the_tables_are_written(list_folder: Path, capsys: Any) -> None:
    told(capsys, "lists", "-o", "panel")
    with (list_folder / "panel/unit_years.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["year"] for row in rows} == {"2019", "2020", "2021"}
    run = json.loads((list_folder / "panel/run.json").read_text("utf-8"))
    assert [one["year"] for one in run["lists"]] == [2019, 2021]
    assert told(capsys, ".").count("lists/") == told(capsys, "lists").count("lists/")


def test_the_data_package_is_valid(list_folder: Path, capsys: Any) -> None:
    frictionless = pytest.importorskip("frictionless")
    told(capsys, "lists", "-o", "panel", "-q")
    package = frictionless.Package(str(list_folder / "panel/datapackage.json"))
    report = package.validate()
    assert report.valid, report.flatten(["message"])
    fields = [field for resource in package.resources for field in resource.schema.fields]
    assert all(field.description for field in fields)
    of_lists = {field.name for field in fields if field.description.startswith("What the list ")}
    assert of_lists == {"lists/p2019.txt", "lists/r2021.txt"}


def test_lists_that_are_one_are_told_and_stand_under_their_names(
    list_folder: Path, capsys: Any
) -> None:
    (list_folder / "lists/again2019.txt").write_bytes(
        (list_folder / "lists/p2019.txt").read_bytes()
    )
    main(["panel", "lists"])
    said = capsys.readouterr()
    assert "is the same list as" in said.err
    assert "2019 lists/p2019.txt" in said.out
    assert "2019 lists/again2019.txt" in said.out


@pytest.mark.parametrize("case", cases("calls", "no_panel"))
def test_what_cannot_be_done_is_a_sentence(
    case: dict[str, Any], list_folder: Path, capsys: Any
) -> None:
    call, said = case["call"], case["said"]
    (list_folder / "empty").mkdir()
    form = ["-f", "csv"] if "--table" in call else []
    assert main(["panel", *call, *form, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err
