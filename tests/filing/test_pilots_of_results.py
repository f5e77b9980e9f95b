from typing import Any

import pytest

import making
from casefile import cases
from pilotdiff.filing import pairs
from pilotdiff.model import Filed, Source, SourceKind

UNIT = making.unit("四川省", "成都市", "邛崃市")


def filed(told: str) -> Filed:
    """ "a pilots 2021-05-01 四川省 三年行动计划 1": what is not known is -."""
    id, kind, *facts = (fact if fact != "-" else "" for fact in told.split())
    date, province, programme, batch = facts
    source = Source(
        id=id,
        kind=SourceKind(kind),
        title="",
        date=date,
        province=province,
        programme=programme,
        batch=int(batch) if batch else None,
    )
    return Filed(source, making.units(id, [UNIT]))


@pytest.mark.parametrize("case", cases("filing", "pairs"))
def test_which_results_belong_to_which_pilots(case: dict[str, Any]) -> None:
    found = pairs([filed(told) for told in case["documents"]])
    assert [ours.source.id + theirs.source.id for ours, theirs in found] == case["wanted"]


def test_a_document_without_a_list_belongs_to_none() -> None:
    ours, theirs = filed("a pilots - 四川省 - -"), filed("b results - 四川省 - -")
    assert pairs([ours, theirs._replace(units=making.units("b", []))]) == ()
