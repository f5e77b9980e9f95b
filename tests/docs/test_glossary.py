"""The glossary explains words that the source has, and nothing that is gone."""

import ast
import re

from docs.fenced import ROOT

PACKAGE = ROOT / "src/pilotdiff"
GLOSSARY = ROOT / "docs/glossary.md"
NAMED = re.compile(r"`([^`]+)`")


def rows() -> list[list[str]]:
    lines = GLOSSARY.read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "|" in line]
    return [row for row in cells if row[0] not in ("word", "---")]


def classes() -> dict[str, set[str]]:
    """Every class of the package with the names of its fields and methods."""
    found: dict[str, set[str]] = {}
    for path in PACKAGE.rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef):
                fields = {
                    each.target.id
                    for each in node.body
                    if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
                }
                found[node.name] = fields
    return found


def test_a_word_is_explained_once() -> None:
    words = [row[0] for row in rows()]
    assert len(words) == len(set(words)) > 60


def test_what_holds_a_word_is_there() -> None:
    known, gone = classes(), []
    for name in (name for row in rows() for name in NAMED.findall(row[2])):
        kind, _, field = name.partition(".")
        if "/" in name:
            there = (ROOT / name).exists() or (PACKAGE / name).exists()
        else:
            there = kind in known and (not field or field in known[kind])
        gone += [] if there else [name]
    assert not gone
