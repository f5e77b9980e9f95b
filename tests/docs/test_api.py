"""What docs/api.md shows is what Python answers, in both languages."""

import doctest
from importlib.util import find_spec

import pytest

from docs.fenced import ROOT, blocks

# Together a second or more: `make quick` leaves them out.
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", ["api.md", "api.zh-CN.md"])
def test_every_example_is_as_it_says(name: str) -> None:
    page = ROOT / "docs" / name
    found = blocks(page, "pycon")
    assert len(found) >= 4
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    names: dict[str, object] = {}
    said: list[str] = []
    # A newcomer's environment has no library of frames; the other examples run all the same.
    without_frames = find_spec("pandas") is None
    left_out = [block for block in found if without_frames and "frame" in block.text]
    for block in found:
        if block in left_out:
            continue
        test = doctest.DocTestParser().get_doctest(
            block.text, names, block.place, str(page), block.line
        )
        runner.run(test, out=said.append, clear_globs=False)
        names = test.globs
    if runner.failures:
        pytest.fail("\n".join(said))
    assert runner.tries >= 10
    if left_out:
        pytest.skip(f"{len(left_out)} examples need pandas: make frames brings it")
