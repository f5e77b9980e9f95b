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


def visible(text: str) -> str:
    r"""Return the text, as long as before, with nothing in it that acts.

    >>> visible("甲\u202e乙")
    '甲�乙'
    """
    return text if text.isprintable() else text.translate(_SHOWN)


def on_one_line(text: str) -> str:
    """Return the text, as long as before, as one line in which nothing acts.

    >>> on_one_line("柳城\\n街道")
    '柳城␊街道'
    """
    if text.isprintable():
        return text
    shown = visible(text).translate(_ENDS)
    return "".join(c if c.isprintable() or category(c) == _SPACE else "\ufffd" for c in shown)
