"""Regular expressions that are compiled when they are first used.

Compiling one costs up to half a millisecond, and most of a stage's are for lines that a document
has none of.
"""

import re
from typing import AnyStr, cast

_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")


class _Pattern:
    """Takes on the methods of the compiled expression when the first of them is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        compiled = re.compile(self._source, self._flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        found: object = self.__dict__[name]
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return what `re.compile` gives, for matching; compiled at its first use."""
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
