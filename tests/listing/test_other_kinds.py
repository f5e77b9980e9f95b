"""A list whose villages or towns are of another kind is read as it was: the same units, but for
the ends of their names."""

import re
import tomllib
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import wanted_units
from pilotdiff.listing import outline
from pilotdiff.model import UserError
from pilotdiff.reading import read_bytes
from pilotdiff.units import resolve

CASES = Path(__file__).parents[1] / "cases"
_TEXT = ("txt", "md", "csv", "tsv")
# The width of a page, what else the page calls its units, or what stands among them tells how these
# are read: 该镇, 省级生态镇, a group of a village, a committee that signs, the body of a party.
_BY_THEIR_WORDS = {
    "x-question-marks",
    "f-town-government",
    "f-known-for-a-craft",
    # Columns that blanks set: a longer kind moves them.
    "k-towns-head-their-columns",
    "t-wide-rows-remarks-blank",
    "t-all-within",
    "t-rows-of-odd-towns",
    "t-regiments-with-their-towns",
    "t-recommended-of-each-county",
    "p-cut-within-names",
    "p-cut-within-names-over-pages",
    "f-row-of-spots",
    "f-one-committee-signs",
    "p-estates-in-communities",
    "p-told-of-each",
    "p-party-bodies-by-line",
    "p-party-bodies-in-prose",
    "p-party-bodies-in-a-table",
    "f-called-an-ecological-village",
    "t-offices-among-units",
    "t-settlements-in-their-villages",
    "t-village-groups",
    "f-groups-of-villages",
    "t4-groups-of-a-village-in-a-row",
    "t5-named-groups-of-villages",
    "k-village-with-a-word-of-programmes-in-a-row",
}
# Read otherwise, most of them told: (case, kind).
_KNOWN = {
    ("c-township-called-like-a-county", "嘎查"),
    ("n-towns-called-like-counties", "嘎查"),
    ("t-ranks-in-lines-of-a-cell", "嘎查"),
    ("t-zone-in-brackets-between-two-villages", "嘎查"),
    ("t5-counties-without-their-kinds", "苏木"),
    ("x-honour-behind-a-village", "嘎查"),
}


def _names(text: str, form: str) -> list[str] | None:
    try:
        units = resolve(outline(read_bytes(f"list.{form}", text.encode())))
    except UserError:
        return None
    return sorted(unit.entry.text for unit in units.units)


def _cases() -> list[dict[str, Any]]:
    paths = sorted(CASES.glob("reading_kinds*.toml"))
    cases = [case for path in paths for case in tomllib.loads(path.read_text("utf-8"))["case"]]
    plain = [case for case in cases if "known_failure" not in case and case["format"] in _TEXT]
    return [case for case in plain if case["id"] not in _BY_THEIR_WORDS]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("kind", "other"),
    [("村", "村委会"), ("村", "嘎查"), ("镇", "乡"), ("镇", "苏木"), ("社区", "村")],
)
def test_units_of_another_kind_are_read_alike(kind: str, other: str) -> None:
    tried, differ = 0, set()
    for case in _cases():
        own = {wanted_units.wanted(each).name for each in case["entries"]}
        names = sorted((n for n in own if n.endswith(kind) and len(n) > len(kind) + 1), key=len)
        text, form = case["input"], case["format"]
        if not names or not all(name in text for name in names):
            continue
        given = re.compile("|".join(map(re.escape, reversed(names))))

        exchanged = partial(given.sub, lambda match: match[0].removesuffix(kind) + other)
        read = _names(text, form)
        if not read or f"{other}委会" in exchanged(text):
            continue
        tried += 1
        if _names(exchanged(text), form) != sorted(map(exchanged, read)):
            differ.add((case["id"], other))
    assert tried > 100
    assert differ == {known for known in _KNOWN if known[1] == other}
