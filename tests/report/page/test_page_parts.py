"""What the page is made of, part by part."""

import json
import os
import re
import subprocess
import sys
import zlib
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import making
from casefile import cases
from pilotdiff import reconcile
from pilotdiff.language import ENGLISH
from pilotdiff.model import Decision, Finding, Outcome, Severity, UserError, Verdict, msg
from pilotdiff.record import RecordYear, Register
from pilotdiff.report import headline
from pilotdiff.report.marked_characters import compared, unmarked
from pilotdiff.report.page import (
    charts,
    choices,
    document,
    page_cited,
    page_file,
    page_findings,
    page_limits,
    page_packed,
    page_rows,
    page_search,
    page_tiles,
)
from pilotdiff.report.page.document import render
from pilotdiff.report.summary import tally


def marked(pieces: Any) -> str:
    return "".join(f"[{piece.text}]" if piece.changed else piece.text for piece in pieces)


@pytest.mark.parametrize("case", cases("report_parts", "marked"))
def test_what_differs_is_marked_and_script_is_no_difference(case: dict[str, Any]) -> None:
    assert tuple(map(marked, compared(case["before"], case["after"]))) == (
        case["left"],
        case["right"],
    )


def test_a_text_alone_has_nothing_marked() -> None:
    assert marked(unmarked("甲乙")) == "甲乙"


# ---- rows


def shown(report: Any, *, provinces: bool = False) -> list[Any]:
    return list(page_rows.page_rows(report.rows, provinces=provinces))


def test_a_row_is_addressed_by_its_list_and_line() -> None:
    assert [each.key for each in shown(making.small())] == ["p3", "p4", "p6", "p7", "r8", "p9"]


def test_units_on_one_line_have_addresses_of_their_own() -> None:
    twins = [making.unit("甲省", "乙市", name, line=5) for name in ("丙县", "丁县", "戊县")]
    report = making.report(making.row("dropped", unit) for unit in twins)
    assert [each.key for each in shown(report)] == ["p5", "p5.2", "p5.3"]


def test_a_name_has_a_place_a_parent_and_its_own() -> None:
    path = ("甲省", "乙市", "丙县", "丁镇", "戊社区")
    assert page_rows.name_parts(making.unit(*path)) == ("乙市 丙县", "丁镇", "戊社区")
    assert page_rows.name_parts(making.unit(*path), provinces=True).place == "甲省 乙市 丙县"
    assert page_rows.name_parts(making.unit(*path[:4])) == ("乙市 丙县", "", "丁镇")
    assert page_rows.name_parts(making.unit(*path[:3])) == ("乙市", "", "丙县")
    assert page_rows.name_parts(making.unit(*path[:2])) == ("甲省", "", "乙市")
    assert page_rows.name_parts(making.unit(*path[:1])) == ("", "", "甲省")


def test_another_name_is_shown_beside_the_first() -> None:
    by_key = {each.key: each for each in shown(making.small())}
    assert marked(by_key["p4"].before) == "丁镇清水[村]"
    assert marked(by_key["p4"].after) == "丁镇清水[社区]"
    assert by_key["p3"].after == ()


def test_another_place_is_shown_with_the_name() -> None:
    moved = making.row(
        "renamed",
        making.unit("甲省", "乙市", "丙县", "丁镇"),
        making.unit("甲省", "乙市", "戊区", "丁镇"),
    )
    (row,) = shown(making.report([moved]))
    assert marked(row.after) == "乙市 [戊区] 丁镇"


# ---- what is chosen first, and how much


def test_what_needs_a_look_comes_first() -> None:
    ordered = page_limits.ordered(making.small().rows)
    assert [row.outcome.value for row in ordered] == [
        "review",
        "renamed",
        "dropped",
        "new",
        "promoted",
        "not_eligible",
    ]


def test_a_longer_list_is_cut_where_nothing_is_lost_and_the_page_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_limits, "MOST_ROWS", 4)
    page = render(making.small(), ENGLISH)
    assert len(re.findall('<tr id="', page)) == 4
    assert "holds the 4 units that need a look first, of 6" in page
    assert "pilotdiff match -o DIR" in page


def test_what_goes_beyond_the_table_stands_packed_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = render(making.small(), ENGLISH)
    monkeypatch.setattr(page_packed, "MOST_TABLED", 4)
    monkeypatch.setattr(document, "MOST_TABLED", 4)
    page = render(making.small(), ENGLISH)
    assert len(re.findall('<tr id="', page)) == 4
    assert "holds the 4 units that need a look first, of 6" in page
    assert "lists 6." in page
    first, *lines = unpacked(page)
    others, opened, all_ = json.loads(first), embedded_in(page), embedded_in(whole)
    assert opened["rows"] + others["rows"] == all_["rows"]
    assert opened["csv"] + others["csv"] == all_["csv"]
    assert table_in(page) + lines == table_in(whole)


def embedded_in(page: str) -> Any:
    return json.loads(page.split('id="data">')[1].split("</script>")[0])


def table_in(page: str) -> list[str]:
    return page.split("<tbody>\n")[-1].split("\n</tbody>")[0].split("\n")


def unpacked(page: str) -> list[str]:
    packed = page.split('id="packed">')[1].split("</script>")[0]
    return zlib.decompress(b64decode(packed)).decode().split("\n")


# ---- figures


def test_the_headline_counts() -> None:
    counts = tally(making.small().rows)
    assert (
        headline.lead(counts, ENGLISH) == "Of the 4 pilots that could go on, 2 did: 50.0 to 75.0 %."
    )
    assert list(headline.details(counts, ENGLISH)) == [
        "1 kept its name.",
        "1 changed its name, kind or parent.",
        "1 was dropped.",
        "1 more could not go on: the result list names no unit of its level.",
        "1 unit of the result list was no pilot.",
        "1 waits for a person to decide.",
        "2 pairs rest on the likeness of names, weighed as in lists that name all units.",
    ]


def test_where_no_pilot_could_go_on_there_is_no_share() -> None:
    barred = making.row("not_eligible", making.unit("甲省", "乙市"))
    assert headline.lead(tally([barred]), ENGLISH) == "No pilot could go on."


def test_a_bar_holds_every_pilot_of_its_level() -> None:
    fates = charts.fates(tally(making.small().rows))
    assert [(fate.pilots, fate.kept, fate.eligible) for fate in fates] == [(1, 0, 0), (4, 2, 4)]
    assert [sum(part.units for part in fate.segments) for fate in fates] == [1, 4]
    last = fates[1].segments[-1]
    assert last.start + last.length == pytest.approx(100)


def test_places_stand_by_their_share() -> None:
    level, bars, more = charts.bars(making.small().rows)
    assert level == "prefecture"
    shares = [bar.share for bar in bars]
    assert [(one.name, one.kept, one.of) for one in shares] == [("乙市", 2, 3), ("辛市", 0, 1)]
    assert bars[0].link == "#place=%E4%B9%99%E5%B8%82"
    assert more == 0


def test_the_matrix_adds_up() -> None:
    report = making.small()
    found = charts.chart_matrix(report.rows)
    assert found is not None
    kept = [sum(cell.kept for cell in column if cell) for column in zip(*found.cells, strict=True)]
    assert kept == [cell.kept for cell in found.sums if cell]
    assert all(len(line) == len(found.columns) for line in found.cells)


@pytest.mark.parametrize(
    ("rate", "step"), [(0, 0), (0.1, 1), (0.25, 2), (0.5, 3), (0.75, 4), (0.99, 4), (1, 5)]
)
def test_steps_of_a_rate(rate: Any, step: int) -> None:
    assert charts.rate_step(rate) == step


# ---- choices and search


def test_places_to_choose_stand_under_those_above() -> None:
    offered = choices.choices_offered(making.small().rows)
    assert [(p.value, p.indented) for p in offered.places] == [
        ("乙市", False),
        ("乙市 丙县", True),
        ("乙市 戊县", True),
        ("辛市", False),
        ("辛市 壬区", True),
    ]
    assert offered.categories == ("便民型", "科技型")


def test_a_place_whose_parent_is_unknown_can_be_chosen() -> None:
    names = [("甲省", "乙市", "丙县"), ("甲省", "丁市", "戊县"), ("甲省", "", "己县")]
    rows = [making.row("dropped", making.unit(*name, line=n)) for n, name in enumerate(names)]
    offered = choices.choices_offered(rows)
    assert ("己县", False) in [(place.value, place.indented) for place in offered.places]
    told = list(choices.numbers(rows, offered))
    assert [offered.places[n].value for n in told[2].places] == ["己县"]


def test_both_units_of_a_row_count_for_its_category() -> None:
    report = making.small()
    offered = choices.choices_offered(report.rows)
    numbers = list(choices.numbers(report.rows, offered))
    assert [offered.categories[n] for n in numbers[0].categories] == ["便民型", "科技型"]
    assert [offered.places[n].value for n in numbers[4].places] == ["乙市", "乙市 戊县"]


def test_the_search_finds_either_script() -> None:
    row = making.row("dropped", making.unit("四川省", "成都市", "温江区", raw="成都市溫江區"))
    text = page_search.haystack(row)
    assert "温江区" in text
    assert "溫" not in text
    assert "溫" in page_search.folding([text])["温"]


def test_the_search_knows_how_characters_are_read() -> None:
    row = making.row("dropped", making.unit("甲省", "重庆市", "绿江区", "乐山镇"))
    text = page_search.haystack(row)
    assert text.split("\n")[0].split(page_search.PART) == ["甲省", "重庆市", "绿江区", "乐山镇"]
    sounds = page_search.sounds([text])
    ways = {char: {s for s, chars in sounds.items() if char in chars} for char in "重绿乐"}
    assert ways == {"重": {"zhong", "chong"}, "绿": {"lv", "lu"}, "乐": {"le", "yue"}}


def test_who_decided_can_be_chosen() -> None:
    decision = Decision("甲", "乙", Verdict.SAME, "李明", "2024-06-03", "")
    units = [making.unit("甲省", "乙市", name, line=n) for n, name in enumerate("丙丁戊")]
    rows = [making.row("dropped", unit)._replace(decision=decision) for unit in units[:2]]
    offered = choices.choices_offered([*rows, making.row("dropped", units[2])])
    assert offered.deciders == {"李明": 2}


# ---- tiles


def tiles(rows: Any, register: Any = None) -> Any:
    found = page_tiles.tile_map(rows, register)
    groups: Any = found.groups if found else ()
    return [(group.name, [tuple(each)[:4] for each in group.tiles]) for group in groups]


def test_a_tile_tells_of_a_prefecture_and_a_county_without_one_stands_among_them() -> None:
    paths = [("甲省", "乙市", "丙县"), ("甲省", "乙市", "丁县"), ("甲省", "", "戊市")]
    fates = ("promoted", "dropped", "not_eligible")
    rows = [
        making.row(fate, making.unit(*path), making.unit(*path) if fate == "promoted" else None)
        for fate, path in zip(fates, paths, strict=True)
    ]
    assert tiles(rows) == [("甲省", [("乙市", 2, 1, 2), ("戊市", 1, 0, 0)])]


def test_where_one_place_is_all_there_is_no_map() -> None:
    assert tiles([making.row("dropped", making.unit("甲省", "乙市", "丙县", "丁镇"))]) == []


def test_the_record_gives_the_order_and_the_places_without_a_pilot() -> None:
    short = ("湖北省", "恩施州", "恩施市"), ("湖北省", "", "仙桃市"), ("湖北省", "武汉市", "江岸区")
    rows = [making.row("dropped", making.unit(*path)) for path in short]
    register = Register(RecordYear(2022), RecordYear(2023))
    [(_, found)] = tiles(rows, register)
    names = [name for name, *_ in found]
    assert len(names) == 14
    assert names[0] == "武汉市"
    assert names[-2:] == ["恩施州", "仙桃市"]
    assert [pilots for _, pilots, *_ in found].count(0) == 11


def test_a_place_without_pilots_bears_no_sign_of_a_level_that_the_results_lack() -> None:
    paths = ("湖北省", "恩施州", "恩施市"), ("湖北省", "武汉市", "江岸区")
    rows = [making.row("dropped", making.unit(*path)) for path in paths]
    register = Register(RecordYear(2022), RecordYear(2023))
    page = render(replace(making.report(rows), register=register), ENGLISH)
    assert 'class="none"' in page
    assert "<span>–</span>" not in page


def test_a_municipality_has_a_tile_a_county() -> None:
    rows = [making.row("dropped", making.unit("北京市", "", name)) for name in ("东城区", "密云区")]
    [(_, found)] = tiles(rows, Register(RecordYear(2022), RecordYear(2022)))
    assert len(found) == 16


# ---- what stands at the head


def test_no_title_acts_in_the_style_of_the_page() -> None:
    report = making.small()
    listing = report.pilots.listing
    hostile = replace(
        report, pilots=replace(report.pilots, listing=replace(listing, title='"}</style>'))
    )
    head = page_cited.running_head(hostile, ENGLISH)
    assert "</style>" not in head
    assert head.count('"') == 2


# ---- findings


def finding(code: Any, severity: Any, line: int = 0, other: Any = ("", 0)) -> Any:
    return Finding(code, severity, "pilots.txt", line, msg("said"), other=other)


def test_grave_findings_come_first_and_units_know_theirs() -> None:
    report = making.small()
    found = page_findings.gathered(
        [
            finding("c", Severity.NOTE, 3, ("results.txt", 5)),
            finding("b", Severity.WARNING),
            finding("a", Severity.ERROR, 4),
        ],
        report,
    )
    assert [each.code for each in found.first] == ["a", "b"]
    assert [each.code for each in found.others] == ["c"]
    assert [each.code for each in found.about(report.rows[1], report)] == ["a", "c"]
    assert found.about(report.rows[4], report) == []


def test_a_unit_is_not_told_what_is_found_of_others_on_its_line() -> None:
    report = reconcile(["沙棠市云岫县：东风镇甲村、红旗镇乙村"], ["沙棠市云岫县东风镇甲村"])
    first, second = (unit.name for unit in report.pilots.units)
    said = [msg("{unit} is odd", unit=first), msg("{unit} is odd", unit=second), msg("it is odd")]
    line, source = report.pilots.units[0].entry.line, report.pilot_source
    told = [Finding("a", Severity.NOTE, source, line, each) for each in said]
    found = page_findings.gathered(told, report)
    rows = {row.pilot.name: row for row in report.rows if row.pilot}
    assert found.about(rows[first], report) == [told[0], told[2]]
    assert found.about(rows[second], report) == [told[1], told[2]]


# ---- the file


def test_a_page_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "page.html"
    page_file.write_page_file("one", path)
    assert path.read_text() == "one"

    def full(*_arguments: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(page_file.Path, "write_bytes", full)  # type: ignore[attr-defined]
    with pytest.raises(UserError, match="No space left on device"):
        page_file.write_page_file("two", path)
    assert path.read_text() == "one"
    assert [each.name for each in path.parent.iterdir()] == ["page.html"]


def test_a_link_is_followed_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old")
    (tmp_path / "link.html").symlink_to("real.html")
    page_file.write_page_file("new", tmp_path / "link.html")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_text() == "new"


def test_what_cannot_be_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is a folder: name a file in it"):
        page_file.refuse_page(tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="is a file"):
        page_file.refuse_page(tmp_path / "file" / "page.html")


def test_a_device_is_written_to_not_replaced() -> None:
    page_file.write_page_file("page", page_file.Path(os.devnull))  # type: ignore[attr-defined]
    assert page_file.Path(os.devnull).is_char_device()  # type: ignore[attr-defined]


# ---- the whole


class Tags(HTMLParser):
    """What a page loads or refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.outside, self.open = [], []  # type: ignore[var-annotated]

    def handle_starttag(self, tag: Any, attributes: Any) -> None:
        told = dict(attributes)
        links = [told.get(name) for name in ("src", "href", "action", "data", "poster", "srcset")]
        self.outside += [(tag, link) for link in links if link and not link.startswith("#")]
        self.outside += [(tag, name) for name in told if name.startswith("on") or name == "style"]


def test_nothing_in_it_refers_to_the_outside() -> None:
    page = render(making.small(), ENGLISH)
    tags = Tags()
    tags.feed(page)
    assert tags.outside == []
    assert "default-src &#39;none&#39;" in page
    assert "http://" not in page
    assert "https://" not in page


def test_the_embedded_data_cannot_end_its_element() -> None:
    report = making.report([making.row("dropped", making.unit("甲省", "</script><b>&amp;\u2028"))])
    page = render(report, ENGLISH)
    data = re.search('<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    assert "<" not in data[1]
    assert "</script><b>&amp;\u2028" in json.loads(data[1])["rows"][0][-2]


def test_the_same_report_is_the_same_page_whatever_the_hash_seed() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import making, hashlib;"
        "from pilotdiff.language import ENGLISH;"
        "from pilotdiff.report.page.document import render;"
        "print(hashlib.sha256(render(making.small(), ENGLISH).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", code, str(page_file.Path(making.__file__).parent)]  # type: ignore[attr-defined]
    digests = {
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_every_outcome_has_a_sign_of_its_own() -> None:
    page = render(making.whole(), ENGLISH)
    signs = dict(re.findall(r'<span class="sign (\w+)" aria-hidden="true">(.)</span>', page))
    assert signs.keys() == {outcome.value for outcome in Outcome}
    assert len(set(signs.values())) == len(signs)
