"""Whoever reads only Chinese can do the whole: no English is left on any screen."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.cli.app import COMMANDS
from pilotdiff.cli.language import Language, usual
from pilotdiff.model import Level, Outcome

# What is typed and what files are called is the same in every language; so are these names.
NAMES = {
    "OpenRefine",
    *("CSV", "HTML", "TOML", "JSON", "PDF", "Word", "GBK", "GB", "SHA", "UTF", "LibreOffice"),
    *("Parquet", "Stata", "pyarrow", "pandas", "csv", "json", "jsonl"),
    *("listings", "wide", "rates", "doubtful"),
    *Outcome,
    *Level,
    *("pilotdiff", "shell", "toml", "zh", *COMMANDS),
}
TYPED = [
    r"`[^`]*`",
    r"<[^>]*>",
    r"（[a-z]+、[^）]*）|(?<=从 )[a-z_、 ]+(?= 中选择)|(?<=既非 )same|(?<=也非 )different",
    r"(?<!\w)--?[a-z][\w-]*(?:=\w+| \w+)?",
    r"\[\w*：\w+\]",
    r"[\w./-]*[/.][\w./-]+",
    r"\b\w+(?:[-_]\w+)+",
    r"\b[A-Z_]{2,}\b",
    rf"\b(?:{'|'.join((*Outcome, *Level))}) (?=[\u4e00-\u9fff])",  # a value before its word
    r"\w*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]\w*",
]


def english(text: str) -> list[Any]:
    """The words of a text that are in Latin letters and are neither names nor typed."""
    text = re.sub(r"(?<=[a-z])-\s+(?=[a-z])", "-", text)
    for pattern in TYPED:
        text = re.sub(pattern, " ", text)
    return [word for word in re.findall(r"[A-Za-z]{2,}", text) if word not in NAMES]


@pytest.fixture
def chinese(run: Callable[..., Any]) -> Any:
    """Call in Chinese; the text on both streams."""

    def call(*arguments: Any, **options: Any) -> Any:
        done = run(*arguments, "--lang", "zh", **options)
        return done.out + done.err

    return call


@pytest.mark.parametrize("command", COMMANDS)
def test_help(chinese: Callable[..., str], command: Any) -> None:
    assert english(chinese(command, "--help")) == []


def test_help_of_all(chinese: Callable[..., str]) -> None:
    assert english(chinese("--help")) == []


@pytest.mark.parametrize("case", cases("calls", "screen"))
def test_screens(case: dict[str, Any], chinese: Callable[..., str]) -> None:
    assert english(chinese(*case["call"])) == []


@pytest.mark.parametrize("case", cases("calls", "main_screen"))
def test_main_screens(
    case: dict[str, Any], chinese: Callable[..., str], snapshot: Callable[..., None]
) -> None:
    snapshot(case["name"], chinese(*case["call"]))


@pytest.mark.parametrize("form", ["csv", "json", "markdown"])
def test_reasons_in_data(run: Callable[..., Any], form: str) -> None:
    """Codes and column names stay; what is told to people is told in Chinese."""
    out = run("match", "-f", form, "--lang", "zh").out
    assert "同一地名称相同" in out or form == "markdown"
    assert "the same name" not in out
    assert "the result lists" not in out
    assert "nearest:" not in out


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_reasons_on_the_way_of_a_unit(run: Callable[..., Any], form: str) -> None:
    out = run("trace", "邛崃市", "-f", form, "--lang", "zh").out
    assert "示范名单不含该层级单位" in out or "示范名单未列" in out
    assert "the same name" not in out


def test_a_section_of_markdown_counts_as_chinese_does(run: Callable[..., Any]) -> None:
    assert "## 入选（名称或建制有变）（1）" in run("match", "-f", "markdown", "--lang", "zh").out


def test_evaluation(chinese: Callable[..., str], tmp_path: Path) -> None:
    gold = tmp_path / "gold.csv"
    gold.write_text("pilot_name,result_name\n广元市青川县竹园镇清江村,成都市没有的社区\n", "utf-8")
    assert english(chinese("evaluate", gold)) == []


@pytest.mark.parametrize("case", cases("calls", "faulty"))
def test_faults(
    case: dict[str, Any],
    chinese: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = chinese(*case["call"])
    assert said
    assert english(said) == []


@pytest.mark.parametrize("case", cases("calls", "environment"))
def test_the_environment_chooses(
    case: dict[str, Any], run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in case["setting"].items():
        monkeypatch.setenv(name, value)
    assert run("parse", "--help").out.startswith(case["said"])


def test_the_option_stands_anywhere(run: Callable[..., Any]) -> None:
    assert run("--lang", "zh", "--help").out.startswith("用法：")
    assert run("--lang=zh").out.startswith("用法：")
    assert run("match", "--help", "--lang", "zh").out.startswith("用法：")
    assert "名称未变" in run("--lang", "zh", "match").out


def test_an_unknown_wish_is_refused_in_the_language_of_the_place(
    run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PILOTDIFF_LANG", "fr")
    done = run("match")
    assert (done.code, done.out) == (2, "")
    assert done.err == "pilotdiff: PILOTDIFF_LANG is fr: set it to en or zh, or leave it unset\n"
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "请设为 en 或 zh" in run("match").err
    assert run("match", "--lang", "en").code == 0


@pytest.mark.parametrize("case", cases("calls", "said_by_system"))
def test_what_the_system_and_the_parser_say_is_chinese(
    case: dict[str, Any], run: Callable[..., Any]
) -> None:
    told = run(*tuple(case["call"]), "--lang", "zh")
    assert (told.code, case["said"] in told.err) == (2, True), told.err


def test_the_language_of_the_environment_goes_for_an_end_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    for wish, language in (("zh", Language.ZH), ("", Language.EN), ("deutsch", Language.EN)):
        monkeypatch.setenv("PILOTDIFF_LANG", wish)
        assert usual() is language
