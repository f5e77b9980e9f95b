"""An expression that says what it needs cannot match without it: told from its parse tree."""

import re
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from pilotdiff.patterns import NeedingPattern, pattern

PACKAGE = Path(__file__).parents[1] / "src"


def needing() -> Iterable[tuple[str, NeedingPattern]]:
    """Every such expression of the package, with the name that it stands under."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if "needs=" in path.read_text("utf-8") and path.name != "patterns.py":
            name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
            for word, value in vars(import_module(name)).items():
                if isinstance(value, NeedingPattern):
                    yield f"{name}.{word}", value


PATTERNS = dict(needing())


def cannot_do_without(tree: Iterable[tuple[Any, Any]], needs: frozenset[str]) -> bool:
    """Whether each match of a parsed expression has one of these characters in it or beside it."""
    return any(_needs(kind, value, needs) for kind, value in tree)


def _needs(kind: Any, value: Any, needs: frozenset[str]) -> bool:
    if kind is op.LITERAL:
        return chr(value) in needs
    if kind is op.IN:
        return all(_stays_in(each, what, needs) for each, what in value)
    if kind is op.SUBPATTERN:
        return cannot_do_without(value[3], needs)
    if kind in (op.ASSERT, op.ATOMIC_GROUP):
        return cannot_do_without(value[1] if kind is op.ASSERT else value, needs)
    if kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
        return bool(value[0] > 0 and cannot_do_without(value[2], needs))
    if kind is op.BRANCH:
        return all(cannot_do_without(branch, needs) for branch in value[1])
    return False


def _stays_in(kind: Any, value: Any, needs: frozenset[str]) -> bool:
    if kind is op.LITERAL:
        return chr(value) in needs
    return kind is op.RANGE and all(chr(code) in needs for code in range(value[0], value[1] + 1))


@pytest.mark.parametrize("name", PATTERNS)
def test_what_is_needed_stands_in_every_match(name: str) -> None:
    found = PATTERNS[name]
    assert not found.flags & re.IGNORECASE
    assert cannot_do_without(_parser.parse(found.source, found.flags), frozenset(found.needs))


@pytest.mark.parametrize(
    ("source", "needs"),
    [(r"\d个?", "个"), (r"a|b", "a"), (r"[^个]", "个"), (r"(?!个)x", "个"), (r"[ab]", "a")],
)
def test_what_may_be_absent_is_not_needed(source: str, needs: str) -> None:
    assert not cannot_do_without(_parser.parse(source), frozenset(needs))


def test_texts_that_lack_it_have_no_match() -> None:
    plain, needing = pattern(r"\d+(个)"), pattern(r"\d+(个)", needs="个")
    for text in ("3个", "有3个和4个", "3", "个", ""):
        for method in ("search", "match", "fullmatch"):
            one, other = getattr(plain, method)(text), getattr(needing, method)(text)
            assert (one and one.span(1)) == (other and other.span(1))
        assert [hit.span() for hit in plain.finditer(text)] == [
            hit.span() for hit in needing.finditer(text)
        ]
