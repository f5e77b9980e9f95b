"""What a list holds: its entries and the parents that it states for them."""

from collections.abc import Collection, Iterable
from typing import Self

from pilotdiff.census.spotting import Spotted
from pilotdiff.listing.carried_parents import Parts
from pilotdiff.model import LEVELS, Level, Listing, Unit
from pilotdiff.names import in_full, split
from pilotdiff.repair import fold

_Named = tuple[str, tuple[str, ...]]  # a name, and the parents that it stands under


class _Places:
    """Where the names of one stem stand: the stems of all their parents, and whether one stands
    without any."""

    def __init__(self) -> None:
        self.parents: set[str] = set()
        self.anywhere = False

    def add(self, parents: frozenset[str]) -> None:
        """Take in one more name with the stems of its parents."""
        self.parents |= parents
        self.anywhere |= not parents


class _Heads(dict[str, bool]):
    """Tells of a first character whether what will be asked for begins with it."""

    def __init__(self, heads: Collection[str] | None) -> None:
        super().__init__()
        self._heads = heads

    def __missing__(self, char: str) -> bool:
        self[char] = self._heads is None or fold(char) in self._heads
        return self[char]


class Held:
    """The names of a list, and the paths that they stand in.

    Few names are asked for, so only those that begin alike are looked at more closely; with the
    first characters of all that will be asked for, `heads`, no others are kept.
    """

    def __init__(self, units: Iterable[Unit], heads: Collection[str] | None = None) -> None:
        texts: set[str] = set()
        asked = _Heads(heads)
        # By level and first character.
        self._named: dict[Level, dict[str, list[_Named]]] = {}
        # By stem, of those that begin alike and were asked about.
        self._places: dict[tuple[Level, str], dict[str, _Places]] = {}
        self._parents: dict[tuple[str, ...], frozenset[str]] = {}
        self.depths: set[int] = set()
        known: set[tuple[str, ...]] = set()
        stated: set[tuple[str, ...]] = set()
        for unit in units:
            self.depths.add(unit.level.depth)
            entry = unit.entry
            own = asked[unit.own[:1]]
            if own or asked[entry.text[:1]]:
                texts.update((entry.text, unit.own))
            if entry.former:
                texts.update(entry.former)
            if entry.above not in stated:
                stated.add(entry.above)
                texts.update(entry.above)
            above = unit.parents
            if above not in known:
                known.add(above)
                texts.update(above)
                for level, part in zip(LEVELS, above, strict=False):
                    self._add(level, part, above)
            if own or unit.level.depth <= Level.COUNTY.depth or unit.level not in self._named:
                self._add(unit.level, unit.own, above)
        self._texts = frozenset(map(fold, texts))

    @classmethod
    def of_those_asked_for(cls, units: Iterable[Unit], names: Iterable[tuple[str, Parts]]) -> Self:
        """Return what a long list holds of such names alone, each with its parts."""
        heads = set()
        for text, parts in names:
            level, own = parts[-1]
            heads |= {fold(text[:1]), fold(text.replace("_", "")[:1]), _stem(level, own)[:1]}
        return cls(units, heads)

    def _add(self, level: Level, part: str, above: tuple[str, ...]) -> None:
        if part:
            self._named.setdefault(level, {}).setdefault(part[0], []).append((part, above))

    def holds_spotted(self, name: Spotted) -> bool:
        """Tell whether an entry, or a parent of one, bears a name, with or without the word before
        it: 和平镇."""
        return self.holds(name.text, name.parts) or (bool(name.joint) and self.holds(*name.longer))

    def holds(self, text: str, parts: Parts) -> bool:
        """Tell whether an entry, or a parent of one, bears the name, in the place that it
        states."""
        if fold(text) in self._texts or fold(text.replace("_", "")) in self._texts:
            return True
        *above, (level, own) = parts
        if self._holds_at(level, own, above):
            return True
        # A city that nobody knows is a prefecture where counties stand under it.
        is_city = level is Level.COUNTY and own.endswith("市")
        return is_city and self._holds_at(Level.PREFECTURE, own, above)

    def states(self, level: Level) -> bool:
        """Tell whether a unit or a parent of the list stands at a level."""
        return level in self._named

    def _holds_at(self, level: Level, own: str, above: Iterable[tuple[Level, str]]) -> bool:
        stem = _stem(level, own)
        # Higher up a short form begins otherwise.
        head = stem[:1] if level.depth > Level.COUNTY.depth else ""
        found = self._beginning(level, head).get(stem)
        if found is None:
            return False
        stated = {_stem(*part) for part in above}
        return found.anywhere or not stated or not stated.isdisjoint(found.parents)

    def _beginning(self, level: Level, head: str) -> dict[str, _Places]:
        """Return the places of a level's names that begin with a character, by stem; of all with
        ""."""
        if (level, head) not in self._places:
            found: dict[str, _Places] = {}
            for first, named in self._named.get(level, {}).items():
                for name, above in named if not head or fold(first) == head else ():
                    found.setdefault(_stem(level, name), _Places()).add(self._stems(above))
            self._places[level, head] = found
        return self._places[level, head]

    def _stems(self, above: tuple[str, ...]) -> frozenset[str]:
        if above not in self._parents:
            self._parents[above] = frozenset(map(_stem, LEVELS, above)) - {""}
        return self._parents[above]

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
