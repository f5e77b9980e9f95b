"""The catalogue of shipped documents: what they are, and their lists as published.

The catalogue (data/catalogue.toml) alone knows the files' names. It is found beside the package in
a wheel, and at the top of the checkout otherwise.
"""

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.model import (
    Declared,
    Document,
    Figure,
    Level,
    Listing,
    Source,
    SourceKind,
    UserError,
)
from pilotdiff.reading import read


class Catalogue(NamedTuple):
    """All shipped documents, and which two of them `pilotdiff match` compares by default."""

    sources: tuple[Source, ...]
    example: tuple[Source, Source]

    def find(self, id: str) -> Source | None:
        """The document of that id, None when there is none."""
        return next((source for source in self.sources if source.id == id), None)


@cache
def catalogue() -> Catalogue:
    """The catalogue as shipped; read once."""
    folder = _folder()
    raw = tomllib.loads((folder / "catalogue.toml").read_text("utf-8"))
    sources = tuple(_source(table, folder) for table in raw["document"])
    by_id = {source.id: source for source in sources}
    example = raw["example"]
    return Catalogue(sources, (by_id[example["pilots"]], by_id[example["results"]]))


def document(source: Source) -> Document:
    """The list as shipped, under the catalogue's id; no lines where there are figures only."""
    if source.path is None:
        return Document(source.id, "toml", "", 0, ())
    return replace(read(str(source.path)), name=source.id)


def described(listing: Listing, source: Source) -> Listing:
    """The listing with what the catalogue knows of its document and the list may not say."""
    declared = listing.declared or tuple(
        Declared(number, 0, "", level) for level, number in source.declared.items()
    )
    context = listing.context
    if source.province and source.province not in context:
        context = (source.province, *context)
    return replace(
        listing,
        title=source.title,
        issuer=source.issuer,
        number=source.number,
        date=source.date,
        context=context,
        declared=declared,
        cites=source.cites or listing.cites,
        figures=source.figures or listing.figures,
    )


def _folder() -> Path:
    here = Path(__file__).parent
    for folder in (here / "data", here.parents[1] / "data"):
        if (folder / "catalogue.toml").is_file():
            return folder
    raise UserError(
        "the shipped documents are missing beside {here}: install pilotdiff again, "
        "or name two files of your own",
        here=here,
    )


def _source(table: dict[str, Any], folder: Path) -> Source:
    published = table.get("published", {})
    return Source(
        id=table["id"],
        kind=SourceKind(table["kind"]),
        title=table["title"],
        issuer=table.get("issuer", ""),
        number=table.get("number", ""),
        date=table.get("date", ""),
        province=table.get("province", ""),
        programme=table.get("programme", ""),
        batch=table.get("batch"),
        script=table.get("script", ""),
        declared={Level(level): count for level, count in table.get("declared", {}).items()},
        site=published.get("site", ""),
        page=published.get("title", ""),
        seen=published.get("date", ""),
        cites=tuple(table.get("cites", ())),
        figures=tuple(_figure(figure) for figure in table.get("figures", ())),
        path=folder / table["file"] if "file" in table else None,
    )


def _figure(table: dict[str, Any]) -> Figure:
    about = table.get("about", False)
    return Figure(float(table["value"]), table["unit"], table["subject"], 0, "", about)
