"""Who does, leads or watches the work of a list's units: 责任单位：清岗县民政局."""

import re
from functools import cache

from pilotdiff.listing.vocabulary import any_of
from pilotdiff.model import msg
from pilotdiff.patterns import pattern

DOERS = msg("those who do the work, by the label before them")


def doers_from(text: str, start: int = 0) -> int:
    """Return where a label of doers begins at `start` or behind a name; -1 where there is none.

    >>> [doers_from(line) for line in ("牵头单位：白溪镇", "东岭社区 责任单位：白溪镇", "东岭村")]
    [0, 5, -1]
    """
    match = _label().search(text, start) if "：" in text or ":" in text else None
    before = text[start : match.start()].strip() if match else ""
    if match is None or (before and text[match.start() - 1] not in " \u3000\t，,；;。"):
        return -1
    return match.start()


@cache
def _label() -> re.Pattern[str]:
    return pattern(rf"{any_of('doers.txt')}[：:]")
