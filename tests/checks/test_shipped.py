"""The shipped documents: no error, and exactly the warnings and notes that the facts bear out.

The facts are counted a second time here without the tool: from the lines of the lists as text.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.checks import check
from pilotdiff.cli.loading import Loader
from pilotdiff.cli.progress import Progress
from pilotdiff.filing import filed
from pilotdiff.language import words
from pilotdiff.listing import outline
from pilotdiff.model import Filed, Finding
from pilotdiff.reading import read
from pilotdiff.units import resolve

_LISTS = Path(__file__).parents[2] / "data" / "lists"
_PINYIN = re.compile(r"\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]+\)")
_NUMBER = re.compile(r"^\s*\d{1,3}(?:[、.]\s*|\t)")
_PILOTS, _RESULTS = "sichuan-2022-pilots", "sichuan-2023-demonstrations"
_PLAN, _NEWS, _ZONES = "pengxi-2022-plan", "sichuan-2021-news", "national-2019-zones"

# Code, document, the line as it stands there without its number and pinyin, figures. What no line
# is given for stands in prose, of which only the facts are shipped, or is about the whole list.
WANTED = [
    # 每年选取40个左右的区（市、县）、40个左右的街道（乡镇）、150个社区: the news of 2021.
    (
        "as-planned",
        _PILOTS,
        "",
        {
            "county chosen": 41,
            "county planned": 40,
            "township chosen": 38,
            "township planned": 40,
            "community chosen": 150,
            "community planned": 150,
        },
    ),
    # What both pages say: the three numbers a year, 30 and 100 of the first batch, 1.28亿元,
    # 超过6.7亿元, 近千个 and 近1000个.
    (
        "figures-agree",
        _PILOTS,
        "",
        {
            "county pilots yearly": 40,
            "township pilots yearly": 40,
            "community pilots yearly": 150,
            "township results 1": 30,
            "community results 1": 100,
            "第一批省级试点资金": 1.28,
            "第一批整合各级各部门资金": 6.7,
            "志愿服务队和志愿服务组织": 1000,
        },
    ),
    # 1120个 here and 1100多个 in the news; 533个 and 500多个.
    ("figures-compatible", _PILOTS, "", {"here": 1120, "there": 1100}),
    ("figures-compatible", _PILOTS, "", {"here": 533, "there": 500}),
    # 38 - 30 and 150 - 100.
    ("pilot-without-result", _PILOTS, "", {"township": 8, "community": 50}),
    # 41, 38 and 150 in the news page's own words.
    ("totals-agree", _PILOTS, "", {"totals": 3}),
    ("names-repaired", _PILOTS, "成都市溫江區", {"repaired": 190, "pinyin": 190, "gbk": 1}),
    # 泸定, 丹巴, 甘孜, 汶川, 西昌, 会理; and 大弯, 响岩, 飞龙, 登科.
    ("parents-without-units", _PILOTS, "甘孜州瀘定縣", {"without": 6, "parents": 41}),
    ("parents-without-units", _PILOTS, "成都市青白江區大彎街道", {"without": 4, "parents": 38}),
    (
        "units-outside",
        _PILOTS,
        "成都市邛崍市羊安街道永安社區",
        {"outside": 52, "units": 150, "parents": 38},
    ),
    ("kind-unusual", _PILOTS, "廣元市青川縣竹園鎮清江村", {}),
    # What the record has in no edition to 2023: new communities, or names of another wording.
    ("unit-in-no-edition", _PILOTS, "南充市西充縣晉城街道一段社區", {}),
    ("unit-in-no-edition", _PILOTS, "甘孜州甘孜縣甘孜鎮旭日嶺社區", {}),
    # 枧 is simplified, the list traditional.
    ("names-mixed-script", _PILOTS, "涼山州西昌市東城街道高枧社區", {}),
    ("name-damaged", _PILOTS, "成都市溫江區天府街道?粕鐓^", {"lost": 1}),
    ("kind-unusual", _PILOTS, "瀘州市敘永縣江門鎮光照村", {}),
    ("unit-in-no-edition", _PILOTS, "樂山市井研縣集益鎮集益社區", {}),
    ("unit-in-no-edition", _PILOTS, "眉山市洪雅縣洪川鎮文塘社區", {}),
    ("cites-unknown", _RESULTS, "", {"cited": 2, "unknown": 2}),
    ("level-left-out", _RESULTS, "", {"county": 41}),
    # 30 and 100 in 2021 and again in 2023.
    ("same-quota", _RESULTS, "", {"township": 30, "community": 100}),
    ("totals-agree", _RESULTS, "", {"totals": 2}),
    ("parents-without-units", _RESULTS, "成都市青白江区大弯街道", {"without": 3, "parents": 30}),
    (
        "units-outside",
        _RESULTS,
        "成都市邛崃市羊安街道永安社区",
        {"outside": 31, "units": 100, "parents": 30},
    ),
    ("renamed-since", _RESULTS, "广元市青川县竹园镇清江社区", {}),
    ("unit-in-no-edition", _RESULTS, "广元市青川县竹园镇清江社区", {}),
    ("unit-in-no-edition", _RESULTS, "南充市西充县晋城街道一段社区", {}),
    ("unit-in-no-edition", _RESULTS, "乐山市井研县集益镇集益社区", {}),
    ("unit-in-no-edition", _RESULTS, "眉山市洪雅县洪川镇文塘社区", {}),
    # 广福, 东街, 竹林桥, 下河街, 南北街 for 便民服务型, 社会企业带动型, 社会组织参与型, 自治互助型.
    ("categories-uneven", _PLAN, "", {"units": 5, "categories": 4}),
    # 川民发〔2020〕39, 40, 99 are not shipped; 〔2022〕37 is the list of pilots.
    ("cites-unknown", _PLAN, "", {"cited": 4, "unknown": 3}),
    ("number-revealed", _PLAN, "", {}),
    # The plan's street and its five communities are pilots, in the categories of the list.
    ("plan-agrees", _PLAN, "", {"units": 6}),
    ("zone-is-pilot", _ZONES, "四川省邛崍市", {}),
]
_WARNINGS = {"name-damaged", "categories-uneven"}


@pytest.fixture(scope="module")
def documents() -> tuple[Filed, ...]:
    return Loader(Progress(shown=False), words("en")).filed()


@pytest.fixture(scope="module")
def findings(documents: tuple[Filed, ...]) -> tuple[Finding, ...]:
    return check(documents)


def test_exactly_what_the_facts_bear_out(findings: Any) -> None:
    assert [_facts(finding) for finding in findings] == WANTED


def test_no_error_and_two_warnings(findings: Any) -> None:
    graver = {(finding.code, finding.severity.value) for finding in findings}
    assert {code for code, severity in graver if severity == "warning"} == _WARNINGS
    assert "error" not in {severity for _, severity in graver}


def test_the_sentences_name_what_was_found(findings: Any) -> None:
    told = {finding.code: str(finding.message) for finding in findings}
    assert "川民发〔2022〕37号" in told["number-revealed"]
    assert "南北街社区" in told["categories-uneven"]
    assert "四川省邛崍市" in told["zone-is-pilot"]
    assert "成都市邛崃市" in told["zone-is-pilot"]
    assert "竹园镇清江村" in told["renamed-since"]
    assert "1.28亿元" in told["figures-agree"]
    assert "超过6.7亿元" in told["figures-agree"]


def test_the_figures_counted_again_from_the_lists() -> None:
    """52 communities lie outside the streets, six counties have none, and so on."""
    counties, streets, communities = _parts(_PILOTS, 41, 38, 150)
    shown_streets, shown = _parts(_RESULTS, 30, 100)
    assert {
        "outside": len(_outside(communities, streets)),
        "without street": len(_without(counties, streets)),
        "without community": len(_without(streets, communities)),
        "outside, 2023": len(_outside(shown, shown_streets)),
        "without, 2023": len(_without(shown_streets, shown)),
    } == {
        "outside": 52,
        "without street": 6,
        "without community": 4,
        "outside, 2023": 31,
        "without, 2023": 3,
    }
    assert (len(streets) - len(shown_streets), len(communities) - len(shown)) == (8, 50)


def test_the_pages_tell_the_same_story(findings: Any, shared: Path) -> None:
    """The five pages as saved, with their prose: the same findings, each with its line."""
    pages = sorted((shared / "seeds").glob("*.txt"))
    names = dict(zip((_PILOTS, _RESULTS, _PLAN, _NEWS, _ZONES), pages, strict=True))
    files = [filed(resolve(outline(read(str(page)))), id=id) for id, page in names.items()]
    from_pages = check(files)
    # The sentences with the 31 zones of the annex, the 6 units of the plan: on the pages alone.
    on_page = [each for each in from_pages if each.code == "mentions-agree"]
    named = {each.document: each.figures for each in on_page}
    assert named == {_PLAN: (("units", 6),), _ZONES: (("units", 31),)}
    shipped = [each for each in from_pages if each not in on_page]
    assert sorted(map(_story, shipped)) == sorted(map(_story, findings))
    in_prose = {"figures-agree", "figures-compatible", "categories-uneven", "number-revealed"}
    assert all(each.line > 0 for each in from_pages if each.code in in_prose)


def _facts(finding: Finding) -> tuple[str, str, str, dict[str, float]]:
    lines = _lines(finding.document) if finding.line else []
    line = lines[finding.line - 1] if finding.line else ""
    return finding.code, finding.document, line, dict(finding.figures)


def _story(finding: Finding) -> tuple[str, str, tuple[float, ...], str]:
    """A finding without its line and the words of its figures, which facts put more shortly."""
    values = tuple(value for _, value in finding.figures)
    return finding.code, finding.document, values, finding.other[0]


def _lines(document: str) -> list[str]:
    """The lines of a list as text, without numbers, pinyin and what stands in further columns."""
    text = (_LISTS / f"{document}.txt").read_text("utf-8")
    return [_NUMBER.sub("", _PINYIN.sub("", line)).split("\t")[0] for line in text.split("\n")]


def _parts(document: str, *sizes: int) -> list[list[str]]:
    """The numbered lines of a list, cut into parts of these sizes, which must use them up."""
    text = (_LISTS / f"{document}.txt").read_text("utf-8").split("\n")
    names = [line for raw, line in zip(text, _lines(document), strict=True) if _NUMBER.match(raw)]
    assert len(names) == sum(sizes)
    return [names[sum(sizes[:at]) : sum(sizes[: at + 1])] for at in range(len(sizes))]


def _outside(names: list[str], parents: list[str]) -> list[str]:
    return [name for name in names if not name.startswith(tuple(parents))]


def _without(parents: list[str], names: list[str]) -> list[str]:
    return [parent for parent in parents if not any(name.startswith(parent) for name in names)]
