"""One decided run, told in many ways: every number is the same, and nothing contradicts another."""

import csv
import io
import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

from pilotdiff.column_values import plain_value
from pilotdiff.language import words
from pilotdiff.model import Outcome
from pilotdiff.report.report_terms import OUTCOMES

# Every outcome but one occurs, two levels and a third that the results leave out.
PILOTS = """云岭省2023年乡村治理试点单位名单
一、试点县
1、宁川市云台县
二、试点镇
1、宁川市云台县金井镇
2、宁川市云台县双江镇
3、宁川市云台县望月镇
4、宁川市桃源县高桥镇
三、试点村（社区）
1、宁川市云台县金井镇东河村
2、宁川市云台县金井镇西河村
3、宁川市云台县望月镇石鼓村
4、宁川市桃源县高桥镇和平村
5、宁川市云台县金井镇东河村
6、宁川市桃源县高桥镇柳岸社区
7、宁川市桃源县高桥镇荷塘社区
8、宁川市云台县金井镇和平村
"""
RESULTS = """云岭省2025年乡村治理示范单位名单
一、示范镇
1、宁川市云台县金井镇（由原金井镇、双江镇合并）
2、宁川市云台县望月街道
二、示范村（社区）
1、和平村
2、宁川市云台县金井镇东河社区
3、宁川市云台县金井镇西河村
4、宁川市桃源县高桥镇荷塘社区
5、宁川市桃源县高桥镇新月社区
6、宁川市桃源县高桥镇荷塘社区
"""
VERDICTS = """pilot,result,verdict,by,on,reason
宁川市桃源县高桥镇柳岸社区,宁川市桃源县高桥镇新月社区,same,李明,2026-06-03,
宁川市云台县望月镇,宁川市云台县望月街道,different,李明,2026-06-03,
"""
LANGUAGES = ("en", "zh")


class Told(NamedTuple):
    """What a run wrote, in one language."""

    language: str
    folder: Path
    screen: str
    json: Any
    csv: str
    page: str

    def say(self, outcome: Outcome) -> str:
        return words(self.language)(OUTCOMES[outcome])

    def outcome(self, said: str) -> Outcome:
        return next(one for one in Outcome if said in (one, self.say(one)))


@pytest.fixture(scope="module")
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, script: list[str]
) -> Told:
    def run_once(*call: object) -> "subprocess.CompletedProcess[bytes]":
        given = {**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
        command = [*script, *map(str, call)]
        return subprocess.run(command, capture_output=True, timeout=120, env=given, check=True)

    language = request.param
    folder = tmp_path_factory.mktemp(language)
    for name, text in (("p.txt", PILOTS), ("r.txt", RESULTS), ("v.csv", VERDICTS)):
        (folder / name).write_text(text, "utf-8")
    asked: list[object] = [
        "match",
        folder / "p.txt",
        folder / "r.txt",
        "--decisions",
        folder / "v.csv",
    ]
    asked += ["--lang", language]
    papers, page = folder / "papers", folder / "page.html"
    screen = run_once(*asked, "-o", papers, "--html", page, "--headings", language)
    return Told(
        language,
        papers,
        screen.stdout.decode(),
        json.loads(run_once(*asked, "-f", "json").stdout),
        run_once(*asked, "-f", "csv").stdout.decode(),
        page.read_text("utf-8"),
    )


both = pytest.mark.parametrize("told", LANGUAGES, indirect=True)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def wanted(told: Told) -> Counter[Outcome]:
    return Counter(Outcome(row["outcome"]) for row in rows_of(told.csv))


def counts(found: dict[str, Any]) -> Counter[Outcome]:
    return Counter({one: found[one] for one in Outcome if found[one]})


def plain(text: str) -> str:
    """The text without what a width, a language or markup puts between its words."""
    return re.sub(r"\s", "", text)


def visible(page: str) -> str:
    body = re.sub(r"<(script|style|svg).*?</\1>", "", page[page.index("<body") :], flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", "", body))


def paragraphs(path: Path) -> Iterator[str]:
    for one in Document(str(path)).element.body.iter(qn("w:p")):
        yield "".join(text.text or "" for text in one.iter(qn("w:t")))


def tables(path: Path) -> Iterator[list[list[str]]]:
    for table in Document(str(path)).tables:
        yield [[cell.text for cell in row.cells] for row in table.rows]


@both
def test_data_agree(told: Told) -> None:
    assert len(wanted(told)) == len(Outcome) - 1  # nothing is split off
    assert counts(told.json["summary"]) == wanted(told)
    assert Counter(Outcome(row["outcome"]) for row in told.json["rows"]) == wanted(told)
    record = json.loads((told.folder / "run.json").read_text("utf-8"))
    assert counts(record["counts"]) == wanted(told)
    assert record["counts"] == told.json["summary"]
    for outcome in Outcome:
        there = rows_of((told.folder / f"{outcome}.csv").read_text("utf-8"))
        assert len(there) == wanted(told)[outcome]
    head = "outcome" if told.language == "en" else "结果"
    whole = rows_of((told.folder / "diff.csv").read_text("utf-8"))
    assert Counter(Outcome(plain_value("outcome", r[head])) for r in whole) == wanted(told)


@both
def test_the_screen_says_the_same(told: Told) -> None:
    for outcome, count in wanted(told).items():
        lines = [line for line in told.screen.splitlines() if line.startswith(told.say(outcome))]
        totals = [re.findall(r"\d[\d,]*(?=\s|$)", re.sub(r"[\d.]+ ?%", "", one)) for one in lines]
        at_table = [int(numbers[-1]) for numbers in totals if len(numbers) > 1]
        # Repeated ones stand there once for either list.
        assert sum(at_table) == count, outcome


@both
def test_the_workbook_counts_the_same(told: Told) -> None:
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    heads = [at for at, row in enumerate(rows) if row[0] == words(told.language)("Outcome")]
    first = rows[heads[0]]
    total = first.index(words(told.language)("Total"))
    for outcome, count in wanted(told).items():
        line = next(row for row in rows[heads[0] :] if row[0] == told.say(outcome))
        assert line[total] == count
        sheet = book[told.say(outcome)]
        assert sum(any(row) for row in sheet.iter_rows(min_row=2, values_only=True)) == count
    whole = book[words(told.language)("All rows")]
    assert Counter(told.outcome(str(row[0])) for row in whole.iter_rows(2, values_only=True)) == (
        wanted(told)
    )


@both
def test_shares_of_the_workbook_are_those_of_the_screen(told: Told) -> None:
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    start = next(at for at, row in enumerate(rows) if row[0] == words(told.language)("Outcome"))
    head = rows[start].index(words(told.language)("Share of the pilots"))
    for outcome in (Outcome.PROMOTED, Outcome.DROPPED, Outcome.MERGED):
        share = next(row[head] for row in rows[start:] if row[0] == told.say(outcome))
        line = next(line for line in told.screen.splitlines() if line.startswith(told.say(outcome)))
        assert f"{100 * float(str(share)):.1f}" in line


@both
def test_the_page_holds_the_same(told: Told) -> None:
    script = re.search(r'<script type="application/json" id="data">(.*?)</script>', told.page, re.S)
    assert script
    data = json.loads(unescape(script.group(1)))
    assert Counter(Outcome(data["outcomes"][row[1]]) for row in data["rows"]) == wanted(told)
    saved = rows_of("".join(data["csv"]))
    assert len(saved) == wanted(told).total()


def sentences(told: Told) -> list[str]:
    """The rate and what became of the pilots, as the screen begins."""
    head = told.screen.split("\n\n", 1)[0]
    return [one for one in re.split(r"(?<=[。])|(?<=\.)\s", head.replace("\n", " ")) if one.strip()]


@both
def test_every_paper_begins_with_the_same_sentences(told: Told) -> None:
    said = [plain(each) for each in sentences(told)]
    assert len(said) > len(wanted(told))  # one an outcome, and the rate
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    summary = plain("".join(str(cell.value or "") for row in book.worksheets[0] for cell in row))
    papers = {
        "page": plain(visible(told.page)),
        "workbook": summary,
        **{
            name: plain("".join(paragraphs(told.folder / name)))
            for name in ("working-paper.docx", "evidence-form.docx")
        },
    }
    for name, text in papers.items():
        assert not [each for each in said if each not in text], name


@both
def test_the_working_paper_counts_the_same(told: Told) -> None:
    found = {
        row[0]: int(row[-1].replace(",", ""))
        for table in tables(told.folder / "working-paper.docx")
        for row in table
        if row[0] in map(told.say, Outcome) and row[-1].replace(",", "").isdigit()
    }
    assert {told.outcome(name): n for name, n in found.items() if n} == dict(wanted(told))


@both
def test_the_places_confirm_every_row_once(told: Told) -> None:
    said = [
        cell
        for table in tables(told.folder / "confirmation-sheets.docx")
        for row in table
        for cell in row
        if cell in map(told.say, Outcome)
    ]
    assert Counter(map(told.outcome, said)) == wanted(told)


@both
def test_findings_contradict_no_row(told: Told) -> None:
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    sheet = book[words(told.language)("Findings")]
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in sheet.iter_rows(min_row=2, values_only=True):
        found.setdefault(str(row[8]), []).append(row)
    by_outcome = {
        outcome: {row["result_line"] or row["pilot_line"] for row in rows_of(told.csv)
                  if row["outcome"] == outcome}
        for outcome in Outcome
    }  # fmt: skip
    for code, outcome in (
        ("result-never-pilot", Outcome.NEW),
        ("renamed-since", Outcome.RENAMED),
        ("result-undecided", Outcome.REVIEW),
    ):
        assert {str(row[2]) for row in found[code]} == by_outcome[outcome], code
    (without,) = found["pilot-without-result"]
    assert re.findall(r"\d+", str(without[3]))[0] == str(wanted(told)[Outcome.DROPPED])


@both
def test_the_programme_and_the_checks_read_the_same_answer(
    told: Told, run: Callable[..., Any]
) -> None:
    lists = [told.folder.parent / name for name in ("p.txt", "r.txt")]
    asked = [*lists, "--decisions", told.folder.parent / "v.csv", "-f", "json"]
    (batch,) = json.loads(run("programme", *asked).out)["batches"]
    summary = told.json["summary"]
    tiers = batch["tiers"]
    assert sum(tier["of"] for tier in tiers) == summary["eligible"]
    assert sum(tier["went_on"] for tier in tiers) == summary["went_on"]
