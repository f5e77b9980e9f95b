"""Regular expressions that are compiled when they are first used.

Compiling one costs up to a few milliseconds where `compiled_patterns` does not have it, and most of
a stage's are for lines that a document has none of. Where an expression says which characters it
cannot do without, a text that has none of them is not looked through, and a document without such a
text compiles nothing.

`\\p{Han}` stands for a Chinese character, `\\P{Han}` for none, as in Unicode's regular expressions:
every letter and digit of a script beyond the alphabets, so that 〇 and rare ones are in (㙦坪镇).
A range of 20,000 characters takes longest of all to compile.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import AnyStr, cast

from pilotdiff.compiled_patterns import compiled

END_OF_A_NAME = r"(?<=[省市州盟县縣区區旗镇鎮乡鄉村道查木处處场場会會])"
"""Right behind the last character of a unit's name, whatever its kind: 嘎查, 苏木, 办事处, 农场,
居委会."""
IN_BRACKETS = "[（(][^（()）]*[）)]"
"""Brackets that hold none."""
TOWN_KIND = "(?:[镇乡]|街道|苏木)"
VILLAGE_KIND = "(?:村|社区|嘎查|委会|委员会)"
"""What stands behind the names of towns and of villages, whatever their kind."""

# A line of many names has so many characters.
_LONG = 300
_HAN, _NOT_HAN = r"[^\W\x00-\u07ff]", r"[\W\x00-\u07ff]"
_METHODS = ("search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn")
# All that there are, for the table of compiled ones.
MADE: "list[_Pattern]" = []


class _Pattern:
    """Takes on the methods of the compiled expression when the first of them is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.source, self.flags = source, flags
        MADE.append(self)

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        made = compiled(self.source, self.flags)
        self.__dict__.update((method, getattr(made, method)) for method in _METHODS)
        found: object = self.__dict__[name]
        return found


class NeedingPattern:
    """Looks only through texts that have one of the characters that each of its matches needs: of a
    long text, which is asked about piece by piece, all would be gone through each time."""

    # The first character of those that a text has, None where it has none.
    _has: Callable[[str], object]

    def __init__(self, source: str, flags: int, needs: str) -> None:
        self.source, self.flags, self.needs = source, flags, needs
        self._pattern, self._needed = pattern(source, flags), one_of(needs)

    def search(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the first match anywhere; None where there is none."""
        lacks = len(text) < _LONG and self._has(text) is None
        return None if lacks else self._pattern.search(text, *bounds)

    def match(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match at the start; None where there is none."""
        lacks = len(text) < _LONG and self._has(text) is None
        return None if lacks else self._pattern.match(text, *bounds)

    def fullmatch(self, text: str, *bounds: int) -> re.Match[str] | None:
        """Return the match of the whole text; None where there is none."""
        lacks = len(text) < _LONG and self._has(text) is None
        return None if lacks else self._pattern.fullmatch(text, *bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[re.Match[str]]:
        """Return the matches, one after the other."""
        lacks = len(text) < _LONG and self._has(text) is None
        return iter(()) if lacks else self._pattern.finditer(text, *bounds)

    def __getattr__(self, name: str) -> object:
        if name == "_has":
            self._has = self._needed.search
            return self._has
        return getattr(self._pattern, name)


def pattern(source: AnyStr, flags: int = 0, needs: str = "") -> re.Pattern[AnyStr]:
    """Return what `re.compile` gives, for matching; compiled at its first use.

    needs   characters of which every text that matches has at least one; "" to look at all texts

    >>> pattern(r"等\\d+个", needs="个").search("等3个") is None
    False
    >>> pattern(r"\\p{Han}+").findall("1〇一团a𡐓村")
    ['〇一团', '𡐓村']
    """
    if not isinstance(source, str):
        return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
    written = source.replace(r"\p{Han}", _HAN).replace(r"\P{Han}", _NOT_HAN)
    if needs:
        return cast("re.Pattern[AnyStr]", NeedingPattern(written, flags, needs))
    return cast("re.Pattern[AnyStr]", _Pattern(written, flags))


@cache
def one_of(characters: str) -> re.Pattern[str]:
    """Return an expression for any one of these characters: to look for it takes a sixth of what a
    set takes to be asked about each character of a text.

    >>> one_of("村镇").search("清岗镇").start()
    2
    """
    return pattern(f"[{re.escape(characters)}]")


# One Chinese character; one bracket that holds none.
HAN, BRACKET = pattern(r"\p{Han}"), pattern(IN_BRACKETS)
