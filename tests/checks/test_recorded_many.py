from pathlib import Path

from pilotdiff.checks.recorded import recorded_units
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

TEXT = """四川省2022年社区治理试点名单
2022年5月1日
1、成都市温江区天府街道甲料社区
2、成都市温江区天府街道乙料社区
3、成都市温江区天府街道海科社区
"""


def test_many_that_stand_in_no_edition_are_told_in_one_note(tmp_path: Path) -> None:
    """They are never passed over in silence."""
    path = tmp_path / "list.txt"
    path.write_text(TEXT, "utf-8")
    [finding] = recorded_units.check(filed(resolve(outline(read_document(str(path))))))
    assert finding.code == "unit-in-no-edition"
    assert "2 of 6 names of places" in str(finding.message)
