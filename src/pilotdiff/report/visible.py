"""Characters that would act on a terminal or a page, not be seen, as something that is seen.

Raw texts are shown as written, and a document may hold what moves the cursor, changes colours or
turns the line round. Control characters become their pictures (␛), marks of direction �, and so do
the tags that nobody sees (U+E0000 to U+E007F).
"""

from unicodedata import category

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_DIRECTIONS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_TAGS = range(0xE0000, 0xE0080)
_UNSEEN = (*range(0x80, 0xA0), *_DIRECTIONS, *_TAGS)
_SHOWN = {**_PICTURES, 0x7F: 0x2421, **dict.fromkeys(_UNSEEN, 0xFFFD)}
# What ends a line, or moves within it.
_ENDS = {0x09: 0x2409, 0x0A: 0x240A}
_SPACE = "Zs"
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if chr(code) not in "\t\n\r")
# How the others begin in UTF-8; a byte that begins a character stands nowhere else.
_GROUPS = (
    (b"\xc2", [chr(code) for code in range(0x80, 0xA0)]),
    (b"\xf3\xa0", [chr(code) for code in _TAGS]),
    (b"", [chr(code) for code in _DIRECTIONS]),
)
_SUSPECT = _CONTROLS + bytes(sorted({chr(code).encode()[0] for code in _UNSEEN}))


def visible(text: str) -> str:
    r"""Return the text, as long as before, with nothing in it that acts.

    >>> visible("甲\u202e乙")
    '甲�乙'
    """
    return text if text.isprintable() else text.translate(_SHOWN)


def acts(text: str) -> bool:
    r"""Return whether something in a text, of any length, would act; told fast for long ones.

    A carriage return is not counted: it ends a line.

    >>> acts("甲\x1b[31m"), acts("甲·乙\n")
    (True, False)
    """
    coded = text.encode("utf-8", "surrogatepass")
    if len(coded.translate(None, _SUSPECT)) == len(coded):
        return False
    if len(coded.translate(None, _CONTROLS)) < len(coded):
        return True
    return any(sign in text for start, signs in _GROUPS if start in coded for sign in signs)


def on_one_line(text: str) -> str:
    """Return the text, as long as before, as one line in which nothing acts.

    >>> on_one_line("柳城\\n街道")
    '柳城␊街道'
    """
    if text.isprintable():
        return text
    shown = visible(text).translate(_ENDS)
    return "".join(c if c.isprintable() or category(c) == _SPACE else "\ufffd" for c in shown)
