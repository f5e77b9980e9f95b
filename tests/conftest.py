"""What several test folders share."""

import os
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from two_lists import TwoLists

# A change is judged by the same examples each time; a person at work looks further with
# HYPOTHESIS_PROFILE=wide. Time is measured in bench/, never in a test.
settings.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "wide", max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("quick", settings.get_profile("fixed"), max_examples=8)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

# What the tests of a folder do that takes time; `make quick` leaves them out.
FOLDERS = {
    "browser": "browser",
    "docs/test_examples.py": "docs",
    "test_wheel.py": "wheel",
    "cli": "process",
    "test_bundled.py": "slow",
    "test_fuzz.py": "slow",
    "test_stages.py": "slow",
    "census/test_census.py": "slow",
    "checks/test_between_cases.py": "slow",
    "checks/test_breaks.py": "slow",
    "checks/test_shipped.py": "slow",
    "decisions/test_sitting.py": "slow",
    "docs/test_glossary.py": "docs",
    "docs/test_recipes.py": "docs",
    "face/test_list_forms.py": "slow",
    "language/test_translations.py": "slow",
    "listing/test_listing_properties.py": "slow",
    "listing/test_one_table.py": "slow",
    "names/test_paths.py": "slow",
    "panel/test_panel.py": "slow",
    "programme/test_funnel.py": "slow",
    "reading/pictures": "slow",
    "reading/test_read_anything.py": "slow",
    "reading/test_read_refused.py": "slow",
    "repair/test_real_pages.py": "slow",
    "repair/test_tables.py": "slow",
    "report/page": "slow",
    "report/test_datapackage.py": "slow",
    "report/test_paper_pages.py": "slow",
    "report/test_workbook.py": "slow",
    "report/test_workbook_summary.py": "slow",
}
SHARED = Path(__file__).parents[2] / "shared"


QUICK = os.environ.get("HYPOTHESIS_PROFILE") == "quick"


def markers_of(path: Path) -> list[str]:
    """What the tests of a file are marked with, by where they stand."""
    here = Path(__file__).parent
    return [marker for place, marker in FOLDERS.items() if path.is_relative_to(here / place)]


def pytest_configure() -> None:
    """Hear Ctrl-C again: a shell starts what runs in the background deaf to it, and the commands
    that tests start and interrupt would inherit that."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leave a file of slow tests out of the quick ones before it is imported."""
    return True if QUICK and markers_of(collection_path) else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark tests by where they stand."""
    of_file = {path: markers_of(path) for path in {item.path for item in items}}
    for item in items:
        for marker in of_file[item.path]:
            item.add_marker(marker)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real pages and gold beside the checkout; the test is skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("the folder of real pages beside the checkout is not here")
    return SHARED


@pytest.fixture
def lists(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> TwoLists:
    """Lists in files of the test, and what the command says of them."""
    return TwoLists(tmp_path, capsys)


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
