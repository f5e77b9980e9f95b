"""Counties, towns and communities against the official record of the document's year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.checks.recorded.recorded_slips import (
    Elsewhere,
    close_there,
    named_there,
    stands_in_zone,
)
from pilotdiff.model import Filed, Finding, Level, Message, msg
from pilotdiff.model.paths import DivisionPath

if TYPE_CHECKING:
    from pilotdiff.checks.recorded_places import RecordedPlace
    from pilotdiff.record import Recorded


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

    Nothing is told without a year, outside the years of the editions, or where the parents are not
    known or did not stand in that year.
    """
    year = as_of or filed.units.listing.year
    if not year:
        return
    from pilotdiff.checks.recorded_places import recorded_places

    asked = recorded_places(filed, year)
    absent = [each for each in asked if not each.stands_near(year)]
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


def _told(filed: Filed, absent: RecordedPlace, year: int) -> Iterator[Finding]:
    """Yield what the record says of a place that does not stand near the year."""
    line = absent.unit.entry.line
    if absent.had_ended(year):
        yield found("unit-ended-before", filed, line, _end(absent.located.same[-1]))
    elif absent.level.depth <= Level.COUNTY.depth:
        return
    elif absent.located.same:
        if stands_in_zone(DivisionPath(*absent.place), year):
            return
        last = absent.located.same[-1]
        said = _OTHER_TIMES.given(name=last.name, code=last.code, years=last.years, year=year)
        yield found(_UNKNOWN, filed, line, said)
    else:
        yield _never(filed, absent, year)


def _end(unit: Recorded) -> Message:
    """Return how a unit ended, by the last change told of it; or where it lies since."""
    from pilotdiff.record import became, of_change, of_code, path_of

    change = became(unit)[-1]
    if change.new_name == unit.name and (since := of_code(change.new_code)):
        return msg(
            "{name} ({code}) has been {other} ({other_code}) since {year}",
            name=unit.name,
            code=unit.code,
            other="".join(path_of(since[-1])),
            other_code=change.new_code,
            year=change.year,
        )
    return msg(
        "{name} ({code}) had ended before: {said}",
        name=unit.name,
        code=unit.code,
        said=of_change(change),
    )


def _never(filed: Filed, absent: RecordedPlace, year: int) -> Finding:
    """Return what the record says of a name that it never had there."""
    place, line = DivisionPath(*absent.place), absent.unit.entry.line
    name, parent = absent.place[-1], next(filter(None, absent.place[-2::-1]))
    from pilotdiff.checks.recorded_places import NEAR

    kin = [each for each in absent.located.kindred if each.distance(year) <= NEAR]
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
