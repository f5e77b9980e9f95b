"""Why a pairing, or why none, in one sentence that a person understands."""

from collections.abc import Iterable

from pilotdiff.matching.compared_pair import Pair
from pilotdiff.matching.names.families import are_of_one_people, look_alike
from pilotdiff.matching.names.lost_character_fit import evidence
from pilotdiff.matching.names.sounds import alike, nearly_alike
from pilotdiff.matching.places.unknown_counties import unknown_counties
from pilotdiff.model import Level, Message, Unit, msg, msgs

_CERTAIN = {
    ("exact", False): msg("the same name in the same place"),
    ("exact", True): msg("the same name in a place that the lists call differently"),
    ("wording", False): msg("the same stem and kind in the same place, worded differently"),
    ("wording", True): msg("the same stem and kind in a place that the lists call differently"),
    ("glued", False): msg(
        "the same name in the same place, once with its parent written before it"
    ),
    ("glued", True): msg(
        "the same name in a place called differently, once with its parent before it"
    ),
    ("stem", False): msg("the only unit of this stem in the same place, of another kind"),
    ("stem", True): msg(
        "the only unit of this stem, of another kind, in a place called differently"
    ),
    ("decision", False): msg("a person decided that they are the same"),
    ("decision", True): msg("a person decided that they are the same"),
}


def rule_reason(rule: str, moved: bool) -> Message:
    """Return the sentence of a deterministic rule."""
    return _CERTAIN[rule, moved]


def code_reason(code: str) -> Message:
    """Return the sentence of two units that both lists call so under one division code."""
    return msg("the same name beside the same code, {code}", code=code)


def of_two_sorts(reason: Message) -> Message:
    """Return the sentence of units whose places are of two sorts (柳林镇, 柳林农场)."""
    told = msg("{reason}; but their places are of two sorts, which often stand side by side")
    return told.given(reason=reason)


def of_unknown_counties(reason: Message, units: tuple[Unit, Unit]) -> Message:
    """Return the sentence of units of two counties of which the standard lacks one (白溪县)."""
    told = msg(
        "{reason}; but the standard does not have {counties}: nothing tells whether they are one"
    )
    return told.given(reason=reason, counties=in_a_row(unknown_counties(*units)))


def of_strange_city(reason: Message, county: str, city: str) -> Message:
    """Return the sentence of two counties, of which a list puts one into a city that never had
    it."""
    told = msg("{reason}; but the standard never had {county} in {city}")
    return told.given(reason=reason, county=county, city=city)


def of_two_districts(reason: Message, one: str, other: str) -> Message:
    """Return the sentence of units in two districts of one name, which the standard has had in two
    cities."""
    told = msg("{reason}; but by the standard {one} and {other} are two counties")
    return told.given(reason=reason, one=one, other=other)


def compared_reason(pair: Pair, units: tuple[Unit, Unit], rivals: Message) -> Message:
    """Return the sentence of a pairing that the features made: name, place, rivals."""
    name = evidence(*units) if pair.fits else _name(pair)
    return msg("{name}; {place}; {rivals}", name=name, place=_place(pair), rivals=rivals)


def elsewhere(names: Iterable[str]) -> Message:
    """Return the sentence of a unit that may be one of these, which other rows hold."""
    told = tuple(dict.fromkeys(names))
    return msgs(
        "{names} may be the same unit, and stands in another row: no place tells",
        "{names} may be the same unit, and stand in other rows: no place tells",
        len(told),
        names=in_a_row(told),
    )


# So many are named.
_NAMED = 6


def in_a_row(names: Iterable[str]) -> str:
    """Return names in a row, the first of many.

    >>> in_a_row(["东街", "西街", "东街"]), in_a_row("甲乙丙丁戊己庚")
    ('东街、西街', '甲、乙、丙、丁、戊、己…')
    """
    shown = list(dict.fromkeys(names))
    return "、".join(shown[:_NAMED]) + ("…" if len(shown) > _NAMED else "")


def rival_reason(margin: float | None) -> Message:
    """Return what rivals a pairing has, by its margin over the best of them; None when there is
    none."""
    if margin is None:
        return msg("no rival")
    return msg("a rival is far behind") if margin >= _FAR else msg("a rival is close")


_FAR = 0.5


def _name(pair: Pair) -> Message:
    ours, theirs = pair.pilot.stem, pair.result.stem
    if ours == theirs and pair.pilot.kind == pair.result.kind:
        return msg("the same stem")
    if ours == theirs and pair.are_neighbours:
        return msg("the same stem, but two sorts of places, which often stand side by side")
    if pair.of_town and pair.differs:
        return msg(
            "{pilot} and {result}: both communities of the streets of their town",
            pilot=ours,
            result=theirs,
        )
    if pair.are_of_a_seat:
        return msg("the same stem, another kind, and their town's name: many towns have both")
    if ours == theirs:
        return msg("the same stem, another kind")
    if pair.former:
        return msg("a remark gives the other's name as one of another time")
    if pair.one_code:
        return msg(
            "{pilot} was renamed {result}, as the standard's codes say", pilot=ours, result=theirs
        )
    if pair.two_divisions:
        return msg(
            "the standard knows {pilot} and {result} as two divisions",
            pilot=f"{ours}{pair.pilot.kind}",
            result=f"{theirs}{pair.result.kind}",
        )
    if pair.cores[0] == pair.cores[1]:
        return msg(
            "{pilot} and {result} differ by a parent's name or an ending", pilot=ours, result=theirs
        )
    if are_of_one_people(ours, theirs):
        return msg("{pilot} and {result}: one people by two words", pilot=ours, result=theirs)
    if pair.cores[0] in pair.cores[1] or pair.cores[1] in pair.cores[0]:
        if len(ours) == len(theirs) or not (ours in theirs or theirs in ours):
            ours, theirs = pair.cores  # without 民族, which stands for any people
        return msg("{pilot} and {result}: one contains the other", pilot=ours, result=theirs)
    if len(pair.swapped) == 1:
        return character_reason(*pair.swapped[0])
    if _share_little(*pair.cores):
        return msg("{pilot} and {result} have little in common", pilot=ours, result=theirs)
    return msg("{pilot} and {result} are alike", pilot=ours, result=theirs)


def _share_little(one: str, other: str) -> bool:
    """Tell whether not even half of the shorter name stands or sounds in the longer one.

    >>> _share_little("锡林布拉格", "呼德呼都格"), _share_little("孟阳桥", "门洋桥")
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return 2 * sum(any(nearly_alike(each, its) for its in long) for each in short) < len(short)


def character_reason(pilot: str, result: str) -> Message:
    """Say which two characters differ, and that it is a slip where they sound or look alike."""
    if alike(pilot, result) or nearly_alike(pilot, result):
        return msg(
            "one character differs, and they sound alike: {pilot} / {result}",
            pilot=pilot,
            result=result,
        )
    if look_alike(pilot, result):
        return msg(
            "one character differs, and they look alike: {pilot} / {result}",
            pilot=pilot,
            result=result,
        )
    return msg("one character differs: {pilot} / {result}", pilot=pilot, result=result)


def _place(pair: Pair) -> Message:
    if pair.open:
        return _OPEN.get((pair.levels, pair.between.stated), _LITTLE[pair.between.stated])
    if pair.home and pair.between.stated == pair.levels:
        return msg("in the same place")
    place = _SHARED[pair.between.stated]
    if pair.between.namesakes and not pair.home:
        return msg("{place}, in two places of one name", place=place)
    return place


# By how many parents a unit has, and how deep the last lies that both lists state.
_OPEN = {
    (Level.COMMUNITY.depth, Level.TOWNSHIP.depth): msg(
        "in the same county, and a list names no town"
    ),
    (Level.TOWNSHIP.depth, Level.COUNTY.depth): msg(
        "in the same prefecture, and a list names no county"
    ),
}
_LITTLE = (
    msg("no place tells whether they are one"),
    msg("in the same province, and a list tells no more of its place"),
    msg("in the same prefecture, and a list tells no more of its place"),
    msg("in the same county, and a list tells no more of its place"),
)
_SHARED = (
    msg("with no parent in common"),
    msg("in the same province"),
    msg("in the same prefecture"),
    msg("in the same county"),
    msg("in the same township"),
)


def alone_reason(nearest: Unit, taken: bool) -> Message:
    """Tell why a unit has no pairing: what came nearest, and why not that. It is `taken` where
    another comes at least as near to it, whatever is made of that in the end."""
    if taken:
        return msg("nearest: {name}, to which another comes nearer", name=nearest.name)
    return msg("nearest: {name}, too unlike", name=nearest.name)
