"""Every text has its Chinese: what `make messages` finds in the source against the .po."""

import ast
import re
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from string import Formatter
from typing import Any

import pytest

from pilotdiff.cli.app import COMMANDS
from pilotdiff.language import LANGUAGES

babel = pytest.importorskip("babel.messages")
from babel.messages.extract import extract_from_dir  # noqa: E402
from babel.messages.frontend import parse_keywords, parse_mapping_cfg  # noqa: E402
from babel.messages.pofile import read_po  # noqa: E402

ROOT = Path(__file__).parents[2]
LOCALE = ROOT / "src" / "pilotdiff" / "language" / "locale"
# Whose first argument is a literal text, or two where one of them counts.
SPEAKERS = {"msg": 1, "msgs": 2, "UserError": 1}


def first(id: Any) -> Any:
    """A message with a plural goes by its singular."""
    return id if isinstance(id, str) else id[0]


@pytest.fixture(scope="module")
def found() -> dict[Any, Any]:
    """The texts that the source holds, by the rules of babel.cfg and the Makefile."""
    with (ROOT / "babel.cfg").open() as mapping:
        methods, options = parse_mapping_cfg(mapping)  # type: ignore[no-untyped-call]
    keywords = parse_keywords(re.findall(r"-k (\S+)", (ROOT / "Makefile").read_text("utf-8")))
    texts = extract_from_dir(ROOT, methods, options, keywords, strip_comment_tags=True)
    return {first(text): text for _, _, text, *_ in texts}


@pytest.fixture(scope="module")
def catalogue() -> dict[Any, Any]:
    """The Chinese by the English."""
    with (LOCALE / "zh" / "LC_MESSAGES" / "pilotdiff.po").open("rb") as file:
        return {first(message.id): message for message in read_po(file) if message.id}


def translations(message: Any) -> Any:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def fields(text: str) -> set[Any]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_each_language_has_its_catalogue() -> None:
    assert {path.name for path in LOCALE.iterdir()} == set(LANGUAGES) - {"en"}


@pytest.mark.parametrize("command", COMMANDS)
def test_what_a_command_does_is_found(found: Any, command: str) -> None:
    shown = import_module(f"pilotdiff.cli.{command}").command.__doc__
    assert cleandoc(shown) in found


def test_every_text_is_translated(found: Any, catalogue: Any) -> None:
    missing = [text for text in found if text not in catalogue]
    empty = [text for text, message in catalogue.items() if not all(translations(message))]
    assert not missing, "make messages collects them; then write their Chinese"
    assert not empty, "write their Chinese"
    assert not [text for text, message in catalogue.items() if message.fuzzy]


def test_no_translation_is_left_of_a_text_that_is_gone(found: Any, catalogue: Any) -> None:
    assert not [text for text in catalogue if text not in found], "make messages drops them"


def test_plurals_are_plurals_in_both(found: Any, catalogue: Any) -> None:
    both = found.keys() & catalogue.keys()
    assert {text: found[text] for text in both} == {
        text: catalogue[text].id if catalogue[text].pluralizable else text for text in both
    }


def test_a_translation_holds_what_its_text_holds(catalogue: Any) -> None:
    wrong = {
        text
        for text, message in catalogue.items()
        for translation in translations(message)
        if fields(translation) != fields(text)
    }
    assert not wrong


def test_the_chinese_is_chinese(catalogue: Any) -> None:
    """Beyond names of things that have no other, and joints of values."""
    latin = {
        text
        for text, message in catalogue.items()
        if re.search(r"[A-Za-z]{2}", re.sub(r"\{\w+\}", "", text))
        and not re.search(r"[\u4e00-\u9fff]", "".join(translations(message)))
    }
    assert latin <= {"SHA-256"}


def test_what_is_said_is_a_literal() -> None:
    """Babel finds no other: a text put together at run time stays English for ever."""
    hidden = []
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
            texts = node.args[: SPEAKERS.get(name, 0)] if name else []  # type: ignore[attr-defined]
            if any(isinstance(text, ast.JoinedStr | ast.BinOp) for text in texts):
                hidden.append(f"{path.name}:{node.lineno}")  # type: ignore[attr-defined]
    assert not hidden
