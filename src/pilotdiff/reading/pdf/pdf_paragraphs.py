"""Lines of one paragraph on a PDF page: a line that fills the page goes on in the next."""

from collections.abc import Sequence
from itertools import pairwise

from pilotdiff.patterns import pattern
from pilotdiff.reading.pdf.pdf_text_lines import PageLine

# In characters: how long a line is at least that fills a page.
_LONGEST = 20
# In heights of a character.
_AT_MARGIN = 1.5
_AT_EDGE = 0.5
_APART = 2.2
_ALIKE = 0.1
# A colon behind others closes no paragraph: 石家庄市（1个）：正定县；邯郸市（1个）：|涉县.
_CLOSED = pattern(r"[。！？!?；;]$|^[^：:；;]*[：:]$")
_BEGINS = pattern(
    r"\s*(?:[（(]?\d{1,4}[.．、)）]|[（(]?[一二三四五六七八九十百]{1,4}[)）、.．]|附件|附[:：]|[①-⑳]"
    r"|第[一二三四五六七八九十]{1,3}[章条節节]|[-—*•·●■◆★▲])"
)
# No comma stands between the two: names of two lines, not of one sentence.
_NAME_ENDS = tuple("省市州盟县縣区區旗镇鎮乡鄉村社道会會")
# A name alone on its line goes on where the line above it lists names.
_NAME = pattern(r"\p{Han}{2,12}[省市州盟县縣区區旗镇鎮乡鄉村社道会會]")
_LISTS = pattern(r"[、，,][^。：:；;]*$")
_PLACE_BEGINS = pattern(r"\s*\p{Han}{2,8}?[省市州盟县縣区區旗镇鎮乡鄉]")


def paragraphs(lines: Sequence[PageLine], width: float) -> list[PageLine]:
    """Return the lines of a page of that width, each that ends at its right margin with the one
    below it that begins at its left one."""
    texts = [line for line in lines if line.text.strip() and not line.cells]
    left = min((line.box[0] for line in texts), default=0.0)
    right = max(width - left, *_shared_ends(texts), 0.0)
    made: list[PageLine] = []
    for above, line in pairwise([None, *lines]):
        if above is not None and line is not None and _goes_on(above, line, left, right):
            boxes = zip(made[-1].box, line.box, strict=True)
            outer = [min(pair) if at < 2 else max(pair) for at, pair in enumerate(boxes)]
            box = (outer[0], outer[1], outer[2], outer[3])
            made[-1] = made[-1]._replace(text=made[-1].text + line.text.lstrip(), box=box)
        elif line is not None:
            made.append(line)
    return made


def _shared_ends(lines: Sequence[PageLine]) -> list[float]:
    """Return the right edges at which several long lines end."""
    ends = sorted(line.box[2] for line in lines if len(line.text) >= _LONGEST)
    return [one for one, other in pairwise(ends) if other - one < 1]


def _goes_on(above: PageLine, line: PageLine, left: float, right: float) -> bool:
    """Tell whether a line is the rest of a paragraph of which the one above it fills the page."""
    if above.cells or line.cells or above.unsure or line.unsure or len(above.text) < _LONGEST:
        return False
    height = above.box[3] - above.box[1]
    alike = abs(line.box[3] - line.box[1] - height) < height * _ALIKE
    near = 0 < line.box[1] - above.box[1] < height * _APART
    full = abs(right - above.box[2]) < height * _AT_MARGIN
    if not (alike and near and full and abs(line.box[0] - left) < height * _AT_EDGE):
        return False
    text, rest = above.text.rstrip(), line.text.strip()
    if _CLOSED.search(text) or _BEGINS.match(rest):
        return False
    if _NAME.fullmatch(rest) and not _LISTS.search(text):
        return False
    return not (text.endswith(_NAME_ENDS) and _PLACE_BEGINS.match(rest))
