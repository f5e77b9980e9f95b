"""Whom to call about a unit, behind its name: 清岗县东岭村，联系人：张华，电话：…."""

import re
from functools import cache

from pilotdiff.listing.vocabulary import phrases
from pilotdiff.patterns import pattern

# 推荐单位 may be what is recommended too.
_RECOMMENDED = pattern(
    r"(?<=[\s，,；;。])(?:推荐|申报|报送|上报)(?:单位|部门|机构)\s*[：:]\s*"
    r"(?=[^：:、，,；;。\s]{2,20}(?:[局办委部厅会]|政府)\s*$)"
)


def contact_from(text: str, start: int = 0) -> int:
    """Return where a label of contacts, or of the office that recommends, begins behind a comma or
    a blank; -1 where there is none.

    >>> contact_from("东岭村，联系人：张华"), contact_from("联系人：张华")
    (4, -1)
    >>> contact_from("东岭村 推荐单位：清岗县民政局"), contact_from("清岗县 推荐单位：东岭村")
    (4, -1)
    """
    if "：" not in text and ":" not in text:
        return -1
    match = _label().search(text, start) or _RECOMMENDED.search(text, start)
    return match.start() if match is not None and text[start : match.start()].strip() else -1


@cache
def _label() -> re.Pattern[str]:
    longest_first = sorted(phrases("contacts.txt"), key=len, reverse=True)
    return pattern(rf"(?<=[\s，,；;。])(?:{'|'.join(longest_first)})\s*[：:]")
