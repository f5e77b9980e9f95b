"""What is otherwise than in earlier papers, by what the command prints and writes."""

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from casefile import cases
from pilotdiff.cli import main

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

PILOTS = [
    "沙棠市云岫县石湫街道东风社区",
    "沙棠市云岫县石湫街道红旗社区",
    "青禾市白鹭区柳岸镇清江村",
]
EARLIER = ["沙棠市云岫县石湫街道东风社区", "青禾市白鹭区柳岸镇清江社区"]
LATER = [PILOTS[1], "青禾市白鹭区柳岸镇清江社区", "青禾市白鹭区柳岸镇文昌社区"]


def _list(path: Path, names: list[str]) -> str:
    path.write_text("".join(f"{at}、{name}\n" for at, name in enumerate(names, 1)), "utf-8")
    return str(path)


@pytest.fixture
def lists(tmp_path: Path) -> tuple[str, str, str]:
    return (
        _list(tmp_path / "p.txt", PILOTS),
        _list(tmp_path / "earlier.txt", EARLIER),
        _list(tmp_path / "later.txt", LATER),
    )


def _turned(folder: Path) -> dict[str, tuple[str | None, str | None]]:
    against = json.loads((folder / "run.json").read_text("utf-8"))["against"]
    return {one["name"]: (one["before"], one["now"]) for one in against["turned"]}


@pytest.mark.parametrize("headings", ["en", "zh"])
def test_what_changed_is_told(
    lists: tuple[str, str, str], tmp_path: Path, headings: str, capsys: pytest.CaptureFixture[str]
) -> None:
    pilots, earlier, later = lists
    old, new = tmp_path / "old", tmp_path / "new"
    main(["match", pilots, earlier, "-q", "-o", str(old), "--headings", headings])
    capsys.readouterr()
    call = ["match", pilots, later, "-o", str(new), "--against", str(old), "--lang", "en"]
    assert main(call) == 0
    assert _turned(new) == {
        PILOTS[0]: ("promoted", "dropped"),
        PILOTS[1]: ("dropped", "promoted"),
        LATER[2]: (None, "new"),
    }
    assert "not listed → New" in capsys.readouterr().out
    paper = Document(str(new / "working-paper.docx"))
    assert "Since the earlier papers" in [paragraph.text for paragraph in paper.paragraphs]


def test_a_unit_that_stands_in_the_lists_no_longer_is_told(
    lists: tuple[str, str, str], tmp_path: Path
) -> None:
    pilots, earlier, later = lists
    fewer = _list(tmp_path / "fewer.txt", PILOTS[:2])
    old, new = tmp_path / "old", tmp_path / "new"
    main(["match", pilots, later, "-q", "-o", str(old)])
    main(["match", fewer, earlier, "-q", "-o", str(new), "--against", str(old)])
    turned = _turned(new)
    assert turned[PILOTS[2]] == ("renamed", None)
    assert turned[LATER[2]] == ("new", None)


def test_the_same_papers_say_that_nothing_changed(
    lists: tuple[str, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pilots, earlier, _ = lists
    old = tmp_path / "old"
    main(["match", pilots, earlier, "-q", "-o", str(old)])
    main(["match", pilots, earlier, "--against", str(old), "--lang", "en"])
    assert "nothing is otherwise" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("case", cases("report_parts", "no_papers"))
def test_what_are_no_such_papers_is_one_sentence(
    case: dict[str, Any],
    lists: tuple[str, str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    diff, run, said = case.get("diff"), case["run"], case["said"]
    old = tmp_path / "old"
    old.mkdir()
    if diff is not None:
        (old / "diff.csv").write_text(diff, "utf-8")
    (old / "run.json").write_text(run, "utf-8")
    assert main(["match", *lists[:2], "--against", str(old), "--lang", "en"]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_what_each_list_gained_and_lost_is_counted(
    lists: tuple[str, str, str], tmp_path: Path
) -> None:
    pilots, earlier, later = lists
    old, new = tmp_path / "old", tmp_path / "new"
    main(["match", pilots, earlier, "-q", "-o", str(old)])
    main(["match", pilots, later, "-q", "-o", str(new), "--against", str(old)])
    against = json.loads((new / "run.json").read_text("utf-8"))["against"]
    # LATER has 红旗 and 文昌 that EARLIER had not, and lacks 东风.
    assert against["pilots"] == {"added": 0, "gone": 0}
    assert against["results"] == {"added": 2, "gone": 1}


@pytest.mark.parametrize("again", [False, True])
def test_verdicts_that_the_answer_no_longer_follows_are_told(
    lists: tuple[str, str, str], tmp_path: Path, again: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    pilots, earlier, _ = lists
    verdicts = tmp_path / "decisions.csv"
    head = "pilot,result,verdict,by,on,reason\n"
    verdicts.write_text(f"{head}{PILOTS[2]},{EARLIER[1]},different,me,2026-01-01,\n", "utf-8")
    given, old = ["--decisions", str(verdicts)], tmp_path / "old"
    main(["match", pilots, earlier, "-q", "-o", str(old), *given])
    capsys.readouterr()
    call = ["match", pilots, earlier, "--against", str(old), "--lang", "en"]
    main([*call, *given] if again else call)
    told = "Those papers followed 1 verdict; this answer follows none"
    assert (told in " ".join(capsys.readouterr().out.split())) is not again
