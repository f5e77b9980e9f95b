"""How answers hang together: what is done to the lists and what it does to the rows."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from hypothesis import example, given
from hypothesis import strategies as st

from listed import listed, rows
from pilotdiff.listing import outline
from pilotdiff.model import Outcome, Row
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

COUNTIES = st.sampled_from(["四川省/成都市/金堂县", "四川省/乐山市/市中区"])
TOWNS = st.sampled_from(["又新镇", "竹篙镇", "新村街道", "新村乡"])
COMMUNITIES = st.sampled_from(
    [
        "和平村",
        "和平社区",
        "东街社区",
        "西街社区",
        "桑梓一村",
        "桑梓二村",
        "付家村",
        "傅家村",
        "清江村",
        "清江上村",
        "双埝塘村",
        "双堰塘社区",
        "大溪村",
        "大溪口村",
    ]
)
PATHS = st.tuples(COUNTIES, TOWNS, COMMUNITIES).map("/".join)
# Each text once: a second one is the first one repeated.
LISTS = st.lists(PATHS, min_size=1, max_size=10, unique=True)
ELSEWHERE = st.tuples(st.just("湖南省/长沙市/长沙县"), TOWNS, COMMUNITIES).map("/".join)
OTHERS = st.lists(ELSEWHERE, min_size=1, max_size=6, unique=True)

Told = tuple[str, str, str]


def told(found: Iterable[Row]) -> Counter[Told]:
    """What became of whom, by names alone."""
    return Counter((_name(row.pilot), _name(row.result), row.outcome) for row in found)


def _name(unit: object) -> str:
    return "" if unit is None else str(unit.path)  # type: ignore[attr-defined]


def answer(pilots: Sequence[str], results: Sequence[str]) -> Counter[Told]:
    return told(rows(listed(pilots), listed(results)))


_FEW = [
    "四川省/成都市/金堂县/又新镇/和平村",
    "四川省/乐山市/市中区/新村街道/东街社区",
    "四川省/乐山市/市中区/新村街道/桑梓一村",
]
_MORE = [
    *(
        f"四川省/成都市/金堂县/又新镇/{name}"
        for name in ("和平村", "和平社区", "东街社区", "桑梓一村")
    ),
    *(f"四川省/成都市/金堂县/竹篙镇/{name}" for name in ("和平村", "东街社区")),
    *(f"四川省/成都市/金堂县/新村街道/{name}" for name in ("东街社区", "桑梓一村")),
    *(f"四川省/乐山市/市中区/又新镇/{name}" for name in ("和平村", "桑梓一村")),
]


# What a row is called when the two lists are swapped.
MIRRORED = {
    Outcome.DROPPED: Outcome.NEW,
    Outcome.NOT_ELIGIBLE: Outcome.NEW,
    Outcome.MERGED: Outcome.NEW,
    Outcome.SPLIT: Outcome.NEW,
}


def pairs(pilots: Sequence[str], results: Sequence[str]) -> list[tuple[str, str, str, str, str]]:
    """What was paired or is alone: names, outcome, confidence and margin."""
    return sorted(
        (
            _name(row.pilot),
            _name(row.result),
            MIRRORED.get(row.outcome, row.outcome),
            f"{row.pairing.confidence:.4f}" if row.pairing else "",
            f"{row.pairing.margin:.4f}" if row.pairing else "",
        )
        for row in rows(listed(pilots), listed(results))
    )


@given(LISTS, LISTS)
@example(ours=_FEW, theirs=_MORE)
def test_swapped_lists_mirror_the_answer_row_by_row(ours: list[str], theirs: list[str]) -> None:
    back = pairs(theirs, ours)
    assert pairs(ours, theirs) == sorted((b, a, *told) for a, b, *told in back)


@given(LISTS, LISTS, OTHERS, OTHERS)
def test_two_provinces_together_come_out_as_each_alone(
    ours: list[str], theirs: list[str], more: list[str], others: list[str]
) -> None:
    together = answer(ours + more, theirs + others)
    assert together == answer(ours, theirs) + answer(more, others)


@given(LISTS, LISTS, st.data())
def test_a_row_that_stands_twice_is_repeated_and_changes_no_other(
    ours: list[str], theirs: list[str], data: st.DataObject
) -> None:
    twice = data.draw(st.sampled_from(ours))
    before, after = answer(ours, theirs), answer([*ours, twice], theirs)
    assert [(outcome, many) for (_, _, outcome), many in (after - before).items()] == [
        (Outcome.REPEATED, 1)
    ]
    assert not before - after


def _wide(line: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) if sign.isdigit() else sign for sign in line)


DIRT: dict[str, Callable[[str], str]] = {
    "wide digits": _wide,
    "ideographic spaces": lambda line: f"\u3000\u3000{line}\u3000",
    "zero width": lambda line: "\u200b".join(line),
    "a mark of the order of bytes": lambda line: f"\ufeff{line}",
    "pinyin": lambda line: line.replace("镇", "镇(zhèn)").replace("区", "区(qū)"),
    "no-break spaces": lambda line: f"{line}\u00a0",
    "carriage returns": lambda line: f"{line}\r",
}


@given(LISTS, st.sets(st.sampled_from(sorted(DIRT)), min_size=1, max_size=3))
def test_dirt_changes_no_unit(paths: list[str], kinds: set[str]) -> None:
    clean = [f"{number}、{path.replace('/', '')}" for number, path in enumerate(paths, 1)]
    dirty = clean
    for kind in sorted(kinds):
        dirty = [DIRT[kind](line) for line in dirty]
    assert _read(dirty) == _read(clean)


def _read(lines: list[str]) -> list[str]:
    text = "\n".join(("四川省城乡社区治理试点单位名单", *lines))
    found = resolve(outline(read_bytes("a.txt", text.encode()))).units
    return [str(unit.path) for unit in found]
