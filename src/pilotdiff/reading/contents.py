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


_MOST_STRUCK = 6


def struck_out(texts: Iterable[str]) -> tuple[Said, ...]:
    """Return the note that says which texts were left out because they are struck out, () for
    none."""
    found = tuple(dict.fromkeys(text for text in map(str.strip, texts) if text))
    shown = (*found[:_MOST_STRUCK], *["…"] * (len(found) > _MOST_STRUCK))
    return (msg("what is struck out was left out: {texts}", texts=shown),) if found else ()


class Contents(NamedTuple):
    """The lines of a source, and what reading had to decide; the fields are `Document`'s."""

    lines: tuple[Line, ...]
    notes: tuple[Said, ...] = ()
    encoding: str = ""
    certainty: float = 1.0
    scan: Scan | None = None
    unseen: tuple[Line, ...] = ()
