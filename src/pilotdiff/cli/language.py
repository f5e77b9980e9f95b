"""The language of the interface: as asked for, else as the locale says."""

import os
from enum import StrEnum


class Language(StrEnum):
    """What --lang takes."""

    EN = "en"
    ZH = "zh"


def language(asked: Language | None = None) -> Language:
    """Chinese where the locale is Chinese, English everywhere else."""
    if asked is not None:
        return asked
    settings = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    locale = next(filter(None, settings), "")
    return Language.ZH if locale.lower().startswith("zh") else Language.EN
