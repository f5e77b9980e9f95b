"""A request → the response: which question stands at which address, in either version."""

import json
from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from pilotdiff.language import Words
from pilotdiff.model import UserError, whole_number
from pilotdiff.service import answers_02, answers_draft
from pilotdiff.service.answers_02 import Json
from pilotdiff.service.api_parts import properties, types
from pilotdiff.service.entity_page import entity_page
from pilotdiff.service.served import Entity, Served, ServedCandidate
from pilotdiff.service.service_queries import (
    Query,
    batch_of_02,
    batch_of_draft,
    ids_and_properties,
    limit_of,
)

# Below this address the API of version 1.0-draft is spoken, elsewhere that of 0.2.
DRAFT = "/draft"
_JSON, _HTML = "application/json; charset=utf-8", "text/html; charset=utf-8"
_OK, _WRONG, _ABSENT, _NOT_SO = 200, 400, 404, 405


class Request(NamedTuple):
    """A request as it came.

    path    without the base address and without parameters
    given   the parameters of address and form
    body    what was posted, where it is no form
    base    the address of the service as the client calls it
    posted  whether it came by POST
    """

    path: str
    given: Mapping[str, str] = {}
    body: str = ""
    base: str = ""
    posted: bool = False


class Response(NamedTuple):
    """What is sent back: a status of HTTP, the kind of content, and the content."""

    status: int
    kind: str
    content: str


class _Asked(NamedTuple):
    """A request with what answers it."""

    request: Request
    served: Served
    words: Words

    def given(self, name: str) -> str:
        """Return what a request gives by a name, "" where it gives nothing."""
        return self.request.given.get(name, "")


def answered(request: Request, served: Served, words: Words) -> Response:
    """Return the response to a request; what is wrong with one is told in a sentence."""
    asked = _Asked(request._replace(path=request.path.rstrip("/") or "/"), served, words)
    answer = _ROUTES.get(asked.request.path)
    if answer is None:
        why = words("there is nothing at {path}: the service is at /", path=request.path)
        return _json({"error": why}, _ABSENT)
    try:
        told = answer(asked)
    except UserError as error:
        return _json({"error": words(error.message), "code": error.code}, _WRONG)
    return told if isinstance(told, Response) else _json(told)


def _json(content: Json, status: int = _OK) -> Response:
    return Response(status, _JSON, json.dumps(content, ensure_ascii=False))


def _root(asked: _Asked) -> Json:
    """Return the manifest, queries or extension: in 0.2 all three stand at one address."""
    if queries := asked.given("queries"):
        found = {k: _candidates(asked, query) for k, query in batch_of_02(queries).items()}
        return answers_02.results(found, asked.words)
    if extension := asked.given("extend"):
        rows, names = _values(asked, extension)
        return answers_02.values(rows, names, asked.words)
    return answers_02.manifest(asked.served, asked.request.base, asked.words)


def _draft_root(asked: _Asked) -> Json:
    return answers_draft.draft_manifest(asked.served, asked.request.base + DRAFT, asked.words)


def _draft_match(asked: _Asked) -> Json | Response:
    if not asked.request.posted:
        return _post_only(asked)
    queries = batch_of_draft(asked.request.body)
    return answers_draft.draft_results(
        (_candidates(asked, query) for query in queries), asked.words
    )


def _draft_extend(asked: _Asked) -> Json | Response:
    if not asked.request.posted:
        return _post_only(asked)
    rows, names = _values(asked, asked.request.body)
    return answers_draft.draft_values(rows, names, asked.words)


def _post_only(asked: _Asked) -> Response:
    return _json({"error": asked.words("send this request by POST")}, _NOT_SO)


def _candidates(asked: _Asked, query: Query) -> list[ServedCandidate]:
    return asked.served.candidates(query)[: query.limit]


def _values(asked: _Asked, text: str) -> tuple[dict[str, Entity | None], list[str]]:
    ids, names = ids_and_properties(text)
    for name in names:
        if name not in asked.served.properties:
            raise UserError(
                "there is no property {name}: choose one of {names}",
                name=name,
                names=tuple(asked.served.properties),
            )
    return {id: asked.served.entity(id) for id in ids}, names


def _suggest_entity(asked: _Asked) -> Json:
    start = whole_number(asked.given("cursor")) or 0
    found = asked.served.suggested(asked.given("prefix"))
    page = islice(found, start, start + limit_of(asked.given("limit")))
    return answers_02.suggested_entities(page, asked.words)


def _suggest_type(asked: _Asked) -> Json:
    return _chosen(asked, types(asked.served.levels, asked.words))


def _suggest_property(asked: _Asked) -> Json:
    return _chosen(asked, properties(asked.served.properties, asked.words))


def _chosen(asked: _Asked, all_there_are: list[dict[str, str]]) -> Json:
    prefix = asked.given("prefix").casefold()
    fitting = [e for e in all_there_are if any(v.casefold().startswith(prefix) for v in e.values())]
    return {"result": fitting[: limit_of(asked.given("limit") or len(fitting))]}


def _propose(asked: _Asked) -> Json:
    """Return the properties that there are; each type has the same."""
    found = properties(asked.served.properties, asked.words)
    limit = asked.given("limit")
    told: Json = {"properties": found[: limit_of(limit)] if limit else found}
    told |= {"type": asked.given("type")} if asked.given("type") else {}
    return told | ({"limit": limit_of(limit)} if limit else {})


def _preview(asked: _Asked) -> Json | Response:
    entity = asked.served.entity(asked.given("id"))
    if entity is None:
        why = asked.words("there is no unit {id} here", id=asked.given("id"))
        return _json({"error": why}, _ABSENT)
    return Response(_OK, _HTML, entity_page(entity, asked.words))


_BOTH: dict[str, Callable[[_Asked], Json | Response]] = {
    "/suggest/entity": _suggest_entity,
    "/suggest/type": _suggest_type,
    "/suggest/property": _suggest_property,
    "/preview": _preview,
    "/view": _preview,
}
_ROUTES: dict[str, Callable[[_Asked], Json | Response]] = {
    "/": _root,
    "/properties": _propose,
    **_BOTH,
    DRAFT: _draft_root,
    f"{DRAFT}/match": _draft_match,
    f"{DRAFT}/extend": _draft_extend,
    f"{DRAFT}/extend/propose": _propose,
    **{DRAFT + path: answer for path, answer in _BOTH.items()},
}
