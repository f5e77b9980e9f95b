"""The language of the interface: as asked for, else as the environment says."""

import os
from collections.abc import Sequence
from enum import StrEnum

from pilotdiff.language import Words, words
from pilotdiff.model import UserError

VARIABLE = "PILOTDIFF_LANG"
_OPTION = "--lang"


class Language(StrEnum):
    """What --lang takes."""

    EN = "en"
    ZH = "zh"


def language(asked: Language | None = None) -> Language:
    """Return what was asked for, else PILOTDIFF_LANG, else what the locale says. Raises
    UserError."""
    if asked is not None:
        return asked
    chosen = os.environ.get(VARIABLE, "")
    if not chosen:
        return local()
    if chosen not in list(Language):
        raise UserError(
            "{variable} is {value}: set it to en or zh, or leave it unset",
            variable=VARIABLE,
            value=chosen,
        )
    return Language(chosen)


def local() -> Language:
    """Choose Chinese where the locale is Chinese, English everywhere else."""
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, settings), "")
    return Language.ZH if locale.lower().startswith("zh") else Language.EN


def usual() -> Language:
    """Choose as PILOTDIFF_LANG says where that is understood, else as the locale does."""
    chosen = os.environ.get(VARIABLE, "")
    return Language(chosen) if chosen in list(Language) else local()


def asked_language(arguments: Sequence[str]) -> Language | None:
    """Return what --lang says wherever it stands, before anything else is understood of the
    call."""
    found = None
    for at, argument in enumerate(arguments):
        option, equals, value = argument.partition("=")
        if option == _OPTION:
            value = value if equals else "".join(arguments[at + 1 : at + 2])
            found = Language(value) if value in list(Language) else found
    return found


def spoken(asked: Language | None = None) -> Words:
    """Return the words of the language that was asked for, or is usual here. Raises UserError."""
    return words(language(asked))
