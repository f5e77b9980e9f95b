"""Calls and parts of calls, written as one types them."""

from collections.abc import Iterable, Mapping

from pilotdiff.report.shell_words import shell_word


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
