"""Pages that no parser should be given: too large, or with a tag of too many attributes."""

from collections.abc import Iterator

from pilotdiff.patterns import pattern
from pilotdiff.reading.contents import RawSource
from pilotdiff.reading.limits import MAX_ATTRIBUTES, MAX_PAGE_BYTES, MEBIBYTE

_QUOTED = pattern(rb"\"[^\"]*\"|'[^']*'")
_PARTING = pattern(rb"[\s/]+")


def refuse_unbounded(source: RawSource) -> None:
    """Refuse a page whose tree would take more memory or time than a list is worth."""
    if len(source.data) > MAX_PAGE_BYTES:
        source.refuse(
            "is a web page of more than {most} MiB; save the list as text or as a table",
            most=MAX_PAGE_BYTES // MEBIBYTE,
        )
    if any(_attributes(tag) > MAX_ATTRIBUTES for tag in _long_tags(source.data)):
        source.refuse(
            "has a tag of more than {most} attributes; copy the list into a text file",
            most=f"{MAX_ATTRIBUTES:,}",
        )


def _attributes(tag: bytes) -> int:
    """Return how many there are; what stands in quotation marks, a whole picture perhaps, is one
    value."""
    return len(_PARTING.split(_QUOTED.sub(b" ", tag)))


def _long_tags(data: bytes) -> Iterator[bytes]:
    """Yield the tags that have room for so many attributes."""
    start = data.find(b"<")
    while start >= 0:
        end = data.find(b">", start)
        if end < 0:
            end = len(data)
        if end - start > 2 * MAX_ATTRIBUTES and data[start + 1 : start + 2].isalpha():
            yield data[start:end]
        start = data.find(b"<", end)
