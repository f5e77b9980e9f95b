"""Two wordings of a name mean what bears the one or the other."""

from pilotdiff.matching.names.name_bearers import bearers_by_name, both_bear
from pilotdiff.model import Level

PLACE = ("北京市", "", "东城区")


def test_units_of_either_wording_are_counted_once() -> None:
    names = ["多福巷社区", "银闸社区"]
    one, other = (bearers_by_name(Level.COMMUNITY, names, PLACE)[name] for name in names)
    both = both_bear([one, other])
    assert (len(both.known), both.others) == (2, 1.0)
    assert both_bear([one, one]) == one
