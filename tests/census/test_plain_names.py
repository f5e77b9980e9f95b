"""Names that no doubt of words looks at."""

from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.census.doubtful.odd_names import odd_names
from pilotdiff.census.doubtful.odd_words import odd_words
from pilotdiff.census.doubtful.unit_views import UnitViews, is_plain_village
from pilotdiff.model import DivisionPath, Entry, Level, Unit

# What doubts speak of, beside characters of which names are made.
_CHARACTERS = (
    "东岭白石溪河小一三中村社区居委民镇乡县市旗道街场站会有及其以上述余拟原分别第号某×（）、"
)
_ENDS = ("村", "社区", "村委会", "社区居委会", "村民委员会", "居委会", "居民委员会", "镇", "")


def _unit(name: str, columns: tuple[str, ...]) -> Unit:
    path = DivisionPath("河北省", "石家庄市", "正定县", "白石镇", name)
    return Unit(Entry(name, name, 1, columns=columns), "u1", Level.COMMUNITY, path, name)


@given(st.text(_CHARACTERS, min_size=1, max_size=7), st.sampled_from(_ENDS))
def test_nothing_is_odd_in_a_plain_name(stem: str, end: str) -> None:
    name = stem + end
    if is_plain_village(name):
        views = UnitViews([_unit(name, ()), _unit(name, ("白石镇", name))])
        assert not [*odd_names(views), *odd_words(views)]
