"""Lines to a Listing: headings, items, running text, tables, metadata."""

from pilotdiff.listing.categories import category_key
from pilotdiff.listing.outline import outline

__all__ = ["category_key", "outline"]
