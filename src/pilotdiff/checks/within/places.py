"""Parents that cannot be right: by the standard's codes, the list's order, its other lines."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from pilotdiff.checks.codes import found
from pilotdiff.matching.keys import name_of, place_key
from pilotdiff.model import Filed, Finding, Level, Unit, msg
from pilotdiff.names import gazetteer
from pilotdiff.names.gazetteer import Division

_COUNTY = Level.COUNTY.depth
# A list is in the order of places when at most this share of its lines interrupt another place.
_ORDERED, _LEAST = 0.05, 10


def check(filed: Filed) -> Iterator[Finding]:
    """Counties under the wrong city, misspelt, or unknown; lines among those of another place."""
    units = filed.units.units
    yield from _by_codes(filed, units)
    yield from _by_order(filed, units)
    yield from _by_others(filed, units)


def _by_codes(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    """Each county that GB/T 2260 has nowhere under the parent that is written."""
    seen = set[tuple[str, ...]]()
    for unit in units:
        above, county = unit.path[:_COUNTY], unit.path[_COUNTY]
        if not county or unit.path[: _COUNTY + 1] in seen:
            continue
        seen.add(unit.path[: _COUNTY + 1])
        parents = _divisions(above)
        counties = [d for d in gazetteer.find(county) if d.level is Level.COUNTY]
        if parents and counties and not _any_agree(parents, counties):
            yield _elsewhere(filed, unit)
        elif parents and not counties and (meant := _meant(parents, county)):
            message = msg(
                "The standard's codes have no {county} in {parent}; they have {meant}",
                county=county,
                parent=next(filter(None, reversed(above))),
                meant=meant,
            )
            yield found("place-misspelt", filed, unit.entry.line, message)


def _divisions(above: tuple[str, ...]) -> list[Division]:
    """What the lowest known parent may be."""
    for depth in range(len(above) - 1, -1, -1):
        if above[depth]:
            return [d for d in gazetteer.find(above[depth]) if d.level.depth == depth]
    return []


def _any_agree(parents: Sequence[Division], counties: Sequence[Division]) -> bool:
    return any(gazetteer.agree(parent, county) for parent in parents for county in counties)


def _elsewhere(filed: Filed, unit: Unit) -> Finding:
    message = msg(
        "By the standard's codes {county} does not lie in {parent}",
        county=unit.path[_COUNTY],
        parent=next(filter(None, reversed(unit.path[:_COUNTY]))),
    )
    return found("place-impossible", filed, unit.entry.line, message)


def _meant(parents: Sequence[Division], county: str) -> str:
    """The county of these parents whose name differs in one character, "" when none does."""
    for name in gazetteer.names(Level.COUNTY):
        if len(name) == len(county) and sum(a != b for a, b in zip(name, county, strict=True)) == 1:
            counties = [d for d in gazetteer.find(name) if d.level is Level.COUNTY]
            if len(name) > 2 and _any_agree(parents, counties):
                return name
    return ""


def _by_order(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    """Single lines that stand among those of another county, in a list that is in their order."""
    interrupting: list[tuple[Unit, Unit]] = []
    for _, group in groupby(units, key=lambda unit: unit.entry.section):
        rows = [unit for unit in group if unit.path[_COUNTY] and unit.level.depth > _COUNTY]
        for before, unit, after in zip(rows, rows[1:], rows[2:], strict=False):
            if _county(before) == _county(after) != _county(unit):
                interrupting.append((unit, before))
    lower = sum(unit.level.depth > _COUNTY for unit in units)
    if lower < _LEAST or len(interrupting) > max(1, _ORDERED * lower):
        return
    for unit, before in interrupting:
        message = msg(
            "{name} of {county} stands among the units of {other}",
            name=unit.own,
            county=unit.path[_COUNTY],
            other=before.path[_COUNTY],
        )
        yield found("out-of-place", filed, unit.entry.line, message)


def _county(unit: Unit) -> str:
    return place_key(_COUNTY, unit.path[_COUNTY])


def _by_others(filed: Filed, units: Sequence[Unit]) -> Iterator[Finding]:
    """A street or town under a county where other lines put it under another of that city."""
    homes: dict[tuple[str, str, str], Counter[str]] = {}
    first: dict[tuple[str, ...], Unit] = {}
    for unit in units:
        _, city, county, town, _ = unit.path
        if county and town:
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
