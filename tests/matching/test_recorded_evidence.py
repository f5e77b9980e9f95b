"""The official record parts two units of one edition, and joins what a change made one."""

from listed import listed, rows
from pilotdiff.matching import match
from pilotdiff.model import Outcome


def test_two_known_cities_are_two_however_alike() -> None:
    found = rows(listed(["/宜春市"]), listed(["/伊春市"]))
    assert [row.outcome for row in found] == [Outcome.DROPPED, Outcome.NEW]
    assert all("two units" in str(row.reason) for row in found)


def test_without_the_record_they_are_proposed() -> None:
    found = match(listed(["/宜春市"]), listed(["/伊春市"]), record=False)
    assert len(found.pairings) == 1


def test_a_change_with_its_approval_is_the_reason() -> None:
    (row,) = rows(listed(["四川省/凉山州/会理县"]), listed(["四川省/凉山州/会理市"]))
    assert row.outcome is Outcome.RENAMED
    assert "民函〔2021〕5号" in str(row.reason)


def test_what_the_record_does_not_know_is_left_as_it_is() -> None:
    ours, theirs = listed(["四川省/凉山州/清岗县"]), listed(["四川省/凉山州/清岗市"])
    assert match(ours, theirs).pairings == match(ours, theirs, record=False).pairings
