"""JSON: the records it holds as rows, whatever stands around them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Any

from pilotdiff.model import Line, msg
from pilotdiff.patterns import HAN, pattern
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.json_texts import RepeatedKeyError, parsed
from pilotdiff.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_LINES
from pilotdiff.reading.text import decoded_text

_PLACE = pattern(r"\p{Han}{2,}[省市县區区旗州盟镇鎮乡鄉]")
# What a title of a list says it is; no name of a place does.
_TITLE = pattern(r"名[单單录錄]|目[录錄]|一[览覽]|公[示布告]|通知|[汇匯][总總]")
# The kinds of places that state where a list is from: 特色小镇 is what it is of.
_TIERS = ("省", "市州盟", "县縣区區旗")
_SEVERAL = pattern(r"[、，,；;|\s]")
# Under such a key stands what a record lies in, and no other unit beside it.
_UPWARD = pattern(
    r"parent|father|superior|upper|belong|province|prefecture|city|county|district|region|town"
    r"|street|上[级級]|父|所[属屬]|[隶隸归歸][属屬]|所在|^[省市州盟县縣区區旗乡鄉镇鎮]{1,2}$|街道",
    re.IGNORECASE,
)
_FEWEST_COLUMNS = 2
_Row = tuple[str, ...]
_Record = dict[str, str]
_Leaf = tuple[_Row, ...]  # the texts of each record from the top
_Table = list[_Row] | str


def contents(source: RawSource) -> Contents:
    """Return one Line a record, below one of their keys where the records have the same."""
    decoded = decoded_text(source)
    try:
        value = parsed(decoded.text)
        lines = tuple(record_lines(source, value))
    except RepeatedKeyError as error:
        source.refuse(
            "has {key} twice in one record, and one would be lost; give them as a list", key=error
        )
    except ValueError as error:
        source.refuse("is no readable JSON ({error}); save it again, or as CSV", error=error)
    except RecursionError:
        source.refuse("nests its values too deeply; save it as CSV")
    return Contents(lines, decoded.notes, decoded.encoding, decoded.certainty)


def record_lines(source: RawSource, value: Any) -> Iterator[Line]:
    """Yield the rows and texts of a value as the lines of a document."""
    number = cells = at = 0
    for rows in tables(value):
        if isinstance(rows, str):
            number += 1
            yield Line(number, rows)
            continue
        at += 1
        for row, texts in enumerate(rows, 1):
            number, cells = number + 1, cells + len(texts)
            if any(texts):
                place = msg("list {table}, row {row}", table=at, row=row)
                yield Line(number, "", texts, place)
            if number > MAX_LINES or cells > MAX_CELLS or len(texts) > MAX_COLUMNS:
                source.refuse("holds more than any list; save the list alone")


def tables(value: Any) -> Iterator[list[tuple[str, ...]] | str]:
    """Yield the rows of each list in a value, records with their keys above, others as they are;
    the text that a record holds beside lists, as a title, stands where it does there, its places
    in one line above the lists."""
    if isinstance(value, dict) and _are_features(value.get("features")):
        if _is_word(value.get("name")):
            yield str(value["name"])
        yield _with_keys([_flat(each["properties"]) for each in value["features"]])
    elif isinstance(value, dict) and (split := _split(value)):
        yield split
    elif isinstance(value, dict) and {"summary", "rows"} <= value.keys():
        yield from tables(value["rows"])  # what pilotdiff wrote; its summary names what is no entry
    elif isinstance(value, dict) and not _names_its_values(value):
        if _is_tree([value]) and not _is_titled(value):
            yield _without_keys(list(_leaves(value, ())))
            return
        if not any(holds_words(each) for each in value.values()):
            yield _with_keys([_flat(value)])
            return
        yield from _with_texts(value)
    elif isinstance(value, list) and (titled := _titled(value)):
        for each in titled:
            yield from _with_texts(each)
    elif isinstance(value, dict) or (isinstance(value, list) and _is_tree(value)):
        yield _without_keys(list(_leaves(value, ())))
    elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        yield _with_keys([_flat(each) for each in value])
    elif isinstance(value, list):
        rows = [each if isinstance(each, list) else [each] for each in value]
        yield [tuple(_shown(each) for each in row) for row in rows]


def _are_features(value: Any) -> bool:
    """Tell whether a value is the list of a map's features (GeoJSON), whose properties are what is
    said of each; what stands beside them is the map's own."""
    return (
        isinstance(value, list)
        and bool(value)
        and all(isinstance(each, dict) and each.get("type") == "Feature" for each in value)
        and all(isinstance(each.get("properties"), dict) for each in value)
    )


def _with_texts(value: Mapping[str, Any]) -> Iterator[_Table]:
    """Yield the texts of a record and the rows of its lists, in their order, its places in one line
    above the lists."""
    value = _in_one_script(value)
    place = _place(value.values())
    for each in value.values():
        if _is_word(each) and not _is_place(each):
            yield from filter(None, map(str.strip, each.split("\n")))
        elif holds_words(each):
            if place:
                yield place
            place = ""
            yield from tables(each)


def _is_place(value: Any) -> bool:
    if not isinstance(value, str) or _PLACE.fullmatch(value.strip()) is None:
        return False
    return value.strip()[-1] in "".join(_TIERS)


def _place(values: Iterable[Any]) -> str:
    """Return the places of a record in one, from the top.

    >>> _place(["示范名单", "清岗市", "云岭省"])
    '云岭省清岗市'
    """
    return "".join(sorted((v.strip() for v in values if _is_place(v)), key=_tier))


def _tier(place: str) -> int:
    """Return where a place stands among the others of its record."""
    if place.endswith("自治区"):
        return 0
    return next((at for at, kinds in enumerate(_TIERS) if place[-1] in kinds), len(_TIERS))


def _split(value: Mapping[str, Any]) -> list[_Row]:
    """Return the rows of a record that holds the headings in one list and the rows in another:
    {"columns": ["县", "镇"], "data": [[…], …]}; [] where it holds no such two."""
    lists = [each for each in value.values() if isinstance(each, list) and each]
    heads = [each for each in lists if all(isinstance(one, str) for one in each)]
    for head in heads:
        for rows in lists:
            if all(isinstance(row, list) and len(row) == len(head) for row in rows):
                return [tuple(map(_shown, row)) for row in (head, *rows)]
    return _by_columns(list(value.items()))


def _by_columns(columns: Sequence[tuple[str, Any]]) -> list[_Row]:
    """Return the rows of columns that are records of the rows' numbers, or lists under English
    headings: {"county": {"0": …, "1": …}}, {"county": […], "town": […]}; [] for others."""
    values = [value for _, value in columns]
    if len(columns) < _FEWEST_COLUMNS or not any(map(holds_words, values)):
        return []
    if all(isinstance(value, dict) for value in values):
        numbers = [str(n) for n in range(len(values[0]))]
        if not numbers or any(list(value) != numbers for value in values):
            return []
        values = [list(value.values()) for value in values]
    elif not all(key.isascii() for key, _ in columns):
        return []
    if not all(isinstance(v, list) and len(v) == len(values[0]) > 0 for v in values):
        return []
    if any(isinstance(each, dict | list) for value in values for each in value):
        return []
    rows = zip(*values, strict=True)
    return [tuple(key for key, _ in columns), *(tuple(map(_shown, row)) for row in rows)]


def _with_keys(records: Sequence[_Record]) -> list[_Row]:
    keys = list(dict.fromkeys(key for record in records for key in record))
    return [tuple(keys), *(tuple(record.get(key, "") for key in keys) for record in records)]


def _without_keys(leaves: Sequence[_Leaf]) -> list[_Row]:
    """Return the paths of a tree as rows; where it is less deep in places, as under municipalities,
    blanks stand below the top."""
    flat = [(leaf[0], tuple(chain.from_iterable(leaf[1:]))) for leaf in leaves if leaf]
    width = max((len(top) + len(rest) for top, rest in flat), default=0)
    rows = [
        (*top, *[""] * (width - len(top) - len(rest) if rest else 0), *rest) for top, rest in flat
    ]
    return [row for row in rows if row]


def _flat(record: Mapping[str, Any]) -> _Record:
    """Return a record with those inside it taken apart: {"properties": {"name": …}} has a name, and
    what it lies in has one too, {"name": …, "county": {"name": …}}."""
    own = {key for key, value in record.items() if not isinstance(value, dict)}
    found: _Record = {}
    for key, value in record.items():
        if isinstance(value, dict):
            upward = _UPWARD.search(key) is not None
            for inner, text in _flat(value).items():
                name = _lifted(inner, text, key, own | found.keys()) if upward else inner
                found.setdefault(name, text)
        elif isinstance(value, list):
            if holds_words(value):
                found[key] = "、".join(_shown(each) for each in value)
        else:
            found[key] = _shown(value)
    return found


def _lifted(inner: str, value: str, key: str, taken: Set[str]) -> str:
    """Return the heading of what a record holds inside it under a key; `taken` are others.

    >>> _lifted("name", "清岗县", "parent", {"name"}), _lifted("名称", "清岗县", "所属县", {"名称"})
    ('parent.name', '所属县')
    """
    if inner not in taken or not _is_word(value):
        return inner
    return key if _is_word(key) and key not in taken else f"{key}.{inner}"


def _leaves(value: Any, above: _Leaf) -> Iterator[_Leaf]:
    """Yield the paths of a tree, from the top: what stands inside another lies in it."""
    if isinstance(value, list):
        for each in value:
            yield from _leaves(each, above)
    elif not isinstance(value, dict):
        if shown := _shown(value):
            yield (*above, (shown,))
    elif _names_its_values(value) or _names_texts(value):
        for key, each in value.items():
            if isinstance(each, dict | list):
                own = above if key.isdigit() else (*above, (key,))
                yield from _leaves(each, own) if each else iter([own])
            else:
                yield (*above, (key, _shown(each)))
    else:
        value = _in_one_script(value)
        told = tuple(_without_short_forms([s for k in value.values() if (s := _scalar(k))]))
        own = (*above, told) if told else above
        inner = [each for each in value.values() if holds_words(each)]
        yield from (leaf for each in inner for leaf in _leaves(each, own)) if inner else iter([own])


# name_tc, cityHant, zh-TW, 繁體名稱.
_OTHER_SCRIPT = pattern(
    r"(?P<stem>.*?)[_\-. ]?(?:zh[_\-]?)?(?:tc|cht|hant|tw|hk|trad(?:itional)?)$|.*[繁].*",
    re.IGNORECASE,
)


def _in_one_script(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return a record without the texts that another one, of a key called alike, says in simplified
    script.

    >>> _in_one_script({"city_zh": "安庆市", "city_tc": "安慶市", "city_en": "Anqing"})
    {'city_zh': '安庆市', 'city_en': 'Anqing'}
    """
    return {key: value for key, value in record.items() if not _is_said_again(record, key)}


def _is_said_again(record: Mapping[str, Any], key: str) -> bool:
    match, own = _OTHER_SCRIPT.fullmatch(key), record[key]
    if match is None or not _is_word(own):
        return False
    return any(
        other != key
        and other.startswith(match["stem"] or "")
        and isinstance(text, str)
        and len(text) == len(own)
        and not set(text).isdisjoint(own)
        for other, text in record.items()
    )


def _without_short_forms(texts: Sequence[str]) -> list[str]:
    """Return a record's texts without those that another one begins with: 洞口 beside 洞口县."""
    return [
        text
        for text in texts
        if not (_is_word(text) and any(t != text and t.startswith(text) for t in texts))
    ]


def _is_tree(value: Sequence[Any]) -> bool:
    """Tell whether records hold lists of records like themselves: children in their parents."""
    return any(
        isinstance(record, dict)
        and any(map(_is_word, record.values()))
        and any(_are_records(each) or _names(each) for each in record.values())
        for record in value
    )


def _titled(value: Sequence[Any]) -> list[Any]:
    """Return the records of texts over tables of their own, [] where any other stands among them;
    one over a table without a row lists nothing."""
    filled = [each for each in value if not _is_over_nothing(each)]
    headed = any(_is_headed(each) for each in filled)
    return filled if all(_is_titled(each, headed=headed) for each in filled) else []


def _is_over_nothing(value: Any) -> bool:
    """Tell whether a record's lists have nothing in them: {"title": "清岗市", "data": []}."""
    values = value.values() if isinstance(value, dict) else ()
    inner = [each for each in values if isinstance(each, dict | list)]
    return bool(inner) and not any(inner)


def _is_headed(value: Any) -> bool:
    """Tell whether a record holds the title of a list."""
    texts = value.values() if isinstance(value, dict) else ()
    return any(_TITLE.search(each) for each in texts if isinstance(each, str))


def _is_titled(value: Any, *, headed: bool = False) -> bool:
    """Tell whether a value is a record of texts over tables of their own, whose columns have other
    names: {"title": "清岗市", "data": [{"县": …, "镇": …}]}, or are rows without names; a tree's
    records are named alike. `headed` says that another such record holds the title of a list."""
    if not isinstance(value, dict) or not (headed or any(map(_is_word, value.values()))):
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
    return bool(rows) and all(isinstance(row, list) and any(map(_is_word, row)) for row in rows)


def _is_flat(value: Any, fewest: int) -> bool:
    """Tell whether a value is a list of records of texts, of which in one at least so many as
    `fewest` hold words."""
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return False
    texts = [list(map(_is_word, each.values())) for each in value]
    plain = not any(isinstance(v, dict | list) for each in value for v in each.values())
    return plain and any(sum(told) >= fewest for told in texts)


def _are_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


def _names(value: Any) -> bool:
    """Tell whether a value is a record whose keys are themselves names."""
    return isinstance(value, dict) and _names_its_values(value)


def _names_texts(value: Mapping[str, Any]) -> bool:
    """Tell whether the keys of a record are places, with what is listed under each as one text:
    {"越秀区": "甲街道、乙街道"}."""
    if not value or not all(_is_word(k) and _is_word(v) for k, v in value.items()):
        return False
    several = any(_SEVERAL.search(text) for text in value.values())
    return len(value) == 1 or (several and all(map(_PLACE.fullmatch, value)))


def _names_its_values(value: Mapping[str, Any]) -> bool:
    """Tell whether the keys of a record are data: {"浙江省": […]}, {"330000": "浙江省"}."""
    if not value:
        return False
    if all(key.isdigit() for key in value):
        return True
    return all(map(_is_word, value)) and all(
        isinstance(each, dict | list) for each in value.values()
    )


def holds_words(value: Any) -> bool:
    """Tell whether Chinese words stand anywhere in a list or a record."""
    if isinstance(value, dict):
        return any(_is_word(k) or _is_word(v) or holds_words(v) for k, v in value.items())
    return isinstance(value, list) and any(_is_word(v) or holds_words(v) for v in value)


def _is_word(value: Any) -> bool:
    return isinstance(value, str) and HAN.search(value) is not None


def _scalar(value: Any) -> str:
    return "" if isinstance(value, dict | list) else _shown(value)


def _shown(value: Any) -> str:
    """Return a value as a cell shows it: nothing for null, 7 for 7.0."""
    if value is None or isinstance(value, dict | list):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
