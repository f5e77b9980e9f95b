"""The modules that read each format are named by texts: each of them is there."""

from importlib.util import find_spec

import pytest

from pilotdiff.reading import choosing


@pytest.mark.parametrize("module", sorted({module for module, _ in choosing._MODULES.values()}))
def test_every_module_that_is_named_is_there(module: str) -> None:
    assert find_spec(f"pilotdiff.reading.{module}") is not None
