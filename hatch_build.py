"""Compiles translations (.po → .mo) and regular expressions when the package is made."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Translations(BuildHookInterface[Any]):
    """hatchling's hook: one .mo beside each .po, one table of expressions for this Python."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile all catalogues and expressions; `version` is "standard" or "editable"."""
        del version
        for source in sorted(Path(self.root).glob("src/pilotdiff/language/locale/*/*/*.po")):
            compiled = source.with_suffix(".mo")
            with source.open("rb") as catalogue, compiled.open("wb") as made:
                write_mo(made, read_po(catalogue))
            build_data["artifacts"].append(str(compiled.relative_to(self.root)))
        if self.target_name == "wheel":
            packer = [sys.executable, str(Path(self.root, "packaging", "pack_patterns.py"))]
            subprocess.run(packer, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
            build_data["artifacts"].append("src/pilotdiff/compiled_patterns.*.bin")
