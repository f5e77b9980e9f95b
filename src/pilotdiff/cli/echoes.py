"""What a call or a file held, said back to its writer: one line, short, with nothing that acts."""

from pilotdiff.model import Message
from pilotdiff.report.visible import on_one_line

_LONGEST = 200
_END = 60


def safely(message: Message) -> Message:
    """Return the message with each of its values on one line and visible, long ones shortened.

    >>> str(safely(Message("no such {name}", (("name", "甲" * 300),))))[:12]
    'no such 甲甲甲甲'
    """
    return message._replace(values=tuple((name, _safe(value)) for name, value in message.values))


def _safe(value: object) -> object:
    if isinstance(value, Message):
        return safely(value)
    if isinstance(value, tuple):
        return tuple(map(_safe, value))
    if isinstance(value, int | float):
        return value
    text = on_one_line(str(value))
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - _END - 1]}…{text[-_END:]}"
