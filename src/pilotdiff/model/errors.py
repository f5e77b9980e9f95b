"""The one error a user can mend."""

from pilotdiff.model.messages import Message, msg


class UserError(Exception):
    """The input or the call is at fault; the message is one sentence: what, where, what to do.

    `UserError("{path} is a folder: name a file in it", path=path)`; the text is a literal and is
    translated at the edge. The command prints it on standard error and exits 2. Any other
    exception is a bug.
    """

    def __init__(self, text: str, /, **values: object) -> None:
        self.message: Message = msg(text, **values)
        super().__init__(str(self.message))
