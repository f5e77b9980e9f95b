"""The one error a user can mend."""

from collections.abc import Iterable
from functools import cache

from pilotdiff.model.messages import Message, msg

# The code of an error whose text the table does not have.
_OTHER = "input-wrong"


class UserError(Exception):
    """The input or the call is at fault; the message is one sentence: what, where, what to do.

    `UserError("{path} is a folder: name a file in it", path=path)`; the text is a literal and is
    translated at the edge. The command prints it on standard error and exits 2. Any other
    exception is a bug.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.message: Message = msg(text, **values)
        super().__init__(str(self.message))

    def __reduce__(self) -> tuple[object, ...]:
        """Let another process raise it as it was."""
        return _again, (self.message,)

    @property
    def code(self) -> str:
        """What is at fault, for scripts: "file-missing"; it stays when the sentence is reworded.

        error_codes.tsv has them all.
        """
        codes = _codes()
        texts = (self.message, *(v for _, v in self.message.values if isinstance(v, Message)))
        return next((codes[each.text] for each in texts if each.text in codes), _OTHER)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like one that is none, "" where none is like it.

    >>> nearest("promotd", ["promoted", "renamed"])
    'promoted'
    """
    from difflib import get_close_matches  # for errors only

    return next(iter(get_close_matches(word, list(known), 1)), "")


def _again(message: Message) -> UserError:
    error = UserError(message.text, **dict(message.values))
    error.message = message
    return error


@cache
def _codes() -> dict[str, str]:
    """Return the codes by the texts of the errors."""
    from pathlib import Path

    from pilotdiff.word_tables import word_rows

    return {text: code for code, text in word_rows(Path(__file__).with_name("error_codes.tsv"))}
