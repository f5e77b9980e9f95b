"""Markup that somebody's program left in the text: tags, entities, R's <U+00A0>.

`<U+7280>浦区` is 犀浦区 and `索县<span style="x">&nbsp;</span>` is 索县. Only what is certainly
markup goes: the tags of HTML by name, and entities that stand for one character.
"""

import re
from functools import cache

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

_TAGS = (
    "a|abbr|b|big|br|center|div|em|font|h[1-6]|hr|i|img|label|li|nobr|o:p|ol|p|small|span|strong"
    "|strike|s|sub|sup|t[drh]|tbody|table|u|ul"
)


@cache
def _markup() -> re.Pattern[str]:
    return pattern(
        r"<U\+(?P<point>[0-9A-Fa-f]{4,6})>"
        rf"|(?P<tag></?(?:{_TAGS})(?:\s[^<>]*)?/?>)"
        r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[a-zA-Z]{2,8});)"
    )


def drop_markup(text: str) -> RepairStep:
    """Drop the tags of a text, and make its escapes the characters they stand for.

    >>> drop_markup("<u>&#x3000;清溪社区</u>").text
    '\\u3000清溪社区'
    """
    found = (_edit(match) for match in _markup().finditer(text))
    return RepairStep(
        *carried_out(RepairKind.WIDTH, text, (edit for edit in found if edit is not None))
    )


def _edit(match: re.Match[str]) -> Replacement | None:
    if match["tag"]:
        space = " " if re.match(r"</?(?:br|p|div|li|t[drh])\b", match["tag"]) else ""
        return Replacement(*match.span(), space, msg("markup: {signs}", signs=match[0]))
    plain = _character(int(match["point"], 16)) if match["point"] else _entity(match["entity"])
    if not plain:
        return None
    return Replacement(
        *match.span(), plain, msg("{signs} stands for one character", signs=match[0])
    )


def _entity(entity: str) -> str:
    from html import unescape

    plain = unescape(entity)
    sign = plain.isprintable() or plain.isspace() or plain in "\u200b\u200c\u200d"
    return plain if len(plain) == 1 and sign else ""


def _character(point: int) -> str:
    return chr(point) if 31 < point < 0x110000 and not 0xD800 <= point < 0xE000 else ""
