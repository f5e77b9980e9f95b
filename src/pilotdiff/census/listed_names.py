"""What a list holds: its entries and the parents that it states for them."""

from collections.abc import Iterable

from pilotdiff.listing.carried_parents import Parts
from pilotdiff.model import LEVELS, Level, Listing, Unit
from pilotdiff.names import in_full, split
from pilotdiff.repair import fold

_Named = tuple[str, tuple[str, ...]]  # a name, and the parents that it stands under


class Held:
    """The names of a list, and the paths that they stand in.

    Few names are asked for, so only those that begin alike are looked at more closely.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        texts: set[str] = set()
        # By level and first character.
        self._named: dict[Level, dict[str, list[_Named]]] = {}
        self.depths: set[int] = set()
        known: set[tuple[str, ...]] = set()
        for unit in units:
            self.depths.add(unit.level.depth)
            entry = unit.entry
            texts.update((entry.text, unit.own, *entry.above, *entry.former))
            above = unit.path[: unit.level.depth]
            if above not in known:
                known.add(above)
                texts.update(above)
                for level, part in zip(LEVELS, above, strict=False):
                    self._add(level, part, above)
            self._add(unit.level, unit.own, above)
        # In one piece, since a list has a million of them.
        self._texts = frozenset(fold("\0".join(texts)).split("\0")) if texts else frozenset[str]()

    def _add(self, level: Level, part: str, above: tuple[str, ...]) -> None:
        if part:
            self._named.setdefault(level, {}).setdefault(part[0], []).append((part, above))

    def holds(self, text: str, parts: Parts) -> bool:
        """Tell whether an entry, or a parent of one, bears the name, in the place that it
        states."""
        if fold(text) in self._texts:
            return True
        *above, (level, own) = parts
        stated = {_stem(*part) for part in above}
        paths = (set(map(_stem, LEVELS, path)) - {""} for path in self._bearing(level, own))
        return any(not path or not stated or stated & path for path in paths)

    def _bearing(self, level: Level, own: str) -> list[tuple[str, ...]]:
        """Return the parents of each name of a level that has the stem of this one."""
        stem, heads = _stem(level, own), self._named.get(level, {})
        low = stem and level.depth > Level.COUNTY.depth  # higher up, a short form begins otherwise
        alike = [named for head, named in heads.items() if not low or fold(head) == stem[0]]
        return [above for named in alike for name, above in named if _stem(level, name) == stem]

    @property
    def highest(self) -> int:
        """The depth of the highest entry; that of a community where there is none."""
        return min(self.depths, default=Level.COMMUNITY.depth)


def _stem(level: Level, part: str) -> str:
    """Return a part as it is compared: whole, of one script, without its kind."""
    return fold(split(level, in_full(level, part))[0]) if part else ""


def context_names(listing: Listing) -> str:
    """Return what title and issuer say of the place: their names are the document's own."""
    return fold("\n".join((listing.title, listing.issuer, *listing.context)))
