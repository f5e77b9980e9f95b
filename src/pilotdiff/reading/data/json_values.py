"""What a value of JSON is by its look: words, a tree of records, records over tables."""

import re
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from pilotdiff.patterns import HAN, pattern

PLACE_NAME = pattern(r"\p{Han}{2,}[省市县區区旗州盟镇鎮乡鄉]")
# Some counties have names of two characters.
_ANY_PLACE = pattern(r"\p{Han}+[省市县縣區区旗州盟镇鎮乡鄉]")
# What a title of a list says it is; no name of a place does.
_TITLE = pattern(r"名[单單录錄]|目[录錄]|一[览覽]|公[示布告]|通知|[汇匯][总總]|情[况況]|表$")
# Keys of what is said of a list: its title, the answer of a service.
_SAID = pattern(r"title|caption|subject|msg|message|标题|標題|表名|说明|說明", re.IGNORECASE)
_SEVERAL = pattern(r"[、，,；;|\s]")


def are_features(value: Any) -> bool:
    """Tell whether a value is the list of a map's features (GeoJSON), whose properties are what is
    said of each; what stands beside them is the map's own."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(each, dict) and each.get("type") == "Feature" for each in value)
        and all(isinstance(each.get("properties"), dict) for each in value)
    )


def is_tree(value: Sequence[Any]) -> bool:
    """Tell whether records hold lists of records like themselves: children in their parents."""
    return any(
        isinstance(record, dict)
        and any(map(is_word, record.values()))
        and any(_are_records(each) or _names(each) for each in record.values())
        for record in value
    )


def titled_records(value: Sequence[Any]) -> list[Any]:
    """Return the records of texts over tables of their own, [] where any other stands among them;
    one over a table without a row lists nothing."""
    filled = [each for each in value if not _is_over_nothing(each)]
    headed = any(_is_headed(each) for each in filled)
    return filled if all(is_titled(each, headed=headed) for each in filled) else []


def _is_over_nothing(value: Any) -> bool:
    """Tell whether a record's lists have nothing in them: {"title": "清岗市", "data": []}."""
    values = value.values() if isinstance(value, dict) else ()
    inner = [each for each in values if isinstance(each, dict | list)]
    return bool(inner) and not any(inner)


def _is_headed(value: Any) -> bool:
    """Tell whether a record holds the title of a list, or what else is said of one."""
    texts = value.items() if isinstance(value, dict) else ()
    return any(_TITLE.search(own) or _SAID.fullmatch(key) for key, own in texts if is_word(own))


def is_titled(value: Any, *, headed: bool = False) -> bool:
    """Tell whether a value is a record of texts over tables of their own, whose columns have other
    names: {"title": "清岗市", "data": [{"县": …, "镇": …}]}, or are rows without names; a tree's
    records are named alike. `headed` says that another such record holds the title of a list."""
    if not isinstance(value, dict) or not (headed or any(map(is_word, value.values()))):
        return False
    inner = [each for each in value.values() if isinstance(each, dict | list) and each]
    headed = headed or _is_headed(value)
    if inner and all(map(_is_of_rows, inner)):
        return True
    flat = [each for each in inner if _is_flat(each, 1 if headed else 2)]
    return bool(inner) and flat == inner and all(value.keys().isdisjoint(each[0]) for each in flat)


def _is_of_rows(value: Any) -> bool:
    """Tell whether a value is a list of rows of texts, each with a word: [["1", "石镇"], …]."""
    rows = value if isinstance(value, list) else []
    return bool(rows) and all(isinstance(row, list) and any(map(is_word, row)) for row in rows)


def _is_flat(value: Any, fewest: int) -> bool:
    """Tell whether a value is a list of records of texts, of which in one at least so many as
    `fewest` hold words."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return False
    texts = [list(map(is_word, each.values())) for each in value]
    plain = not any(isinstance(v, dict | list) for each in value for v in each.values())
    return plain and any(sum(told) >= fewest for told in texts)


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _names(value: Any) -> bool:
    """Tell whether a value is a record whose keys are themselves names."""
    return isinstance(value, dict) and names_its_values(value)


def names_texts(value: Mapping[str, Any]) -> bool:
    """Tell whether the keys of a record are places, with what is listed under each as one text:
    {"越秀区": "甲街道、乙街道"}."""
    if not value or not all(is_word(k) and is_word(v) for k, v in value.items()):
        return False
    several = any(_SEVERAL.search(text) for text in value.values())
    return len(value) == 1 or (several and all(map(PLACE_NAME.fullmatch, value)))


def names_its_values(value: Mapping[str, Any]) -> bool:
    """Tell whether the keys of a record are data: {"浙江省": […]}, {"330000": "浙江省"},
    {"东岭县": "清岗市", "西岭县": "清岗市"}."""
    if not value:
        return False
    if all(key.isdigit() for key in value) or _says_where(value):
        return True
    return all(map(is_word, value)) and all(
        isinstance(each, dict | list) for each in value.values()
    )


def _says_where(value: Mapping[str, Any]) -> bool:
    """Tell whether a record has places for keys, and under each one of another kind, which is that
    of them all: where each lies."""
    if len(value) < _FEWEST or not all(isinstance(each, str) for each in value.values()):
        return False
    if not all(map(_ANY_PLACE.fullmatch, chain(value, value.values()))):
        return False
    kinds = {each[-1] for each in value.values()}
    return len(kinds) == 1 and kinds.isdisjoint(key[-1] for key in value)


# One place may be a heading: {"示范县": "清岗市"}.
_FEWEST = 2


def holds_words(value: Any) -> bool:
    """Tell whether Chinese words stand anywhere in a list or a record."""
    if isinstance(value, dict):
        return any(is_word(k) or is_word(v) or holds_words(v) for k, v in value.items())
    return isinstance(value, list) and any(is_word(v) or holds_words(v) for v in value)


def is_word(value: Any) -> bool:
    return isinstance(value, str) and HAN.search(value) is not None
