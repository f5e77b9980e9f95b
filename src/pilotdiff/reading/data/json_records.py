"""A record of JSON: its texts, and those of the records inside it."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import Any

from pilotdiff.patterns import pattern
from pilotdiff.reading.data.json_values import holds_words, is_word

# Under such a key stands what a record lies in, and no other unit beside it.
_UPWARD = pattern(
    r"parent|father|superior|upper|belong|province|prefecture|city|county|district|region|town"
    r"|street|上[级級]|父|所[属屬]|[隶隸归歸][属屬]|所在|^[省市州盟县縣区區旗乡鄉镇鎮]{1,2}$|街道",
    re.IGNORECASE,
)
TextRecord = dict[str, str]


def flat_record(record: Mapping[str, Any]) -> TextRecord:
    """Return a record with those inside it taken apart: {"properties": {"name": …}} has a name, and
    what it lies in has one too, {"name": …, "county": {"name": …}}."""
    own = {key for key, value in record.items() if not isinstance(value, dict)}
    found: TextRecord = {}
    for key, value in record.items():
        if isinstance(value, dict):
            upward = _UPWARD.search(key) is not None
            for inner, text in flat_record(value).items():
                name = _lifted(inner, text, key, own | found.keys()) if upward else inner
                found.setdefault(name, text)
        elif isinstance(value, list):
            if holds_words(value):
                found[key] = "、".join(cell_shown(each) for each in value)
        else:
            found[key] = cell_shown(value)
    return found


def _lifted(inner: str, value: str, key: str, taken: Set[str]) -> str:
    """Return the heading of what a record holds inside it under a key; `taken` are others.

    >>> _lifted("name", "清岗县", "parent", {"name"}), _lifted("名称", "清岗县", "所属县", {"名称"})
    ('parent.name', '所属县')
    """
    if inner not in taken or not is_word(value):
        return inner
    return key if is_word(key) and key not in taken else f"{key}.{inner}"


# name_tc, cityHant, zh-TW, 繁體名稱.
_OTHER_SCRIPT = pattern(
    r"(?P<stem>.*?)[_\-. ]?(?:zh[_\-]?)?(?:tc|cht|hant|tw|hk|trad(?:itional)?)$|.*[繁].*",
    re.IGNORECASE,
)


def in_one_script(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without the texts that another one, of a key called alike, says in simplified
    script.

    >>> in_one_script({"city_zh": "安庆市", "city_tc": "安慶市", "city_en": "Anqing"})
    {'city_zh': '安庆市', 'city_en': 'Anqing'}
    """
    return {key: value for key, value in record.items() if not _is_said_again(record, key)}


def _is_said_again(record: Mapping[str, Any], key: str) -> bool:
    match, own = _OTHER_SCRIPT.fullmatch(key), record[key]
    if match is None or not is_word(own):
        return False
    return any(
        other != key
        and other.startswith(match["stem"] or "")
        and isinstance(text, str)
        and len(text) == len(own)
        and not set(text).isdisjoint(own)
        for other, text in record.items()
    )


def without_short_forms(texts: Sequence[str]) -> list[str]:
    """Return a record's texts without those that another one begins with: 洞口 beside 洞口县."""
    return [
        text
        for text in texts
        if not (is_word(text) and any(t != text and t.startswith(text) for t in texts))
    ]


def scalar_text(value: Any) -> str:
    return "" if isinstance(value, dict | list) else cell_shown(value)


def cell_shown(value: Any) -> str:
    """Return a value as a cell shows it: nothing for null, 7 for 7.0."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
