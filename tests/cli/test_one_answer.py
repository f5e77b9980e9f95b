"""One decided run, told in many ways: every number is the same, and nothing contradicts another."""

import csv
import io
import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from docx import Document
from docx.oxml.ns import qn

import pilotdiff
from casefile import cases
from pilotdiff.column_values import plain_value
from pilotdiff.language import Words, words
from pilotdiff.model import Outcome
from pilotdiff.report.report_terms import OUTCOMES

LANGUAGES = ("en", "zh")


class Told(NamedTuple):
    """What a run wrote, in one language.

    asked       what the call chose of the rows
    whole       the rows of the same run without its choice of outcomes: what is counted
    unfiltered  the rows of the same run without any choice
    holds       outcomes that must occur
    """

    language: str
    folder: Path
    screen: str
    json: Any
    csv: str
    markdown: str
    page: str
    whole: str
    unfiltered: str
    holds: list[str]
    asked: list[str]

    def say(self, outcome: Outcome) -> str:
        return words(self.language)(OUTCOMES[outcome])

    def outcome(self, said: str) -> Outcome:
        return next(one for one in Outcome if said in (one, self.say(one)))


Tell = Callable[[dict[str, Any], str], Told]


@pytest.fixture(scope="session")
def tell(tmp_path_factory: pytest.TempPathFactory, script: list[str]) -> Tell:
    """Run a case once in a language, with all that a run can write."""

    @cache
    def run_once(comment: str, language: str) -> Told:
        return _told(CASES[comment], language, tmp_path_factory.mktemp(language), script)

    return lambda case, language: run_once(case["comment"], language)


CASES = {case.values[0]["comment"]: case.values[0] for case in cases("decided_runs", "run")}


def _told(case: dict[str, Any], language: str, folder: Path, script: list[str]) -> Told:
    def call(*options: object) -> str:
        given = {**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"}
        command = [*script, *map(str, ("match", *lists, "--lang", language, *options))]
        done = subprocess.run(command, capture_output=True, timeout=120, env=given, check=True)
        return done.stdout.decode()

    for name in ("pilots", "results", "verdicts"):
        (folder / f"{name}.txt").write_text(case[name].lstrip(), "utf-8")
    lists = folder / "pilots.txt", folder / "results.txt", "--decisions", folder / "verdicts.txt"
    asked = case.get("asked", [])
    papers, page = folder / "papers", folder / "page.html"
    screen = call(*asked, "-o", papers, "--html", page, "--headings", language)
    uncut = [one for at, one in enumerate(asked) if "--only" not in asked[max(at - 1, 0) : at + 1]]
    return Told(
        language,
        papers,
        screen,
        json.loads(call(*asked, "-f", "json")),
        call(*asked, "-f", "csv"),
        call(*asked, "-f", "markdown"),
        page.read_text("utf-8"),
        call(*uncut, "-f", "csv"),
        call("-f", "csv"),
        case["holds"],
        asked,
    )


@pytest.fixture
def told(request: pytest.FixtureRequest, tell: Tell) -> Told:
    comment, language = request.param
    return tell(CASES[comment], language)


both = pytest.mark.parametrize(
    "told", [(case, language) for case in CASES for language in LANGUAGES], indirect=True
)


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def kept(told: Told) -> Counter[Outcome]:
    """Return the rows that were asked for, by outcome."""
    return Counter(Outcome(row["outcome"]) for row in rows_of(told.csv))


def wanted(told: Told) -> Counter[Outcome]:
    """Return all that is counted, by outcome, whatever outcomes were asked for."""
    return Counter(Outcome(row["outcome"]) for row in rows_of(told.whole))


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
    assert set(told.holds) <= set(kept(told))
    assert counts(told.json["summary"]) == wanted(told)
    assert Counter(Outcome(row["outcome"]) for row in told.json["rows"]) == kept(told)
    record = json.loads((told.folder / "run.json").read_text("utf-8"))
    assert counts(record["counts"]) == wanted(told)
    assert record["counts"] == told.json["summary"]
    for outcome in Outcome:
        there = rows_of((told.folder / f"{outcome}.csv").read_text("utf-8"))
        assert len(there) == kept(told)[outcome]
    head = "outcome" if told.language == "en" else "结果"
    whole = rows_of((told.folder / "diff.csv").read_text("utf-8"))
    assert Counter(Outcome(plain_value("outcome", r[head])) for r in whole) == kept(told)


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
    for outcome, count in kept(told).items():
        sheet = book[told.say(outcome)]
        assert sum(any(row) for row in sheet.iter_rows(min_row=2, values_only=True)) == count
    whole = book[words(told.language)("All rows")]
    assert Counter(told.outcome(str(row[0])) for row in whole.iter_rows(2, values_only=True)) == (
        kept(told)
    )


@both
def test_shares_of_the_workbook_are_those_of_the_screen(told: Told) -> None:
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    start = next(at for at, row in enumerate(rows) if row[0] == words(told.language)("Outcome"))
    head = rows[start].index(words(told.language)("Share of the pilots"))
    for outcome in {Outcome.PROMOTED, Outcome.DROPPED, Outcome.MERGED} & set(wanted(told)):
        share = next(row[head] for row in rows[start:] if row[0] == told.say(outcome))
        line = next(line for line in told.screen.splitlines() if line.startswith(told.say(outcome)))
        assert f"{100 * float(str(share)):.1f}" in line


@both
def test_the_page_holds_the_same(told: Told) -> None:
    script = re.search(r'<script type="application/json" id="data">(.*?)</script>', told.page, re.S)
    assert script
    data = json.loads(unescape(script.group(1)))
    assert Counter(Outcome(data["outcomes"][row[1]]) for row in data["rows"]) == kept(told)
    saved = rows_of("".join(data["csv"]))
    assert len(saved) == kept(told).total()


def sentences(told: Told) -> list[str]:
    """The rate and what became of the pilots, as the screen begins."""
    head = told.screen.split("\n\n", 1)[0]
    return [one for one in re.split(r"(?<=[。])|(?<=\.)\s", head.replace("\n", " ")) if one.strip()]


@both
def test_every_paper_begins_with_the_same_sentences(told: Told) -> None:
    said = [plain(each) for each in sentences(told)]
    assert len(said) > 2  # the rate, and what became of the pilots
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


def counted_in(path: Path, say: Words) -> dict[Outcome, int]:
    """Return the counts of the table of outcomes in a Word paper."""
    named = {say(term): outcome for outcome, term in OUTCOMES.items()}
    return {
        named[row[0]]: n
        for table in tables(path)
        if table[0][-1] == say("Total")
        for row in table
        if row[0] in named and (n := int(row[-1].replace(",", "")))
    }


@both
def test_the_working_paper_counts_the_same(told: Told) -> None:
    assert counted_in(told.folder / "working-paper.docx", words(told.language)) == wanted(told)


@both
def test_the_memo_says_in_english_what_the_others_say(
    told: Told, request: pytest.FixtureRequest, tell: Tell
) -> None:
    memo = told.folder / "memo.docx"
    assert counted_in(memo, words("en")) == wanted(told)
    english = tell(CASES[request.node.callspec.params["told"][0]], "en")
    said = plain("".join(paragraphs(memo)))
    assert not [each for each in sentences(english) if plain(each) not in said]


@both
def test_the_memo_tells_a_second_reader_and_each_question_once(
    told: Told, request: pytest.FixtureRequest, tell: Tell
) -> None:
    english = tell(CASES[request.node.callspec.params["told"][0]], "en")
    said = plain("".join(paragraphs(told.folder / "memo.docx")))
    read_again = "a second reader agrees with"
    assert (plain(read_again) in plain(english.screen)) == (plain(read_again) in said)
    assert "mustdecide" not in said.split("Whattolookat")[1]


@both
def test_the_places_confirm_every_row_once(told: Told) -> None:
    said = [
        cell
        for table in tables(told.folder / "confirmation-sheets.docx")
        for row in table
        for cell in row
        if cell in map(told.say, Outcome)
    ]
    assert Counter(map(told.outcome, said)) == kept(told)


@both
def test_findings_contradict_no_row(told: Told) -> None:
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    sheet = book[words(told.language)("Findings")]
    found: dict[str, list[tuple[Any, ...]]] = {}
    for row in sheet.iter_rows(min_row=2, values_only=True):
        found.setdefault(str(row[8]), []).append(row)
    by_outcome: dict[str, set[str]] = {}
    for row in rows_of(told.unfiltered):
        line = row["result_line"] or row["pilot_line"]
        by_outcome.setdefault(row["outcome"], set()).add(line)
    for code, outcome in (
        ("result-never-pilot", Outcome.NEW),
        ("renamed-since", Outcome.RENAMED),
        ("merged-since", Outcome.MERGED),
        ("split-since", Outcome.SPLIT),
        ("result-undecided", Outcome.REVIEW),
    ):
        said = {str(row[2]) for row in found.get(code, ())}
        assert said == by_outcome.get(outcome, set()), code
    without = [re.findall(r"\d+", str(row[3]))[0] for row in found.get("pilot-without-result", ())]
    dropped = len(by_outcome.get(Outcome.DROPPED, ()))
    assert without == ([str(dropped)] if dropped else [])


@both
def test_the_programme_and_the_checks_read_the_same_answer(
    told: Told, run: Callable[..., Any]
) -> None:
    lists = [told.folder.parent / f"{name}.txt" for name in ("pilots", "results")]
    asked = [*lists, "--decisions", told.folder.parent / "verdicts.txt", "-f", "json"]
    (batch,) = json.loads(run("programme", *asked).out)["batches"]
    summary = json.loads(run("match", *asked).out)["summary"]
    tiers = batch["tiers"]
    assert sum(tier["of"] for tier in tiers) == summary["eligible"]
    assert sum(tier["went_on"] for tier in tiers) == summary["went_on"]


def run_record(told: Told) -> Any:
    return json.loads((told.folder / "run.json").read_text("utf-8"))


@both
def test_python_gives_the_same(told: Told) -> None:
    chosen: dict[str, Any] = {}
    for option, value in zip(told.asked[::2], told.asked[1::2], strict=True):
        chosen.setdefault(option.removeprefix("--"), []).append(value)
    lists = [told.folder.parent / f"{name}.txt" for name in ("pilots", "results")]
    report = pilotdiff.reconcile(*lists, decisions=told.folder.parent / "verdicts.txt", **chosen)
    assert report.summary.to_dict() == told.json["summary"]
    assert Counter(row.outcome for row in report.rows) == kept(told)


@both
def test_each_level_is_counted_the_same(told: Told) -> None:
    say = words(told.language)
    levels = run_record(told)["counts"]["levels"]
    wanted = {
        (say(OUTCOMES[Outcome(outcome)]), at): n
        for at, of_level in enumerate(levels.values())
        for outcome, n in of_level.items()
    }
    assert sum(wanted.values()) == len(rows_of(told.whole))
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    sheet = [["" if c is None else str(c) for c in row] for row in book.worksheets[0].values]
    start = next(at for at, row in enumerate(sheet) if row[0] == say("Outcome"))
    last = say("Rows in all")
    until = next(at for at, row in enumerate(sheet) if at > start and row[0] == last)
    found = {"workbook": sheet[start:until], "markdown": markdown_table(told.markdown)}
    for table in tables(told.folder / "working-paper.docx"):
        if table[0][-1] == say("Total"):
            found["working paper"] = table
    assert len(found) == 3
    for name, (heads, *lines) in found.items():
        assert heads.index(say("Total")) == len(levels) + 1
        cells = {
            (line[0], at): int(line[at + 1].replace(",", ""))
            for line in lines
            for at in range(len(levels))
        }
        assert {pair: n for pair, n in cells.items() if n} == wanted, name


def markdown_table(text: str) -> list[list[str]]:
    """Return the first table of a text in Markdown."""
    lines = next(line for line in text.split("\n\n") if line.startswith("|")).splitlines()
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines if "---" not in line]


@both
def test_shares_of_places_and_categories_are_the_same(told: Told) -> None:
    say = words(told.language)
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    rows = [list(row) for row in book.worksheets[0].values]
    page, compared = plain(visible(told.page)).replace("/", ""), 0
    for start, heads in enumerate(rows):
        if say("Rate") not in heads:
            continue
        at = heads.index(say("Rate"))
        for line in rows[start + 1 :]:
            if not line[0]:
                break
            if line[0] in (say("Total"), say("(none stated)")) or not isinstance(line[at], float):
                continue
            low = f"{100 * float(str(line[at])):.1f}"
            high = f"{100 * float(str(line[at + 1] or 0)):.1f}" if say("At most") in heads else low
            of_place = [each for each in told.screen.splitlines() if each.startswith(f"{line[0]} ")]
            compared += len(of_place)
            for each in of_place:
                assert low in each
                assert high in each
                assert plain(each.split("%")[0]) in page or heads[0] != say("Place")
    assert compared


@both
def test_verdicts_are_counted_the_same(told: Told) -> None:
    decided = run_record(told)["decisions"]
    read, applied = decided["verdicts"], decided["applied"]
    given = rows_of((told.folder.parent / "verdicts.txt").read_text("utf-8"))
    assert (read, read - applied) == (len(given), len(decided["stale"]))
    # The path may be as long as the screen is wide.
    at = plain(told.screen).index("verdicts.txt")
    said = next(line for line in told.markdown.splitlines() if "verdicts.txt" in line)
    said = said[said.index("verdicts.txt") :]
    assert plain(told.screen)[at:].startswith(plain(said))
    assert numbers(said) == [read, applied, read - applied]
    assert plain(said) in plain(visible(told.page))
    book = openpyxl.load_workbook(told.folder / "reconciliation.xlsx", data_only=True)
    texts = {"workbook": [str(cell) for row in book.worksheets[0].values for cell in row]}
    for name in ("working-paper", "evidence-form", "memo"):
        texts[name] = list(paragraphs(told.folder / f"{name}.docx"))
    for name, lines in texts.items():
        about = next(line for line in lines if decided["sha256"] in line)
        assert sorted(numbers(about.replace(decided["sha256"], ""))[-2:]) == sorted(
            [read, applied]
        ), name
    told_of = [plain(each) for each in decided.get("told", ())]
    english = told.language == "en"
    for each in told_of if english else ():
        assert each in plain("".join(texts["working-paper"])), each
        assert each in plain("".join(texts["workbook"])), each
        assert each in plain(told.screen), each


def numbers(text: str) -> list[int]:
    return [int(each) for each in re.findall(r"(?<![\w.-])\d+(?![\w.])", text)]
