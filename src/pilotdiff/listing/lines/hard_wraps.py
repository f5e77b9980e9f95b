"""Pages whose lines were all cut at one width, within names too: what is copied from a print."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from pilotdiff.listing.lines.pieces import on_screen
from pilotdiff.listing.lines.titles_and_dates import is_title, leading_units
from pilotdiff.model import PAGE_BREAK
from pilotdiff.patterns import pattern

# So wide at least, in columns of a screen: shorter lines are names of one length.
_NARROWEST = 40
# A sign that may stand at no line's beginning is set within the width or behind it.
_PLAY = 3
_FEWEST = 2
# No line begins with these but one that goes on.
COMMAS = ("、", "，", ",")
_CLOSES = frozenset("。！？!?；;：:”』」》）)…〕】]")
_KIND_ENDS = frozenset("省市州盟县区旗镇乡村社街道居委会")
_ITEM = pattern(
    r"\s*(?:[（(]?\d{1,3}[.．、)）](?!\d)|\d{1,4}\s|[（(]?[一二三四五六七八九十]{1,3}[)）、]|附件|[①-⑳]|[-*•·●■◆]\s*\p{Han})"
)
_GAP = pattern(r"\s{2}").search
# Among so many first lines a title may be as wide as the page; what one that is cut goes on with.
_TITLES = 3
_PARTED = pattern(r"[，,。；;]").search
_GOES_ON_WITH = pattern(r"\s*(?:的|[（(]|公[示告]|通[知告报]|决定|批复)")
_PLACE_OVER = pattern(r"\s*\p{Han}{2,12}[：:]", needs="：:")


def cut_lines(lines: Sequence[tuple[int, str]]) -> frozenset[int]:
    """Return the numbers of the lines that go on in the next, in a page whose lines were all cut
    at one width; an empty set for any other page. Blank lines may part them all, and the number of
    a page some of them: `lines` hold neither.

    Nothing on such a page is wider, and most of the lines as wide as that end within a word: lines
    of names that happen to be as long end with a name.

    >>> page = [
    ...     "近日省里公布名单，清岗县白溪镇东岭村、北岭",
    ...     "镇西岭村、南岭镇中岭村、南岭镇上岭村和石桥",
    ...     "镇河东村入选。",
    ... ]
    >>> sorted(cut_lines([*enumerate(page, start=1)]))
    [1, 2]
    """
    return max((_cut(lines, on_screen), _cut(lines, _signs)), key=len)


def _signs(text: str) -> int:
    return 2 * len(text)


def _cut(lines: Sequence[tuple[int, str]], width_of: Callable[[str], int]) -> frozenset[int]:
    # What is set apart on its line (来源：…    时间：…) is no text that fills it.
    widths = {number: width_of(text.rstrip()) for number, text in lines if not _GAP(text.strip())}
    width = max(widths.values(), default=0)
    margin = min((width_of(_indent(text)) for _, text in lines if text.strip()), default=0)
    if width - margin < _NARROWEST:
        return frozenset()
    usual = min((below - number for (number, _), (below, _) in pairwise(lines)), default=1)
    full = [
        (number, text.rstrip(), below, next_number > number + usual)
        for (number, text), (next_number, below) in pairwise(lines)
        if widths.get(number, 0) >= width - _PLAY
        and next_number <= number + PAGE_BREAK
        and below.strip()
    ]
    within = {number for number, text, below, _ in full if _is_within(text, below)}
    if len(within) < _FEWEST or 2 * len(within) <= len(full):
        return frozenset()
    above = {number for number, text in lines[:_TITLES] if is_title(text) and not _PARTED(text)}
    return frozenset(
        number
        for number, text, below, apart in full
        if not _ends(text, below)
        and not (apart and number not in within)
        and not (number in above and not _GOES_ON_WITH.match(below))
    )


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _is_within(text: str, below: str) -> bool:
    """Tell whether a full line ends within a word or a sentence, and the next begins with no place:
    rows of a list may be as long, each from its place to a number or a person's name. No row begins
    with a comma."""
    if below.lstrip().startswith(COMMAS):
        return True
    within = text[-1] not in _CLOSES | _KIND_ENDS
    return within and not (_ITEM.match(below) or leading_units(below.strip()))


def _ends(text: str, below: str) -> bool:
    """Tell whether a full line is the last of its paragraph: it closes with a sign, or with a name
    before a line that begins anew."""
    if below.lstrip().startswith(COMMAS):
        return False
    anew = text[-1] in _KIND_ENDS and _PLACE_OVER.match(below)
    return text[-1] in _CLOSES or bool(anew or _ITEM.match(below))
