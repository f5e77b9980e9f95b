"""What a lost character could have been."""

from pilotdiff.model import Message, Wildcard, msg
from pilotdiff.repair import tables
from pilotdiff.repair.fold import variants
from pilotdiff.repair.pinyin import same_reading


def admits(wildcard: Wildcard, char: str) -> bool:
    """Tell whether the lost character could have been `char`, or a variant of it in either script.

    海 (BA A3) is admitted where the second byte A3 survived. Readings are compared with every
    reading the character has.
    """
    forms = variants(char)
    return _heard(wildcard, char) and any(_fits(wildcard, form) for form in forms)


def witness(wildcard: Wildcard, char: str) -> Message:
    """Tell how an admitted character fits what survived: "海 is BA A3 in GBK, of which A3
    survived"."""
    survived = " ".join(f"{b:02X}" for b in (wildcard.lead, wildcard.trail) if b is not None)
    form = next((form for form in variants(char) if _fits(wildcard, form)), char)
    pair = gbk(form)
    if not survived or pair is None:
        return msg("{char} fills what was lost without trace", char=char)
    return msg(
        "{char} is {bytes} in GBK, of which {survived} survived",
        char=form,
        bytes=f"{pair[0]:02X} {pair[1]:02X}",
        survived=survived,
    )


def gbk(char: str) -> tuple[int, int] | None:
    """Return the two GBK bytes of a character, None when it has not got two.

    >>> gbk("海")
    (186, 163)
    """
    data = char.encode("gb18030", errors="replace")
    return (data[0], data[1]) if len(data) == 2 else None


def _fits(wildcard: Wildcard, char: str) -> bool:
    if wildcard.among and char not in wildcard.among:
        return False
    if wildcard.lead is None and wildcard.trail is None:
        return True
    pair = gbk(char)
    return (
        pair is not None and wildcard.lead in (None, pair[0]) and wildcard.trail in (None, pair[1])
    )


def _heard(wildcard: Wildcard, char: str) -> bool:
    if not wildcard.readings:
        return True
    spoken = {reading for form in variants(char) for reading in tables.readings(form)}
    return any(same_reading(one, other) for one in wildcard.readings for other in spoken)
