"""Units and parents of another tier than the title of their list speaks of."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pilotdiff.listing.carried_parents import holds
from pilotdiff.model import DoubtfulLine, Level, Listing, Unit, msg
from pilotdiff.names import gazetteer, is_zone, known
from pilotdiff.patterns import pattern
from pilotdiff.repair import to_simplified

_IN_THE_COUNTY = msg(
    "its kind is that of a county, and the title names {county}; it may lie in that"
)
_CITY_OR_PARENT = msg(
    "the title speaks of cities; this one, over a county of its own, may be a unit of the list or "
    "a parent"
)
_OF_THE_TITLE = msg(
    "the title is of this place, and most units lie in it: it may be their parent, or what is left "
    "of one"
)
_SEVERAL = 2
_CITIES = pattern(r"城市(?:名单|名录|[（(]|$|试点|创建|建设)|示范城市|试点城市")


def title_tiers(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield units that the standard does not have, of the tier of the county in the title, and
    cities right over their own county below a title of cities."""
    yield from _counties_in_a_county(listing, units)
    yield from _places_of_the_title(listing, units)
    texts = _texts(listing)
    # The head of a column stands for a title where there is none.
    title = listing.title or next(texts, (0, ""))[1]
    if _CITIES.search(to_simplified(title)):
        yield from _cities_over_counties(texts)


def _counties_in_a_county(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield 清岗区 of a list of 石县: 石县示范乡镇名单 / 清岗区."""
    named = [text for text in listing.context if set(known(text)) == {Level.COUNTY}]
    if len(named) != 1:
        return
    for unit in units:
        sounds_so = unit.level is Level.COUNTY or _is_unknown_area(unit)
        if sounds_so and unit.own not in named and not gazetteer.find(unit.own):
            why = _IN_THE_COUNTY.given(county=named[0])
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, why)


def _is_unknown_area(unit: Unit) -> bool:
    """Tell whether a unit is read as a town of the title's county though its kind is that of a
    district, and no zone's."""
    of_a_town = unit.level is Level.TOWNSHIP and Level.COUNTY in unit.inferred
    return of_a_town and unit.own.endswith("区") and not is_zone(unit.own)


def _places_of_the_title(listing: Listing, units: Sequence[Unit]) -> Iterator[DoubtfulLine]:
    """Yield the place of the title where it stands alone among several units that lie in it, as
    where a line broke within their path: 清岗市示范县名单 / 清岗市白溪县 / 清岗市 / 北岭县."""
    for unit in units:
        depth = unit.level.depth
        if unit.entry.columns or not any(text.endswith(unit.own) for text in listing.context):
            continue
        lower = [one for one in units if one.level.depth > depth and one.path[depth] == unit.own]
        if len(lower) >= _SEVERAL and len(lower) * 2 > len(units):
            yield DoubtfulLine(unit.entry.line, unit.entry.raw, _OF_THE_TITLE)


def _cities_over_counties(texts: Iterator[tuple[int, str]]) -> Iterator[DoubtfulLine]:
    """Yield the cities on lines of their own with a county that lies in them on the next."""
    cities = {Level.PREFECTURE}
    for (number, upper), (_, lower) in pairwise(texts):
        if set(known(upper)) == cities and holds((Level.PREFECTURE, upper), (Level.COUNTY, lower)):
            yield DoubtfulLine(number, upper, _CITY_OR_PARENT)


def _texts(listing: Listing) -> Iterator[tuple[int, str]]:
    """Yield the lines that are not blank, without blanks."""
    for line in listing.document.lines:
        if text := "".join((line.text or "".join(line.cells)).split()):
            yield line.number, to_simplified(text)
