"""Width and invisible characters.

Full-width digits and Latin letters become ASCII; spaces of other widths become a plain space;
zero-width and control characters go; compatibility ideographs and the radicals that PDF writers
put in place of characters (⼭ for 山) become the characters they stand for, rare brackets, colons,
commas, bars and dots the common ones. All other punctuation stays, Chinese and full-width alike
(（），、：。．！？): what it means is for the listing to say. Tabs stay too: they part the columns
of a table.
"""

import re
from functools import cache
from unicodedata import normalize

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import END_OF_A_NAME, pattern
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

# Those of two bytes (U+0080 to U+009F) stay: in text read as Latin-1 they are all that is left.
CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f"
ZERO_WIDTH = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
INVISIBLE = CONTROLS + ZERO_WIDTH
SPACES = "\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
LETTERS = "０-９Ａ-Ｚａ-ｚ"
LOOKALIKES = "\u2e9f\u2ef3\u2f00-\u2fd5\uf900-\ufad9"
# Brackets, and small, narrow or upright signs.
_SIGNS = dict(
    zip(
        "〖〗〘〙﹝﹞﹙﹚［］⟦⟧︰﹕∶﹑﹐﹔､｡･・‧∙⋅︱︳❘⏐∣",
        "【】〔〕〔〕（）[][]：：：、，；、。·····｜｜｜｜｜",
        strict=True,
    )
)
RARE_SIGNS = "".join(_SIGNS)
# Strokes of characters, set for signs between names; elsewhere damage leaves them behind.
_STROKES = {"丶": "、", "丨": "｜"}
_STROKE = rf"{END_OF_A_NAME}[{''.join(_STROKES)}](?=\p{{Han}})"
ODD = INVISIBLE + SPACES + LETTERS + LOOKALIKES + RARE_SIGNS + "".join(_STROKES)


@cache
def _runs() -> re.Pattern[str]:
    return pattern(
        f"([{INVISIBLE}]+)|([{SPACES}]+)|([{LETTERS}]+)|[{LOOKALIKES}]+|[{RARE_SIGNS}]|{_STROKE}"
    )


def normalise_width(text: str) -> RepairStep:
    """Make every run of odd width plain, one repair for each run: ＡＢ１ → AB1.

    >>> normalise_width("（１）柳城街道").text
    '（1）柳城街道'
    """
    return RepairStep(
        *carried_out(RepairKind.WIDTH, text, (_edit(run) for run in _runs().finditer(text)))
    )


# Of the width of one letter: by wider ones names are set in below those above.
_NARROW_SPACES = "\u00a0\u2004-\u200a\u202f\u205f"
# The first group, of what nobody sees, never matches: it has no character to become.
_SAME_LENGTH = pattern(f"(?!)()|([{_NARROW_SPACES}]+)|([{LETTERS}]+)|[{RARE_SIGNS}]|{_STROKE}")


def plain_width(text: str) -> RepairStep:
    """Make characters of odd width plain where each becomes one: spaces, digits and letters, rare
    signs; what nobody sees stays.

    >>> plain_width("１．柳城\u00a0街道").text
    '1．柳城 街道'
    """
    if _SAME_LENGTH.search(text) is None:
        return RepairStep(text)
    edits = (_edit(run) for run in _SAME_LENGTH.finditer(text))
    return RepairStep(*carried_out(RepairKind.WIDTH, text, edits))


def _edit(run: re.Match[str]) -> Replacement:
    invisible, spaces, letters = run.groups()
    if invisible:
        return Replacement(*run.span(), "", msg("invisible: {signs}", signs=_points(invisible)))
    if spaces:
        return Replacement(
            *run.span(), " " * len(spaces), msg("odd space: {signs}", signs=_points(spaces))
        )
    if letters:
        why = msg("{letters} is full-width", letters=letters)
        return Replacement(*run.span(), normalize("NFKC", letters), why)
    plain = (_SIGNS | _STROKES).get(run.group()) or normalize("NFKC", run.group())
    why = msg("{signs} only looks like {plain}", signs=_points(run.group()), plain=plain)
    return Replacement(*run.span(), plain, why)


def _points(text: str) -> str:
    return " ".join(f"U+{ord(char):04X}" for char in dict.fromkeys(text))
