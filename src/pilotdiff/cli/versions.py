"""What pilotdiff is built on, for whoever reports what went wrong or reads an older answer."""

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from pilotdiff.language import Words
from pilotdiff.version import VERSION


def versions(words: Words) -> Iterator[str]:
    """Yield a name and its version a line, pilotdiff's own first, the data it judges by last."""
    from pilotdiff.matching.match_weights import learned
    from pilotdiff.names.gazetteer import known_years

    yield f"pilotdiff {VERSION}"
    yield f"{platform.python_implementation()} {platform.python_version()} ({platform.system()})"
    for package in _packages():
        yield f"{package} {version(package)}"
    first, *_, last = known_years()
    yield words(
        "divisions {first} to {last} (GB/T 2260, statistical codes)", first=first, last=last
    )
    yield words("weights {day}", day=learned())


def _packages() -> list[str]:
    """Return what the installed package says it needs, without its extras."""
    try:
        needed = requires("pilotdiff") or []
    except PackageNotFoundError:
        return []
    names = (re.match(r"[\w.-]+", one) for one in needed if "extra ==" not in one)
    return sorted(name[0] for name in names if name)
