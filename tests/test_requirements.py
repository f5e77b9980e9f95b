"""requirements/ pins all that make installs, with hashes: a checkout is the same everywhere."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from itertools import combinations

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tracked import ROOT

SETS = {
    "running": (),
    "developing": ("dev",),
    "recognition": ("ocr",),
    "site": ("site",),
    "frames": ("pandas", "polars", "arrow"),
}
BUILDING = {"hatchling", "babel", "editables", "pathspec", "pluggy", "trove-classifiers"}
_PIN = re.compile(
    r"^(\S+)==(\S+)(?: ; .+?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M
)


def text(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text("utf-8")


def pins(name: str) -> dict[str, str]:
    return {canonicalize_name(own): version for own, version, _ in _PIN.findall(text(name))}


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


@pytest.mark.parametrize("name", SETS)
def test_whatever_is_needed_is_pinned(name: str) -> None:
    wanted = set(needed("pilotdiff", SETS[name], set())) | BUILDING
    assert len(wanted) > 15
    assert not sorted(wanted - set(pins(name)))


@pytest.mark.parametrize("name", [*SETS, "lowest"])
def test_nothing_stands_there_but_names_versions_and_hashes(name: str) -> None:
    assert not _PIN.sub("", text(name)).strip()


@pytest.mark.parametrize(("one", "other"), list(combinations(SETS, 2)))
def test_the_sets_agree(one: str, other: str) -> None:
    ours, theirs = pins(one), pins(other)
    assert not [own for own in ours.keys() & theirs.keys() if ours[own] != theirs[own]]


def test_the_lowest_are_the_lowest_that_are_allowed() -> None:
    """What `make lowest` tries is what pyproject.toml promises."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = map(Requirement, (*project["dependencies"], *project["optional-dependencies"]["dev"]))
    lowest = {
        canonicalize_name(each.name): next(s.version for s in each.specifier if s.operator == ">=")
        for each in wanted
    }
    own = pins("lowest")
    assert {name: Version(own[name]) for name in lowest} == {
        name: Version(version) for name, version in lowest.items()
    }


def test_typer_stays_below_what_loads_pydantic() -> None:
    major, minor, *_ = map(int, pins("running")["typer"].split("."))
    assert (major, minor) < (0, 29)
