"""What API 1.0-draft sends back, where it differs from 0.2."""

from collections.abc import Iterable, Mapping, Sequence

from pilotdiff.language import Words
from pilotdiff.service import answers_02
from pilotdiff.service.answers_02 import Json
from pilotdiff.service.api_parts import DOCUMENTATION, HEIGHT, WIDTH, property_name, types
from pilotdiff.service.served import Entity, Served, ServedCandidate
from pilotdiff.version import VERSION


def draft_manifest(served: Served, base: str, words: Words) -> Json:
    """Return what the service is; its parts are where the API has them."""
    return {
        "versions": ["1.0-draft"],
        "name": served.name,
        "lang": "zh",
        "identifierSpace": served.space,
        "schemaSpace": "urn:pilotdiff:columns",
        "documentation": DOCUMENTATION,
        "serviceVersion": VERSION,
        "defaultTypes": types(served.levels, words),
        "view": {"url": f"{base}/view?id={{id}}"},
        "preview": {"width": WIDTH, "height": HEIGHT},
        "suggest": {"entity": True, "type": True, "property": True},
        "extend": {"proposeProperties": True, "propertySettings": []},
        "standardizedScore": True,
    }


def draft_results(found: Iterable[Sequence[ServedCandidate]], words: Words) -> Json:
    """Return the candidates of each query, in the order of the queries."""
    return {
        "results": [
            {"candidates": [answers_02.candidate(each, words) for each in candidates]}
            for candidates in found
        ]
    }


def draft_values(
    rows: Mapping[str, Entity | None], properties: Sequence[str], words: Words
) -> Json:
    """Return the values of properties, one row an entity."""
    return {
        "meta": [{"id": each, "name": property_name(each, words)} for each in properties],
        "rows": [
            {
                "id": id,
                "properties": [
                    {"id": each, "values": answers_02.value(entity, each)} for each in properties
                ],
            }
            for id, entity in rows.items()
        ],
    }
