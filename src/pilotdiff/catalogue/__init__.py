"""A catalogue: a TOML file that names the documents of a programme and what is known of them."""

from pilotdiff.catalogue.documents import described, document
from pilotdiff.catalogue.model import Catalogue
from pilotdiff.catalogue.reading import catalogue

__all__ = ["Catalogue", "catalogue", "described", "document"]
