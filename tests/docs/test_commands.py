"""Every command, argument and option is documented, in both languages, under its command."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from docs.fenced import ROOT
from pilotdiff.cli.app import COMMANDS, app
from pilotdiff.language import words

PAGES = ("commands.md", "commands.zh-CN.md")
SHARED = ("--help",)


def command(name: str, language: str) -> Any:
    """The command as it is called."""
    return app([name], words(language)).commands[name]  # type: ignore[attr-defined]


def names(called: str, page: str) -> Iterator[str]:
    """What a person may type for it, as the help in the page's language has it."""
    for parameter in command(called, "zh" if "zh" in page else "en").params:
        if parameter.param_type_name == "argument":
            yield re.sub(r"\W", "", parameter.metavar or parameter.name.upper())
        else:
            yield from (*parameter.opts, *parameter.secondary_opts)


def sections(page: str) -> dict[str, str]:
    """The text under each heading that names a command, by that command."""
    text = (ROOT / "docs" / page).read_text("utf-8")
    parts = re.split(r"^## ", text, flags=re.MULTILINE)
    return {part.splitlines()[0].removeprefix("pilotdiff ").strip(): part for part in parts}


def shared(page: str) -> str:
    """What is said of the options that all commands have, and of the call without one."""
    return sections(page)["pilotdiff"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("called", COMMANDS)
def test_a_command_is_documented_with_all_that_it_takes(page: Any, called: Any) -> None:
    section = sections(page)[called]
    known = section + shared(page)
    missing = [name for name in names(called, page) if not re.search(rf"{name}\b", known)]
    assert not missing


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_documented_that_is_not_there(page: Any) -> None:
    for called in COMMANDS:
        told = set(re.findall(r"`(--[\w-]+)", sections(page)[called]))
        assert told <= {*names(called, page), *SHARED}, called


@pytest.mark.parametrize("page", PAGES)
def test_the_call_itself_is_documented(page: Any) -> None:
    options = [name for parameter in app([], words("en")).params for name in parameter.opts]  # type: ignore[attr-defined]
    assert {"--version", "--install-completion"} <= set(options)
    assert not [name for name in options if f"`{name}" not in shared(page)]


@pytest.mark.parametrize("page", PAGES)
def test_commands_stand_in_the_order_of_the_help(page: Any) -> None:
    found = [name for name in sections(page) if name in COMMANDS]
    assert found == list(COMMANDS)


@pytest.mark.parametrize("page", PAGES)
def test_what_the_environment_decides_is_documented(page: Any) -> None:
    text = (ROOT / "docs" / page).read_text("utf-8")
    for variable in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PILOTDIFF_LANG", "PILOTDIFF_CATALOGUE"):
        assert variable in text
