"""Compiles the translations (.po → .mo) whenever the package is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface[Any]):
    """hatchling's hook: one .mo beside each .po."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all catalogues; `version` is "standard" or "editable"."""
        del version
        for source in sorted(Path(self.root).glob("src/pilotdiff/language/locale/*/*/*.po")):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as catalogue, compiled.open("wb") as made:
                write_mo(made, read_po(catalogue))
            build_data["artifacts"].append(str(compiled.relative_to(self.root)))
