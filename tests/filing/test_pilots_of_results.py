from typing import Any

import pytest

import making
from pilotdiff.filing import pairs
from pilotdiff.model import Filed, Source, SourceKind

UNIT = making.unit("四川省", "成都市", "邛崃市")
PLAN, OTHER = "三年行动计划", "乡村治理示范行动计划"


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


@pytest.mark.parametrize(
    ("documents", "wanted"),
    [
        (["a pilots 2021-05-01 四川省 - -", "b results 2022-05-01 四川省 - -"], ["ab"]),
        (["b results 2022-05-01 四川省 - -", "a pilots - 四川省 - -"], ["ab"]),
        (["a pilots 2021-05-01 四川省 - -", "b results 2022-05-01 河南省 - -"], []),
        (["a pilots 2021-05-01 - - -", "b results 2022-05-01 - - -"], ["ab"]),
        (
            [
                "a pilots 2021-05-01 - - -",
                "b results 2022-05-01 - - -",
                "c results 2023-05-01 - - -",
            ],
            ["ab", "ac"],
        ),
        (["a pilots 2021-05-01 四川省 - -", "b results 2020-05-01 四川省 - -"], []),
        ([f"a pilots 2021-05-01 - {PLAN} 1", f"b results 2022-05-01 - {PLAN} -"], ["ab"]),
        ([f"a pilots 2021-05-01 - {PLAN} 1", f"b results 2022-05-01 - {OTHER} 1"], []),
        ([f"a pilots 2021-05-01 - {PLAN} 1", f"b results 2022-05-01 - {PLAN} 2"], []),
        (
            [
                f"a pilots 2020-05-01 - {PLAN} 1",
                f"b pilots 2021-05-01 - {PLAN} 2",
                f"c results 2022-05-01 - {PLAN} 1",
                f"d results 2023-05-01 - {PLAN} 2",
                f"e results 2023-06-01 - {PLAN} -",
            ],
            ["ac", "bd", "be"],
        ),
        (
            [
                f"a pilots 2020-05-01 四川省 {PLAN} -",
                f"b pilots 2021-05-01 四川省 {OTHER} -",
                "c results 2022-05-01 四川省 - -",
            ],
            [],
        ),
        (
            [
                f"a pilots 2020-05-01 四川省 {PLAN} 1",
                f"b pilots 2020-06-01 四川省 {PLAN} 1",
                f"c results 2022-05-01 四川省 {PLAN} 1",
            ],
            ["ac", "bc"],
        ),
    ],
)
def test_which_results_belong_to_which_pilots(documents: Any, wanted: Any) -> None:
    found = pairs([filed(told) for told in documents])
    assert [ours.source.id + theirs.source.id for ours, theirs in found] == wanted


def test_a_document_without_a_list_belongs_to_none() -> None:
    ours, theirs = filed("a pilots - 四川省 - -"), filed("b results - 四川省 - -")
    assert pairs([ours, theirs._replace(units=making.units("b", []))]) == ()
