"""How many small faults in listing/segment the near tests find: each is put in, and they are run.

    .venv/bin/python bench/segment_mutants.py [module] [--show]

A mutant swaps a comparison, and for or, drops a not, changes a number, turns a truth value round,
or makes one piece of evidence worth nothing. The tests are called in a forked child, so that each
fault is the only one. Wanted: fewer than one mutant in ten survives.
"""

import ast
import copy
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests/listing")]
MODULES = ("states", "steps", "lattice", "weights")
TESTS = ("test_listing_ways", "test_reading_kinds", "test_listing_cases")
_SWAPS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}


def changed(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what could stand in place of a node, each with one fault."""
    if isinstance(node, ast.Compare):
        for at, operator in enumerate(node.ops):
            other = copy.deepcopy(node)
            other.ops[at] = _SWAPS[type(operator)]()
            yield other
    elif isinstance(node, ast.BoolOp):
        swapped: ast.boolop = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(swapped, node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        yield ast.Constant(not node.value)
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield ast.Constant(node.value + 1)
    elif isinstance(node, ast.Constant) and isinstance(node.value, float) and node.value:
        yield ast.Constant(0.0)


class _Replaced(ast.NodeTransformer):
    """Puts `new` in place of the node numbered `number`."""

    def __init__(self, number: int, new: ast.AST) -> None:
        self._left, self._new = number, new

    def visit(self, node: ast.AST) -> ast.AST:
        self._left -= 1
        if self._left == -1:
            return ast.copy_location(self._new, node)
        self.generic_visit(node)
        return node


class _Numbered(ast.NodeVisitor):
    """The nodes of a tree in the order in which _Replaced meets them."""

    def __init__(self) -> None:
        self.nodes: list[ast.AST] = []

    def visit(self, node: ast.AST) -> None:
        self.nodes.append(node)
        self.generic_visit(node)


def mutants(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield every mutant of a source: the line, what was changed to what, the whole source."""
    order = _Numbered()
    order.visit(ast.parse(source))
    for number, node in enumerate(order.nodes):
        for new in changed(node):
            tree = ast.fix_missing_locations(_Replaced(number, new).visit(ast.parse(source)))
            said = f"{ast.unparse(node)}  →  {ast.unparse(new)}"
            yield getattr(node, "lineno", 0), said, ast.unparse(tree)


def put_in(module: ModuleType, source: str) -> None:
    """Run a mutant's source in a module, and give what it defines to all that imported it."""
    old = dict(module.__dict__)
    for each in MODULES:
        for value in vars(import_module(f"pilotdiff.listing.segment.{each}")).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()
    exec(compile(source, module.__file__ or "", "exec"), module.__dict__)
    new = {id(value): module.__dict__[name] for name, value in old.items()}
    kept = {id(value): value for name, value in old.items() if not name.startswith("__")}
    for other in [m for name, m in sys.modules.items() if name.startswith("pilotdiff")]:
        for name, value in list(other.__dict__.items()):
            if id(value) in kept and kept[id(value)] is value and not isinstance(value, ModuleType):
                other.__dict__[name] = new[id(value)]


def near_tests() -> list[Callable[[], None]]:
    """Return the tests that are near, each case one, without those that are known to fail."""
    found: list[Callable[[], None]] = []
    for module in map(import_module, TESTS):
        for test in [each for name, each in vars(module).items() if name.startswith("test_")]:
            (mark,) = getattr(test, "pytestmark", None) or (None,)
            found += [test] if mark is None else _of_each_case(test, *mark.args)
    return found


def _of_each_case(
    test: Callable[..., None], names: str | tuple[str, ...], cases: Sequence[Any]
) -> Iterator[Callable[[], None]]:
    for case in cases:
        if getattr(case, "marks", ()):
            continue
        keys = (names,) if isinstance(names, str) else names
        values = case.values if hasattr(case, "marks") else (case if len(keys) > 1 else (case,))
        yield partial(test, **dict(zip(keys, values, strict=True)))


def survives(module: ModuleType, source: str, tests: Sequence[Callable[[], None]]) -> bool:
    """Tell whether the near tests pass with a mutant in place."""
    child = os.fork()
    if child == 0:
        try:
            put_in(module, source)
            for test in tests:
                test()
        except BaseException:
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def main() -> None:
    """Try every mutant; print the survivors with --show, and how many there are."""
    tests = near_tests()
    for test in tests:
        test()
    tried = alive = 0
    for name in [one for one in MODULES if one in sys.argv] or MODULES:
        module = import_module(f"pilotdiff.listing.segment.{name}")
        source = Path(str(module.__file__)).read_text("utf-8")
        here = lost = 0
        for line, said, mutant in mutants(source):
            here += 1
            if survives(module, mutant, tests):
                lost += 1
                if "--show" in sys.argv:
                    print(f"  {name}:{line}  {said}", flush=True)
        print(f"{name}: {lost} of {here} survive", flush=True)
        tried, alive = tried + here, alive + lost
    print(f"{alive} of {tried} mutants survive")


if __name__ == "__main__":
    main()
