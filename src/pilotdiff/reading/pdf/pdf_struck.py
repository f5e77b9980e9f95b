"""Characters of a PDF page that a line is drawn through: text that no longer holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pilotdiff.reading.pdf.pdf_rules import Rule
from pilotdiff.reading.pdf.pdf_runs import TextRun

# Of a character's height from its top: where a line through it lies. One under it lies lower.
_HIGHEST = 0.3
_LOWEST = 0.68
_COVERED = 0.6
"""The share of a line that the characters under it take up: a table's rule has few or none."""


def without_struck(
    glyphs: Sequence[TextRun], rules: Sequence[Rule]
) -> tuple[list[TextRun], list[TextRun]]:
    """Return the characters of a page that hold, and those that are struck out.

    `rules` are its horizontal rules in order of their places.

    >>> word = [TextRun("白", 10, 0, 20, 10), TextRun("石", 20, 0, 30, 10)]
    >>> [len(part) for part in without_struck(word, [Rule(5, 9, 31)])]
    [0, 2]
    >>> [len(part) for part in without_struck(word, [Rule(9, 9, 31)])]
    [2, 0]
    """
    crossed: dict[Rule, list[TextRun]] = {}
    for glyph in glyphs:
        middle = glyph.middle[0]
        for rule in _through(glyph, rules):
            if rule.start <= middle <= rule.end:
                crossed.setdefault(rule, []).append(glyph)
    struck = {
        glyph
        for rule, under in crossed.items()
        if sum(one.right - one.left for one in under) >= _COVERED * (rule.end - rule.start)
        for glyph in under
    }
    return (
        [glyph for glyph in glyphs if glyph not in struck],
        [glyph for glyph in glyphs if glyph in struck],
    )


def _through(glyph: TextRun, rules: Sequence[Rule]) -> Sequence[Rule]:
    """Return the rules that lie at the height of a character's middle."""
    first = bisect_left(rules, glyph.top + _HIGHEST * glyph.height, key=lambda rule: rule.at)
    last = bisect_right(rules, glyph.top + _LOWEST * glyph.height, key=lambda rule: rule.at)
    return rules[first:last]
