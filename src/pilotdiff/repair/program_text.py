"""Names that stand quoted in a program's text: lists pasted with the code around them."""

import re
from collections.abc import Sequence

from pilotdiff.patterns import HAN, pattern

QUOTES = frozenset("\"'`")
# What a program says to its reader, behind the code.
_REMARK = pattern(r"(?:#|//).*$")


_STRING = pattern(r"(?P<quote>[\"'`])(?P<inner>(?:(?!(?P=quote)).)*)(?P=quote)")
# A string that has a name of its own: name: "清岗县".
_LABELLED = pattern(r"\w[\"']?\s*(?::|=>)\s*$")
_NAMED = pattern(r"\w[\"']?\s*(?:[:=]|=>)\s*$")
_CODE = pattern(r"\d{6,12}")


def unquoted(text: str) -> str:
    """Return the names of a line of a program, without the code around them; any other line as it
    is.

    >>> unquoted('    map.put("清岗省","白溪市、北岭市");')
    '清岗省：白溪市、北岭市'
    >>> unquoted("    '白溪市', '北岭市',")
    '白溪市、北岭市'
    >>> unquoted('决定将"五社联动"机制推广')
    '决定将"五社联动"机制推广'
    """
    strings = list(_STRING.finditer(text))
    code = _STRING.sub(" ", text)
    if not strings or not QUOTES.isdisjoint(code):
        return _half(text)
    told = [match for match in strings if HAN.search(match["inner"])]
    if not told and all(_CODE.fullmatch(match["inner"]) for match in strings):
        return _STRING.sub(lambda match: match["inner"], text)
    if not told or HAN.search(_REMARK.sub("", code)):
        return text
    field = _LABELLED if len(told) == 1 else _NAMED
    if any(field.search(text, 0, match.start()) for match in (told[:-1] or told)):
        return text  # a field of a record
    return _joined(text, told)


_IS_KEY = pattern(r"\s*(?::|=>)")
_CALL = pattern(r"\w\s*\(\s*$")
_SEVERAL = pattern(r"[、，,；;]")
_ESCAPED = pattern(r"\\[nrt]", needs="\\")
_PAIR = 2


def _joined(text: str, told: Sequence[re.Match[str]]) -> str:
    names = [_ESCAPED.sub(" ", match["inner"]).strip() for match in told]
    first, *rest = names
    if not rest:
        return first
    before = text[: told[0].start()]
    if _IS_KEY.match(text, told[0].end()):
        return f"{first}：{'、'.join(rest)}"
    if len(names) == _PAIR and _SEVERAL.search(rest[0]):
        return f"{first}：{rest[0]}"
    if before.rstrip().endswith("("):
        # A tuple of a unit and its place, a row of a dump; what a call is given may be anything.
        whole = len(names) == _PAIR and not _CALL.search(before)
        return f"{first} {rest[0]}" if whole else text
    return "、".join(names)


def _half(text: str) -> str:
    """Return the part of a line that a quotation mark opens or closes alone, with nothing but code
    on its other side."""
    marks = [char for char in text if char in QUOTES]
    if len(marks) != 1:
        return text
    before, _, behind = text.partition(marks[0])
    behind_code = _REMARK.sub("", behind)
    if HAN.search(behind) and not HAN.search(before):
        return behind
    if HAN.search(before) and behind and not HAN.search(behind_code):
        return before
    return text
