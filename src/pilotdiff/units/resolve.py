"""A listing's entries → its units."""

from collections.abc import Sequence
from itertools import repeat

from pilotdiff.census import take, with_no_province
from pilotdiff.model import LEVELS, DivisionPath, Entry, Level, Listing, Skipped, Unit, Units, msg
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.units.as_published import as_published
from pilotdiff.units.content_ids import ContentIds
from pilotdiff.units.elided import Siblings, context_path, from_title
from pilotdiff.units.glued_counties import with_counties_apart
from pilotdiff.units.read import StatedPath, parent_parts, stated_path, with_own_kind
from pilotdiff.units.unit_tiers import with_settled_tiers

# A list has a million of them: made without the constructor's step.
_MADE = tuple.__new__


def resolve(listing: Listing, *, record: bool = False) -> Units:
    """Return the unit each entry names, elided parents filled in and marked as inferred.

    A parent comes from the header or line (the listing says so), else from the list's own other
    entries, else from title and issuer, else, with `record`, from the official one. Entries without
    id get one made from what they say. Entries whose text is no unit's name are left out and told
    in `unread`.
    """
    with collector_held():
        return _resolved(listing, record)


def _resolved(listing: Listing, record: bool) -> Units:
    entries: Sequence[Entry] = listing.entries
    context = _context(listing)
    read_entries = list(map(stated_path, entries, repeat(context)))
    unread: list[Skipped] = []
    if None in read_entries:
        why = msg("not a unit's name")
        pairs = list(zip(entries, read_entries, strict=True))
        unread = [Skipped(e.line, e.raw, why, suspicious=True) for e, found in pairs if not found]
        entries = [entry for entry, found in pairs if found]
    stated = _settled(entries, [found for found in read_entries if found])
    filled = with_counties_apart(_fill(stated, entries, context, listing.title))
    ids = ContentIds()
    units = tuple(map(_unit, entries, stated, filled, repeat(ids)))
    census = take(listing, units, unread)
    if record and any(not unit.path.prefecture or not unit.path.province for unit in units):
        from pilotdiff.units.recorded_parents import with_recorded_parents

        units = with_recorded_parents(units, listing)
    return as_published(Units(listing, units, tuple(unread), with_no_province(census, units)))


def _settled(entries: Sequence[Entry], stated: list[StatedPath]) -> list[StatedPath]:
    """Return what the entries state, at the tiers that their list as a whole shows."""
    ours = all(entry.self_written for entry in entries)
    return stated if ours else with_settled_tiers(stated)


def _context(listing: Listing) -> DivisionPath:
    """Return the place that a document's title and issuer are about."""
    stated_by_title = (part for text in listing.context for part in parent_parts(text))
    return context_path(map(with_own_kind, stated_by_title))


def _fill(
    stated: list[StatedPath], entries: Sequence[Entry], context: DivisionPath, title: str
) -> list[DivisionPath]:
    """Return the paths with their elided parents, in the order of the entries. What stands below
    the title lies in its place, whatever other entries state of a town called alike."""
    if not any(map(_open, stated)):
        return [found.path for found in stated]
    siblings = Siblings([found.path for found in stated])
    places = Siblings([_above(found.path, found.level) for found in stated])
    filled: list[DivisionPath] = []
    for number, (found, entry) in enumerate(zip(stated, entries, strict=True)):
        path = found.path
        if _open(found) and not entry.self_written:
            # In running text nothing may be guessed.
            near = number if entry.columns else None
            beside = path.joined(siblings.parents(_above(path, found.level), near))
            beside = places.parents(beside, near)
            titled = entry.section.startswith(title) and not entry.columns
            other = titled and not _agree(beside, context)
            path = from_title(path if other else beside, found.level, context)
        filled.append(path)
    return filled


def _agree(path: DivisionPath, context: DivisionPath) -> bool:
    """Tell whether a path states no other city or county than the document's title does."""
    levels = (Level.PREFECTURE.depth, Level.COUNTY.depth)
    return all(path[at] == context[at] for at in levels if path[at] and context[at])


def _above(path: DivisionPath, level: Level) -> DivisionPath:
    """Return what stands above a unit. An entry of the same name is another unit, or the same one
    again: where that lies tells nothing of this one."""
    return DivisionPath._make((*path[: level.depth], *DivisionPath()[level.depth :]))


def _open(stated: StatedPath) -> bool:
    path = stated.path
    return "" in path and "" in path[: stated.level.depth]


def _unit(entry: Entry, stated: StatedPath, path: DivisionPath, ids: ContentIds) -> Unit:
    own, whole, level = stated
    joined, text = "".join(whole), entry.text
    name = text if joined == text else joined
    inferred = () if path is own else _inferred(own, path)
    id_ = entry.id or ids.of(level, name, entry.category)
    return _MADE(Unit, (entry, id_, level, path, name, inferred, ()))


def _inferred(own: DivisionPath, path: DivisionPath) -> tuple[Level, ...]:
    return tuple(level for level in LEVELS if path[level.depth] and not own[level.depth])
