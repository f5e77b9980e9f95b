"""A name as its line writes it."""

from pilotdiff.listing.unit_names.line_names import Name
from pilotdiff.model import Clean, Repair
from pilotdiff.repair import part
from pilotdiff.repair.texts import with_kind, without_spaces


def as_written(name: Name, line: Clean) -> tuple[Clean, str, tuple[Repair, ...]]:
    """Return a name by itself, clean; as it is written with its notes; and what was repaired in
    that."""
    own = without_spaces(part(line, name.start, name.end))
    if name.added or name.before:
        own = with_kind(own, name.added, name.before)
    if name.stop <= name.end:
        return own, own.raw, own.repairs
    whole = without_spaces(part(line, name.start, name.stop))
    return own, whole.raw, own.repairs if name.added or name.before else whole.repairs
