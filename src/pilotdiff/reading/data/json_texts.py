"""Texts that may be JSON, or what programs write for it, read as values."""

import ast
import json
import re
from collections import Counter
from collections.abc import Sequence
from typing import Any
from warnings import catch_warnings, simplefilter

from pilotdiff.patterns import pattern


class RepeatedKeyError(ValueError):
    """A record has a key twice, and one of its two values would be lost."""


def is_json(text: str) -> bool:
    """Tell whether a text is JSON, or lines of JSON, and no list that begins with a bracket."""
    try:
        parsed(text)
    except RepeatedKeyError:
        return True
    except (ValueError, RecursionError):
        return False
    return True


def parsed(text: str) -> Any:
    """Return the value of a text, a list of them where each line holds one; that which a program
    gives a name, and no more. Raises ValueError."""
    text = text.removeprefix("\ufeff")
    if (program := _PROGRAM.fullmatch(_without_comments(text))) is not None:
        return _literal(program["value"])
    try:
        return _loaded(text)
    except json.JSONDecodeError:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            raise
        try:
            return [_loaded(line) for line in lines]
        except json.JSONDecodeError:
            pass
        raise


# var areas = {…}; and areas({…}) of a page's script, AREAS = {…} of a table in Python; what hands
# the value on may stand behind it.
_PROGRAM = pattern(
    r"\s*(?:export\s+default\b|module\.exports\s*=|(?:export\s+)?(?:(?:var|let|const)\s+)?[\w$.]+"
    r"(?:\s*:\s*[\w$.<>\[\]|, ]{1,80})?\s*[=(])"
    r"\s*(?P<value>[\[{].*[\]}])(?:\s+as\s+[\w$.\[\]]+)?[\s;)]*"
    r"(?:(?:export\s+default|module\.exports\s*=)\s+[\w$]+[\s;]*)?",
    re.DOTALL,
)
_COMMENT = pattern(
    r"""(?P<text>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|//[^\n]*|/\*.*?\*/""", re.DOTALL
)


def _without_comments(text: str) -> str:
    """Return a program without what it says to its readers.

    >>> _without_comments("var a = ['//b']; // c")
    "var a = ['//b']; "
    """
    if "//" not in text and "/*" not in text:
        return text
    return _COMMENT.sub(lambda found: found["text"] or "", text)


def _literal(text: str) -> Any:
    """Return the value that a program writes down, in its own quotes or those of JSON. Raises
    ValueError."""
    try:
        return _loaded(text)
    except json.JSONDecodeError as error:
        try:
            with catch_warnings():
                simplefilter("ignore")  # of a backslash in another's program nobody need hear
                return _written(ast.parse(text.strip(), mode="eval").body)
        except (SyntaxError, MemoryError):
            raise error from None


# What JSON and programs call alike.
_WORDS = {"true": True, "false": False, "null": None}


def _written(node: ast.expr) -> Any:
    """Return the value of a literal; a record that has a key twice is refused as JSON's is. Raises
    ValueError for all else that a program may compute."""
    if isinstance(node, ast.Dict):
        keys = [_key(key) for key in node.keys]
        return _record([(str(key), _written(v)) for key, v in zip(keys, node.values, strict=True)])
    if isinstance(node, ast.List | ast.Tuple):
        return [_written(each) for each in node.elts]
    if isinstance(node, ast.Name) and node.id in _WORDS:
        return _WORDS[node.id]
    if isinstance(node, ast.Constant | ast.UnaryOp):
        return ast.literal_eval(node)
    raise ValueError("no value that is written down")


def _key(node: ast.expr | None) -> Any:
    """Return the key of a record, which a script may write without quotes: {name: "清岗县"}."""
    if isinstance(node, ast.Name):
        return node.id
    return _written(node) if node is not None else None


def _loaded(text: str) -> Any:
    return json.loads(text, object_pairs_hook=_record)


def _record(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise RepeatedKeyError(Counter(key for key, _ in pairs).most_common(1)[0][0])
    return found
