"""Messages in the reader's language: gettext catalogues, one a language; data is never translated.

The English text of a message is its key. locale/zh/LC_MESSAGES/pilotdiff.po holds the Chinese;
building the package compiles it (hatch_build.py), and so does `make`.
"""

from gettext import NullTranslations, translation
from pathlib import Path

from pilotdiff.model import Message, msg, msgs
from pilotdiff.model.messages import document_name

LANGUAGES = ("en", "zh")
_CATALOGUES = Path(__file__).parent / "locale"


class Words:
    """What the tool says in one language.

    `words("line {n}", n=4)` and `words.number("{n} unit", "{n} units", 4)` put a text and its
    values into words; `words(message)` does so for what the core said.
    """

    def __init__(self, language: str, catalogue: NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, said: str | Message, /, **values: object) -> str:
        """Return the text or message in this language; a text that no catalogue has stays as it
        is."""
        if isinstance(said, Message):
            return said.told(self._translate)
        return msg(said, **values).told(self._translate) if values else self._translate(said)

    def called(self, document: str) -> str:
        """Return how this language calls a document: by its short name, or by the id given."""
        return document_name(document, self._translate)

    def number(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say a number of things: "1 county", "41 counties"; {n} is the number, its thousands set
        off."""
        return msgs(one, many, n, **values).told(self._translate)

    def _translate(self, text: str, many: str = "", number: int = 1) -> str:
        if not text:
            return ""  # gettext keeps the catalogue's own description there
        if many:
            return self._catalogue.ngettext(text, many, number)
        return self._catalogue.gettext(text)


# What is said where nobody chose a language: the API, and data written by it.
ENGLISH = Words("en", NullTranslations())


def words(language: str) -> Words:
    """Return the words of `language`, one of LANGUAGES."""
    return ENGLISH if language == "en" else Words(language, _catalogue(language))


def _catalogue(language: str) -> NullTranslations:
    return translation("pilotdiff", str(_CATALOGUES), [language])
