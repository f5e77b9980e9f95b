"""A tree of places that a program holds in one text, as the rows of a table."""

from collections.abc import Iterator, Sequence

from pilotdiff.listing.tables.texts.cell_lines import Found
from pilotdiff.model import Line
from pilotdiff.names.kinds import PLACEHOLDERS
from pilotdiff.patterns import pattern

_NAME = r"\p{Han}(?:[ \u3000]?\p{Han})*"
_CITY = rf"{_NAME}(?:,{_NAME})*"
_PROVINCE = rf"{_NAME}\${_CITY}(?:\|{_CITY})*"
_TREE = pattern(rf"[^\"'`]*[\"'`](?P<tree>{_PROVINCE}(?:#{_PROVINCE})*)[\"'`]\s*;?\s*", needs="$")


def packed_tree(lines: Sequence[Line], index: int) -> Found | None:
    """Return the places of a line that holds them as 云岭省$白溪市,东岭县,西岭县|青原市,南岭县#…,
    each with those that it lies in; None where it holds no such text."""
    line = lines[index]
    told = None if line.cells else _TREE.fullmatch(line.text)
    if told is None:
        return None
    return Found([line._replace(text="", cells=path) for path in _paths(told["tree"])], 1)


def _paths(tree: str) -> Iterator[tuple[str, ...]]:
    for province in tree.split("#"):
        name, _, cities = province.partition("$")
        for city in cities.split("|"):
            own, *below = city.split(",")
            named = [each for each in below if each not in PLACEHOLDERS]
            yield from ((name, own, each) for each in named or [""])
