"""File, standard input or bytes to `Document`; one module a format, loaded when it is needed."""

from pilotdiff.reading.read_document import read, read_bytes, read_pages

__all__ = ["read", "read_bytes", "read_pages"]
