"""Rows behind the sentence that says of how many of a place they are: 清岗县共有3个村入选。其中，
白溪镇东岭村为省级示范村，南岭镇西岭村、北岭村为市级示范村."""

from collections.abc import Sequence

from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.listing.carried_parents import Parts, holds
from pilotdiff.listing.unit_names.chosen_of import CHOSEN, NOUN, place_named
from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.patterns import pattern

_COUNTED = pattern(
    r"(?:^|[，,。；;])\s*(?P<place>\p{Han}{2,24}?)(?<!我)(?:一共|总共|共计|共有|共|现有|有)?"
    rf"(?P<number>{NUMBER})[个家]{NOUN}{CHOSEN}[^，,。；;：:、]{{0,20}}[，,。；;]\s*"
    r"(?=其中|分别|依次|具体|它们|他们|即|包括|有)",
    needs="个家",
)


def in_the_place_counted(text: str, rows: Sequence[Sequence[Name]]) -> list[tuple[Name, ...]]:
    """Return the names of rows, those behind such a sentence in its place, where they are as many
    as it says and none states a place that is as high or lies elsewhere."""
    for match in _COUNTED.finditer(text):
        place = place_named(match)
        behind = [name for row in rows for name in row if name.start >= match.end()]
        if not place or len(behind) != numeral(match["number"]):
            continue
        if all(_may_lie_in(place, name) for name in behind):
            known = set(behind)
            return [tuple(_in(place, n) if n in known else n for n in row) for row in rows]
    return [tuple(row) for row in rows]


def _may_lie_in(place: Parts, name: Name) -> bool:
    lower = name.path[0][0].depth > place[-1][0].depth
    return lower and holds(place[-1], name.path[0]) is not False


def _in(place: Parts, name: Name) -> Name:
    return name._replace(above=(*place, *name.above))
