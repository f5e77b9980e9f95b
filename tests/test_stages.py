"""One direction: each stage imports only what stands before it; and one word means one thing.

docs/design.md names the stages, docs/glossary.md the words.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/pilotdiff"
# Also within functions: a late import is for start-up, not for going back.
ORDER = (
    "version",
    "word_tables",
    "model",
    "column_headings",
    "column_values",
    "patterns",
    "in_groups",
    "forked",
    "bounded",
    "language",
    "reading",
    "repair",
    "names",
    "record",
    "facts",
    "listing",
    "census",
    "units",
    "matching",
    "outcomes",
    "decisions",
    "reconciliation",
    "evaluation",
    "bundled",
    "catalogue",
    "filing",
    "confirming",
    "checks",
    "tracing",
    "programme",
    "panel",
    "report",
    "service",
    "face",
    "cli",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """The stages of ours that a module imports."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and node.module == "pilotdiff":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pilotdiff."):
            yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            ours = (alias.name for alias in node.names if alias.name.startswith("pilotdiff."))
            yield from (name.split(".")[1] for name in ours)


def test_a_module_imports_nothing_that_stands_after_it() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {stage}"
        for path in MODULES
        for stage in imported(path)
        if ORDER.index(stage) > ORDER.index(path.relative_to(PACKAGE).parts[0])
    ]
    assert not wrong


def file_of(module: str) -> Path | None:
    """The file of a module of ours; None where the name is something within a module."""
    path = ROOT.joinpath("src", *module.split("."))
    found = path.with_suffix(".py"), path / "__init__.py"
    return next((one for one in found if one.is_file()), None)


def imported_files(path: Path) -> set[Path]:
    """The files of ours that a file imports, also within functions."""
    wanted: set[Path | None] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pilotdiff"):
            module = str(node.module)
            wanted |= {file_of(f"{module}.{each.name}") or file_of(module) for each in node.names}
        elif isinstance(node, ast.Import):
            ours = [each.name for each in node.names if each.name.startswith("pilotdiff")]
            wanted |= {file_of(name) for name in ours}
    return {found for found in wanted if found and found != path}


def test_no_file_imports_what_imports_it() -> None:
    graph = {path: imported_files(path) for path in PACKAGE.rglob("*.py")}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the files


def test_every_stage_has_its_place_and_is_described() -> None:
    stages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert stages <= set(ORDER)
    picture = (ROOT / "docs/design.md").read_text("utf-8")
    assert not [stage for stage in stages if f"`{stage}/`" not in picture]


def test_the_core_touches_neither_screen_nor_clock_nor_environment() -> None:
    outside = {"reading", "catalogue", "report", "decisions", "bundled", "face", "cli"}
    for path in MODULES:
        if path.relative_to(PACKAGE).parts[0] in outside:
            continue
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(tree_of(path))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        assert not names & {"sys", "time", "datetime", "subprocess", "random"}, path


# One word, one thing.
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")
# A line of a docstring that describes fields: their names, two spaces, what they hold.
DESCRIBED = re.compile(r"^([a-z_]+(?:, [a-z_]+)*) {2,}\S")


def twice(named: Iterable[tuple[str, Path]]) -> dict[str, list[str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for name, path in named:
        places[name].append(str(path.relative_to(PACKAGE)))
    return {name: found for name, found in places.items() if len(found) > 1}


def test_no_two_files_bear_one_name() -> None:
    assert not twice((path.name, path) for path in FILES)


def kinds(path: Path) -> Iterator[str]:
    """The classes, and the types that are other words for one, which a file makes for all."""
    for node in tree_of(path).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield node.name
        elif isinstance(node, ast.Assign):
            names = (target.id for target in node.targets if isinstance(target, ast.Name))
            yield from (name for name in names if name[0].isupper() and not name.isupper())


def test_no_two_classes_or_types_bear_one_name() -> None:
    assert not twice((name, path) for path in FILES for name in kinds(path))


def constants(path: Path) -> Iterator[str]:
    """The values that a file makes for all."""
    for node in tree_of(path).body:
        one = [node.target] if isinstance(node, ast.AnnAssign) else []
        targets = node.targets if isinstance(node, ast.Assign) else one
        names = (target.id for target in targets if isinstance(target, ast.Name))
        yield from (name for name in names if name[0].isupper() and name.isupper())


def test_no_two_values_bear_one_name() -> None:
    alike = twice((name, path) for path in FILES for name in constants(path))
    alike.pop("COLUMNS")  # each answer has its own
    assert not alike


# What several modules offer alike, to be called by the module's name: checks, commands, screens,
# formats, readers of files.
ALIKE = {"check", "command", "in_short", "contents", "lines", "parts", "text"}


def test_no_two_functions_bear_one_name() -> None:
    named = [
        (node.name, path)
        for path in FILES
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]
    assert twice(named).keys() == ALIKE


# As many lines as a person sees at once.
LONGEST = 45


def test_a_function_is_seen_at_once() -> None:
    long = {
        f"{path.relative_to(PACKAGE)}: {node.name}": length
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (length := (node.end_lineno or 0) - node.lineno + 1) > LONGEST
    }
    assert not long


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


def test_a_docstring_describes_fields_that_are_there() -> None:
    gone = {
        f"{path.relative_to(PACKAGE)}: {node.name}": list(undescribed(node))
        for path in FILES
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
    }
    assert not {where: names for where, names in gone.items() if names}
