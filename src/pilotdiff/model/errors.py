"""The one error a user can mend."""


class UserError(Exception):
    """The input or the call is at fault; the message is one sentence: what, where, what to do.

    The command prints it on standard error and exits 2. Any other exception is a bug.
    """
