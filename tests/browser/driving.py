"""A headless Chromium of Debian's packages: chromium, chromium-driver, fonts-noto-cjk."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selenium.webdriver import Chrome

BROWSER, DRIVER = "chromium", "chromedriver"
# Without a sandbox, which root may not have; and without a word to the outside.
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--no-proxy-server",
)
_NO_SCRIPTS = {"profile.managed_default_content_settings.javascript": 2}


def missing() -> str:
    """What is needed and not here, "" when nothing is."""
    absent = [name for name in (BROWSER, DRIVER) if shutil.which(name) is None]
    try:
        import selenium  # noqa: F401
    except ImportError:
        absent.append("selenium")
    return ", ".join(absent)


@contextmanager
def browser(
    folder: Path, width: int = 1280, height: int = 900, *, scripts: bool = True
) -> "Iterator[Chrome]":
    """A browser whose profile, and what it saves, is in `folder`; closed at the end."""
    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = str(shutil.which(BROWSER))
    for flag in FLAGS:
        options.add_argument(flag)
    options.add_argument(f"--user-data-dir={folder / 'profile'}")
    options.add_argument(f"--window-size={width},{height}")
    saving = {"download.default_directory": str(folder), "download.prompt_for_download": False}
    options.add_experimental_option("prefs", saving if scripts else saving | _NO_SCRIPTS)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = Chrome(options=options, service=ChromeService(str(shutil.which(DRIVER))))
    try:
        yield driver
    finally:
        driver.quit()
