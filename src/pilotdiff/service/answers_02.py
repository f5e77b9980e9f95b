"""What API 0.2 sends back: manifest, candidates, suggestions, values."""

from collections.abc import Iterable, Mapping, Sequence

from pilotdiff.language import Words
from pilotdiff.report.report_terms import LEVEL_NAMES
from pilotdiff.service.api_parts import DOCUMENTATION, HEIGHT, WIDTH, features, property_name, types
from pilotdiff.service.served import Entity, Served, ServedCandidate
from pilotdiff.version import VERSION

Json = dict[str, object]


def manifest(served: Served, base: str, words: Words) -> Json:
    """Return what the service is and where its parts are, below the address `base`."""

    def at(path: str) -> Json:
        return {"service_url": base, "service_path": path}

    return {
        "versions": ["0.2"],
        "name": served.name,
        "identifierSpace": served.space,
        "schemaSpace": "urn:pilotdiff:columns",
        "documentation": DOCUMENTATION,
        "serviceVersion": VERSION,
        "defaultTypes": types(served.levels, words),
        "view": {"url": f"{base}/view?id={{{{id}}}}"},
        "preview": {"url": f"{base}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            "entity": at("/suggest/entity"),
            "type": at("/suggest/type"),
            "property": at("/suggest/property"),
        },
        "extend": {"propose_properties": at("/properties"), "property_settings": []},
    }


def results(found: Mapping[str, Sequence[ServedCandidate]], words: Words) -> Json:
    """Return the candidates of each query by its key."""
    return {
        key: {"result": [candidate(each, words) for each in candidates]}
        for key, candidates in found.items()
    }


def candidate(one: ServedCandidate, words: Words) -> Json:
    """Return a candidate; the features that spoke are log odds."""
    return {
        "id": one.entity.id,
        "name": one.entity.name,
        "description": one.entity.said,
        "type": types([one.entity.level], words),
        "score": one.score,
        "match": one.matched,
        "features": features(one, words),
    }


def suggested_entities(entities: Iterable[Entity], words: Words) -> Json:
    """Return entities to choose from."""
    return {
        "result": [
            {
                "id": each.id,
                "name": each.name,
                "description": each.said,
                "notable": [{"id": str(each.level), "name": words(LEVEL_NAMES[each.level])}],
            }
            for each in entities
        ]
    }


def values(rows: Mapping[str, Entity | None], properties: Sequence[str], words: Words) -> Json:
    """Return the values of properties, by entity and property; none of an unknown entity."""
    return {
        "meta": [{"id": each, "name": property_name(each, words)} for each in properties],
        "rows": {
            id: {each: value(entity, each) for each in properties} for id, entity in rows.items()
        },
    }


def value(entity: Entity | None, name: str) -> list[Json]:
    """Return the value of a property as the API has it, [] for none."""
    held = entity.values.get(name, "") if entity else ""
    if isinstance(held, int):
        return [{"int": held}]
    return [{"str": str(held)}] if held else []
