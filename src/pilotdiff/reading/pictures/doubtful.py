"""Doubtful characters on their way through the layout of a page.

The layout joins and parts texts. A doubtful character goes through it as a sign of a private
area of Unicode, one for each, and is put back with its place once the lines stand.
"""

from collections.abc import Iterator, Sequence

from pilotdiff.model import Doubt
from pilotdiff.reading.pictures.characters import Character

_FIRST = 0xF0000
_MOST = 0xFFFD


class Doubts:
    """The doubtful characters of one document, in the order in which they were met."""

    def __init__(self) -> None:
        self._met: list[Character] = []

    def marked(self, characters: Sequence[Character]) -> str:
        """Return the text of recognised characters, with a sign for each doubtful one."""
        return "".join(self._sign(character) for character in characters)

    def plain(self, text: str) -> str:
        """Return a text with its best readings in place of the signs."""
        return "".join(self._best(sign) for sign in text)

    def told(self, line: int, text: str) -> Iterator[Doubt]:
        """Yield the doubts of a text that stands in the line of that number."""
        plain = self.plain(text)
        for at, sign in enumerate(text):
            if (found := self._of(sign)) is not None:
                yield Doubt(line, plain, at, round(found.confidence, 3), found.others)

    def _sign(self, character: Character) -> str:
        is_han = "\u4e00" <= character.text <= "\u9fff"
        if not is_han or not character.is_doubtful or len(self._met) > _MOST:
            return character.text
        self._met.append(character)
        return chr(_FIRST + len(self._met) - 1)

    def _of(self, sign: str) -> Character | None:
        at = ord(sign) - _FIRST
        return self._met[at] if 0 <= at < len(self._met) else None

    def _best(self, sign: str) -> str:
        found = self._of(sign)
        return sign if found is None else found.text
