"""The year of a list, and what is told where it has none."""

from pathlib import Path

import pilotdiff

PILOTS = "湖南省2019年乡村治理试点乡镇名单\n1、长沙县金井镇\n2、长沙县开慧镇\n"
RESULTS = "乡村治理示范乡镇名单\n1、长沙县金井镇\n"


def years(folder: Path, name: str) -> list[dict[str, object]]:
    (folder / "a.txt").write_text(PILOTS, "utf-8")
    (folder / name).write_text(RESULTS, "utf-8")
    return pilotdiff.panel(folder / "a.txt", folder / name).table("unit_years")


def test_a_files_name_tells_the_year_where_nothing_else_does(tmp_path: Path) -> None:
    rows = years(tmp_path, "results-2021.txt")
    assert {row["promoted_year"] for row in rows if row["township"] == "金井镇"} == {2021}
    assert {row["dropped_year"] for row in rows if row["township"] == "开慧镇"} == {2021}


def test_what_became_of_a_unit_in_no_known_year_is_told_in_none(tmp_path: Path) -> None:
    rows = years(tmp_path, "results-20210315.txt")
    assert [(row["year"], row["status"], row["promoted_year"]) for row in rows] == [
        (2019, "pilot", None)
    ] * 2
