"""A listing's entries → its units."""

from pilotdiff.census import take
from pilotdiff.model import LEVELS, DivisionPath, Entry, Level, Listing, Skipped, Unit, Units, msg
from pilotdiff.reading.garbage_collection import collector_held
from pilotdiff.units.content_ids import ContentIds
from pilotdiff.units.elided import Siblings, context_path, from_title
from pilotdiff.units.read import StatedPath, parent_parts, read, with_kind
from pilotdiff.units.unit_tiers import settled


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
    read_entries: list[tuple[Entry, StatedPath]] = []
    unread: list[Skipped] = []
    for entry in listing.entries:
        found = read(entry)
        if found is None:
            unread.append(Skipped(entry.line, entry.raw, msg("not a unit's name"), suspicious=True))
        else:
            read_entries.append((entry, found))
    entries = [entry for entry, _ in read_entries]
    stated = _settled(read_entries)
    filled = _fill(stated, entries, listing)
    ids = ContentIds()
    units = tuple(
        _unit(entry, found, path, ids)
        for entry, found, path in zip(entries, stated, filled, strict=True)
    )
    census = take(listing, units, unread)
    if record and any(not unit.path.prefecture or not unit.path.province for unit in units):
        from pilotdiff.units.recorded_parents import with_recorded_parents

        units = with_recorded_parents(units, listing)
    return Units(listing, units, tuple(unread), census)


def _settled(read_entries: list[tuple[Entry, StatedPath]]) -> list[StatedPath]:
    """Return what the entries state, at the tiers that their list as a whole shows."""
    stated = [found for _, found in read_entries]
    ours = all(entry.self_written for entry, _ in read_entries)
    return stated if ours else settled(stated)


def _fill(stated: list[StatedPath], entries: list[Entry], listing: Listing) -> list[DivisionPath]:
    """Return the paths with their elided parents, in the order of the entries."""
    stated_by_title = (part for text in listing.context for part in parent_parts(text))
    context = context_path(map(with_kind, stated_by_title))
    if not any(_open(found) for found in stated):
        return [found.path for found in stated]
    siblings = Siblings([found.path for found in stated])
    filled: list[DivisionPath] = []
    for number, (found, entry) in enumerate(zip(stated, entries, strict=True)):
        path = found.path
        if _open(found) and not entry.self_written:
            # In running text nothing may be guessed.
            path = siblings.parents(path, number if entry.columns else None)
            path = from_title(path, found.level, context)
        filled.append(path)
    return filled


def _open(stated: StatedPath) -> bool:
    return "" in stated.path[: stated.level.depth]


def _unit(entry: Entry, stated: StatedPath, path: DivisionPath, ids: ContentIds) -> Unit:
    joined = "".join(stated.path)
    name = entry.text if joined == entry.text else joined
    inferred = () if path is stated.own else _inferred(stated.own, path)
    return Unit(
        entry=entry,
        id=entry.id or ids.of(stated.level, name, entry.category),
        level=stated.level,
        path=path,
        name=name,
        inferred=inferred,
    )


def _inferred(own: DivisionPath, path: DivisionPath) -> tuple[Level, ...]:
    return tuple(level for level in LEVELS if path[level.depth] and not own[level.depth])
