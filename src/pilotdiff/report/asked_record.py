"""A question about a unit as a person types it, answered by the official record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pilotdiff.model import UserError
from pilotdiff.report.registers import refuse_year

if TYPE_CHECKING:
    from pilotdiff.record import RecordAnswer


# So many names are proposed for one that is not there.
_MOST = 5


def asked_record(name: str, within: str = "", as_of: int | None = None) -> RecordAnswer:
    """Return what the record has of a name or a code, in any script; `within` is a place that it
    lies in. Raises UserError where it has nothing, or no edition of the year."""
    from pilotdiff.record import ask, known

    asked = "".join(name.split())
    if not asked:
        raise UserError("no name is given: name a unit, such as 成都市")
    if as_of is not None:
        refuse_year(as_of)
    place = _simplified("".join(within.split()))
    if place and not known(place):
        raise UserError(
            "the official record has no place called {name}: give --within a province, prefecture, "
            "county or township",
            name=place,
        )
    answer = ask(_simplified(asked), place, as_of)
    if not (answer.found or answer.areas or answer.kindred):
        raise _nothing(answer)
    return answer


def _simplified(text: str) -> str:
    from pilotdiff.repair import clean, judge_script

    return clean(text, traditional=judge_script([text]) == "traditional").text


def _nothing(answer: RecordAnswer) -> UserError:
    if answer.near:
        from pilotdiff.record import path_of

        likely = sorted(answer.near, key=lambda each: not _same_sound(answer.asked, each.name))
        names = tuple(dict.fromkeys("".join(path_of(each)) for each in likely))[:_MOST]
        return UserError(
            "the official record has no {name}: did you mean {near}?", name=answer.asked, near=names
        )
    if answer.asked.isdigit():
        return UserError(
            "the official record has no code {code}: codes have 6, 9 or 12 digits",
            code=answer.asked,
        )
    return UserError(
        "the official record has no {name}: try another spelling, or its parents in front of it",
        name=answer.asked,
    )


def _same_sound(asked: str, name: str) -> bool:
    """Tell whether what is asked ends in a name by ear: such slips come first."""
    from pilotdiff.matching.sounds import nearly_alike

    own = asked[-len(name) :]
    return len(own) == len(name) and all(map(nearly_alike, own, name))
