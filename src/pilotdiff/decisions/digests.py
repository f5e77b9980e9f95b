"""What a person saw when they decided, as a digest: it tells when the lists read otherwise."""

import hashlib

from pilotdiff.model import Unit

LENGTH = 12


def digest(pilot: Unit, result: Unit) -> str:
    """Digest both entries as written, with paths and categories: LENGTH hexadecimal digits."""
    seen = [text for unit in (pilot, result) for text in _shown(unit)]
    return hashlib.sha256("\x1f".join(seen).encode(errors="replace")).hexdigest()[:LENGTH]


def _shown(unit: Unit) -> tuple[str, ...]:
    return (unit.entry.raw, *unit.path, unit.entry.category)
