"""Many lists as one: what is linked, what stays apart, and what is told of each year."""

from pathlib import Path

import pytest

import pilotdiff
from pilotdiff.face.listed_units import ListedUnits


def titled(title: str, *names: str) -> ListedUnits:
    return pilotdiff.read(list(names), title=title)


LISTS = (
    titled("湖南省2019年乡村治理试点乡镇名单", "长沙县金井镇", "长沙县开慧乡", "浏阳市大瑶镇"),
    titled("湖南省2020年乡村治理试点乡镇名单", "宁乡市灰汤镇", "宁乡市花明楼镇"),
    titled("湖南省2020年乡村治理示范乡镇名单", "长沙县金井镇", "长沙县开慧镇"),
    titled("湖南省2021年乡村治理示范乡镇名单", "宁乡市灰汤镇", "长沙县高桥镇"),
)


def test_units_are_followed_through_all_lists() -> None:
    panel = pilotdiff.panel(*LISTS)
    names = {"".join(u.path): [each.unit.own for each in u.listings] for u in panel.units}
    assert names == {
        "湖南省长沙市长沙县金井镇": ["金井镇", "金井镇"],
        "湖南省长沙市长沙县开慧镇": ["开慧乡", "开慧镇"],
        "湖南省长沙市浏阳市大瑶镇": ["大瑶镇"],
        "湖南省长沙市宁乡市灰汤镇": ["灰汤镇", "灰汤镇"],
        "湖南省长沙市宁乡市花明楼镇": ["花明楼镇"],
        "湖南省长沙市长沙县高桥镇": ["高桥镇"],
    }
    assert all(len(unit.code) == 9 for unit in panel.units)


def test_the_units_two_lists_share_decide_which_belong_together() -> None:
    """Both lists of 2020 bear one year; the results of 2020 are those of the pilots of 2019."""
    panel = pilotdiff.panel(*LISTS)
    belonging = {one.id: [panel.lists[n].id for n in one.results] for one in panel.lists}
    assert belonging[LISTS[0].listing.title] == [LISTS[2].listing.title]
    assert belonging[LISTS[1].listing.title] == [LISTS[3].listing.title]


def test_rates_are_of_pilots_that_went_on() -> None:
    rates = pilotdiff.panel(*reversed(LISTS)).table("rates")
    shown = [
        (
            each["province"],
            each["pilot_year"],
            each["result_year"],
            each["eligible"],
            each["went_on"],
        )
        for each in rates
    ]
    assert shown == [("湖南省", 2019, 2020, 3, 2), ("湖南省", 2020, 2021, 2, 1)]
    assert [each["rate"] for each in rates] == [0.6667, 0.5]


def test_a_year_tells_what_a_unit_was_at_its_end() -> None:
    years = pilotdiff.panel(*LISTS).table("unit_years")
    told = {(str(each["township"]), each["year"]): each["status"] for each in years}
    assert [told["开慧镇", year] for year in (2019, 2020, 2021)] == ["pilot"] + ["promoted"] * 2
    assert [told["大瑶镇", year] for year in (2019, 2020, 2021)] == ["pilot"] + ["dropped"] * 2
    assert [told["灰汤镇", year] for year in (2019, 2020, 2021)] == ["", "pilot", "promoted"]
    assert [told["高桥镇", year] for year in (2019, 2020, 2021)] == ["", "", "result"]
    first = next(each for each in years if each["township"] == "开慧镇")
    assert (first["pilot_year"], first["promoted_year"], first["dropped_year"]) == (
        2019,
        2020,
        None,
    )


def test_statuses_are_the_outcomes_of_match() -> None:
    panel = pilotdiff.panel(LISTS[0], LISTS[2])
    report = pilotdiff.reconcile(LISTS[0], LISTS[2])
    told = {row["listed_as"]: row["outcome"] for row in panel.to_dicts() if row["year"] == 2019}
    assert told == {row.pilot.name: str(row.outcome) for row in report.rows if row.pilot}


def test_an_edit_elsewhere_moves_no_id() -> None:
    whole = {"".join(unit.path): unit.id for unit in pilotdiff.panel(*LISTS).units}
    part = {"".join(unit.path): unit.id for unit in pilotdiff.panel(*LISTS[:3]).units}
    assert part == {path: whole[path] for path in part}


def test_what_a_result_tells_of_the_place_moves_no_id_and_splits_no_rate(tmp_path: Path) -> None:
    towns = ("宁川市白石县柳树镇", "宁川市白石县石桥镇", "澜河市青禾区白溪镇")
    pilots, results = tmp_path / "2022年试点镇名单.txt", tmp_path / "2024年示范镇名单.csv"
    pilots.write_text("试点镇名单\n" + "".join(f"{town}\n" for town in towns), "utf-8")
    results.write_text("省,市州,区县,乡镇街道\n云岭省,宁川市,白石县,柳树镇\n", "utf-8")
    alone, both = pilotdiff.panel(pilots), pilotdiff.panel(pilots, results)
    assert [unit.id for unit in both.units] == [unit.id for unit in alone.units]
    assert [unit.path.province for unit in both.units] == ["云岭省", "云岭省", ""]
    (rate,) = both.rates
    assert (rate.province, rate.eligible, rate.went_on) == ("", 3, 1)


def test_a_namesake_in_another_county_stays_apart_and_is_told() -> None:
    panel = pilotdiff.panel(
        titled("湖南省2019年试点乡镇名单", "长沙县金井镇", "不明县双桥镇"),
        titled("湖南省2021年试点乡镇名单", "长沙县金井镇", "无名县双桥镇"),
    )
    assert len(panel.units) == 3
    assert all(link.one.own == link.other.own == "双桥镇" for link in panel.doubtful)


def test_a_verdict_links_what_nothing_else_does() -> None:
    lists = (
        titled("湖南省2019年试点乡镇名单", "长沙县金井镇", "长沙县甲乙镇"),
        titled("湖南省2021年试点乡镇名单", "长沙县金井镇", "长沙县丙丁镇"),
    )
    verdict = {"pilot": "长沙县甲乙镇", "result": "长沙县丙丁镇", "verdict": "same"}
    assert len(pilotdiff.panel(*lists).units) == 3
    assert len(pilotdiff.panel(*lists, decisions=[verdict]).units) == 2


def test_two_units_of_one_edition_are_two() -> None:
    """The record has both in one county: one character differs, and they sound alike."""
    panel = pilotdiff.panel(
        titled("2019年试点乡镇名单", "嘉善县陶庄镇", "嘉善县西塘镇"),
        titled("2021年试点乡镇名单", "嘉善县姚庄镇", "嘉善县西塘镇"),
    )
    assert len(panel.units) == 3
    apart = pilotdiff.panel(
        titled("2019年试点乡镇名单", "嘉善县陶庄镇"),
        titled("2021年试点乡镇名单", "嘉善县姚庄镇"),
        record=False,
    )
    assert all(unit.code == "" for unit in apart.units)


def test_the_shipped_lists_have_the_answer_of_match() -> None:
    panel = pilotdiff.panel()
    (rate,) = panel.rates
    assert (rate.eligible, rate.went_on, rate.dropped) == (188, 130, 58)
    assert panel.summary.lists == 4
    assert panel.left_out == ("sichuan-2021-news",)


def test_documents_without_a_list_are_refused_with_a_code() -> None:
    with pytest.raises(pilotdiff.UserError) as caught:
        pilotdiff.panel("关于做好工作的通知\n请各地认真落实。\n")
    assert caught.value.code == "list-missing"
    with pytest.raises(pilotdiff.UserError) as caught:
        pilotdiff.panel(*LISTS).table("years")  # type: ignore[arg-type]
    assert caught.value.code == "choice-unknown"


def test_tables_go_to_parquet_and_stata(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    panel = pilotdiff.panel(*LISTS)
    folder = panel.write(tmp_path / "panel", ["parquet", "stata"])
    for name in ("listings", "unit_years", "rates"):
        told = pandas.read_csv(folder / f"{name}.csv", dtype=str, keep_default_na=False)
        parquet = pandas.read_parquet(folder / f"{name}.parquet")
        stata = pandas.read_stata(folder / f"{name}.dta")
        assert list(parquet.columns) == list(stata.columns) == list(told.columns)
        assert len(parquet) == len(stata) == len(told)
    assert list(pandas.read_stata(folder / "unit_years.dta").township) == list(
        pandas.read_parquet(folder / "unit_years.parquet").township
    )
    with pandas.io.stata.StataReader(folder / "wide.dta") as reader:
        assert LISTS[0].listing.title in reader.variable_labels().values()


def test_the_same_lists_give_the_same_bytes(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    for name in ("one", "two"):
        pilotdiff.panel(*LISTS).write(tmp_path / name, ["stata"])
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()
