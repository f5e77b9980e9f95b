"""What forums put in against copying, as it stands in what was copied all the same."""

from pilotdiff.model import Line, Message, msg
from pilotdiff.patterns import pattern

# Four bits or more of one or two signs, blanks between them, at an end of a line; letters and other
# signs are among them: 清岗县. s% p1 B! q
_BIT = "[!-~！-～]{1,2}"
_AT_ENDS = pattern(
    rf"^\s*{_BIT}(?:\s{_BIT}){{3,}}\s?(?=\p{{Han}})"
    rf"|(?<=\p{{Han}}|[，、；：。）]){_BIT}(?:\s{_BIT}){{3,}}\s*$"
)
_LETTER_AND_SIGN = pattern(r"(?=.*[^\W\d_]).*[^\w\s]")
_MAY_END_SO = pattern(r"[ -~！-～\s]")
_LEFT_OUT = msg("signs that a forum puts in against copying are left out")


def without_copy_signs(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Message, ...]]:
    """Return lines without the signs at their ends, and those of a row of one cell, that a forum
    puts in against copying; and that this was done.

    >>> lines, _ = without_copy_signs((Line(1, "( l$ d6 `: J/ y: f1 ~清岗县. s% p1 B! q"),))
    >>> lines[0].text, without_copy_signs((Line(1, "1 2 3 4 清岗县"),))[0][0].text
    ('清岗县', '1 2 3 4 清岗县')
    """
    bare = tuple(map(_bare, lines))
    same = all(one is other for one, other in zip(lines, bare, strict=True))
    return (lines, ()) if same else (bare, (_LEFT_OUT,))


def _bare(line: Line) -> Line:
    text = line.cells[0] if len(line.cells) == 1 else line.text
    if not text or not (_MAY_END_SO.match(text) or _MAY_END_SO.match(text[-1])):
        return line
    plain = _AT_ENDS.sub(lambda end: "" if _LETTER_AND_SIGN.match(end[0]) else end[0], text)
    if plain == text:
        return line
    return line._replace(cells=(plain,)) if line.cells else line._replace(text=plain)
