"""A text as one word of a shell's command, so that what a screen proposes can be pasted."""

from shlex import quote

from pilotdiff.patterns import pattern

_ACTS = pattern(r"""[\s'"\\$`!&|;<>(){}*?\[\]~#=^%]""")


def shell_word(text: str) -> str:
    """Return the text, quoted where a sign in it would act.

    >>> shell_word("清江村"), shell_word("my list.txt")
    ('清江村', "'my list.txt'")
    """
    return quote(text) if not text or _ACTS.search(text) else text
