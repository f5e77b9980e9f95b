"""A question about a unit as a person types it, answered by the official record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.model import Level, UserError, msg
from pilotdiff.names import PLACEHOLDERS, gazetteer
from pilotdiff.report.registers import refuse_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pilotdiff.record import RecordAnswer, Recorded

# So many names are proposed for one that is not there.
_MOST = 5
# No unit's name is as long with all of its parents; to take a longer one apart takes long.
_LONGEST = 100


def asked_record(name: str, within: str, as_of: int | None) -> RecordAnswer:
    """Return what the record has of a name or a code, in any script; `within` is a place that it
    lies in. Raises UserError where it has nothing, or no edition of the year."""
    from pilotdiff.record import ask, has_place

    asked = "".join(name.split())
    if not asked:
        raise UserError("no name is given: name a unit, such as 成都市")
    if len(asked) > _LONGEST:
        raise UserError(
            "the official record has no name of {n} characters: name one unit, with or without its "
            "parents",
            n=f"{len(asked):,}",
        )
    if as_of is not None:
        refuse_year(as_of)
    place = _simplified("".join(within.split()))
    if place and not has_place(place):
        raise UserError(
            "the official record has no place called {name}: give --within a province, prefecture, "
            "county or township",
            name=place,
        )
    answer = ask(_simplified(asked), place, as_of)
    if answer.found or answer.areas or answer.kindred:
        return answer
    if as_of is not None and (at_other_times := ask(answer.asked, place).found):
        raise _not_then(answer.asked, at_other_times, as_of)
    raise _nothing(answer, place)


def _simplified(text: str) -> str:
    from pilotdiff.repair import clean, judge_script

    return clean(text, traditional=judge_script([text]) == "traditional").text


def _not_then(asked: str, found: Sequence[Recorded], year: int) -> UserError:
    """Return what is wrong with a year in which nothing found stands: of communities, which have no
    edition before 2016 and after 2023, that there is none."""
    from pilotdiff.record import editions

    level = found[0].level
    years = editions(level) if level.depth > Level.COUNTY.depth else (year, year)
    if not years[0] <= year <= years[-1]:
        return UserError(
            "the official record has no edition of {year} at the level of {name} ({code}): its "
            "editions there are of {first} to {last}",
            name=found[0].name,
            code=found[0].code,
            first=years[0],
            last=years[-1],
            year=year,
        )
    if len(found) > 1:
        return UserError(
            "the official record has {n} units for {name}, none of them in {year}: leave the year "
            "out to see them",
            n=len(found),
            name=asked,
            year=year,
        )
    return UserError(
        "the official record has {name} ({code}) in the editions of {years}, not in {year}",
        name=found[0].name,
        code=found[0].code,
        years=found[0].years,
        year=year,
    )


def _nothing(answer: RecordAnswer, place: str) -> UserError:
    if answer.asked.isdigit():
        return _no_code(answer.asked)
    if answer.asked in PLACEHOLDERS:
        return UserError(
            "{name} is no unit: the codes have it where a level is left out; name a unit",
            name=answer.asked,
        )
    if answer.asked in gazetteer.CORPS:
        return UserError(
            "the official record has no code of {name}: name one of its cities, such as 石河子市",
            name=answer.asked,
        )
    name = msg("{name} in {place}", name=answer.asked, place=place) if place else answer.asked
    if answer.near:
        from pilotdiff.record import path_of

        likely = sorted(answer.near, key=lambda each: not _is_slip(answer.asked, each))
        names = tuple(dict.fromkeys("".join(path_of(each)) for each in likely))[:_MOST]
        return UserError(
            "the official record has no {name}: did you mean {near}?", name=name, near=names
        )
    return UserError(
        "the official record has no {name}: try another spelling, or its parents in front of it",
        name=name,
    )


def _no_code(code: str) -> UserError:
    from pilotdiff.record.asking import DIGITS_ASKED

    if len(code) in DIGITS_ASKED:
        return UserError("no edition of the official record has the code {code}", code=code)
    return UserError(
        "the official record has no code {code}: codes have 2, 4, 6, 9 or 12 digits", code=code
    )


def _is_slip(asked: str, unit: Recorded) -> bool:
    """Tell whether what is asked ends in a name by ear or by look: such slips come first."""
    from pilotdiff.checks.recorded.recorded_slips import may_be_slip
    from pilotdiff.matching.names.sounds import nearly_alike

    own = asked[-len(unit.name) :]
    by_ear = len(own) == len(unit.name) and all(map(nearly_alike, own, unit.name))
    return by_ear or may_be_slip(unit.level, own, unit.name)
