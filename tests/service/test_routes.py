"""Every answer of the service, in both versions of the API, held against the API's own schemas."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pilotdiff.language import ENGLISH, words
from pilotdiff.service import Request, ServedRecord, answered
from service.api_schemas import ApiSchemas

BASE = "http://127.0.0.1:8377"
NAME = "长沙县金井镇"
BATCH: dict[str, dict[str, Any]] = {
    "q0": {"query": NAME, "type": "township", "limit": 3, "type_strict": "should"},
    "q1": {"query": "和平社区", "properties": [{"pid": "county", "v": "长沙县"}]},
    "q2": {"properties": [{"pid": "county", "v": {"id": "430121", "name": "长沙县"}}]},
    "q3": {"query": "nothing like it", "type": [{"id": "county"}, "township"]},
}
DRAFT_BATCH = {
    "queries": [
        {"conditions": [{"matchType": "name", "propertyValue": NAME}], "limit": 2},
        {
            "type": "community",
            "conditions": [
                {"matchType": "name", "propertyValue": ["和平社区"]},
                {"matchType": "property", "propertyId": "county", "propertyValue": "宁乡市"},
            ],
        },
    ]
}


def told(served: Any, path: str, body: str = "", **given: str) -> Any:
    request = Request(path, given, body, BASE, posted=bool(body))
    response = answered(request, served, ENGLISH)
    assert response.status == 200, response.content
    return json.loads(response.content)


@pytest.fixture(scope="session")
def schema_02(shared: Path) -> ApiSchemas:
    return ApiSchemas(shared, "0.2")


@pytest.fixture(scope="session")
def schema_draft(shared: Path) -> ApiSchemas:
    return ApiSchemas(shared, "1.0-draft")


def test_answers_of_02(either: Any, schema_02: Any) -> None:
    schema_02.hold("manifest", told(either, "/"))
    schema_02.hold("reconciliation-query-batch", BATCH | {"q3": BATCH["q3"] | {"type": "county"}})
    found = told(either, "/", queries=json.dumps(BATCH))
    schema_02.hold("reconciliation-result-batch", found)
    assert set(found) == set(BATCH)
    assert found["q0"]["result"][0]["match"]
    id = found["q0"]["result"][0]["id"]
    schema_02.hold("suggest-entities-response", told(either, "/suggest/entity", prefix="长沙"))
    schema_02.hold("suggest-types-response", told(either, "/suggest/type", prefix="t"))
    schema_02.hold("suggest-properties-response", told(either, "/suggest/property", prefix="c"))
    schema_02.hold("data-extension-property-proposal", told(either, "/properties", limit="3"))
    asked = {"ids": [id, "nobody"], "properties": [{"id": "code"}, {"id": "township"}]}
    schema_02.hold("data-extension-query", asked)
    values = told(either, "/", extend=json.dumps(asked))
    schema_02.hold("data-extension-response", values)
    assert values["rows"][id] == {"code": [{"str": "430121110"}], "township": [{"str": "金井镇"}]}
    assert values["rows"]["nobody"] == {"code": [], "township": []}


def test_answers_of_the_draft(either: Any, schema_draft: Any) -> None:
    schema_draft.hold("manifest", told(either, "/draft"))
    schema_draft.hold("reconciliation-query-batch", DRAFT_BATCH)
    found = told(either, "/draft/match", json.dumps(DRAFT_BATCH))
    schema_draft.hold("reconciliation-result-batch", found)
    assert found["results"][0]["candidates"][0]["match"]
    id = found["results"][0]["candidates"][0]["id"]
    entities = told(either, "/draft/suggest/entity", prefix="长沙")
    schema_draft.hold("suggest-entities-response", entities)
    schema_draft.hold("suggest-types-response", told(either, "/draft/suggest/type"))
    schema_draft.hold("suggest-properties-response", told(either, "/draft/suggest/property"))
    proposed = told(either, "/draft/extend/propose", type="township")
    schema_draft.hold("data-extension-property-proposal", proposed)
    asked = json.dumps({"ids": [id], "properties": [{"id": "code"}]})
    values = told(either, "/draft/extend", asked)
    schema_draft.hold("data-extension-response", values)
    assert values["rows"][0]["properties"][0]["values"] == [{"str": "430121110"}]


def test_names_of_types_and_properties_are_in_the_readers_language(served: Any) -> None:
    response = answered(Request("/suggest/property"), served, words("zh"))
    assert "区县" in response.content
    manifest = json.loads(answered(Request("/"), served, words("zh")).content)
    assert not any(each["name"].isascii() for each in manifest["defaultTypes"])


def test_a_limit_bounds_the_candidates(served: Any) -> None:
    query = {"q": {"query": "和平社区", "limit": 1}}
    assert len(told(served, "/", queries=json.dumps(query))["q"]["result"]) == 1


@pytest.mark.parametrize("number", ["²", "-1", "x", "9" * 5_000])
def test_what_is_no_number_is_as_if_none_were_given(served: Any, number: str) -> None:
    given = {"prefix": "长沙县", "cursor": number, "limit": number}
    assert told(served, "/suggest/entity", **given) == told(
        served, "/suggest/entity", prefix="长沙县"
    )


def test_suggestions_come_page_by_page(served: Any) -> None:
    first, second = (
        told(served, "/suggest/entity", prefix="长沙", cursor=at, limit="1")["result"][0]["id"]
        for at in ("0", "1")
    )
    assert first != second


@pytest.mark.parametrize("path", ["/preview", "/view", "/draft/preview"])
def test_a_preview_is_a_page_that_runs_nothing(served: Any, path: str) -> None:
    id = told(served, "/suggest/entity", prefix="金井")["result"][0]["id"]
    page = answered(Request(path, {"id": id}), served, ENGLISH)
    assert page.kind.startswith("text/html")
    assert "430121110" in page.content
    assert answered(Request(path, {"id": "<script>"}), served, ENGLISH).status == 404


@pytest.mark.parametrize(
    ("path", "given", "body", "status"),
    [
        ("/nowhere", {}, "", 404),
        ("/", {"queries": "{"}, "", 400),
        ("/", {"queries": "[]"}, "", 400),
        ("/", {"queries": '{"q": {}}'}, "", 400),
        ("/", {"queries": '{"q": 1}'}, "", 400),
        ("/", {"queries": '{"q": {"query": 5}}'}, "", 400),
        ("/", {"queries": "[" * 100_000}, "", 400),
        ("/", {"queries": json.dumps({str(n): {"query": NAME} for n in range(1001)})}, "", 400),
        ("/", {"extend": '{"ids": ["a"], "properties": [{"id": "colour"}]}'}, "", 400),
        ("/draft/match", {}, "", 405),
        ("/draft/match", {}, '{"queries": [{}]}', 400),
        ("/draft/extend", {}, "", 405),
    ],
)
def test_a_wrong_request_is_one_sentence(
    served: Any, path: str, given: Any, body: str, status: int
) -> None:
    response = answered(Request(path, given, body, BASE, bool(body)), served, ENGLISH)
    assert response.status == status
    assert json.loads(response.content)["error"]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["query", "type", "limit", "properties", "pid", "v", "queries", "id", "q"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(ANYTHING)
def test_whatever_is_asked_is_answered_or_refused(asked: Any) -> None:
    text = json.dumps(asked)
    record = ServedRecord(ENGLISH)
    for request in (
        Request("/", {"queries": text}),
        Request("/", {"extend": text}),
        Request("/draft/match", body=text, posted=True),
        Request("/draft/extend", body=text, posted=True),
        Request("/suggest/entity", {"prefix": "长沙", "cursor": text, "limit": text}),
        Request("/preview", {"id": text}),
    ):
        assert answered(request, record, ENGLISH).status in (200, 400, 404)
