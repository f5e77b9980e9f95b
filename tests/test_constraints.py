"""constraints.txt pins all that make installs, so that a checkout is the same everywhere."""

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PINNED = {
    canonicalize_name(line.partition("==")[0]): line.partition("==")[2]
    for line in (Path(__file__).parents[1] / "constraints.txt").read_text("utf-8").splitlines()
    if line[0] != "#"
}
BUILDING = {"hatchling", "babel", "editables", "pathspec", "pluggy", "trove-classifiers"}


def needed(name: str, extras: tuple[str, ...], known: set[str]) -> Iterator[str]:
    """What the installed packages say that they need here, all the way down."""
    try:
        stated = requires(name) or []
    except PackageNotFoundError:
        return
    for requirement in map(Requirement, stated):
        own = canonicalize_name(requirement.name)
        wanted = [{"extra": extra} for extra in (*extras, "")]
        if requirement.marker and not any(map(requirement.marker.evaluate, wanted)):
            continue
        yield own
        if own not in known:
            known.add(own)
            yield from needed(own, tuple(requirement.extras), known)


def test_whatever_is_needed_is_pinned() -> None:
    wanted = set(needed("pilotdiff", ("dev", "ocr"), set())) | BUILDING
    assert len(wanted) > 40
    assert not sorted(wanted - set(PINNED))


def test_a_pin_is_one_version() -> None:
    assert all(version and not set(version) & set("<>*,") for version in PINNED.values())


def test_typer_stays_below_what_loads_pydantic() -> None:
    major, minor, *_ = map(int, PINNED["typer"].split("."))  # type: ignore[index]
    assert (major, minor) < (0, 29)
