"""On which line of a TOML text each key and value stands; tomllib does not say.

The text has been read by tomllib before, so it is well-formed: only what shows where something
stands is looked at.
"""

import re
from typing import NamedTuple

from pilotdiff.patterns import pattern

TomlPath = tuple[str | int, ...]

_TOKEN = pattern(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<blank>\#[^\n]*|\s+)|(?P<mark>[\[\]{}=,.])|(?P<bare>[^\s\[\]{}=,.\"'\#]+)",
    re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def key_lines(text: str) -> dict[TomlPath, int]:
    """Return the line of every key, table and member of an array, from 1.

    ("document", 0, "title") is the title of the first [[document]].
    """
    return _Scan(text).found


class _Scan:
    """One pass over the tokens of a text."""

    def __init__(self, text: str) -> None:
        self.found: dict[TomlPath, int] = {}
        self._tokens = _tokens(text)
        self._at = 0
        self._members: dict[TomlPath, int] = {}  # of each array of tables: the last
        table: TomlPath = ()
        while self._at < len(self._tokens):
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _peek(self) -> str:
        return self._tokens[self._at].text

    def _take(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _took(self, text: str) -> bool:
        """Take the next token where it is this mark."""
        here = self._at < len(self._tokens) and self._peek() == text
        self._at += here
        return here

    def _header(self) -> TomlPath:
        """Return the path in [a.b] or [[a.b]], that of the table that begins here."""
        line = self._take().line
        is_array = self._took("[")
        *above, last = self._key()
        path: TomlPath = ()
        for part in above:
            self.found.setdefault((*path, part), line)
            path = self._inside((*path, part))
        path = (*path, last)
        if is_array:
            self._members[path] = self._members.get(path, -1) + 1
            self.found.setdefault(path, line)
            path = self._inside(path)
        self.found.setdefault(path, line)
        self._at += 2 if is_array else 1
        return path

    def _inside(self, path: TomlPath) -> TomlPath:
        """Return the path of a table, the last one where it is an array of them."""
        return (*path, self._members[path]) if path in self._members else path

    def _key(self) -> list[str]:
        parts = [_unquoted(self._take())]
        while self._took("."):
            parts.append(_unquoted(self._take()))
        return parts

    def _pair(self, table: TomlPath) -> None:
        line = self._tokens[self._at].line
        for part in self._key():
            table = (*table, part)
            self.found.setdefault(table, line)
        self._take()  # the =
        self._value(table)

    def _value(self, path: TomlPath) -> None:
        if self._took("["):
            number = 0
            while not self._took("]"):
                self.found[(*path, number)] = self._tokens[self._at].line
                self._value((*path, number))
                self._took(",")
                number += 1
        elif self._took("{"):
            while not self._took("}"):
                self._pair(path)
                self._took(",")
        else:
            self._scalar()

    def _scalar(self) -> None:
        """Pass a string, or what a number or a date is cut into: 1.28, 1979-05-27 07:32:00."""
        line = self._take().line
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            if token.line != line or token.text in ("]", "}", ","):
                return
            self._at += 1


def _tokens(text: str) -> list[_Token]:
    tokens, line = [], 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "blank":
            tokens.append(_Token(kind, match[0], line))
        line += match[0].count("\n")
    return tokens


def _unquoted(token: _Token) -> str:
    return token.text[1:-1] if token.kind == "string" else token.text
