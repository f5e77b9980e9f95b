from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.catalogue import catalogue, described, document
from pilotdiff.listing import outline
from pilotdiff.model import Level
from pilotdiff.reading import read_document
from pilotdiff.units import resolve

CATALOGUE = catalogue()
LISTS = [source for source in CATALOGUE.sources if source.path]
PAGES = {
    "sichuan-2022-pilots": "000_*.txt",
    "sichuan-2023-demonstrations": "001_*.txt",
    "pengxi-2022-plan": "002_*.txt",
    "national-2019-zones": "004_*.txt",
}


def units(source: Any) -> Any:
    return resolve(described(outline(document(source)), source)).units


def test_ids_are_unique_and_name_no_file() -> None:
    ids = [source.id for source in CATALOGUE.sources]
    assert len(set(ids)) == len(ids)
    assert not any("." in id or "/" in id for id in ids)


@pytest.mark.parametrize("source", CATALOGUE.sources, ids=lambda source: source.id)
def test_every_document_says_where_it_is_from(source: Any) -> None:
    assert source.title
    assert source.issuer
    assert source.date
    assert source.path or source.figures


@pytest.mark.parametrize("source", LISTS, ids=lambda source: source.id)
def test_the_totals_that_a_list_declares_are_those_it_holds(source: Any) -> None:
    counted = Counter(unit.level for unit in units(source))
    for level, number in source.declared.items():
        assert counted[level] == number


@pytest.mark.parametrize("source", LISTS, ids=lambda source: source.id)
def test_a_shipped_list_reads_as_the_page_it_was_taken_from(source: Any, shared: Path) -> None:
    page = next((shared / "seeds").glob(PAGES[source.id]))
    published = resolve(outline(read_document(str(page)))).units
    assert [told(unit) for unit in units(source)] == [told(unit) for unit in published]


def told(unit: Any) -> Any:
    entry = unit.entry
    return (unit.name, unit.level, unit.path[1:], entry.raw, entry.category, entry.ordinal)


def test_the_catalogue_completes_what_a_list_does_not_say() -> None:
    source = CATALOGUE.find("pengxi-2022-plan")
    assert source is not None
    listing = described(outline(document(source)), source)
    assert (listing.document.name, listing.date) == (source.id, "2022-08-12")
    assert {unit.path[0] for unit in resolve(listing).units} == {"四川省"}
    assert {unit.level for unit in resolve(listing).units} == {Level.TOWNSHIP, Level.COMMUNITY}


def test_an_unknown_id_is_not_found() -> None:
    assert CATALOGUE.find("nothing") is None
