"""docs/catalogue.md describes every key."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from pilotdiff.catalogue import schema
from pilotdiff.catalogue.catalogue_reader import catalogue

DOCS = (Path(__file__).parents[2] / "docs" / "catalogue.md").read_text("utf-8")
KEYS = {
    "document": schema.DOCUMENT,
    "example": schema.EXAMPLE,
    "figure": schema.FIGURE,
    "published": schema.PUBLISHED,
    "declared": schema.DECLARED_KEYS,
    "known_from": schema.KNOWN_FROM,
    "citation": schema.CITATION,
    "allotment": schema.ALLOTMENT,
}


@pytest.mark.parametrize(
    ("table", "key"), [(table, key) for table, keys in KEYS.items() for key in keys]
)
def test_every_key_is_described(table: Any, key: Any) -> None:
    assert f"`{key}`" in DOCS, table


def test_no_key_is_described_that_is_not_there() -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE))
    assert described <= {key for keys in KEYS.values() for key in keys}


def test_the_example_is_a_catalogue(tmp_path: Path) -> None:
    text = DOCS.split("```toml\n")[1].split("```")[0]
    for document in tomllib.loads(text)["document"]:
        file = tmp_path / document["file"]
        file.parent.mkdir(exist_ok=True)
        file.write_text("-")
    path = tmp_path / "programme.toml"
    path.write_text(text, "utf-8")
    read = catalogue(path)
    assert read.example is not None
    assert [source.id for source in read.example] == ["sichuan-2022", "sichuan-2023"]
