"""Calls and parts of calls, written as one types them, as the next commands carry them on."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from pilotdiff.report.shell_words import shell_word

if TYPE_CHECKING:
    from pilotdiff.cli.call import Call

# What bears on pairs of units alone.
_OF_PAIRS = ("--decisions", "--confirm")


def quoted(words: Iterable[str]) -> str:
    """Quote the words for a shell, so that what a screen proposes can be pasted."""
    return " ".join(map(shell_word, words))


def retyped(names: Iterable[str | None], options: Mapping[str, object]) -> str:
    """Write the documents of a call and the options that bear on its answer as one types them.

    >>> retyped(["a.txt", None], {"--decisions": "my verdicts.csv", "--confirm": ["b.txt"]})
    "a.txt --decisions 'my verdicts.csv' --confirm b.txt"
    """
    words = [name for name in names if name]
    for option, value in options.items():
        for each in value if isinstance(value, list | tuple) else (value,):
            words += (option,) if each is True else (option, str(each)) if each else ()
    return quoted(words)


def of_reading(call: "Call") -> str:
    """Return the options of a call that bear on how a document is read, as one types them."""
    given = bearing(call)
    return retyped((), {option: given[option] for option in given if option not in _OF_PAIRS})


def bearing(call: "Call") -> dict[str, object]:
    """Return the options of a call that bear on what became of the units of its two lists."""
    return {
        "--decisions": call.decisions,
        "--confirm": call.confirm,
        "--catalogue": call.catalogue,
        "--id-column": call.id_column,
        "--name-column": call.name_column,
        "--as-of": call.as_of,
        "--no-record": call.no_record,
    }
