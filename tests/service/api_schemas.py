"""The schemas of the API, from the folder beside the checkout: their licence is another."""

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from referencing import Registry
from referencing.jsonschema import DRAFT7


class ApiSchemas:
    """The schemas of one version."""

    def __init__(self, shared: Path, version: str) -> None:
        text = (shared / f"reconciliation/schemas-{version}.json").read_text("utf-8")
        self._all: dict[str, Any] = json.loads(text)
        resources = [(each["$id"], each) for each in self._all.values() if "$id" in each]
        self._registry: Registry[Any] = Registry().with_resources(
            (id, DRAFT7.create_resource(each)) for id, each in resources
        )

    def hold(self, name: str, answer: object) -> None:
        """Fail where an answer is none that the schema allows."""
        schema = self._all[name]
        errors = Draft7Validator(schema, registry=self._registry).iter_errors(answer)
        assert not [f"{list(each.path)}: {each.message}" for each in errors]
