"""What a reader does with the page, in a real browser."""

import base64
import csv
import io
import re
import time
import zlib
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from selenium.webdriver.common.keys import Keys

from pilotdiff.cli import main
from pilotdiff.report.page import document, page_packed
from pilotdiff.report.page.palette import palette

UNITS = 229


def rgb(colour: Any) -> Any:
    return "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


def exported(tab: Any, folder: Path) -> bytes:
    """What the button saves in a folder."""
    tab.devtools("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(folder))
    tab.click("#export")
    saved = folder / "units.csv"
    for _ in range(100):
        if saved.exists() and saved.stat().st_size:
            break
        time.sleep(0.05)
    return saved.read_bytes()


def spoiled(page: Path, text: str, by: str, folder: Path) -> Path:
    """A copy of a page in which another text stands."""
    copy = folder / "spoiled.html"
    copy.write_text(page.read_text("utf-8").replace(text, by), "utf-8")
    return copy


def pixels(png: Any) -> Any:
    """The bytes behind a PNG's compression."""
    data, at = b"", 8
    while at < len(png):
        length = int.from_bytes(png[at : at + 4], "big")
        if png[at + 4 : at + 8] == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(data)


# ---- opening


def test_it_opens_from_disk_without_an_error_or_a_request(tab: Any, example: Path) -> None:
    tab.open("outcome=dropped&row=p65")
    assert tab.errors() == []
    assert set(tab.requests()) <= {example.as_uri(), f"{example.as_uri()}#outcome=dropped&row=p65"}
    assert example.stat().st_size < 1_500_000


def test_its_policy_forbids_the_network(tab: Any) -> None:
    blocked = tab.driver.execute_async_script(
        "const done = arguments[0];"
        "fetch('http://127.0.0.1:9/').then(() => done('sent'), () => done('blocked'))"
    )
    assert blocked == "blocked"
    assert any("Content Security Policy" in said for said in tab.errors())


def test_the_first_thing_said_is_the_answer(tab: Any) -> None:
    assert tab.text(".lead") == "Of the 188 pilots that could go on, 130 did: 69.1 %."
    assert tab.text("h1") == "四川省第三批城乡社区治理试点单位名单"
    assert tab.js("document.querySelector('.lead').getBoundingClientRect().bottom") < 400


def test_the_picture_is_not_blank(tab: Any) -> None:
    shot = pixels(tab.driver.get_screenshot_as_png())
    assert len(set(shot)) > 200
    most = max(shot.count(byte) for byte in set(shot))
    assert most / len(shot) < 0.97


def test_every_unit_is_there(tab: Any) -> None:
    assert tab.status == f"{UNITS} of {UNITS} units"
    tab.do("scrollTo(0, document.body.scrollHeight)")
    for _ in range(50):
        tab.do("document.getElementById('more').hidden || document.getElementById('more').click()")
    keys = tab.rows()
    assert len(keys) == len(set(keys)) == UNITS


_STEMS = [
    f"{a}{b}" for a in ("柳", "白", "清", "石", "松", "荷") for b in ("岸", "鹭", "溪", "鼓", "塘")
]

# ---- choosing


def test_an_outcome_is_chosen_and_stands_in_the_address(tab: Any) -> None:
    tab.click("input[name=outcome][value=dropped]")
    assert tab.status == f"58 of {UNITS} units"
    assert tab.address == "outcome=dropped"
    assert set(tab.all("tr.unit .c-outcome")) == {"✕\N{NO-BREAK SPACE}Dropped"}
    tab.click("input[name=outcome][value=renamed]")
    assert tab.status == f"59 of {UNITS} units"


def test_the_counts_of_other_filters_follow(tab: Any) -> None:
    tab.click("input[name=level][value=township]")
    assert tab.text("[data-count=promoted]") == "30"
    assert tab.text("[data-count=dropped]") == "8"
    assert tab.text("[data-count=community]") == "150"


def test_place_and_category_are_chosen(tab: Any) -> None:
    tab.do(
        "const list = document.getElementById('place'); list.value = '绵阳市 平武县';"
        "list.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert set(tab.all("tr.unit .c-place")) <= {"绵阳市 平武县", "绵阳市"}
    before = len(tab.rows())
    tab.do(
        "const list = document.getElementById('category'); list.value = '便民服务型';"
        "list.dispatchEvent(new Event('input', {bubbles: true}))"
    )
    assert 0 < len(tab.rows()) < before
    assert tab.address == "place=绵阳市+平武县&category=便民服务型"


@pytest.mark.parametrize(
    "typed", ["清江", "广元市青川县竹园镇清江", "廣元市青川縣竹園鎮", "清江　竹园", "竹園 清江"]
)
def test_the_search_reads_either_script_and_several_words(tab: Any, typed: str) -> None:
    tab.press("/")
    tab.press(typed)
    assert "p107" in tab.rows()
    assert len(tab.rows()) < 10


@pytest.mark.parametrize("typed", ["qingjiang", "QJSQ", "zhu yuan qj", "qīngjiāng", "清jc"])
def test_the_search_reads_pinyin_and_initials(tab: Any, typed: str) -> None:
    tab.do(f"document.getElementById('search').value = '{typed}'")
    tab.do("document.getElementById('search').dispatchEvent(new Event('input', {bubbles: true}))")
    assert tab.rows() == ["p107"]


def test_a_row_is_copied_as_a_citation(tab: Any) -> None:
    tab.open("p107")
    rights = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    tab.devtools("Browser.grantPermissions", **rights)
    tab.click(".cite")
    copied = tab.driver.execute_async_script(
        "const done = arguments[0];setTimeout(() => navigator.clipboard.readText().then(done), 200)"
    )
    ours, theirs, outcome = copied.split("\n")
    assert "川民发〔2022〕37号" in ours
    assert ours.endswith("line 107: 廣元市青川縣竹園鎮(zhèn)清江村")
    assert theirs.endswith("line 52: 广元市青川县竹园镇清江社区")
    assert outcome == "Renamed"


def test_a_tile_leads_to_the_units_of_its_place(tab: Any) -> None:
    assert len(tab.all(".tiles li")) == 21
    tab.click(".tiles li a")
    assert tab.status == "25 of 229 units"


def test_each_place_has_a_sheet_that_prints_alone(tab: Any) -> None:
    tab.do("window.print = () => {}")
    tab.click("#print-sheets")
    sheets = tab.all(".sheet h2")
    assert len(sheets) == 21
    assert len(tab.all(".sheet tbody tr:not(.end)")) == UNITS
    pages = pypdfium2.PdfDocument(base64.b64decode(tab.devtools("Page.printToPDF")["data"]))
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert len(texts) == len(sheets)
    assert all("Confirmed by (seal)" in text for text in texts)
    tab.do("dispatchEvent(new Event('afterprint'))")
    assert not tab.all(".sheet")


def test_where_nothing_fits_it_says_what_to_do(tab: Any) -> None:
    tab.open("q=不存在的社区")
    assert tab.rows() == []
    assert "Take a filter away" in tab.status
    assert tab.js("document.getElementById('print-sheets').disabled")
    tab.click("button[type=reset]")
    assert tab.status == f"{UNITS} of {UNITS} units"


@pytest.mark.parametrize("address", ["p9999", "row=r7.2"])
def test_a_link_to_a_unit_that_is_not_there_says_so(tab: Any, address: str) -> None:
    tab.open(address)
    assert tab.status.startswith(f"No unit stands at #{address.removeprefix('row=')}.")
    assert tab.status.endswith(f"{UNITS} of {UNITS} units")
    tab.click("input[name=outcome][value=dropped]")
    assert tab.status == f"58 of {UNITS} units"


def test_places_are_offered_in_the_order_of_the_list(tab: Any) -> None:
    assert tab.all("#place option:not(:first-child)", "value")[0].startswith("成都市")


def test_a_link_shows_the_same_view(tab: Any) -> None:
    tab.open(
        "q=社区&outcome=dropped&outcome=promoted&level=community&place=绵阳市&sort=-line&row=p103"
    )
    first = tab.rows(), tab.status
    assert first[0][0] != "p103"
    assert tab.js("document.getElementById('search').value") == "社区"
    assert tab.js("document.getElementById('place').value") == "绵阳市"
    assert tab.all("input[name=outcome]:checked", "value") == ["promoted", "dropped"]
    assert tab.all("tr.opened", "id") == ["p103"]
    tab.open(tab.js("location.hash.slice(1)"))
    assert (tab.rows(), tab.status) == first


@pytest.mark.parametrize(
    "address", ["%E0%A4%A", "sort=constructor", "row=nothing", "outcome=nothing"]
)
def test_a_broken_link_breaks_nothing(tab: Any, address: str) -> None:
    tab.open(address)
    assert tab.errors() == []
    assert tab.status


def test_figures_lead_to_their_units(tab: Any) -> None:
    tab.click(".bars tbody tr:last-child a")
    assert tab.address.startswith("place=")
    assert 0 < len(tab.rows()) < UNITS
    tab.click(".matrix td a")
    assert "category=" in tab.address


def test_columns_sort_up_down_and_back(tab: Any) -> None:
    before = tab.rows()
    tab.click("[data-sort=line] button")
    lines = [int(text.split("→")[0]) for text in tab.all("tr.unit .c-line")]
    assert lines == sorted(lines)
    assert tab.js("document.querySelector('[data-sort=line]').ariaSort") == "ascending"
    tab.click("[data-sort=line] button")
    assert tab.js("document.querySelector('[data-sort=line]').ariaSort") == "descending"
    assert tab.rows()[0] != before[0]
    tab.click("[data-sort=line] button")
    assert tab.rows() == before


def test_names_sort_as_dictionaries_do(tab: Any) -> None:
    tab.open("outcome=dropped&level=township&sort=place")
    assert [place[:2] for place in tab.all("tr.unit .c-place")] == [
        *("达州", "达州", "德阳", "广安"),
        *("绵阳", "绵阳", "遂宁", "雅安"),
    ]


# ---- opening a row


def test_a_row_opens_to_its_evidence_by_keyboard(tab: Any) -> None:
    tab.press("/")
    tab.press("海科", Keys.ARROW_DOWN)
    assert tab.js("document.activeElement.textContent") == "天府街道海科社区"
    assert tab.js("document.activeElement.ariaExpanded") == "false"
    tab.press(Keys.ENTER)
    assert tab.js("document.activeElement.ariaExpanded") == "true"
    assert tab.address == "q=海科&row=p197"
    evidence = tab.text("#p197-evidence")
    for said in ("?粕鐓^", "BA A3", "confidence 0.99", "line 197", "line 76", "GBK damage"):
        assert said in evidence
    assert tab.all("#p197-evidence del") != []
    tab.press(Keys.ESCAPE)
    assert tab.js("document.activeElement.ariaExpanded") == "false"
    assert tab.js("document.getElementById('p197-evidence')") is None


def test_arrows_go_from_row_to_row_and_on_to_rows_not_yet_drawn(tab: Any) -> None:
    tab.open("sort=line")
    drawn = tab.rows()
    tab.js("document.querySelectorAll('button.open')[arguments[0]].focus()", len(drawn) - 1)
    tab.press(Keys.ARROW_DOWN)
    assert tab.js("document.activeElement.closest('tr').id") not in drawn
    tab.press(Keys.ARROW_UP, Keys.ARROW_RIGHT)
    assert tab.js("document.activeElement.ariaExpanded") == "true"
    tab.press(Keys.ARROW_LEFT)
    assert tab.js("document.activeElement.ariaExpanded") == "false"


def test_a_link_to_a_row_opens_it_where_it_is(tab: Any) -> None:
    for address in ("p236", "row=p236"):
        tab.open(address)
        assert tab.all("tr.opened", "id") == ["p236"]
        box = tab.js("document.getElementById('p236').getBoundingClientRect().top")
        assert 0 <= box < 900


def test_the_renamed_shows_what_changed(tab: Any) -> None:
    tab.open("outcome=renamed")
    assert tab.all("tr.unit del") == ["村"]
    assert tab.all("tr.unit ins") == ["社区"]


def test_findings_about_a_unit_stand_in_its_evidence(tab: Any) -> None:
    tab.open("p197")
    assert "warning" in tab.text("#p197-evidence .finding")
    assert tab.text("#findings h2") == "Findings"


def test_documents_that_confirm_a_unit_stand_in_its_evidence(tab: Any) -> None:
    tab.open("p3")
    assert "四川省邛崍市" in tab.text("#p3-evidence .confirmed")


# ---- what it gives back


def test_the_rows_chosen_are_saved_as_csv(tab: Any, tmp_path: Path, run_csv: Any) -> None:
    tab.open("outcome=dropped")
    assert exported(tab, tmp_path) == run_csv("--only", "dropped")


def test_it_prints_on_a4_what_is_chosen_with_its_headings(tab: Any) -> None:
    whole = printed(tab)
    assert len(whole) >= 5
    text = "".join(whole)
    assert text.count("\u6d77\u79d1\u793e\u533a") == 1
    tables = [page for page in whole if "Promoted" in page and "Lines" in page]
    assert len(tables) >= 3
    tab.open("outcome=renamed")
    part = printed(tab)
    assert len(part) < len(whole)
    assert all("四川省第三批城乡社区治理试点单位名单" in page for page in whole)
    assert "1 of 229 units" in "".join(part)


def test_evidence_is_printed_where_it_is_asked_for(tab: Any) -> None:
    tab.open("outcome=renamed")
    assert "廣元市" not in "".join(printed(tab))
    tab.click("#with-evidence")
    assert "廣元市" in "".join(printed(tab))
    assert tab.all("tr.opened") == []


def printed(tab: Any) -> list[Any]:
    """The text of each page on paper."""
    made = tab.devtools("Page.printToPDF", preferCSSPageSize=True)
    document = pypdfium2.PdfDocument(base64.b64decode(made["data"]))
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (595, 842) or (round(width), round(height)) == (
        596,
        842,
    )
    return [page.get_textpage().get_text_bounded() for page in document]


# ---- long names

CITY, COUNTY = "澜沧江哈尼族彝族傣族自治州", "双江拉祜族佤族布朗族傣族自治县"
BROKEN_NUMBERS = r"""(() => {const broken = [];
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walk.nextNode()) {const node = walk.currentNode;
  if (node.parentElement.closest('script, style, code, .raw')) continue;
  for (const number of node.data.matchAll(/\d{4}-\d\d-\d\d|\d[\d,.]*( ?%)?/g)) {
    const range = document.createRange(); range.setStart(node, number.index);
    range.setEnd(node, number.index + number[0].length);
    const lines = new Set(Array.from(range.getClientRects(), (one) => Math.round(one.top)));
    if (lines.size > 1) broken.push(node.data.trim().slice(0, 80)); } }
return broken})()"""


@pytest.fixture(scope="session", params=["en", "zh"])
def long_names(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a programme whose places have long names, with verdicts, in either language."""
    folder = tmp_path_factory.mktemp("long")
    towns = [f"云岭省{CITY}{COUNTY}{town}镇" for town in ("高桥", "新桥", "望月")]
    towns.append("云岭省宁川市云台县金井镇")
    names = [f"{town}{stem}村" for town in towns for stem in _STEMS]
    kept = [name for at, name in enumerate(names) if at % 4 or "宁川" in name]
    title = "云岭省民政厅等四部门关于公布全省城乡基层治理能力提升工程{}单位名单的通知"
    for name, word, listed in (("p", "试点", names), ("r", "示范", kept)):
        # Numbers of lines are long where a list begins far down.
        lines = [title.format(word), "2023年4月12日", *[""] * 1000, f"一、{word}村"]
        lines += [f"{at}、{one}" for at, one in enumerate(listed, 1)]
        (folder / f"{name}.txt").write_text("\n".join(lines), "utf-8")
    said = f"{kept[0]},{kept[0]},same,李明,2026-06-03,实地走访,agrees,王芳,2026-06-05"
    heads = "pilot,result,verdict,by,on,reason,second,second_by,second_on"
    (folder / "d.csv").write_text(f"{heads}\n{said}\n", "utf-8")
    lists = str(folder / "p.txt"), str(folder / "r.txt"), "--decisions", str(folder / "d.csv")
    called = ["report", *lists, "-o", str(folder / "page.html"), "-q", "--lang", request.param]
    assert main(called) == 0
    return folder / "page.html"


@pytest.mark.parametrize("width", [320, 390])
def test_long_names_fit_on_a_phone_and_no_number_breaks(
    opened: Callable[[Path], Any], long_names: Path, width: int
) -> None:
    made = opened(long_names)
    size = {"width": width, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    made.devtools("Emulation.setDeviceMetricsOverride", **size)
    made.open()
    made.do("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    made.do("document.querySelectorAll('tr.unit button.open')[0].click()")
    assert made.js("document.documentElement.scrollWidth") <= width
    broken = made.js(BROKEN_NUMBERS)
    made.devtools("Emulation.clearDeviceMetricsOverride")
    assert broken == []


def test_printed_no_number_of_a_figure_is_cut_or_broken(
    opened: Callable[[Path], Any], long_names: Path
) -> None:
    text = "".join(printed(opened(long_names)))
    rates = re.findall(r"\d+\.\d ?%", "".join(opened(long_names).all(".bars td:last-child")))
    assert len(rates) == 2
    for rate in rates:
        assert text.count(rate) >= 2  # on its tile, and in the row of its place
    on_paper = re.sub("[ \N{NO-BREAK SPACE}]", "", text)
    lines = opened(long_names).all("tr.unit .c-line")
    assert max(map(len, lines)) >= len("1005→1004")
    assert not [line for line in lines if line not in on_paper]


def test_a_sheet_is_sealed_beside_units_and_names_its_place_on_every_page(
    opened: Callable[[Path], Any], long_names: Path
) -> None:
    made = opened(long_names)
    made.do("window.print = () => {}")
    made.click("#print-sheets")
    pages = printed(made)
    made.do("dispatchEvent(new Event('afterprint'))")
    assert len(pages) > 2
    for page in pages:
        assert ("宁川市" if "金井" in page else CITY) in re.sub(r"\s", "", page)
        assert re.search("高桥|新桥|望月|金井", page)


# ---- how it looks


def test_dark_is_as_the_system_is_and_as_the_reader_says(tab: Any) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light, dark = (rgb(palette()[theme]["paper"]) for theme in ("light", "dark"))
    assert tab.js(ground) == light
    scheme = {"name": "prefers-color-scheme", "value": "dark"}
    tab.devtools("Emulation.setEmulatedMedia", features=[scheme])
    assert tab.js(ground) == dark
    assert tab.text("#theme") == "Light"
    tab.click("#theme")
    assert tab.js(ground) == light
    tab.open()
    assert tab.js(ground) == light, "the choice is kept"


def test_paper_is_light_whatever_the_screen(tab: Any) -> None:
    tab.click("#theme")
    tab.devtools("Emulation.setEmulatedMedia", media="print")
    ink = tab.js("getComputedStyle(document.body).color")
    assert ink == rgb(palette()["light"]["ink"])


@pytest.mark.parametrize("address", ["", "p197", "q=不存在"])
def test_a_phone_needs_no_scrolling_sideways(phone: Any, address: str) -> None:
    phone.open(address)
    assert phone.js("innerWidth") == 360
    assert phone.js("document.documentElement.scrollWidth") <= 360
    beyond = (
        "Array.from(document.querySelectorAll('main *'))"
        ".filter(each => each.getBoundingClientRect().right > 361 && !each.closest('.scroll'))"
        ".map(each => each.outerHTML.slice(0, 80))"
    )
    assert phone.js(beyond) == []


@pytest.fixture(scope="session")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of two made lists in Chinese, with every long word for an outcome."""
    folder = tmp_path_factory.mktemp("chinese")
    towns = [f"甲市乙县{name}镇" for name in "丙丁戊己"]
    (folder / "p.txt").write_text("试点名单\n甲市乙县\n" + "\n".join(towns), "utf-8")
    results = [towns[0], f"{towns[1][:-1]}街道", towns[0], "甲市乙县辛镇"]
    (folder / "r.txt").write_text("示范名单\n" + "\n".join(results), "utf-8")
    lists = str(folder / "p.txt"), str(folder / "r.txt")
    assert main(["report", *lists, "-o", str(folder / "zh.html"), "-q", "--lang", "zh"]) == 0
    return folder / "zh.html"


# 703 points are the width of a page of A4 within its margins.
@pytest.mark.parametrize(("width", "media"), [(1280, ""), (900, ""), (360, ""), (703, "print")])
def test_no_cell_runs_into_the_next(
    opened: Callable[[Path], Any], chinese: Path, width: int, media: str
) -> None:
    made = opened(chinese)
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 500}
    made.devtools("Emulation.setDeviceMetricsOverride", **size)
    made.devtools("Emulation.setEmulatedMedia", media=media)
    assert "入选（名称或建制有变）" in made.text("tr.renamed .c-outcome")
    # What is there for screen readers alone is of no width.
    over = made.js(
        "Array.from(document.querySelectorAll('.units td, .units th, .balance td, .balance th'))"
        ".filter(cell => cell.getBoundingClientRect().width > 2 && !cell.closest('.hidden')"
        "  && getComputedStyle(cell).fontSize !== '0px')"
        ".filter(cell => {const range = document.createRange(); range.selectNodeContents(cell);"
        "  const edge = cell.getBoundingClientRect().right + 1;"
        "  return Array.from(range.getClientRects()).some(one => one.right > edge)})"
        ".map(cell => cell.textContent)"
    )
    made.devtools("Emulation.clearDeviceMetricsOverride")
    made.devtools("Emulation.setEmulatedMedia", media="")
    assert over == []


def test_a_card_on_the_phone_says_what_the_row_says(phone: Any) -> None:
    phone.open("outcome=renamed")
    card = phone.driver.find_element("css selector", "tr.unit").text
    for said in ("Renamed", "广元市 青川县", "竹园镇清江村", "便民服务型", "community"):
        assert said in card


# ---- for all


def test_every_control_has_a_name_for_those_who_hear_the_page(tab: Any) -> None:
    tab.open("p197")
    nodes = tab.devtools("Accessibility.getFullAXTree")["nodes"]
    wanted = {"button", "link", "searchbox", "combobox", "checkbox", "table", "region"}
    nameless = [
        node
        for node in nodes
        if not node.get("ignored")
        and node.get("role", {}).get("value") in wanted
        and not node.get("name", {}).get("value")
    ]
    assert nameless == []
    roles = [node.get("role", {}).get("value") for node in nodes if not node.get("ignored")]
    assert roles.count("main") == 1
    assert roles.count("rowheader") > 60


def test_its_structure_is_sound(tab: Any) -> None:
    tab.open("p197")
    ids = tab.all("[id]", "id")
    assert len(ids) == len(set(ids))
    levels = [int(name[1]) for name in tab.all("h1, h2, h3, h4", "tagName")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert tab.js("document.documentElement.lang") == "en"
    assert tab.all("table:not([role=presentation])", "querySelectorAll('th').length")
    assert tab.all("img:not([alt])", "outerHTML") == []


def test_what_has_the_focus_can_be_seen(tab: Any) -> None:
    tab.press(Keys.TAB)
    assert tab.js("document.activeElement.className") == "skip"
    for _ in range(12):
        tab.press(Keys.TAB)
        style = tab.js("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid", tab.js("document.activeElement.outerHTML")


# ---- without a script


def test_without_a_script_it_is_a_complete_table(plain: Any) -> None:
    rows = plain.driver.find_elements("css selector", "tr.unit")
    assert len(rows) == UNITS
    evidence = plain.driver.find_elements("css selector", "tr.evidence details")
    assert len(evidence) == UNITS
    renamed = plain.driver.find_element("css selector", "tr.unit.renamed")
    assert "竹园镇清江村" in renamed.text
    assert not plain.driver.find_element("id", "filters").is_displayed()
    assert plain.driver.find_element("css selector", ".lead").text.startswith("Of the 188 pilots")
    evidence[0].find_element("css selector", "summary").click()
    assert "廣元市青川縣" in evidence[0].text


def test_where_the_script_fails_the_table_is_complete_too(
    example: Path, tmp_path: Path, opened: Callable[..., Any]
) -> None:
    tab = opened(spoiled(example, 'id="data">{', 'id="data">', tmp_path))
    assert any("SyntaxError" in error for error in tab.errors())
    assert len(tab.rows()) == UNITS
    assert len(tab.all("tr.evidence details")) == UNITS


# ---- a long list: its table holds the first rows, the others stand packed

TABLED = 40


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's page as that of a list that is too long for its table."""
    path = tmp_path_factory.mktemp("long") / "report.html"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page_packed, "MOST_TABLED", TABLED)
        patch.setattr(document, "MOST_TABLED", TABLED)
        assert main(["report", "-o", str(path), "-q", "--lang", "en"]) == 0
    return path


def listed(tab: Any) -> list[Any]:
    """Every row with its evidence, once all are drawn."""
    more = "document.getElementById('more')"
    tab.do(f"while (!{more}.hidden) {more}.click()")
    return list(tab.all("tr.unit", "outerHTML"))


def test_a_long_list_lists_filters_and_saves_as_a_short_one_does(
    tab: Any, long: Path, opened: Callable[..., Any], tmp_path: Path, run_csv: Any
) -> None:
    short = listed(tab)
    packed = opened(long)
    wait_for(packed)
    assert packed.status == "229 of 229 units"
    assert listed(packed) == short
    assert packed.all("[data-unpacked]") == []
    packed.open("outcome=promoted")
    wait_for(packed)
    assert packed.status == "129 of 229 units"
    assert exported(packed, tmp_path) == run_csv("--only", "promoted")
    assert packed.errors() == []


def test_a_link_to_a_row_that_stands_packed_opens_it(
    tab: Any, long: Path, opened: Callable[..., Any]
) -> None:
    last = listed(tab)[-1].split('id="')[1].split('"')[0]
    packed = opened(long).open(last)
    wait_for(packed)
    assert packed.all("tr.opened", "id") == [last]


def test_of_a_long_list_paper_says_how_much_of_it_is_printed(
    long: Path, opened: Callable[..., Any]
) -> None:
    tab = opened(long)
    wait_for(tab)
    # A tall window draws more than that on its own.
    drawn = len(tab.rows())
    text = " ".join(" ".join(printed(tab)).split())
    assert f"The first {max(TABLED, drawn)} of 229 are printed" in text
    tab.open("outcome=review")
    wait_for(tab)
    assert "are printed" not in " ".join(printed(tab))


def test_a_browser_that_cannot_unpack_says_what_the_table_holds(
    long: Path, tmp_path: Path, opened: Callable[..., Any]
) -> None:
    tab = opened(spoiled(long, 'id="packed">', 'id="packed">!', tmp_path))
    wait_for(tab)
    assert tab.status == f"{TABLED} of {TABLED} units"
    assert f"holds the {TABLED} units that need a look first, of 229" in tab.text("[data-unpacked]")


def wait_for(tab: Any) -> None:
    """Wait until the rows that stand packed are there."""
    for _ in range(100):
        if tab.status:
            return
        time.sleep(0.05)


@pytest.fixture
def run_csv() -> Any:
    """What match prints as CSV for the shipped example, behind a byte order mark."""
    from contextlib import redirect_stdout

    from pilotdiff.cli import main

    def call(*options: Any) -> Any:
        out = io.TextIOWrapper(io.BytesIO(), "utf-8")
        with redirect_stdout(out):
            assert main(["match", "-f", "csv", "--lang", "en", *options]) == 0
        data = out.buffer.getvalue()
        assert list(csv.DictReader(io.StringIO(data.decode())))
        return b"\xef\xbb\xbf" + data

    return call


def test_no_rate_is_cut_off_in_a_tile(opened: Callable[[Path], Any], tmp_path: Path) -> None:
    """A rate of two bounds is longer than a tile is wide."""
    names = [f"四川省德阳市绵竹市孝德镇{own}村" for own in ("年画", "大乘", "洪恩", "金星")]
    names.append("四川省绵阳市江油市青莲镇诗仙村")
    pilots, results = tmp_path / "p.txt", tmp_path / "r.csv"
    pilots.write_text("\n".join(["一、村", *names, ""]), "utf-8")
    notes = "", "", "", "撤销", ""
    rows = [f"{name},{note}" for name, note in zip(names, notes, strict=True)]
    results.write_text("\n".join(["单位,备注", *rows, ""]), "utf-8")
    assert main(["report", str(pilots), str(results), "-q", "-o", str(tmp_path / "page.html")]) == 0
    tab = opened(tmp_path / "page.html")
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    tab.devtools("Emulation.setDeviceMetricsOverride", **size)
    tab.open()
    tiles = tab.js(
        "Array.from(document.querySelectorAll('.tiles a'), each => [each.textContent, "
        "each.getBoundingClientRect().right - each.parentElement.getBoundingClientRect().right])"
    )
    tab.devtools("Emulation.clearDeviceMetricsOverride")
    assert any("100.0" in text and "75.0" in text for text, _ in tiles)
    assert not [text for text, over in tiles if over > 0]
