"""What differs within a pairing; script, width, pinyin and wording are no change."""

from pilotdiff.matching.matched_places import compared_place
from pilotdiff.matching.name_keys import category_of, name_of, place_stem
from pilotdiff.model import Change, Unit


def changes(pilot: Unit, result: Unit) -> tuple[Change, ...]:
    """Return the changes from a pilot to its result, in the order of Change."""
    found = _own(pilot, result) if pilot.own != result.own else []
    if _moved(pilot, result):
        found.append(Change.PARENT)
    if _other_category(pilot.entry.category, result.entry.category):
        found.append(Change.CATEGORY)
    return tuple(found)


def _own(pilot: Unit, result: Unit) -> list[Change]:
    ours, theirs = name_of(pilot.level, pilot.own), name_of(result.level, result.own)
    found = []
    if ours.stem != theirs.stem:
        found.append(Change.NAME)
    if ours.kind and theirs.kind and ours.kind != theirs.kind:
        found.append(Change.KIND)
    return found


def _moved(pilot: Unit, result: Unit) -> bool:
    """Tell whether a parent that both state differs, in stem or in kind."""
    above = pilot.level.depth
    if pilot.path[:above] == result.path[:above]:
        return False
    pairs = zip(compared_place(pilot), compared_place(result), strict=False)
    return any(
        ours and theirs and ours != theirs and not _same_bare(depth, ours, theirs)
        for depth, (ours, theirs) in enumerate(pairs)
    )


def _same_bare(depth: int, ours: str, theirs: str) -> bool:
    """A parent written without its kind (成都) is no other parent."""
    stems = place_stem(depth, ours), place_stem(depth, theirs)
    return stems[0] == stems[1] and (stems[0] == ours or stems[1] == theirs)


def _other_category(ours: str, theirs: str) -> bool:
    if not ours or not theirs or ours == theirs:
        return False
    return category_of(ours) != category_of(theirs)
