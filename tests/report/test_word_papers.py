"""The papers to sign: what they say is what the report says, and nothing in them is too small."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document

from pilotdiff import reconcile
from pilotdiff.cli import main
from pilotdiff.language import words
from pilotdiff.model import Outcome, UserError
from pilotdiff.report import word_papers
from pilotdiff.report.word_papers import docx_file
from pilotdiff.report.word_papers import paper_parts as paper
from pilotdiff.report.word_papers.paper_head import PaperHead, read_head
from two_lists import put

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow

PILOTS = """一、社区
1、沙棠市云岫县石湫街道东风社区
2、沙棠市云岫县石湫街道红旗社区
3、青禾市白鹭区柳岸镇清江村
"""
RESULTS = "一、社区\n1、沙棠市云岫县石湫街道东风社区\n2、青禾市白鹭区柳岸镇清江社区\n"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("signed")
    (folder / "head.toml").write_text('"索引号" = "A-1"\naudited = "沙棠市民政局"\n', "utf-8")
    lists = put(folder, PILOTS, RESULTS)
    return _papers(folder, lists, "--paper", str(folder / "head.toml"))


def _papers(folder: Path, lists: list[str], *options: str) -> Path:
    """Write the papers of two lists, and return their folder."""
    out = folder / "out"
    assert main(["match", *lists, "-q", "--lang", "en", "-o", str(out), *options]) == 0
    return out


def _unsure(folder: Path) -> tuple[str, str]:
    """The option for a file of decisions in which somebody is unsure of a pair."""
    pair = "青禾市白鹭区柳岸镇清江村,青禾市白鹭区柳岸镇清江社区"
    said = f"pilot,result,verdict,by,on,reason\n{pair},unsure,王芳,2026-06-04,待函询\n"
    (folder / "d.csv").write_text(said, "utf-8")
    return "--decisions", str(folder / "d.csv")


def _texts(path: Path) -> list[str]:
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(paragraph.text for paragraph in document.paragraphs), *cells]


def test_the_working_paper_says_what_the_report_says(written: Path) -> None:
    report = reconcile(*(written.parent / f"{name}.txt" for name in ("pilots", "results")))
    texts = _texts(written / word_papers.PAPER)
    assert {"A-1", "沙棠市民政局"} <= set(texts)
    document = Document(str(written / word_papers.PAPER))
    (totals,) = [t for t in document.tables if t.rows[0].cells[-1].text == "Total"]
    said = {row.cells[0].text: int(row.cells[-1].text) for row in totals.rows[1:]}
    assert sorted(said.values()) == sorted(report.counts.of(one) for one in report.counts.outcomes)
    assert any("2 did" in text for text in texts)
    assert report.counts.of(Outcome.RENAMED) == 1
    assert "青禾市白鹭区柳岸镇清江社区" in texts


def test_the_working_paper_says_who_was_unsure_and_why(tmp_path: Path) -> None:
    papers = _papers(tmp_path, put(tmp_path, PILOTS, RESULTS), *_unsure(tmp_path))
    texts = _texts(papers / word_papers.PAPER)
    assert any("unsure · 王芳 · 2026-06-04 · 待函询" in text for text in texts)


def test_each_prefecture_has_a_sheet_with_all_its_rows(written: Path) -> None:
    texts = _texts(written / word_papers.SHEETS)
    assert [t for t in texts if t.startswith("Confirmation sheet")] == [
        "Confirmation sheet: 沙棠市",
        "Confirmation sheet: 青禾市",
    ]
    assert "云岫县石湫街道红旗社区" in texts


def test_the_statement_has_room_for_an_answer(written: Path) -> None:
    texts = _texts(written / word_papers.FORM)
    assert "What the audited body says of it" in texts


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    report = reconcile(["沙棠市云岫县石湫街道东风社区"], ["沙棠市云岫县石湫街道东风社区"])
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        word_papers.write_word_papers(report, (), PaperHead(), tmp_path / name, (), words("zh"))
    for name in word_papers.WORD_FILES:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_nothing_is_smaller_than_nine_points(written: Path) -> None:
    for name in word_papers.WORD_FILES:
        with zipfile.ZipFile(io.BytesIO((written / name).read_bytes())) as archive:
            parts = [part for part in archive.namelist() if re.match(r"word/(doc|head|foot)", part)]
            sizes = [
                int(size)
                for part in parts
                for size in re.findall(r'<w:sz w:val="(\d+)"', archive.read(part).decode())
            ]
        assert min(sizes, default=0) >= 18


def test_a_text_is_text_whatever_it_holds(tmp_path: Path) -> None:
    odd = "<w:p/>&amp; =1+1 \x00\x0b\ufffe\u202e甲"
    table = paper.Ruled([odd], [[odd]], [1])
    parts: list[paper.PaperPart] = [
        paper.PaperTitle(odd),
        odd,
        paper.Fields([(odd, odd)]),
        table,
        paper.Room(odd, odd),
    ]
    docx_file.write_docx(parts, tmp_path / "odd.docx", (odd, odd), words("en"))
    assert any("<w:p/>&amp; =1+1" in text for text in _texts(tmp_path / "odd.docx"))


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("audited = ", r'line 1: TOML cannot read "audited =": a line is key = "text"'),
        ("audited = “x”", 'a line is key = "text", with straight quotes'),
        ("audited = 某局", 'a line is key = "text", with straight quotes'),
        ("audited: 'x'", 'a line is key = "text"'),
        ('audited = "x', 'a line is key = "text"'),
        ('被审计单位 = "某局"', 'a key in Chinese stands in straight quotes, "被审计单位" = …'),
        ("被审计单位：某局", 'a key in Chinese stands in straight quotes, "被审计单位" = …'),
        ('audited = "x"\naudited = "y"', "line 2.*its key stands further up already"),
        (r'project = "C:\审计"', r"in a text \\ is written twice"),
        ("until = 2026-13-30", 'a line is key = "text"'),
        ('owner = "x"', "has no owner; it may have index, audited, "),
        ('"被审计单" = "x"', "has no 被审计单: did you mean 被审计单位"),
        ('Audited = "x"', "has no Audited: did you mean audited"),
        ('"单位" = "x"', "has no 单位; it may have 索引号, 被审计单位, "),
        ('[paper]\naudited = "x"', r"has no parts; write its keys without \[paper\]"),
        ('audited = ["x"]', "audited is one text"),
        ("audited = true", "audited is one text"),
        ("index = nan", "index is one text"),
        ("index = 3", "index is one text"),
        ("audited = 2026-06-30", "audited is one text"),
        ("", 'says nothing of a working paper\'s head; a line of it is "被审计单位" = '),
        ("# audited = 'x'\n\n", "says nothing of a working paper's head"),
        ('audited = "x"\n"被审计单位" = "y"', "says twice"),
        (f"index = {'9' * 5000}", "line 1 holds a number or brackets that no such file needs"),
        (f"index = {'[' * 3000}{']' * 3000}", "line 1 holds a number or brackets"),
    ],
)
def test_a_malformed_head_is_one_sentence(tmp_path: Path, toml: str, said: str) -> None:
    _refused(tmp_path, toml.encode(), said)


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ('"被审计单位" = "某局"'.encode("gbk"), "is not UTF-8; save it as UTF-8"),
        ('audited = "x"'.encode("utf-16"), "is not UTF-8; save it as UTF-8"),
        (b"PK\x03\x04\xff", "is not UTF-8"),
        (b'audited = "a\x00b"', "TOML cannot read"),
    ],
)
def test_a_head_of_other_bytes_is_one_sentence(tmp_path: Path, held: bytes, said: str) -> None:
    _refused(tmp_path, held, said)


def _refused(folder: Path, held: bytes, said: str) -> None:
    path = folder / "head.toml"
    path.write_bytes(held)
    with pytest.raises(UserError, match=said) as told:
        read_head(path)
    assert "\n" not in str(told.value)


def test_days_are_text(tmp_path: Path) -> None:
    path = tmp_path / "head.toml"
    path.write_text('until = 2026-06-30\n"编制日期" = 2026-07-01\n', "utf-8")
    assert read_head(path) == PaperHead(until="2026-06-30", prepared_on="2026-07-01")


def test_a_conclusion_of_several_lines_is_several_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "head.toml"
    path.write_text(
        'conclusion = """\n一、属实。\n\n二、待补。\n"""\nproject = """甲\n乙"""\n', "utf-8"
    )
    assert read_head(path) == PaperHead(conclusion="一、属实。\n二、待补。", project="甲 乙")
    report = reconcile(["沙棠市云岫县石湫街道东风社区"], ["沙棠市云岫县石湫街道东风社区"])
    word_papers.write_word_papers(report, (), read_head(path), tmp_path, (), words("zh"))
    assert {"一、属实。", "二、待补。", "甲 乙"} <= set(_texts(tmp_path / word_papers.PAPER))


def test_a_head_needs_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "head.toml"
    path.write_text('audited = "x"', "utf-8")
    assert main(["match", "--paper", str(path), "--lang", "en"]) == 2
    assert "-o" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_memo_is_in_english_and_says_what_the_report_says(
    tmp_path: Path, language: str
) -> None:
    papers = _papers(tmp_path, put(tmp_path, PILOTS, RESULTS), "--lang", language)
    texts = _texts(papers / word_papers.MEMO)
    assert any(
        "Of the 3 pilots that could go on, 2 did: 66.7\N{NO-BREAK SPACE}%." in text
        for text in texts
    )
    assert "the same unit under the same name" in texts
    document = Document(str(papers / word_papers.MEMO))
    (totals,) = [t for t in document.tables if t.rows[0].cells[-1].text == "Total"]
    said = {row.cells[0].text: row.cells[-1].text for row in totals.rows[1:]}
    assert (said["Promoted"], said["Renamed"], said["Dropped"]) == ("1", "1", "1")


def test_a_list_far_down_in_folders_has_its_paper(tmp_path: Path) -> None:
    docx_file.write_docx([paper.PaperTitle("甲")], tmp_path / "far.docx", ["深" * 300], words("en"))
    assert Document(str(tmp_path / "far.docx")).core_properties.title == "深" * 255


def _in_doubt(folder: Path) -> Path:
    """Write the papers of lists that may not have been read whole, with a pair of which a person
    was unsure; return their folder."""
    rows = "沙棠市,云岫县,石湫街道,东风社区\n青禾市,白鹭区,柳岸镇,清江社区\n?,??,#REF!,\n"
    lists = put(folder, PILOTS, f"市,县,乡镇,社区\n{rows}", later="csv")
    return _papers(folder, lists, *_unsure(folder))


def test_a_memo_tells_first_what_could_not_be_read(tmp_path: Path) -> None:
    texts = _texts(_in_doubt(tmp_path) / word_papers.MEMO)
    first, *others = (text for text in texts if text.startswith("· "))
    assert "is left out: line 4" in first
    assert any(one.endswith("清江社区? unsure · 王芳 · 2026-06-04 · 待函询") for one in others)
    assert not any("could not be read" in one for one in others)


def test_a_sheet_to_be_sealed_tells_of_the_doubt(tmp_path: Path) -> None:
    texts = _texts(_in_doubt(tmp_path) / word_papers.SHEETS)
    said = "What is said below is in doubt: the lists may not have been read whole."
    assert texts.count(said) == 2


def test_a_sheet_of_lists_without_a_doubt_tells_of_none(written: Path) -> None:
    assert not any("in doubt" in text for text in _texts(written / word_papers.SHEETS))


def test_the_papers_tell_what_a_namesake_among_the_dropped_may_be(tmp_path: Path) -> None:
    pilots = "试点名单\n1、沙棠市云岫县石湫街道东风社区\n2、沙棠市云岫县柳岸镇东风社区\n"
    papers = _papers(tmp_path, put(tmp_path, pilots, "示范名单\n1、沙棠市云岫县东风社区\n"))
    sheets = _texts(papers / word_papers.SHEETS)
    dropped = sheets.index("Dropped")
    assert sheets[dropped - 1] == "perhaps 沙棠市云岫县东风社区"
    working = _texts(papers / word_papers.PAPER)
    assert any("1 of the dropped may have gone on in place of a pilot" in text for text in working)
    assert "沙棠市云岫县柳岸镇东风社区" in working
    assert "沙棠市云岫县石湫街道东风社区" in working


def test_the_papers_tell_of_a_dropped_pilot_what_it_went_into_by_the_record(tmp_path: Path) -> None:
    lists = "2010年试点名单\n1、山东省青岛市胶南市\n", "2015年示范名单\n1、山东省青岛市黄岛区\n"
    papers = _papers(tmp_path, put(tmp_path, *lists))
    sheets = _texts(papers / word_papers.SHEETS)
    assert "perhaps 山东省青岛市黄岛区" in sheets
    working = _texts(papers / word_papers.PAPER)
    told = "1 of the dropped went, whole or in part, into a unit that the result list names"
    assert any(told in text for text in working)


def test_the_evidence_form_tells_every_doubt(tmp_path: Path) -> None:
    names = "1、沙棠市云岫县石湫街道东风社区\n3、沙棠市云岫县石湫街道红旗社区\n"
    headed = "".join(
        f"{at}、{kind}型（共3个）\n{names}" for at, kind in zip("一二三四", "甲乙丙丁", strict=True)
    )
    lists = put(tmp_path, f"试点名单\n{headed}", f"示范名单\n{names}")
    report = reconcile(*lists)
    assert len(report.foremost) > 3
    told = " ".join(_texts(_papers(tmp_path, lists) / word_papers.FORM))
    assert all(words("en")(finding.message) in told for finding in report.foremost)
    assert "in the workbook" not in told
