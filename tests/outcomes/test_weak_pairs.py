"""A pairing too unsure to be proposed is named by its pilot, with how often such are right."""

import making
from listed import listed, rows
from pilotdiff.matching import Matching
from pilotdiff.model import Outcome, Pairing
from pilotdiff.outcomes import PROPOSE, judge

PLACE = ("四川省", "成都市", "金堂县", "又新镇")


def test_what_was_nearest_is_told_with_its_odds() -> None:
    pilot = making.unit(*PLACE, "清江村", id="1")
    result = making.unit(*PLACE, "清河村", id="1")
    weak = Pairing(pilot, result, "features", PROPOSE - 0.08, 0.1, "")
    lists = making.units("p", [pilot]), making.units("r", [result])
    dropped, new = judge(*lists, Matching((weak,), {}))
    assert (dropped.outcome, new.outcome) == (Outcome.DROPPED, Outcome.NEW)
    assert "清河村; of a hundred such pairs in the benchmark, 22 were the same" in str(
        dropped.reason
    )


def test_a_result_that_is_paired_with_none_is_not_said_to_be_paired() -> None:
    place = "澄江省/白泽市/清岗县/石桥镇"
    pilots = [f"{place}/东岭村", f"{place}/东河村"]
    found = rows(listed(pilots), listed([f"{place}/东桥村"]))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.DROPPED, Outcome.NEW]
    said = "".join(str(row.reason) for row in found)
    assert "comes nearer" in said
    assert "paired" not in said


def test_a_village_that_was_parted_by_numbers_is_no_village_dropped() -> None:
    place = "澄江省/白泽市/清岗县/石桥镇"
    found = rows(
        listed([f"{place}/东岭村", f"{place}/西河村"]),
        listed([f"{place}/东岭一村", f"{place}/东岭二村", f"{place}/西河村"]),
    )
    assert [row.outcome for row in found] == [Outcome.REVIEW, Outcome.PROMOTED, Outcome.NEW]
    assert found[0].pairing is not None
    assert found[0].pairing.rivals == (f"{place.replace('/', '')}东岭二村",)
