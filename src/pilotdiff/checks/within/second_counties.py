"""Streets and towns that one line puts under another county than the others do."""

from collections import Counter
from collections.abc import Iterator

from pilotdiff.checks.code import finds, found, note
from pilotdiff.matching.names.name_keys import name_of
from pilotdiff.model import Filed, Finding, Level, Unit, msg


@finds(
    note(
        "place-in-two",
        msg(
            "A street or town stands under a county, and in other lines under another of that city"
        ),
        msg("A street's communities lie in one county, but for one of them"),
    )
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield a street or town under a county where other lines put it under another of that city."""
    homes: dict[tuple[str, str, str], Counter[str]] = {}
    first: dict[tuple[str, ...], Unit] = {}
    for unit in filed.units.units:
        _, city, county, town, _ = unit.path
        if city and county and town:
            name = name_of(Level.TOWNSHIP, town)
            homes.setdefault((city, name.stem, name.kind), Counter())[county] += 1
            first.setdefault((city, name.stem, name.kind, county), unit)
    for key, counties in homes.items():
        usual, times = counties.most_common(1)[0]
        for county, uses in counties.items():
            if county != usual and uses == 1 < times:
                unit, other = first[*key, county], first[*key, usual]
                message = msg(
                    "{town} stands in {county} here and in {usual} in {n} other lines",
                    town=unit.path[Level.TOWNSHIP.depth],
                    county=county,
                    usual=usual,
                    n=times,
                )
                where = (filed.source.id, other.entry.line)
                figures = (("others", times),)
                yield found("place-in-two", filed, unit.entry.line, message, figures, where)
