"""The modules that read each format are named by texts: each of them is there."""

from importlib.util import find_spec

import pytest

from pilotdiff.reading import choosing
from pilotdiff.reading.contents import RawSource


@pytest.mark.parametrize("module", sorted({module for module, _ in choosing._MODULES.values()}))
def test_every_module_that_is_named_is_there(module: str) -> None:
    assert find_spec(f"pilotdiff.reading.{module}") is not None


@pytest.mark.parametrize("suffix", ["", "txt", "csv"])
def test_a_table_of_commas_is_one_whatever_it_comes_from(suffix: str) -> None:
    rows = "文明村名单\n村名,县,镇\n东岭村,清岗县,白石镇\n西岭村,清岗县,清溪镇\n"
    assert choosing.chosen_format(RawSource("-", rows.encode()), suffix).format == "csv"
