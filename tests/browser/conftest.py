"""The page of the shipped example in a real browser; without one these tests are skipped."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from browser.driving import browser, missing
from pilotdiff.cli import main

PHONE = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
LACK = missing()


def pytest_collection_modifyitems(items: Any) -> None:
    if LACK:
        here = Path(__file__).parent
        skip = pytest.mark.skip(reason=f"no real browser here, missing: {LACK} (see .ci/run)")
        for item in items:
            if item.path.is_relative_to(here):
                item.add_marker(skip)


class Tab:
    """A page open in a browser, with short words for what tests ask and do."""

    def __init__(self, driver: Any, page: Path) -> None:
        self.driver, self.page = driver, page

    def open(self, address: str = "") -> "Tab":
        """Load the page anew, at an address within it."""
        self.driver.get("about:blank")
        for log in ("browser", "performance"):
            self.driver.get_log(log)  # what was said before is forgotten
        self.driver.get(self.page.as_uri() + (f"#{address}" if address else ""))
        return self

    def js(self, code: str, *arguments: object) -> Any:
        """What an expression says."""
        return self.driver.execute_script(f"return {code}", *arguments)

    def do(self, code: str) -> None:
        """Run statements."""
        self.driver.execute_script(code)

    def text(self, selector: str) -> str:
        """The text of the first element, as it is in the document."""
        return str(self.js("document.querySelector(arguments[0]).textContent", selector)).strip()

    def all(self, selector: str, what: str = "textContent.trim()") -> list[Any]:
        """Something of every element."""
        found = f"Array.from(document.querySelectorAll(arguments[0]), each => each.{what})"
        return list(self.js(found, selector))

    def press(self, *keys: str) -> None:
        """Type where the focus is."""
        self.driver.switch_to.active_element.send_keys(*keys)

    def click(self, selector: str) -> None:
        """Click an element as a person would, at its middle."""
        self.driver.find_element("css selector", selector).click()

    def rows(self) -> list[str]:
        """The addresses of the rows shown."""
        return self.all("tr.unit", "id")

    @property
    def status(self) -> str:
        """How many units are shown."""
        return self.text("#status")

    @property
    def address(self) -> str:
        """The part of the address behind #."""
        return str(self.js("decodeURIComponent(location.hash.slice(1))"))

    def errors(self) -> list[str]:
        """What the console said."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """All addresses that the page asked for."""
        entries = (json.loads(e["message"])["message"] for e in self.driver.get_log("performance"))
        sent = (e for e in entries if e["method"] == "Network.requestWillBeSent")
        return [entry["params"]["request"]["url"] for entry in sent]

    def devtools(self, command: str, **options: object) -> Any:
        """A command of the browser's own tools."""
        return self.driver.execute_cdp_cmd(command, options)


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the shipped example, in English."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    assert main(["report", "-o", str(path), "-q", "--lang", "en"]) == 0
    return path


@pytest.fixture(scope="session")
def _browsers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[bool], Any]]:
    """One browser with scripts and one without, each started when first asked for."""
    started: dict[bool, Any] = {}
    with ExitStack() as stack:

        def give(scripts: bool) -> Any:
            if scripts not in started:
                folder = tmp_path_factory.mktemp("browser")
                started[scripts] = stack.enter_context(browser(folder, scripts=scripts))
            return started[scripts]

        yield give


@pytest.fixture
def tab(_browsers: Callable[[bool], Any], example: Path) -> Iterator[Tab]:
    """The example's page, freshly opened, on a wide screen."""
    made = Tab(_browsers(True), example)
    yield made.open()
    made.devtools("Emulation.clearDeviceMetricsOverride")
    made.devtools("Emulation.setEmulatedMedia", media="", features=[])
    made.do("localStorage.clear()")


@pytest.fixture
def phone(tab: Any) -> Tab:
    """The same, 360 points wide."""
    tab.devtools("Emulation.setDeviceMetricsOverride", **PHONE)
    return tab.open()  # type: ignore[no-any-return]


@pytest.fixture
def plain(_browsers: Callable[[bool], Any], example: Path) -> Tab:
    """The example's page where no script runs."""
    return Tab(_browsers(False), example).open()


@pytest.fixture
def opened(_browsers: Callable[[bool], Any]) -> Callable[[Path], Tab]:
    """Any other page."""
    return lambda page: Tab(_browsers(True), page).open()
