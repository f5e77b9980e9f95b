"""What the tool says, as data: an English template with its values, put into words at the edge.

Nothing below the report knows which language its reader wants. A message carries the English
text, which is also its key in the translations (gettext), and the values that go into it.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from pilotdiff.model.document_names import DocumentName, by_short_name

# From (text, many, number) to the template in the reader's language.
Translate = Callable[[str, str, int], str]


class Message(NamedTuple):
    """One sentence or phrase.

    text    the English template, values in braces: "nearest: {name}"
    values  what goes into the braces, by name; a message is put into words itself, and the
            members of a tuple are joined as a list
    many    the template where there are other than one, "" where the number makes no difference
    number  that decides between the two
    """

    text: str
    values: tuple[tuple[str, object], ...] = ()
    many: str = ""
    number: int = 1

    def __str__(self) -> str:
        return self.told(in_english)

    def given(self, **values: object) -> "Message":
        """Return the message with these values in its braces.

        >>> str(msg("nearest: {name}").given(name="普安街道"))
        'nearest: 普安街道'
        """
        return self._replace(values=(*self.values, *values.items()))

    def told(self, translate: Translate) -> str:
        """Return the message in the language of `translate`."""
        template = translate(self.text, self.many, self.number)
        if not self.values:
            return template
        return template.format(**{name: _told(value, translate) for name, value in self.values})


# What is said: a message, or a text that is the same in every language.
Said = Message | str


def msg(text: str, /, **values: object) -> Message:
    """Make a message: `msg("nearest: {name}", name=unit.name)`. The text is a literal, so that the
    translations' tools find it."""
    return Message(text, tuple(values.items()))


_CHAIN = msg("{clause}; {next}")


def msgs(one: str, many: str, n: int, /, **values: object) -> Message:
    """Make a message that depends on a number, which stands in it as {n}: "1 unit", "1,200
    units"."""
    return Message(one, (("n", f"{n:,}"), *values.items()), many, n)


def chained(clauses: Iterable[Said]) -> Said:
    """Join clauses to one sentence, set off from each other by semicolons; "" of none.

    >>> str(chained(["one", "two"]))
    'one; two'
    """
    said: Said = ""
    for clause in clauses:
        said = _CHAIN.given(clause=said, next=clause) if said else clause
    return said


def last_clause(said: Said) -> Said:
    """Return the last of the clauses that a sentence was joined of.

    >>> str(last_clause(chained(["one", "two"])))
    'two'
    """
    if not isinstance(said, Message) or said.text != _CHAIN.text:
        return said
    clause = dict(said.values)["next"]
    return clause if isinstance(clause, Message) else str(clause)


def clauses(said: Said) -> Iterator[Said]:
    """Yield the clauses that a sentence was joined of, first to last.

    >>> list(clauses(chained(["one", "two", "three"])))
    ['one', 'two', 'three']
    """
    while isinstance(said, Message) and said.text == _CHAIN.text:
        parts = dict(said.values)
        first, said = (
            part if isinstance(part, Message) else str(part)
            for part in (parts["clause"], parts["next"])
        )
        yield from clauses(first)
    yield said


def in_english(text: str, many: str, number: int) -> str:
    """Return the template itself."""
    return many if many and number != 1 else text


def _told(value: object, translate: Translate) -> object:
    if isinstance(value, Message):
        return value.told(translate)
    if isinstance(value, tuple):
        return translate(", ", "", 1).join(str(_told(each, translate)) for each in value)
    if isinstance(value, DocumentName):
        return document_name(value, translate)
    return value


def document_name(name: str, translate: Translate) -> str:
    """Return how a document is called in the language of `translate`: by its short name where a
    catalogue has one in that language, which is Chinese; else by its id."""
    text = _BY_ID.text
    return str(name) if translate(text, "", 1) == text else by_short_name(name)


_BY_ID = msg("documents are called by their ids")
