"""What is to be translated, found in the source: Babel's method for `make messages` (babel.cfg).

Babel's own sees calls by their tokens, and nothing of f-strings, of options' help or of docstrings
that are shown to people. This one walks the syntax tree instead.
"""

import ast
from collections.abc import Collection, Iterator
from typing import IO, Any

# Line, function, its texts, comments: what Babel takes.
ExtractedText = tuple[int, str, str | tuple[str | None, ...], list[str]]


def extract(
    source: IO[bytes],
    keywords: Collection[str],
    comment_tags: Collection[str],
    options: dict[str, Any],
) -> Iterator[ExtractedText]:
    """Yield the texts of calls of `keywords`, of `help=` and of the docstrings that are shown.

    With the option `commands`, the function `command` is one.
    """
    del comment_tags
    tree = ast.parse(source.read())
    with_commands = bool(options.get("commands"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _called(node, keywords)
        elif isinstance(node, ast.FunctionDef) and _is_shown(node, with_commands):
            text = ast.get_docstring(node)
            if text:
                yield node.lineno, "msg", text, []


def _is_shown(function: ast.FunctionDef, with_commands: bool) -> bool:
    is_feature = any(_name(each) == "feature" for each in function.decorator_list)
    return is_feature or (with_commands and function.name == "command")


def _called(call: ast.Call, keywords: Collection[str]) -> Iterator[ExtractedText]:
    name = _name(call.func)
    if name in keywords:
        texts = tuple(_text(argument) for argument in call.args)
        if any(texts):
            yield call.lineno, name, texts if len(texts) > 1 else (texts[0] or ""), []
    for keyword in call.keywords:
        text = _text(keyword.value) if keyword.arg == "help" else None
        if text:
            yield call.lineno, "msg", text, []


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _text(value: ast.expr) -> str | None:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        return value.value
    return None
