"""A catalogue: a TOML file that names the documents of a programme and what is known of them."""

from pilotdiff.catalogue.catalogue_reader import catalogue
from pilotdiff.catalogue.catalogue_types import Catalogue
from pilotdiff.catalogue.catalogued import described, document

__all__ = ["Catalogue", "catalogue", "described", "document"]
