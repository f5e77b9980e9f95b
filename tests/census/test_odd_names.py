"""Names that hardly any unit has."""

import pytest

from pilotdiff.census.odd_names import odd_names
from pilotdiff.census.unit_views import UnitViews
from pilotdiff.model import DivisionPath, Entry, Level, Unit


@pytest.mark.parametrize(
    ("path", "told"),
    [
        # A cell that could not be read stands whole in the place of the town.
        (("", "", "", "河北省石家庄市正定县白的乡", "东岭村"), ["河北省石家庄市正定县白的乡"]),
        # No prefecture is called so: the area may be a town.
        (("", "白石地区", "", "", "东岭村"), ["白石地区"]),
        (("", "喀什地区", "", "", "东岭村"), []),
        (("", "", "", "白石镇", "东岭村"), []),
        (("河北省", "石家庄市", "正定县", "正定镇", "东岭村"), []),
    ],
)
def test_parents_that_may_be_misread_are_told(path: tuple[str, ...], told: list[str]) -> None:
    entry = Entry("东岭村", "东岭村", 1, columns=path)
    unit = Unit(entry, "u1", Level.COMMUNITY, DivisionPath._make(path), "东岭村")
    assert [each.text for each in odd_names(UnitViews([unit]))] == told
