"""File, standard input or bytes to `Document`; one module a format, loaded when it is needed."""

from pilotdiff.reading.read_document import read_bytes, read_document, read_pages

__all__ = ["read_bytes", "read_document", "read_pages"]
