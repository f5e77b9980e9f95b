"""One word, one thing: no two files, classes or types of one name, no field told that is gone."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src/pilotdiff"
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
TREES = {path.relative_to(PACKAGE): ast.parse(path.read_text("utf-8")) for path in FILES}
# A line of a docstring that describes fields: their names, two spaces, what they hold.
DESCRIBED = re.compile(r"^([a-z_]+(?:, [a-z_]+)*) {2,}\S")


def twice(named: Iterable[tuple[str, Path]]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for name, path in named:
        places[name].append(str(path))
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_two_files_bear_one_name():
    assert not twice((path.name, path) for path in TREES)


def test_no_two_public_classes_bear_one_name():
    classes = (
        (node.name, path)
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )
    assert not twice(classes)


def test_no_two_types_bear_one_name():
    aliases = (
        (target.id, path)
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name) and target.id[0].isupper() and not target.id.isupper()
    )
    assert not twice(aliases)


def undescribed(kind: ast.ClassDef) -> Iterator[str]:
    """What a class's docstring describes and the class does not have."""
    fields = {
        node.target.id
        for node in kind.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    fields |= {node.name for node in kind.body if isinstance(node, ast.FunctionDef)}
    for line in (ast.get_docstring(kind) or "").splitlines()[1:] if fields else ():
        if found := DESCRIBED.match(line):
            yield from (name for name in found[1].split(", ") if name not in fields)


@pytest.mark.parametrize("path", TREES, ids=str)
def test_a_docstring_describes_fields_that_are_there(path: Path):
    classes = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.ClassDef)]
    assert not {kind.name: gone for kind in classes if (gone := list(undescribed(kind)))}
