"""The tables of a catalogue → its documents; the tables have been checked."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pilotdiff.catalogue.catalogue_types import Catalogue
from pilotdiff.model import Allotment, Citation, Figure, Level, Source, SourceKind, Stated
from pilotdiff.model.document_names import DocumentName
from pilotdiff.patterns import pattern

_YEAR = pattern(r"\s*[［\[（(【〔]\s*((?:19|20)\d\d)\s*[］\])）】〕]\s*", needs="［[（(【〔")


def built(raw: dict[str, Any], name: str, folder: Path) -> Catalogue:
    """Return the catalogue of these tables; the files that it names lie in `folder`."""
    titles = {table["id"]: table.get("title", table["id"]) for table in raw["document"]}
    sources = tuple(_source(table, folder, titles) for table in raw["document"])
    by_id = {source.id: source for source in sources}
    example = raw.get("example")
    pair = (by_id[example["pilots"]], by_id[example["results"]]) if example else None
    return Catalogue(name, sources, pair)


def canonical_number(number: str) -> str:
    """Return a document number with the brackets that the standard wants: 川民发[2022]37号 →
    〔2022〕."""
    return _YEAR.sub(r"〔\1〕", number.strip())


def _source(table: dict[str, Any], folder: Path, titles: Mapping[str, str]) -> Source:
    published = table.get("published", {})
    citations = tuple(_citation(citation) for citation in table.get("citations", ()))
    cites = (*map(canonical_number, table.get("cites", ())), *(each.number for each in citations))
    return Source(
        id=DocumentName(table["id"], table.get("short_name", "")),
        kind=SourceKind(table["kind"]) if "kind" in table else None,
        title=table.get("title", ""),
        issuer=table.get("issuer", ""),
        number=canonical_number(table.get("number", "")),
        date=str(table.get("date", "")),
        province=table.get("province", ""),
        programme=table.get("programme", ""),
        batch=table.get("batch"),
        script=table.get("script", ""),
        declared={Level(level): count for level, count in table.get("declared", {}).items()},
        site=published.get("site", ""),
        page=published.get("title", ""),
        seen=str(published.get("date", "")),
        known_from=tuple(
            (fact, titles.get(told, told)) for fact, told in table.get("known_from", {}).items()
        ),
        is_extract=table.get("extract", False),
        cites=tuple(dict.fromkeys(cites)),
        figures=tuple(_figure(figure) for figure in table.get("figures", ())),
        path=folder / table["file"] if "file" in table else None,
        id_column=table.get("id_column", ""),
        name_column=table.get("name_column", ""),
        citations=citations,
        allotments=tuple(_allotment(allotment) for allotment in table.get("allotments", ())),
        ends=Stated(str(table["ends"]), 0) if "ends" in table else None,
    )


def _citation(table: dict[str, Any]) -> Citation:
    return Citation(canonical_number(table["number"]), table.get("title", ""), table.get("line", 0))


def _allotment(table: dict[str, Any]) -> Allotment:
    units, categories = tuple(table["units"]), tuple(table["categories"])
    return Allotment(units, categories, table.get("line", 0))


def _figure(table: dict[str, Any]) -> Figure:
    return Figure(
        float(table["value"]),
        table["unit"],
        table["subject"],
        table.get("line", 0),
        table.get("text", ""),
        table.get("about", False),
        level=Level(table["level"]) if "level" in table else None,
        stage=SourceKind(table["stage"]) if "stage" in table else None,
        batch=table.get("batch"),
        year=table.get("year"),
        yearly=table.get("yearly", False),
    )
