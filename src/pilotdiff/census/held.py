"""What a list holds: its entries and the parents that it states for them."""

from collections.abc import Iterable

from pilotdiff.listing.carry import Parts
from pilotdiff.model import LEVELS, Level, Listing, Unit
from pilotdiff.names import in_full, split
from pilotdiff.repair import fold

_Paths = list[frozenset[str]]


class Held:
    """The names of a list by their stems, and the paths that they stand in."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._paths: dict[tuple[Level, str], _Paths] = {}
        self._texts: set[str] = set()
        self.depths: set[int] = set()
        known: dict[tuple[str, ...], frozenset[str]] = {}
        for unit in units:
            self.depths.add(unit.level.depth)
            entry = unit.entry
            self._texts.update(map(fold, (entry.text, unit.own, *entry.above, *entry.former)))
            above = unit.path[: unit.level.depth]
            if above not in known:
                self._texts.update(map(fold, above))
                known[above] = frozenset(filter(None, map(_stem, LEVELS, above)))
                for level, part in zip(LEVELS, above, strict=False):
                    self._add(level, part, known[above])
            self._add(unit.level, unit.own, known[above])

    def _add(self, level: Level, part: str, path: frozenset[str]) -> None:
        if part:
            self._paths.setdefault((level, _stem(level, part)), []).append(path)

    def holds(self, text: str, parts: Parts) -> bool:
        """Whether an entry, or a parent of one, bears the name, in the place that it states."""
        if fold(text) in self._texts:
            return True
        *above, (level, own) = parts
        paths = self._paths.get((level, _stem(level, own)), ())
        stated = {_stem(*part) for part in above}
        return any(not path or not stated or stated & path for path in paths)

    @property
    def highest(self) -> int:
        """The depth of the highest entry; that of a community where there is none."""
        return min(self.depths, default=Level.COMMUNITY.depth)


def _stem(level: Level, part: str) -> str:
    """A part as it is compared: whole, of one script, without its kind."""
    return fold(split(level, in_full(level, part))[0]) if part else ""


def context_names(listing: Listing) -> str:
    """What title and issuer say of the place: their names are the document's own."""
    return fold("\n".join((listing.title, listing.issuer, *listing.context)))
