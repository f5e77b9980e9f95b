"""The five real pages and the lists of other programmes, where they lie beside the checkout."""

import csv
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from casefile import cases
from pilotdiff.listing import category_key, outline
from pilotdiff.model import Level, Listing
from pilotdiff.reading import read_document
from pilotdiff.repair import replay
from pilotdiff.units import resolve


def _page(shared: Path, number: int) -> Listing:
    return outline(read_document(str(next((shared / "seeds").glob(f"00{number}_*.txt")))))


def _case(shared: Path, case: str, name: str) -> Listing:
    return outline(read_document(str(shared / "cases" / case / f"{name}.txt")))


def test_pilot_list_line_by_line(shared: Path) -> None:
    listing = resolve(_page(shared, 0)).listing
    with (shared / "gold/sichuan-2022-2023.csv").open(encoding="utf-8-sig", newline="") as file:
        gold = [row for row in csv.DictReader(file) if row["pilot_raw"]]
    wanted = [(r["pilot_raw"], r["pilot_line"], r["pilot_ordinal"], r["category"]) for r in gold]
    got = [(e.raw, str(e.line), e.ordinal, e.category) for e in listing.entries]
    assert sorted(got) == sorted(wanted)
    assert [entry.line for entry in listing.entries] == sorted(e.line for e in listing.entries)
    assert listing.script == "traditional"
    assert listing.context == ("四川省",)
    assert [(d.number, d.level) for d in listing.declared] == [
        (41, Level.COUNTY),
        (38, Level.TOWNSHIP),
        (150, Level.COMMUNITY),
    ]


def test_notice(shared: Path) -> None:
    listing = _page(shared, 1)
    assert listing.title.endswith("示范街道示范社区的通知")
    assert listing.issuer == "四川省民政厅 中共四川省委组织部"
    assert listing.date == "2023-11-20"
    assert listing.cites == ("川委基治办通〔2020〕2号", "川民发〔2020〕40号")
    levels = Counter(entry.level for entry in listing.entries)
    assert levels == {Level.TOWNSHIP: 30, Level.COMMUNITY: 100}
    categories = Counter(category_key(e.category) for e in listing.entries if e.category)
    assert sorted(categories.values()) == [8, 8, 8, 15, 21, 40]
    assert [d.number for d in listing.declared] == [30, 100]
    assert not [skipped for skipped in listing.skipped if skipped.suspicious]


def test_county_plan(shared: Path) -> None:
    listing = _page(shared, 2)
    assert [(e.text, e.category) for e in listing.entries] == [
        ("普安街道", "“五社联动”机制创新"),
        ("普安街道广福社区", "便民服务型"),
        ("普安街道竹林桥社区", "社会企业带动型"),
        ("赤城镇下河街社区", "社会组织参与型"),
        ("赤城镇东街社区", "便民服务型"),
        ("赤城镇南北街社区", "自治互助型"),
    ]
    assert listing.context == ("蓬溪县",)
    assert "川民发〔2022〕37号" in listing.cites
    said = {entry.text for entry in listing.mentions}
    assert said == {"普安街道", "广福社区", "东街社区", "竹林桥社区", "下河街社区", "南北街社区"}


def test_news_has_figures_and_no_list(shared: Path) -> None:
    listing = _page(shared, 3)
    assert not listing.entries
    assert not listing.mentions
    figures = {(f.value, f.unit, f.subject, f.about) for f in listing.figures}
    assert (44, "个", "县(市、区)", False) in figures
    assert (150, "个", "社区", False) in figures
    assert (30, "个", "示范街道", False) in figures
    assert (100, "个", "示范社区", False) in figures
    assert (40, "个", "街道(乡镇)", True) in figures
    assert (1.28, "亿元", "省级投入试点资金", False) in figures


def test_ministry_table_agrees_with_its_prose(shared: Path) -> None:
    listing = _page(shared, 4)
    paths = ["".join([*entry.above, entry.text]) for entry in listing.entries]
    assert len(paths) == 31
    assert {"黑龙江省双鸭山市岭东区", "四川省邛崃市", "湖北省咸宁市"} < set(paths)
    assert all(entry.note for entry in listing.entries)
    assert listing.number == "民函〔2019〕41号"
    assert len(listing.mentions) == 31
    said = {entry.text for entry in listing.mentions}
    assert all(any(path.endswith(text) for text in said) for path in paths)


def test_every_repair_of_the_pages_replays(shared: Path) -> None:
    for number in (0, 1, 2, 4):
        for entry in _page(shared, number).entries:
            assert replay(entry.raw, entry.repairs) == entry.text


@pytest.mark.parametrize("case", cases("lines_and_names", "programme_read"))
def test_other_programmes_are_read_whole(case: dict[str, Any], shared: Path) -> None:
    folder, name, count = case["folder"], case["name"], case["count"]
    listing = _case(shared, folder, name)
    assert len(listing.entries) == count
    lines = listing.document.lines
    headed = [line for line in lines if line.text.strip().endswith("：")]
    assert count + len(headed) == sum(1 for line in lines if line.text.strip())
    if headed and name != "list" and folder != "zj-feature-towns-small":
        assert all(entry.above for entry in listing.entries)
