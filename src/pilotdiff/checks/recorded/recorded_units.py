"""Counties, towns and communities against the official record of the document's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.recorded.recorded_slips import Elsewhere, close_there, named_there
from pilotdiff.model import (
    LEVELS,
    Filed,
    Finding,
    Level,
    Message,
    PathPrefix,
    Unit,
    msg,
    whole_number,
)
from pilotdiff.model.paths import DivisionPath
from pilotdiff.model.repairs import WILDCARD
from pilotdiff.names import split

if TYPE_CHECKING:
    from pilotdiff.record import Located, Recorded


# An edition is of a day in its year, and a list may be ahead of it or behind it.
_NEAR = 1
# Where more than this part is in no edition, it is the list or its reading that is of another kind.
_FEW = 0.2
_UNKNOWN = "unit-in-no-edition"
# Of these so many lines are named.
_SHOWN = 5
_OTHER_TIMES = msg(
    "The official record has {name} ({code}) in the editions of {years}, and not near {year}"
)
_OTHER_KIND = msg(
    "The official record has {other} ({code}) there in the editions of {years}, and {name} in none"
)


class _Absent(NamedTuple):
    """A place of a list that does not stand near the document's date, and what stands there."""

    place: PathPrefix
    unit: Unit
    located: Located

    @property
    def level(self) -> Level:
        return LEVELS[len(self.place) - 1]


@finds(
    note(
        "unit-in-no-edition",
        msg("The official record has no such unit there near the document's date"),
        msg("A community that is not in the editions of that year and the years beside it"),
    ),
    warning(
        "unit-ended-before",
        msg("By the official record a unit was abolished or renamed before the document's date"),
        msg("A list of 2023 names a town that became a street in 2019"),
    ),
    warning(
        "unit-elsewhere",
        msg("By the official record a unit stands under another parent, and never stood there"),
        msg("A community of one street is written under the next"),
    ),
    warning(
        "unit-misspelt",
        msg("The official record has no such unit there, but one that sounds or looks alike"),
        msg("One character of a community's name is another of the same sound"),
    ),
)
def check(filed: Filed, as_of: int | None = None) -> Iterator[Finding]:
    """Yield each place that stands in no edition near the document's date, or near `as_of`, once.

    Nothing is told without a date, outside the years of the editions, or where the parents are not
    known or did not stand in that year.
    """
    year = as_of or whole_number(filed.units.listing.date[:4])
    if not year:
        return
    asked = [(each, located) for each in _places(filed) if (located := _asked(each[0], year))]
    absent = [_Absent(*each, at) for each, at in asked if not _stands(at, year)]
    told = [finding for each in absent for finding in _told(filed, each, year)]
    unknown = [finding for finding in told if finding.code == _UNKNOWN]
    few = len(unknown) <= max(1, _FEW * len(asked))
    yield from (each for each in told if few or each.code != _UNKNOWN)
    if not few:
        yield _many(filed, unknown, len(asked))


def _many(filed: Filed, unknown: Sequence[Finding], asked: int) -> Finding:
    """Return one finding for so many that the list, or its date, is of what the record does not
    know."""
    lines = tuple(str(finding.line) for finding in unknown[:_SHOWN])
    message = msg(
        "{n} of {of} names of places stand in no edition near the document's date, first in the "
        "lines {lines}: the record may not know what this list is about",
        n=len(unknown),
        of=asked,
        lines=lines,
    )
    return found(_UNKNOWN, filed, unknown[0].line, message)


def _places(filed: Filed) -> Iterator[tuple[PathPrefix, Unit]]:
    """Counties and what lies below, parents too, each with the first unit in which it is named."""
    seen: set[PathPrefix] = set()
    for unit in filed.units.units:
        for depth in range(Level.COUNTY.depth, unit.level.depth + 1):
            place = unit.path[: depth + 1]
            if place[-1] and place not in seen:
                seen.add(place)
                yield place, unit


def _asked(place: PathPrefix, year: int) -> Located | None:
    """Return what the record has of a place, None where it cannot know: it has no kind, or a lost
    character, lies in no county, or in one that did not stand in that year."""
    from pilotdiff.record import editions, locate

    level = LEVELS[len(place) - 1]
    if WILDCARD in "".join(place) or not split(level, place[-1])[1]:
        return None
    if level.depth > Level.COUNTY.depth:
        years = editions(level)
        if not years[0] <= year <= years[-1] or not all(place[Level.COUNTY.depth :]):
            return None
        if len(locate(DivisionPath(*place[:-1])).at(year, exactly=True)) != 1:
            return None
    located = locate(DivisionPath(*place))
    # What the record never had as a county is told by the check of the standard's codes.
    known = located.placed and (level is not Level.COUNTY or located.same)
    return located if known else None


def _stands(located: Located, year: int) -> bool:
    return any(each.distance(year) <= _NEAR for each in located.same) and not _ended(located, year)


def _ended(located: Located, year: int) -> bool:
    """Tell whether all of the name ended before a year by a change that is told."""
    if not located.same or any(each.last >= year for each in located.same):
        return False
    from pilotdiff.record import became

    changes = became(located.same[-1])
    return bool(changes) and max(change.year for change in changes) < year


def _told(filed: Filed, absent: _Absent, year: int) -> Iterator[Finding]:
    """Yield what the record says of a place that does not stand near the year."""
    line = absent.unit.entry.line
    if _ended(absent.located, year):
        yield found("unit-ended-before", filed, line, _end(absent.located.same[-1]))
    elif absent.level is Level.COUNTY:
        return
    elif absent.located.same:
        last = absent.located.same[-1]
        said = _OTHER_TIMES.given(name=last.name, code=last.code, years=last.years, year=year)
        yield found(_UNKNOWN, filed, line, said)
    else:
        yield _never(filed, absent, year)


def _end(unit: Recorded) -> Message:
    """Return how a unit ended, by the last change told of it."""
    from pilotdiff.record import became, of_change

    change = became(unit)[-1]
    return msg(
        "{name} ({code}) had ended before: {said}",
        name=unit.name,
        code=unit.code,
        said=of_change(change),
    )


def _never(filed: Filed, absent: _Absent, year: int) -> Finding:
    """Return what the record says of a name that it never had there."""
    place, line = DivisionPath(*absent.place), absent.unit.entry.line
    name, parent = absent.place[-1], absent.place[-2]
    kin = [each for each in absent.located.kindred if each.distance(year) <= _NEAR]
    if kin:
        last = kin[-1]
        said = _OTHER_KIND.given(other=last.name, code=last.code, years=last.years, name=name)
        return found(_UNKNOWN, filed, line, said)
    close = close_there(place, year, {unit.path for unit in filed.units.units})
    if close and close.slip:
        return found("unit-misspelt", filed, line, _meant(close.unit, name, year))
    elsewhere = named_there(place, year)
    if elsewhere:
        return found("unit-elsewhere", filed, line, _lies_in(elsewhere, parent, year))
    message = msg("The official record has no {name} there in any edition", name=name)
    return found(_UNKNOWN, filed, line, _beside(close.unit, name) if close else message)


def _lies_in(elsewhere: Elsewhere, parent: str, year: int) -> Message:
    return msg(
        "The official record of {year} has {name} ({code}) in {place}, never in {parent}",
        year=year,
        name=elsewhere.unit.name,
        code=elsewhere.unit.code,
        place=elsewhere.parent,
        parent=parent,
    )


def _meant(meant: Recorded, name: str, year: int) -> Message:
    return msg(
        "The official record of {year} has no {name} there: {meant} ({code}) may be meant",
        year=year,
        name=name,
        meant=meant.name,
        code=meant.code,
    )


def _beside(beside: Recorded, name: str) -> Message:
    return msg(
        "The official record has no {name} there in any edition; one character off stands "
        "{other} ({code})",
        name=name,
        other=beside.name,
        code=beside.code,
    )
