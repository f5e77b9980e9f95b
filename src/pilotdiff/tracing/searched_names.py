"""Whether what a person typed names a place: 邛崃, 邛崃市, 成都市邛崃市, 四川省邛崍市."""

from __future__ import annotations

from enum import IntEnum

from pilotdiff.matching.names.name_keys import name_of, place_key
from pilotdiff.model import LEVELS, Level, PathPrefix
from pilotdiff.names import parse, split
from pilotdiff.patterns import pattern
from pilotdiff.repair import clean, fold

_BETWEEN = pattern(r"[\s/\\>›,，、.·|-]+")


class Hit(IntEnum):
    """How a name fits, the best first: as written, with another kind (村, 社区), or without one."""

    WHOLE = 0
    OTHER_KIND = 1
    BARE = 2


class Asked:
    """A name as typed, compared with the places of the documents."""

    def __init__(self, name: str) -> None:
        self.text = fold(_BETWEEN.sub("", clean(name, traditional=True).text))
        self._ends: dict[tuple[int, str], tuple[tuple[Hit, str], ...]] = {}

    def names(self, prefix: PathPrefix) -> Hit | None:
        """Tell how well the name fits a place, None where it does not."""
        *above, _ = prefix
        fitting = (hit for hit, rest in self.ends(prefix) if _leads(rest, tuple(above)))
        return min(fitting, default=None)

    def ends(self, prefix: PathPrefix) -> tuple[tuple[Hit, str], ...]:
        """Tell how the name may end in the place's own, and what is left before that."""
        key = len(prefix) - 1, prefix[-1]
        found = self._ends.get(key)
        if found is None:
            found = self._ends[key] = tuple(self._endings(*key))
        return found

    def _endings(self, depth: int, own: str) -> list[tuple[Hit, str]]:
        level, text = LEVELS[depth], self.text
        whole, name = fold(own), name_of(level, own)
        stem, kind = split(level, text)
        found = []
        if text.endswith(whole):
            found.append((Hit.WHOLE, text.removesuffix(whole)))
        if kind and stem.endswith(name.stem):
            found.append((Hit.OTHER_KIND, stem.removesuffix(name.stem)))
        elif kind and name_of(level, text).stem == name.stem:
            found.append((Hit.OTHER_KIND, ""))
        if text.endswith(name.stem):
            found.append((Hit.BARE, text.removesuffix(name.stem)))
        return found


def lies_in(prefix: PathPrefix, place: str) -> bool:
    """Tell whether a place lies in another one, as a person names that: 成都, 成都市, 四川成都."""
    asked = Asked(place)
    tops = (prefix[:end] for end in range(1, len(prefix)) if prefix[end - 1])
    return any(asked.names(top) is not None for top in tops)


def _leads(text: str, above: PathPrefix) -> bool:
    """Tell whether a text names some of the parents, from the top, and nothing else."""
    if not text:
        return True
    for depth, part in enumerate(above):
        for spelling in _spellings(depth, part):
            if text.startswith(spelling) and _leads(
                text[len(spelling) :], ("",) * (depth + 1) + above[depth + 1 :]
            ):
                return True
    return _fills(text, above)


def _spellings(depth: int, part: str) -> set[str]:
    if not part:
        return set()
    forms = {fold(part), place_key(depth, part), name_of(LEVELS[depth], part).stem}
    return {form for form in forms if form}


def _fills(text: str, above: PathPrefix) -> bool:
    """Tell whether a text names parents that the document leaves out: 成都市 before
    四川省邛崃市."""
    reading = parse(text)
    return reading is not None and all(
        level.depth < len(above) and not above[level.depth] and level is not Level.COMMUNITY
        for level, _ in reading.parts
    )
