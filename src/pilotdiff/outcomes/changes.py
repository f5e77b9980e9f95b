"""What differs within a pairing; script, width, pinyin and wording are no change."""

from collections.abc import Iterable, Iterator

from pilotdiff.matching.names.name_keys import (
    KIND_OF_ZONES,
    category_of,
    name_of,
    place_stem,
    unglued,
)
from pilotdiff.matching.places.matched_places import compared_place
from pilotdiff.model import Change, Level, Unit
from pilotdiff.names import split


def changes(pilot: Unit, result: Unit) -> tuple[Change, ...]:
    """Return the changes from a pilot to its result, in the order of Change."""
    found: list[Change] = []
    if pilot.path != result.path or pilot.level is not result.level:
        found = _own(pilot, result) if pilot.own != result.own else []
        if _moved(pilot, result):
            found.append(Change.PARENT)
    if _other_category(pilot.entry.category, result.entry.category):
        found.append(Change.CATEGORY)
    return tuple(found)


def changed_words(
    pilot: Unit, result: Unit, changes: Iterable[Change]
) -> Iterator[tuple[Change, str, str]]:
    """Yield each of these changes with what stands before and after it, in whole words: 桐花 and
    桐化, 村 and 社区, 望月镇 and 望月街道; every parent that changed, from the top."""
    for change in changes:
        for before, after in _WORDS[change](pilot, result):
            if before != after:
                yield change, before, after


def _name_words(pilot: Unit, result: Unit) -> Iterator[tuple[str, str]]:
    """Yield the stems; the whole names where these say nothing."""
    ours, theirs = (split(unit.level, unit.own)[0] for unit in (pilot, result))
    yield (ours, theirs) if ours != theirs else (pilot.own, result.own)


def _kind_words(pilot: Unit, result: Unit) -> Iterator[tuple[str, str]]:
    ours, theirs = (name_of(unit.level, unit.own).kind for unit in (pilot, result))
    yield (ours, theirs) if ours and theirs else (pilot.own, result.own)


def _parent_words(pilot: Unit, result: Unit) -> Iterator[tuple[str, str]]:
    """Yield the parents that both state and that differ."""
    pairs = zip(compared_place(pilot), compared_place(result), strict=False)
    for depth, (ours, theirs) in enumerate(pairs):
        if _differ(depth, ours, theirs):
            yield pilot.path[depth], result.path[depth]


def _category_words(pilot: Unit, result: Unit) -> Iterator[tuple[str, str]]:
    yield pilot.entry.category, result.entry.category


_WORDS = {
    Change.NAME: _name_words,
    Change.KIND: _kind_words,
    Change.PARENT: _parent_words,
    Change.CATEGORY: _category_words,
}


def _own(pilot: Unit, result: Unit) -> list[Change]:
    ours, theirs = name_of(pilot.level, pilot.own), name_of(result.level, result.own)
    other_kind = bool(ours.kind and theirs.kind and ours.kind != theirs.kind)
    # A name of one character keeps its old kind before the new one: 歙县, 歙县区.
    kept = other_kind and (pilot.own == theirs.stem or result.own == ours.stem)
    found = []
    if ours.stem != theirs.stem and not kept and not _is_one_zone(pilot, result):
        found.append(Change.NAME)
    if other_kind or (ours.kind != theirs.kind and (_is_farm(pilot) or _is_farm(result))):
        found.append(Change.KIND)
    return found


def _is_one_zone(pilot: Unit, result: Unit) -> bool:
    """Tell whether two names are those of zones which differ in the place that the one writes
    before it: 清岗高新技术产业开发区, 高新区 in 清岗市."""
    names = name_of(pilot.level, pilot.own), name_of(result.level, result.own)
    if any(name.kind != KIND_OF_ZONES for name in names):
        return False
    places = compared_place(pilot), compared_place(result)
    return len({unglued(name.stem, place) for name, place in zip(names, places, strict=True)}) == 1


def _is_farm(unit: Unit) -> bool:
    """Tell whether a community bears the name of a farm or wood alone: 清岗林场 is no short form of
    清岗林场生活区, as 清江 may be of 清江村."""
    if unit.level is not Level.COMMUNITY or name_of(unit.level, unit.own).kind:
        return False
    kind = split(Level.TOWNSHIP, unit.own)[1]
    return kind.endswith(_FARM) and kind != _FARM


# How the kinds of farms end; 广场 and 市场, which are none, have no more of a kind than this.
_FARM = "场"


def _moved(pilot: Unit, result: Unit) -> bool:
    """Tell whether a parent that both state differs, in stem or in kind."""
    above = pilot.level.depth
    return pilot.path[:above] != result.path[:above] and any(_parent_words(pilot, result))


def _differ(depth: int, ours: str, theirs: str) -> bool:
    """Tell whether two parents of one level are two, as far as both are stated."""
    return bool(ours and theirs and ours != theirs and not same_bare(depth, ours, theirs))


def same_bare(depth: int, ours: str, theirs: str) -> bool:
    """Tell whether two parents differ in nothing but that one lacks its kind (成都, 成都市)."""
    stems = place_stem(depth, ours), place_stem(depth, theirs)
    return stems[0] == stems[1] and (stems[0] == ours or stems[1] == theirs)


def _other_category(ours: str, theirs: str) -> bool:
    if not ours or not theirs or ours == theirs:
        return False
    return category_of(ours) != category_of(theirs)
