"""JSON: the records it holds as rows, whatever stands around them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from typing import Any

from pilotdiff.model import Line, msg
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.data.json_records import (
    TextRecord,
    cell_shown,
    flat_record,
    in_one_script,
    scalar_text,
    without_short_forms,
)
from pilotdiff.reading.data.json_texts import RepeatedKeyError, parsed
from pilotdiff.reading.data.json_values import (
    PLACE_NAME,
    are_features,
    holds_words,
    is_titled,
    is_tree,
    is_word,
    names_its_values,
    names_texts,
    titled_records,
)
from pilotdiff.reading.limits import MAX_CELLS, MAX_COLUMNS, MAX_LINES
from pilotdiff.reading.text import decoded_text

# The kinds of places that state where a list is from: 特色小镇 is what it is of.
_TIERS = ("省", "市州盟", "县縣区區旗")
_FEWEST_COLUMNS = 2
_Row = tuple[str, ...]
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
    for rows in tables_in(value):
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


def tables_in(value: Any) -> Iterator[list[tuple[str, ...]] | str]:
    """Yield the rows of each list in a value, records with their keys above, others as they are;
    the text that a record holds beside lists, as a title, stands where it does there, its places
    in one line above the lists."""
    if isinstance(value, dict) and are_features(value.get("features")):
        if is_word(value.get("name")):
            yield str(value["name"])
        yield _with_keys([flat_record(each["properties"]) for each in value["features"]])
    elif isinstance(value, dict) and (split := _split(value)):
        yield split
    elif isinstance(value, dict) and {"summary", "rows"} <= value.keys():
        yield from tables_in(
            value["rows"]
        )  # what pilotdiff wrote; its summary names what is no entry
    elif isinstance(value, dict) and not names_its_values(value):
        if is_tree([value]) and not is_titled(value):
            yield _without_keys(list(_leaves(value, ())))
            return
        if not any(holds_words(each) for each in value.values()):
            yield _with_keys([flat_record(value)])
            return
        yield from _with_texts(value)
    elif isinstance(value, list) and (titled := titled_records(value)):
        for each in titled:
            yield from _with_texts(each)
    elif isinstance(value, dict) or (isinstance(value, list) and is_tree(value)):
        yield _without_keys(list(_leaves(value, ())))
    elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
        yield _with_keys([flat_record(each) for each in value])
    elif isinstance(value, list) and value and all(map(_are_all_records, value)):
        for each in value:
            yield from tables_in(each)  # the records of each tier
    elif isinstance(value, list):
        rows = [each if isinstance(each, list) else [each] for each in value]
        if any(map(_within, rows)):
            yield _without_keys([leaf for row in rows for leaf in _row_leaves(row, ())])
        else:
            yield [tuple(cell_shown(each) for each in row) for row in rows]


def _with_texts(value: Mapping[str, Any]) -> Iterator[_Table]:
    """Yield the texts of a record and the rows of its lists, in their order, its places in one line
    above the lists."""
    value = in_one_script(value)
    place = _place(value.values())
    for each in value.values():
        if is_word(each) and not _is_place(each):
            yield from filter(None, map(str.strip, each.split("\n")))
        elif holds_words(each):
            if place:
                yield place
            place = ""
            yield from tables_in(each)


def _is_place(value: Any) -> bool:
    if not isinstance(value, str) or PLACE_NAME.fullmatch(value.strip()) is None:
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
                return [tuple(map(cell_shown, row)) for row in (head, *rows)]
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
    return [tuple(key for key, _ in columns), *(tuple(map(cell_shown, row)) for row in rows)]


def _with_keys(records: Sequence[TextRecord]) -> list[_Row]:
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


def _are_all_records(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(e, dict) for e in value)


def _within(row: Sequence[Any]) -> list[Any]:
    """Return the lists and records of a row that hold words: what lies in its unit, no point."""
    return [each for each in row if isinstance(each, dict | list) and holds_words(each)]


def _row_leaves(row: Sequence[Any], above: _Leaf) -> Iterator[_Leaf]:
    """Yield the paths of a row that may hold those of what lies in it: ["清岗县", ["白石镇"]]."""
    own = (*above, tuple(filter(None, map(cell_shown, row))))
    for inner in _within(row):
        if isinstance(inner, dict):
            yield from _leaves(inner, own)
            continue
        for each in inner:
            yield from _row_leaves(each if isinstance(each, list) else [each], own)
    if not _within(row):
        yield own


def _leaves(value: Any, above: _Leaf, filled: Set[str] = frozenset()) -> Iterator[_Leaf]:
    """Yield the paths of a tree, from the top: what stands inside another lies in it. A blank has a
    column of its own under a key that is `filled` in another record of the same list."""
    if isinstance(value, list):
        records = [each for each in value if isinstance(each, dict)]
        keys = {key for each in records for key, own in each.items() if scalar_text(own)}
        for each in value:
            yield from _leaves(each, above, keys)
    elif not isinstance(value, dict):
        if shown := cell_shown(value):
            yield (*above, (shown,))
    elif names_its_values(value) or names_texts(value):
        for key, each in value.items():
            if isinstance(each, dict | list):
                own = above if key.isdigit() else (*above, (key,))
                yield from _leaves(each, own) if each else iter([own])
            else:
                yield (*above, (key, cell_shown(each)))
    else:
        value = in_one_script(value)
        texts = {key: scalar_text(each) for key, each in value.items()}
        told = [text for key, text in texts.items() if text or key in filled]
        own = (*above, tuple(without_short_forms(told))) if any(told) else above
        inner = [each for each in value.values() if holds_words(each)]
        yield from (leaf for each in inner for leaf in _leaves(each, own)) if inner else iter([own])
