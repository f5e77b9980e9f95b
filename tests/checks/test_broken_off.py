"""A list of which one end has no unit in the other may lack what the other was cut short of."""

import pytest

from pilotdiff import read, reconcile
from pilotdiff.checks.reconciled.broken_off import check
from pilotdiff.face.told_decisions import book_of
from pilotdiff.filing import filed
from pilotdiff.listing import outline
from pilotdiff.reading import read_bytes
from pilotdiff.reconciliation import Reconciler
from pilotdiff.units import resolve

_COUNTIES = ("正定县", "灵寿县", "平山县", "赞皇县")
_VILLAGES = ("东岭村", "西岭村", "南岭村", "河口村", "石坝村")
_ALL = [f"{county}白石镇{village}" for county in _COUNTIES for village in _VILLAGES]


def _told(pilots: list[str], results: list[str]) -> list[str]:
    lists = (
        read("\n".join([f"河北省乡村治理{title}村名单", *names]).encode(), label=f"{title}.txt")
        for title, names in (("试点", pilots), ("示范", results))
    )
    report = reconcile(*lists, record=False)
    return [str(each.message) for each in report.foremost if each.code == "broken-off"]


@pytest.mark.parametrize(
    ("pilots", "results", "wanted"),
    [
        (_ALL, _ALL[:10], ["Of the last 10 pilots"]),
        (_ALL, _ALL[10:], ["Of the first 10 pilots"]),
        (_ALL[:10], _ALL, ["Of the last 10 results"]),
        (_ALL[10:], _ALL, ["Of the first 10 results"]),
        # One county, of which all may have failed.
        (_ALL, _ALL[:15], []),
        # Some of each county; and so few that chance may do so.
        (_ALL, _ALL[::2], []),
        (_ALL, _ALL[:2], []),
        (_ALL, _ALL, []),
    ],
)
def test_an_end_without_partners_is_told(
    pilots: list[str], results: list[str], wanted: list[str]
) -> None:
    told = _told(pilots, results)
    assert [each[: len(begun)] for each, begun in zip(told, wanted, strict=True)] == wanted


def test_of_several_lists_of_results_each_holds_a_part() -> None:
    texts = {
        "a.txt": ["河北省乡村治理试点村名单", *_ALL],
        "b.txt": ["河北省乡村治理示范村名单", *_ALL[:10]],
        "c.txt": ["河北省乡村治理示范村名单（二）", *_ALL[10:]],
    }
    filed_ = [
        filed(resolve(outline(read_bytes(name, "\n".join(lines).encode()))))
        for name, lines in texts.items()
    ]
    reconciler = Reconciler(book_of(None), record=False)
    found = [[*check(some, reconciler)] for some in (filed_[:2], filed_)]
    assert [[each.code for each in told] for told in found] == [["broken-off"], []]
