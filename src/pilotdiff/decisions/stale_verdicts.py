"""Why a verdict on file was not applied, in a sentence."""

from collections.abc import Callable

from pilotdiff.decisions.apply import Stale, Why
from pilotdiff.model import Decision, Message, msg


def said_why(stale: Stale) -> Message:
    """Say why a verdict does not bear on the lists as they are now."""
    why = _WHY[stale.why](stale.filed.decision)
    if not stale.near:
        return why
    return msg("{why}: did you mean {near}? write the whole name", why=why, near=stale.near)


_WHY: dict[Why, Callable[[Decision], Message]] = {
    Why.NO_PILOT: lambda d: msg("the pilot list has no {pilot}", pilot=d.pilot),
    Why.NO_RESULT: lambda d: msg("the result list has no {result}", result=d.result),
    Why.SEVERAL_PILOTS: lambda d: msg(
        "several pilots are called {pilot}; write the id of the one meant", pilot=d.pilot
    ),
    Why.SEVERAL_RESULTS: lambda d: msg(
        "several results are called {result}; write the id of the one meant", result=d.result
    ),
    Why.CHANGED: lambda d: msg(
        "{pilot} or {result} reads differently now", pilot=d.pilot, result=d.result
    ),
    Why.NO_LISTS: lambda _: msg("the documents hold no list of pilots with one of results"),
}
