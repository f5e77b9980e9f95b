"""Verdicts that go against what names and levels say: each is told, and none is refused."""

from collections.abc import Iterable, Iterator

from pilotdiff.decisions.apply import Applied
from pilotdiff.decisions.table import Book
from pilotdiff.matching.names.name_keys import name_of, place_key
from pilotdiff.matching.overruled_pairs import Undone
from pilotdiff.model import Level, Message, Ruling, Unit, Verdict, msg
from pilotdiff.model.terms import LEVEL_NAMES


def bold_verdicts(book: Book, applied: Applied, undone: Iterable[Undone]) -> Iterator[Message]:
    """Yield a sentence on each verdict that pairs units of two levels, or of two cities or counties
    whose names have nothing in common, or undoes the pair of two units that bear one name in one
    place."""
    places = {id(filed.decision): filed.place for filed in book.filed}
    for ruling in applied.rulings:
        is_pair = ruling.decision.verdict is Verdict.SAME
        if is_pair and ruling.pilot.level is not ruling.result.level:
            yield _across(ruling, places[id(ruling.decision)])
        elif is_pair and (apart := _lie_apart(ruling.pilot, ruling.result)):
            yield _elsewhere(ruling, apart, places[id(ruling.decision)])
    for one in undone:
        place = places.get(id(one.ruling.decision))
        if one.is_namesake and place is not None:
            yield _breaking(one, place)


def _across(ruling: Ruling, place: Message) -> Message:
    pilot, result = ruling.pilot, ruling.result
    return msg(
        "{place}: {pilot} is a {level}, {result} a {other}; units of two levels are a pair by this "
        "verdict alone",
        place=place,
        pilot=pilot.name,
        level=LEVEL_NAMES[pilot.level],
        result=result.name,
        other=LEVEL_NAMES[result.level],
    )


def _lie_apart(pilot: Unit, result: Unit) -> tuple[str, str] | None:
    """Return the two cities or counties that two units lie in, None where they may lie in one, or
    their names have a character in common: a wrong partner may have been copied."""
    stems = [set(name_of(unit.level, unit.own).stem) for unit in (pilot, result)]
    if not stems[0].isdisjoint(stems[1]):
        return None
    for level in (Level.PREFECTURE, Level.COUNTY):
        if level.depth < pilot.level.depth:
            one, other = (unit.path[level.depth] for unit in (pilot, result))
            if one and other and place_key(level.depth, one) != place_key(level.depth, other):
                return one, other
    return None


def _elsewhere(ruling: Ruling, apart: tuple[str, str], place: Message) -> Message:
    return msg(
        "{place}: {pilot} lies in {one}, {result} in {other}, and their names have no character in "
        "common; they are a pair by this verdict alone",
        place=place,
        pilot=ruling.pilot.name,
        one=apart[0],
        result=ruling.result.name,
        other=apart[1],
    )


def _breaking(one: Undone, place: Message) -> Message:
    ruling = one.ruling
    pair = {"place": place, "name": one.pilot.name, "other": one.result.name}
    if ruling.decision.verdict is Verdict.DIFFERENT:
        return msg(
            "{place}: {name} and {other} would be a pair by their equal names and places; this "
            "verdict parts the two",
            **pair,
        )
    return msg(
        "{place}: {name} and {other} would be a pair by their equal names and places; this verdict "
        "pairs {pilot} with {result} and so undoes that pair",
        **pair,
        pilot=ruling.pilot.name,
        result=ruling.result.name,
    )
