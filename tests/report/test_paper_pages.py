"""The papers on A4, as LibreOffice lays them out: none is longer than its reader was told."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pypdfium2
import pytest

from pilotdiff.cli import main
from pilotdiff.report import word_papers

# Long names, every kind of row more often than a page has room for, and findings beside them.
_PLACE = "云岭自治区澜沧河哈尼族彝族自治州桃源土家族苗族自治县"
_STEMS = "柳岸白鹭清溪石鼓松风荷塘望月书院钟楼金井枫林竹溪银杏紫荆翠屏玉泉龙潭凤凰青石梅岭"
_NEAR = "岸香鹭岛溪口石桥风华塘湾月湖院桥楼前井泉林场竹园杏坪荆山屏山泉塘潭口凰山石梁岭上"
_MOST = {"working-paper": 2, "memo": 1, "evidence-form": 1}
_HEAD = """index = "A-2024-03-0017"
audited = "云岭自治区农业农村厅、民政厅"
project = "乡村治理试点示范专项审计调查"
conclusion = "经核实，除待复核各项外，名单一致；个别单位的名称、上级变化均有批复文件可以证明。"
prepared_by = "李明"
"""


def _stems(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(0, len(text), 2)]


def _lists(folder: Path, changed: int) -> list[str]:
    title = "云岭自治区城乡基层治理能力提升工程第三批城乡社区治理{}单位名单"
    pilots = [title.format("试点"), "一、试点社区（99个）"]
    results = [title.format("示范"), "一、示范社区（98个）"]
    pilots += [f"{at}、{_PLACE}高桥镇{stem}村" for at, stem in enumerate(_stems(_STEMS), 1)]
    near = _stems(_NEAR)[changed:]
    results += [f"{at}、{_PLACE}高桥镇{stem}社区" for at, stem in enumerate(near, 2)]
    kept = [f"{_PLACE}新桥镇{stem}村" for stem in _stems(_STEMS)]
    pilots += [f"{at}、{name}" for at, name in enumerate(kept, 40)]
    results += [f"{at}、{name[:-1]}社区" for at, name in enumerate(kept[changed:], 50)]
    for name, lines in (("p.txt", pilots), ("r.txt", results)):
        (folder / name).write_text("\n".join(lines), "utf-8")
    return [str(folder / "p.txt"), str(folder / "r.txt")]


def _wide(folder: Path) -> list[str]:
    """Write two lists of two prefectures, one of which has more units than a page holds: merged,
    split and repeated ones among them, and a stated total that is not what is listed."""
    places = [f"澜河市青禾区东湖街道{stem}" for stem in _stems(_STEMS + _NEAR)]
    places += [f"宁川市云台县{stem}镇清溪" for stem in _stems(_STEMS)[:4]]
    title = "云岭省民政厅关于公布全省城乡社区治理{}单位名单的通知"
    pilots = [title.format("试点"), f"一、试点社区（{len(places) + 1}个）"]
    pilots += [f"{at}、{name}社区" for at, name in enumerate(places, 1)]
    names = [f"{name}社区" for name in places[2:]]
    stem = _stems(_STEMS)[:3]
    names[0] += f"（由原{stem[2]}社区、{stem[1]}社区合并）"
    names += [
        names[-1],
        f"澜河市青禾区东湖街道新{stem[0]}社区（由{stem[0]}社区析出）",
        places[0] + "社区",
    ]
    results = [title.format("示范"), "一、示范社区"]
    results += [f"{at}、{name}" for at, name in enumerate(names, 1)]
    for name, lines in (("p.txt", pilots), ("r.txt", results)):
        (folder / name).write_text("\n".join(lines), "utf-8")
    return [str(folder / "p.txt"), str(folder / "r.txt")]


def _pdfs(folder: Path, papers: Path) -> None:
    """Lay out the papers of one folder as PDF in another."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(papers / name) for name in (*word_papers.WORD_FILES, "reconciliation.xlsx")]
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run([program, profile, *convert], capture_output=True, timeout=180, check=True)


@pytest.fixture(scope="module", params=["en", "zh"])
def printed_wide(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    papers = folder / "papers"
    call = ["match", *_wide(folder), "--lang", request.param, "-q", "-o", str(papers)]
    assert main(call) == 0
    _pdfs(folder, papers)
    return folder


@pytest.fixture(scope="module", params=["en", "zh"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp(request.param)
    (folder / "head.toml").write_text(_HEAD, "utf-8")
    call = ["--lang", request.param, "-q", "--paper", str(folder / "head.toml")]
    # A second reader who disagrees with each verdict is told, and takes room.
    verdicts = folder / "verdicts.csv"
    kept = [f"{_PLACE}新桥镇{stem}" for stem in _stems(_STEMS)[8:14]]
    said = [f"{one}村,{one}社区,same,李明,2026-06-03,dissents,王芳,2026-06-05" for one in kept]
    heads = "pilot,result,verdict,by,on,second,second_by,second_on"
    verdicts.write_text("\n".join([heads, *said, ""]), "utf-8")
    call += ["--decisions", str(verdicts)]
    before, after = str(folder / "before"), str(folder / "after")
    assert main(["match", *_lists(folder, 0), *call, "-o", before]) == 0
    assert main(["match", *_lists(folder, 8), *call, "-o", after, "--against", before]) == 0
    _pdfs(folder, folder / "after")
    return folder


def _texts(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as pages:
        return [page.get_textpage().get_text_range().strip() for page in pages]


@pytest.mark.parametrize("paper", _MOST)
def test_no_paper_of_a_wide_programme_is_longer(printed_wide: Path, paper: str) -> None:
    assert len(_texts(printed_wide / f"{paper}.pdf")) <= _MOST[paper]


def test_every_page_of_the_workbook_has_both_titles_and_the_sheets_name(
    printed: Path, printed_wide: Path
) -> None:
    for folder, papers in ((printed, "after"), (printed_wide, "papers")):
        book = openpyxl.load_workbook(folder / papers / "reconciliation.xlsx")
        pages = [_joined(page) for page in _texts(folder / "reconciliation.pdf")]
        for page in pages:
            assert page.count("云岭") > 1
            assert "试点单位名单" in page
            assert "示范单位名单" in page
            assert any(name.replace(" ", "") in page for name in book.sheetnames)


def test_no_word_of_a_heading_of_the_summary_is_broken(printed_wide: Path) -> None:
    book = openpyxl.load_workbook(printed_wide / "papers" / "reconciliation.xlsx")
    summary = book.worksheets[0]
    heads = [row for row in summary.iter_rows() if sum(bool(cell.value) for cell in row) > 3]
    words = {
        (cell.column_letter, word)
        for row in heads
        for cell in row[1:]
        if isinstance(cell.value, str) and cell.value[:1] != "=" and cell.font.bold
        for word in cell.value.split()
        if word.isascii()
    }
    assert all(len(word) < summary.column_dimensions[at].width for at, word in words)


def _joined(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_page_of_a_sheet_names_its_place_and_counts_from_one(printed_wide: Path) -> None:
    pages = _texts(printed_wide / "confirmation-sheets.pdf")
    places = [next(one for one in ("澜河市", "宁川市") if page.startswith(one)) for page in pages]
    assert places == ["澜河市"] * (len(pages) - 1) + ["宁川市"]
    assert len(pages) > 2
    numbers = [re.findall(r"\d+", page.splitlines()[-1]) for page in pages]
    assert numbers == [*([str(at)] for at in range(1, len(pages))), ["1"]]


def test_who_seals_a_sheet_sees_units_on_the_same_page(printed_wide: Path) -> None:
    for page in _texts(printed_wide / "confirmation-sheets.pdf"):
        if "(seal)" in page or "（盖章）" in page:
            assert "社区" in page.split("\n", 2)[2]


@pytest.mark.parametrize("paper", _MOST)
def test_no_paper_is_longer_than_it_says(printed: Path, paper: str) -> None:
    with pypdfium2.PdfDocument(printed / f"{paper}.pdf") as pages:
        assert len(pages) <= _MOST[paper]


def test_every_paper_is_a4(printed: Path) -> None:
    for paper in word_papers.WORD_FILES:
        with pypdfium2.PdfDocument(printed / Path(paper).with_suffix(".pdf")) as pages:
            sizes = {tuple(map(round, page.get_size())) for page in pages}
            assert sizes == {(595, 842)}


def test_no_page_of_a_paper_is_empty(printed: Path) -> None:
    for paper in word_papers.WORD_FILES:
        pages = _texts(printed / Path(paper).with_suffix(".pdf"))
        # The head and the number of the page stand on each.
        assert min(len(page.splitlines()) for page in pages) > 2


def test_the_head_of_a_page_is_one_line_with_both_ends_of_each_title(printed: Path) -> None:
    for paper in word_papers.WORD_FILES:
        for page in _texts(printed / Path(paper).with_suffix(".pdf")):
            head = page.splitlines()[0]
            assert head.count("云岭自治区") >= 2
            assert "试点单位名单" in head
            assert "示范单位名单" in head


def test_a_number_stays_with_its_sign(printed: Path, printed_wide: Path) -> None:
    for folder in (printed, printed_wide):
        for paper in _MOST:
            for page in _texts(folder / f"{paper}.pdf"):
                assert not re.search(r"^\s*%", page, re.MULTILINE)
