"""What several test folders share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SHARED = Path(__file__).parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold beside the checkout; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real pages beside the checkout is not here")
    return SHARED


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with snapshots/NAME.txt beside the test; UPDATE_SNAPSHOTS=1 rewrites it."""
    folder = request.path.parent / "snapshots"

    def compare(name: str, text: str) -> None:
        path = folder / f"{name}.txt"
        if os.environ.get("UPDATE_SNAPSHOTS"):
            folder.mkdir(exist_ok=True)
            path.write_text(text, "utf-8")
        assert text == path.read_text("utf-8"), f"{path.name}: UPDATE_SNAPSHOTS=1 accepts the new"

    return compare
