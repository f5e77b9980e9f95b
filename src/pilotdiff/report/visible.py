"""Characters that would act on a terminal or a page, not be seen, as something that is seen.

Raw texts are shown as written, and a document may hold what moves the cursor, changes colours or
turns the line round. Control characters become their pictures (␛), marks of direction �.
"""

_PICTURES = {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}
_DIRECTIONS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_SHOWN = {**_PICTURES, 0x7F: 0x2421, **dict.fromkeys((*range(0x80, 0xA0), *_DIRECTIONS), 0xFFFD)}


def visible(text: str) -> str:
    """The text, as long as before, with nothing in it that acts."""
    return text if text.isprintable() else text.translate(_SHOWN)
