"""What a format's module is given and what it gives back."""

from collections.abc import Iterable
from typing import NamedTuple, NoReturn

from pilotdiff.model import Line, Message, Said, Scan, UserError, msg
from pilotdiff.model.callbacks import Tick

STANDARD_INPUT = "-"


def _silent(done: int, total: int) -> None:
    """Tell nobody of the progress of a reading."""


class RawSource(NamedTuple):
    """Bytes with the name that messages show.

    tick  called with what is done and the total, in the format's own measure (rows, pages, bytes)
    """

    name: str
    data: bytes
    tick: Tick = _silent

    def refuse(self, why: str | Message, /, **values: object) -> NoReturn:
        """Raise the error whose sentence has the source's name as its subject.

        `why` is the rest of the sentence: a literal text with its values, or a message.
        """
        said = why if isinstance(why, Message) else msg(why, **values)
        raise UserError("{name} {why}", name=printable(self.name), why=said)


def printable(name: str) -> Said:
    """Return a name as a message shows it: one line, whatever the name holds."""
    if name == STANDARD_INPUT:
        return msg("standard input")
    return name if name.isprintable() else ascii(name)


_MOST_SHOWN = 6


def struck_out(texts: Iterable[str]) -> tuple[Said, ...]:
    """Return the note that says which texts were left out because they are struck out, () for
    none."""
    shown = _first(texts)
    return (msg("what is struck out was left out: {texts}", texts=shown),) if shown else ()


def unseen_text(texts: Iterable[str]) -> tuple[Said, ...]:
    """Return the note that says which texts were left out because nobody sees them, () for none."""
    shown = _first(texts)
    said = msg(
        "text that nobody sees (hidden, drawn over, pale as its ground or off the page) was left "
        "out: {texts}",
        texts=shown,
    )
    return (said,) if shown else ()


def commented(texts: Iterable[str]) -> tuple[Said, ...]:
    """Return the note that says which comments were not read, () for none."""
    shown = _first(texts)
    said = msg("comments and what is filled in over the text were not read: {texts}", texts=shown)
    return (said,) if shown else ()


def _first(texts: Iterable[str]) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(text for text in map(str.strip, texts) if text))
    return (*found[:_MOST_SHOWN], *["…"] * (len(found) > _MOST_SHOWN))


class Contents(NamedTuple):
    """The lines of a source, and what reading had to decide; the fields are `Document`'s."""

    lines: tuple[Line, ...]
    notes: tuple[Said, ...] = ()
    encoding: str = ""
    certainty: float = 1.0
    scan: Scan | None = None
    unseen: tuple[Line, ...] = ()
    unsure_rows: tuple[int, ...] = ()
