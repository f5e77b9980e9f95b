"""A document filed by what it says of itself: its kind by the words of its title."""

from functools import cache
from pathlib import Path

from pilotdiff.model import Filed, Source, SourceKind, Units


def filed(units: Units, id: str = "") -> Filed:
    """The document under `id`, or the name it was read by, with what its own lines tell."""
    listing = units.listing
    source = Source(
        id=id or listing.document.name,
        kind=_kind(units),
        title=listing.title,
        issuer=listing.issuer,
        number=listing.number,
        date=listing.date,
        province=next(iter(listing.context), ""),
        script=listing.script,
        cites=listing.cites,
        figures=listing.figures,
    )
    return Filed(source, units)


def completed(document: Filed) -> Filed:
    """The document with what its catalogue does not say told from its own lines."""
    told = filed(document.units).source._asdict()
    known = {name: value for name, value in document.source._asdict().items() if value}
    return document._replace(source=Source(**{**told, **known}))


def _kind(units: Units) -> SourceKind | None:
    if not units.units:
        return SourceKind.NEWS if units.listing.figures else None
    title = units.listing.title
    return next((kind for kind, words in _kinds() if any(word in title for word in words)), None)


@cache
def _kinds() -> tuple[tuple[SourceKind, tuple[str, ...]], ...]:
    text = Path(__file__).with_name("tables").joinpath("kinds.txt").read_text("utf-8")
    rows = (line.split(":") for line in text.splitlines() if line and line[0] != "#")
    kinds = ((SourceKind(kind), words) for kind, words in rows)
    return tuple((kind, tuple(word.strip() for word in words.split(","))) for kind, words in kinds)
