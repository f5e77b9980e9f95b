"""Cities and counties that no prefecture or province has by the standard's codes (GB/T 2260), or
that stand under the wrong one."""

from collections.abc import Iterator, Sequence

from pilotdiff.checks.code import finds, found, note, warning
from pilotdiff.model import LEVELS, Filed, Finding, Level, Message, PathPrefix, Unit, msg, msgs
from pilotdiff.model.repairs import LOST
from pilotdiff.names import gazetteer, kind_words, split
from pilotdiff.names.gazetteer import Division

# Kinds that the standard has; zones, which it does not have, are as many as cities like.
_LEGAL = frozenset({"市", "州", "盟", "地区", "县", "区", "旗", "林区", "特区"})
# Where at least so many places are known, one that is not is worth a look.
_LEAST, _UNKNOWN = 10, 0.1
_SHOWN = 3


@finds(
    warning(
        "place-impossible",
        msg("By the standard's codes (GB/T 2260) a county does not lie where the list puts it"),
        msg("A county of one city is written under another"),
    ),
    warning(
        "place-misspelt",
        msg("The standard's codes have no such county there, but one of almost that name"),
        msg("One character of a county's name is another"),
    ),
    note(
        "place-unknown",
        msg("The standard's codes (GB/T 2260) have no such place, though nearly all others"),
        msg("A county renamed since, or misspelt"),
    ),
)
def check(filed: Filed) -> Iterator[Finding]:
    """Yield each place once: under a parent in which it does not lie, misspelt, or unknown."""
    yield from _unknown_provinces(filed)
    places = _places(filed.units.units)
    unknown = {place: _meant(place, places[place]) for place in places if _is_unknown(place)}
    strange = sum(not meant for meant in unknown.values())
    few = strange <= max(1, _UNKNOWN * len(places)) and len(places) >= _LEAST
    for place, unit in places.items():
        if place not in unknown:
            yield from _elsewhere(filed, place, unit)
        elif meant := unknown[place]:
            message = msg(
                "The standard's codes have no {name} there: {meant} may be meant",
                name=place[-1],
                meant=meant,
            )
            yield found("place-misspelt", filed, unit.entry.line, message)
        elif few:
            message = msg("The standard's codes have no {name}", name=place[-1])
            yield found("place-unknown", filed, unit.entry.line, message)


def _unknown_provinces(filed: Filed) -> Iterator[Finding]:
    """Yield the provinces that the standard has not, however many other places it lacks; one that
    it does not know may stand before its city (云岭省宁川市)."""
    places: dict[tuple[str, ...], Unit] = {}
    for unit in filed.units.units:
        places.setdefault(unit.path[:2], unit)
    firsts: dict[str, Unit] = {}
    for (province, city), unit in places.items():
        before, sign, _ = city.partition("省")
        firsts.setdefault(province or (before + sign if sign else ""), unit)
    for name, unit in firsts.items():
        if name and LOST not in name and not gazetteer.find(name):
            message = msg("The standard's codes have no {name}", name=name)
            yield found("place-unknown", filed, unit.entry.line, message)


def in_short(filed: Filed) -> Iterator[Finding]:
    """Yield the places under a parent in which they do not lie, those beyond the first as one."""
    places = _places(filed.units.units)
    told = [
        finding
        for place, unit in places.items()
        if not _is_unknown(place)
        for finding in _elsewhere(filed, place, unit)
    ]
    yield from told[:_SHOWN]
    if len(told) > _SHOWN:
        more = len(told) - _SHOWN
        message = msgs(
            "By the standard's codes {n} more place lies elsewhere than the list puts it",
            "By the standard's codes {n} more places lie elsewhere than the list puts them",
            more,
        )
        yield found("place-impossible", filed, told[_SHOWN].line, message)


def _places(units: Sequence[Unit]) -> dict[PathPrefix, Unit]:
    """Return the cities and counties, each with the first unit that lies in it or is it."""
    places: dict[PathPrefix, Unit] = {}
    firsts: dict[PathPrefix, Unit] = {}
    for unit in units:
        firsts.setdefault(unit.path[: Level.COUNTY.depth + 1], unit)
    for unit in firsts.values():
        for depth in (Level.PREFECTURE.depth, Level.COUNTY.depth):
            if unit.path[depth] and LOST not in unit.path[depth]:
                places.setdefault(unit.path[: depth + 1], unit)
    return places


def _divisions(place: PathPrefix) -> list[Division]:
    """Return what the standard has of the last part's name at its level."""
    level = LEVELS[len(place) - 1]
    return [division for division in gazetteer.find(place[-1]) if division.level is level]


def _higher(place: PathPrefix) -> list[Division]:
    """Return the cities or provinces that alone bear the whole name of what stands as a county: a
    city under another one."""
    found = gazetteer.find_whole(place[-1])
    return [each for each in found if each.level.depth < len(place) - 1]


def _is_unknown(place: PathPrefix) -> bool:
    """Tell whether the standard should have a place and has not; zones it never has."""
    level, name = LEVELS[len(place) - 1], place[-1]
    if gazetteer.find(name) or split(level, name)[1] not in _LEGAL:
        return False
    return not any(word in name for word, kind in kind_words(level).items() if kind.weight < 1)


def _is_word_of_a_zone(place: PathPrefix) -> bool:
    """Tell whether a name is nothing but a kind of zones: 新区, which many cities have."""
    kind = kind_words(LEVELS[len(place) - 1]).get(place[-1])
    return kind is not None and kind.weight < 1


def _parents(place: PathPrefix) -> list[Division]:
    """Return what the standard has of the parent that stands next above."""
    depths = range(len(place) - 1, 0, -1)
    return next((_divisions(place[:depth]) for depth in depths if place[depth - 1]), [])


def _agree(parents: Sequence[Division], divisions: Sequence[Division]) -> bool:
    return any(gazetteer.lies_in_by_code(parent, each) for parent in parents for each in divisions)


def _elsewhere(filed: Filed, place: PathPrefix, unit: Unit) -> Iterator[Finding]:
    if _is_word_of_a_zone(place):
        return
    parents, divisions = _parents(place), _divisions(place) or _higher(place)
    agree = not parents or not divisions or _agree(parents, divisions)
    if not agree and not _agree(_in_their_place(parents), divisions):
        message = _lies(place, divisions)
        yield found("place-impossible", filed, unit.entry.line, message)


def _in_their_place(parents: Sequence[Division]) -> list[Division]:
    """Return the divisions that parents took the place of, or that took theirs: 乐都县 lay in
    海东地区, and a list puts it in 海东市."""
    from pilotdiff.record.counties import successions

    return [each._replace(code=code) for each in parents for code in successions(each.code)]


def _lies(place: PathPrefix, divisions: Sequence[Division]) -> Message:
    """Return where a place lies by the standard: told where one code bears the name."""
    from pilotdiff.record import of_code, path_of

    name, parent = place[-1], next(filter(None, reversed(place[:-1])))
    codes = {division.code for division in divisions}
    recorded = of_code(codes.pop()) if len(codes) == 1 else ()
    if not recorded:
        return msg(
            "By the standard's codes {name} does not lie in {parent}", name=place[-1], parent=parent
        )
    unit = recorded[-1]
    return msg(
        "By the standard's codes {name} ({code}) lies in {place}, not in {parent}",
        name=name,
        code=unit.code,
        place="".join(path_of(unit)[: LEVELS.index(unit.level)]),
        parent=parent,
    )


def _meant(place: PathPrefix, unit: Unit) -> str:
    """Return the name that differs in one character from a place, "" when none does or several
    do."""
    name, level = place[-1], LEVELS[len(place) - 1]
    parents = _parents(place)
    county = unit.path[Level.COUNTY.depth]
    below = _divisions(unit.path[:3]) if level is Level.PREFECTURE and county else []
    if not (parents or below):
        return ""
    fitting = {
        other
        for other in gazetteer.names(level)
        if _one_off(name, other)
        and (not parents or _agree(parents, _divisions((*place[:-1], other))))
        and (not below or _agree(_divisions((*place[:-1], other)), below))
    }
    return fitting.pop() if len(fitting) == 1 else ""


def _one_off(name: str, other: str) -> bool:
    if len(name) != len(other) or len(name) < 3:
        return False
    return sum(a != b for a, b in zip(name, other, strict=True)) == 1
