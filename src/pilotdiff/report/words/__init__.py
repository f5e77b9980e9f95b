"""What the tool says to people, by language; data for other programs is never translated."""

from collections.abc import Mapping
from importlib import import_module

LANGUAGES = ("en", "zh")


class Words:
    """The phrases of one language by key."""

    def __init__(self, language: str, phrases: Mapping[str, str]) -> None:
        self.language = language
        self._phrases = phrases

    def __call__(self, key: str, **values: object) -> str:
        """The phrase with its values filled in; KeyError for a key nobody wrote."""
        phrase = self._phrases[key]
        return phrase.format(**values) if values else phrase

    def count(self, key: str, n: int) -> str:
        """ "1 county", "41 counties": phrases with a singular and a plural, divided by a bar."""
        one, _, many = self._phrases[f"n_{key}"].partition("|")
        return (one if n == 1 or not many else many).format(n=f"{n:,}")


def words(language: str) -> Words:
    """The phrases of `language`, one of LANGUAGES."""
    phrases: Mapping[str, str] = import_module(f"{__name__}.{language}").PHRASES
    return Words(language, phrases)
