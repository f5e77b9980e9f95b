"""One direction: each stage imports only what stands before it. docs/design.md names them all."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/pilotdiff"
# Also within functions: a late import is for start-up, not for going back.
ORDER = (
    "version",
    "model",
    "column_headings",
    "patterns",
    "language",
    "reading",
    "repair",
    "names",
    "facts",
    "listing",
    "units",
    "matching",
    "outcomes",
    "decisions",
    "evaluation",
    "bundled",
    "catalogue",
    "filing",
    "confirming",
    "checks",
    "tracing",
    "programme",
    "report",
    "cli",
)
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE)


def imported(path: Path) -> Iterator[str]:
    """The stages of ours that a module imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "pilotdiff":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pilotdiff."):
            yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            ours = (alias.name for alias in node.names if alias.name.startswith("pilotdiff."))
            yield from (name.split(".")[1] for name in ours)


def test_a_module_imports_nothing_that_stands_after_it():
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
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("pilotdiff"):
            module = str(node.module)
            wanted |= {file_of(f"{module}.{each.name}") or file_of(module) for each in node.names}
        elif isinstance(node, ast.Import):
            ours = [each.name for each in node.names if each.name.startswith("pilotdiff")]
            wanted |= {file_of(name) for name in ours}
    return {found for found in wanted if found and found != path}


def test_no_file_imports_what_imports_it():
    graph = {path: imported_files(path) for path in PACKAGE.rglob("*.py")}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the files


def test_every_stage_has_its_place_and_is_described():
    stages = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert stages <= set(ORDER)
    picture = (ROOT / "docs/design.md").read_text("utf-8")
    assert not [stage for stage in stages if f"`{stage}/`" not in picture]


def test_the_core_touches_neither_screen_nor_clock_nor_environment():
    outside = {"reading", "catalogue", "report", "decisions", "bundled", "cli"}
    for path in MODULES:
        if path.relative_to(PACKAGE).parts[0] in outside:
            continue
        names = {
            alias.name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        assert not names & {"sys", "time", "datetime", "subprocess", "random"}, path
