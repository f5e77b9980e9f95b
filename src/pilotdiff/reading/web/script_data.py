"""The data that a page's script holds: arrays, objects and strings as they are written in it."""

import re
from collections.abc import Iterator
from typing import Any

from pilotdiff.patterns import pattern

_SPACE = pattern(r"(?:\s+|/\*.{0,400}?\*/|//[^\n]{0,400})*", re.DOTALL)
_BEGINS = pattern(r"""[\[{"'`]""")
_STRINGS = {
    '"': pattern(r'"(?:[^"\\\n]|\\.)*"', re.DOTALL),
    "'": pattern(r"'(?:[^'\\\n]|\\.)*'", re.DOTALL),
    "`": pattern(r"`(?:[^`\\]|\\.)*`", re.DOTALL),
}
_KEY = pattern(r"[\w$]+")
_WORD = pattern(r"[+-]?[\w$.]+")
_ESCAPE = pattern(r"\\(?:u\{([0-9a-fA-F]+)\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_SAID = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_WORDS: dict[str, Any] = {"true": True, "false": False}
_NUMBER = pattern(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_HALVES = pattern("[\ud800-\udfff]")
_DEEPEST = 12
_MOST_VALUES = 500_000
"""Bracket upon bracket could be tried without end; no list has so many values."""


class _NoValueError(ValueError):
    """What stands there is code, or data that goes wrong."""


class _TooMuchError(ValueError):
    """More has been tried than any list holds."""


def script_values(code: str) -> Iterator[Any]:
    """Yield the arrays, objects and strings of a script that stand within no other, in order.

    >>> list(script_values("var a = [{name: '柳城街道', n: 1}, ]; f('<td>东岭县</td>');"))
    [[{'name': '柳城街道', 'n': 1}], '<td>东岭县</td>']
    """
    reader, at = _Reader(code), 0
    while (begin := _BEGINS.search(code, at)) is not None:
        try:
            value, at = reader.value(begin.start(), 0)
        except _NoValueError:
            at = begin.end()
        except _TooMuchError:
            return
        else:
            yield value


class _Reader:
    """Reads the values of one script; each method returns a value and where it ends."""

    def __init__(self, code: str) -> None:
        self._code, self._tried = code, 0

    def value(self, at: int, depth: int) -> tuple[Any, int]:
        """Return the value that begins at a place of the code."""
        self._tried += 1
        if self._tried > _MOST_VALUES:
            raise _TooMuchError
        sign = self._code[at : at + 1]
        if sign in _STRINGS:
            return self._string(at)
        if depth > _DEEPEST:
            raise _NoValueError
        if sign == "[":
            return self._array(at + 1, depth)
        if sign == "{":
            return self._object(at + 1, depth)
        word = _WORD.match(self._code, at)
        if word is None:
            raise _NoValueError
        if _NUMBER.fullmatch(word[0]):
            number = int(word[0]) if word[0].isdigit() and len(word[0]) < 16 else word[0]
            return number, word.end()
        return _WORDS.get(word[0]), word.end()

    def _string(self, at: int) -> tuple[str, int]:
        found = _STRINGS[self._code[at]].match(self._code, at)
        if found is None:
            raise _NoValueError
        text = _ESCAPE.sub(_unescaped, found[0][1:-1])
        if _HALVES.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return text, found.end()

    def _array(self, at: int, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        at = self._skip(at)
        while self._code[at : at + 1] != "]":
            value, at = self.value(at, depth + 1)
            found.append(value)
            at = self._next(at, "]")
        return found, at + 1

    def _object(self, at: int, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        at = self._skip(at)
        while self._code[at : at + 1] != "}":
            key, at = self._key(at)
            at = self._skip(at)
            if self._code[at : at + 1] != ":":
                raise _NoValueError
            found[key], at = self.value(self._skip(at + 1), depth + 1)
            at = self._next(at, "}")
        return found, at + 1

    def _key(self, at: int) -> tuple[str, int]:
        if self._code[at : at + 1] in ('"', "'"):
            return self._string(at)
        key = _KEY.match(self._code, at)
        if key is None:
            raise _NoValueError
        return key[0], key.end()

    def _next(self, at: int, close: str) -> int:
        """Return where the next member begins, or the bracket that closes them stands."""
        at = self._skip(at)
        if self._code[at : at + 1] == ",":
            return self._skip(at + 1)
        if self._code[at : at + 1] != close:
            raise _NoValueError
        return at

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._code, at)
        return found.end() if found else at


def _unescaped(escape: re.Match[str]) -> str:
    digits = escape[1] or escape[2] or escape[3]
    if not digits:
        return _SAID.get(escape[4], escape[4])
    number = int(digits, 16) if len(digits) < 9 else 0x110000
    return chr(number) if number < 0x110000 else ""
