"""What a client asks, in either version of the API → queries. Raises UserError for what is none."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pilotdiff.model import UserError, whole_number

# So many candidates, when a query does not say; and never more.
_USUAL, _MOST = 10, 50
# A batch of more, or a longer name, is no question of a person's table.
MOST_QUERIES = 1_000
LONGEST = 500


class Query(NamedTuple):
    """One question: which unit is this?

    name   as it stands in the client's table
    types  the levels asked for, () for any
    told   what the client's table says besides, by property: {"county": "长沙县"}
    limit  how many candidates are wanted
    """

    name: str
    types: tuple[str, ...] = ()
    told: Mapping[str, str] = {}
    limit: int = _USUAL


def batch_of_02(text: str) -> dict[str, Query]:
    """Return the queries of the parameter `queries` by their keys. Raises UserError.

    >>> batch_of_02('{"q0": {"query": "长沙县金井镇", "limit": 3}}')["q0"].name
    '长沙县金井镇'
    """
    given = _object(text)
    _refuse_many(len(given))
    return {key: _of_02(each) for key, each in given.items()}


def batch_of_draft(text: str) -> list[Query]:
    """Return the queries of a body in their order. Raises UserError.

    >>> condition = '{"matchType": "name", "propertyValue": "长沙县金井镇"}'
    >>> batch_of_draft('{"queries": [{"conditions": [' + condition + "]}]}")[0].name
    '长沙县金井镇'
    """
    given = _list(_object(text).get("queries"))
    _refuse_many(len(given))
    return [_of_draft(each) for each in given]


def ids_and_properties(text: str) -> tuple[list[str], list[str]]:
    """Return the ids and the properties that an extension query asks for. Raises UserError."""
    given = _object(text)
    ids = [_text(each) for each in _list(given.get("ids"))]
    _refuse_many(len(ids))
    properties = [_mapping(each).get("id") for each in _list(given.get("properties"))]
    return ids, [_text(each) for each in properties]


def limit_of(given: object) -> int:
    """Return how many candidates are wanted: what is no number from 1 on is the usual one."""
    return min(whole_number(str(given)) or _USUAL, _MOST)


def _of_02(given: object) -> Query:
    query = _mapping(given)
    types = query.get("type") or ()
    told = {
        _text(_mapping(each).get("pid")): _value(_mapping(each).get("v"))
        for each in _list(query.get("properties", []))
    }
    return _asked(_text(query.get("query", "")), types, told, query.get("limit"))


def _of_draft(given: object) -> Query:
    query = _mapping(given)
    name, told = "", {}
    for each in map(_mapping, _list(query.get("conditions"))):
        if each.get("matchType") == "name":
            name = _value(each.get("propertyValue"))
        else:
            told[_text(each.get("propertyId"))] = _value(each.get("propertyValue"))
    return _asked(name, query.get("type") or (), told, query.get("limit"))


def _asked(name: str, types: object, told: dict[str, str], limit: object) -> Query:
    wanted = [types] if isinstance(types, (str, Mapping)) else _list(list(_several(types)))
    named = (each.get("id") if isinstance(each, Mapping) else each for each in wanted)
    if not name and not any(told.values()):
        raise UserError("a query has neither a name nor a property: give it one")
    return Query(name, tuple(map(_text, named)), told, limit_of(limit))


def _several(given: object) -> Iterable[object]:
    return given if isinstance(given, (list, tuple)) else ()


def _value(given: object) -> str:
    """Return the text of a property's value: of a reconciled one its name, of several the first."""
    if isinstance(given, list):
        return _value(given[0]) if given else ""
    if isinstance(given, Mapping):
        return _text(given.get("name") or given.get("id"))
    return "" if given is None or isinstance(given, bool) else str(given)


def _object(text: str) -> Mapping[str, Any]:
    try:
        return _mapping(json.loads(text))
    except (ValueError, RecursionError):
        raise UserError("the request is no JSON: send an object as the API has it") from None


def _mapping(given: object) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise UserError("the request has no object where the API has one")
    return given


def _list(given: object) -> list[Any]:
    if not isinstance(given, list):
        raise UserError("the request has no list where the API has one")
    return given


def _text(given: object) -> str:
    if not isinstance(given, str):
        raise UserError("the request has no text where the API has one")
    return given


def _refuse_many(number: int) -> None:
    if number > MOST_QUERIES:
        raise UserError(
            "a request asks of {n} things: send at most {most} at a time",
            n=number,
            most=MOST_QUERIES,
        )
