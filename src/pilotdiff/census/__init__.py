"""The census: every unit's name in a document is an entry, a parent, a mention, or left out."""

from pilotdiff.census.no_province import with_no_province
from pilotdiff.census.tally import take

__all__ = ["take", "with_no_province"]
