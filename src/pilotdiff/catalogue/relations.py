"""What must hold between the documents of a catalogue, and between them and their files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pilotdiff.catalogue.schema import Problem
from pilotdiff.catalogue.source_tables import canonical_number
from pilotdiff.model import msg

Tables = dict[str, Any]


def relations(raw: Tables, folder: Path) -> Iterator[Problem]:
    """Yield what is wrong with tables that are right each for itself."""
    yield from _doubled(raw["document"])
    yield from _nameless(raw["document"])
    yield from _files(raw["document"], folder)
    yield from _example(raw)


def _doubled(documents: list[Tables]) -> Iterator[Problem]:
    ids: set[str] = set()
    numbers: dict[str, str] = {}
    for index, document in enumerate(documents):
        own, number = document["id"], canonical_number(document.get("number", ""))
        if own in ids:
            said = msg('the id "{id}" is taken by a document above: give this one another', id=own)
            yield Problem(("document", index, "id"), said)
        elif number in numbers:
            said = msg(
                'the number {number} is that of "{other}" above: one document stands once, '
                "and two have two numbers",
                number=number,
                other=numbers[number],
            )
            yield Problem(("document", index, "number"), said)
        ids.add(own)
        if number:
            numbers.setdefault(number, own)


def _nameless(documents: list[Tables]) -> Iterator[Problem]:
    for index, document in enumerate(documents):
        if not ("title" in document or "file" in document):
            said = msg('"{id}" has neither title nor file: give one of them', id=document["id"])
            yield Problem(("document", index), said)


def _files(documents: list[Tables], folder: Path) -> Iterator[Problem]:
    for index, document in enumerate(documents):
        if "file" in document and not (folder / document["file"]).is_file():
            said = msg(
                'there is no file "{file}" beside the catalogue: mend the name; it starts from '
                "the folder of the catalogue",
                file=document["file"],
            )
            yield Problem(("document", index, "file"), said)


def _example(raw: Tables) -> Iterator[Problem]:
    by_id = {document["id"]: document for document in raw["document"]}
    for key, id in raw.get("example", {}).items():
        if id not in by_id:
            said = msg('{key} = "{id}" is the id of no document here: name one', key=key, id=id)
            yield Problem(("example", key), said)
        elif "file" not in by_id[id]:
            said = msg('{key} = "{id}" has no file: name a document that has', key=key, id=id)
            yield Problem(("example", key), said)
