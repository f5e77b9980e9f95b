"""What of a source is found for translation."""

import io
from typing import Any

from pilotdiff.language.extraction import extract

SOURCE = '''
from typing import Annotated

def command(file: Annotated[str, typer.Argument(help="The document.")], call=None):
    """The entries.

    As written.
    """
    say = f"{words('Left out')} {self.words.number('{n} line', '{n} lines', 2)}"
    raise UserError("{name} is empty", name=file)

def helper(lang=None):
    """Shown to nobody."""
    words(lang)
    msg(f"put {together}")

@feature
def alike(pair):
    """the names are alike"""
'''


def texts(**options: Any) -> set[Any]:
    file = io.BytesIO(SOURCE.encode())
    found = extract(file, ("words", "number", "UserError", "msg"), (), options)
    return {text for _, _, text, _ in found}


def test_calls_wherever_they_stand_and_help() -> None:
    assert texts() == {
        "The document.",
        "Left out",
        ("{n} line", "{n} lines", None),
        "{name} is empty",
        "the names are alike",
    }


def test_a_command_shows_its_docstring() -> None:
    assert texts(commands="yes") - texts() == {"The entries.\n\nAs written."}
