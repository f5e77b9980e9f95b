"""What surrounds a page's text: navigation, copyright, contacts, page numbers."""

import re
from functools import cache

from pilotdiff.listing.vocabulary import rows_of_words
from pilotdiff.patterns import pattern

_PAGE = pattern(
    r"^[—\-－–·・•~～\s]*(?:第?\s*\d{1,4}\s*页?(?:\s*[/／共]\s*共?\s*\d{1,4}\s*页?)?)[—\-－–·・•~～\s]+$"
    r"|^第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?$|^Page \d+"
)
_PAGE_ENDS = ("—", "-", "－", "–", "·", "・", "•", "~", "～", "页")
_GAZETTE = pattern(
    r"\S{2,24}(?:公报|政报|公告)\s+(?:19|20)\d\d年?\s?[.．·]?\s?第?\s?\d{1,3}\s?[号期]?(?:\s+\d{1,4})?$",
    needs="报告",
)
# The imprint below a notice: 清岗市人民政府办公室  2022年11月8日印发.
_IMPRINT = pattern(
    r"\S{2,30}\s+(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?印发$", needs="印"
)
_WEB = pattern(
    r"https?://|www\.|[A-Za-z0-9_.-]@[A-Za-z0-9]|\s[>»›]\s|^[^\s]{1,12}>[^\s]|电话[:：]?\s*[+（(]?\d"
)


_LONGEST = 100


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = [(row[0], row[1]) for row in rows_of_words("furniture.txt")]
    ends = "|".join(re.escape(word) for kind, word in table if kind == "end")
    lines = "|".join(re.escape(word) for kind, word in table if kind == "line")
    front = r"^[\s*＊【（(①-⑳\d.、|·■●]*"
    return pattern(rf"{front}(?:本[站网])?[^\s。，]{{0,16}}?(?:{ends})"), pattern(
        rf"{front}(?:{lines})"
    )


def is_page_number(text: str) -> bool:
    """Return a page's number on a line of its own: "— 3 —", "第3页 共8页".

    >>> is_page_number("— 3 —"), is_page_number("第3批")
    (True, False)
    """
    if len(text) >= 24:
        return False
    text = text.strip()
    may_be = text.endswith(_PAGE_ENDS) or text.startswith("Page ")
    return may_be and _PAGE.match(text) is not None


def ends_text(text: str) -> bool:
    """Tell whether the page's own text is over at this line: 猜你喜欢, 版权与免责声明, 上一篇.

    >>> ends_text("相关阅读"), ends_text("清岗县")
    (True, False)
    """
    return _patterns()[0].match(text) is not None


def is_furniture(text: str) -> bool:
    """Tell whether a line is no part of the text: a trail of links, an editor, a contact, an
    address.

    >>> is_furniture("打印本页 关闭窗口"), is_furniture("清岗县")
    (True, False)
    """
    if len(text) > _LONGEST and "。" in text:
        return False
    web = _WEB.search(text)
    # A sentence of the text may close with where to call: 现予公示。监督电话：028-….
    if web is not None and "。" not in text[: web.start()]:
        return True
    if _patterns()[1].match(text) is not None:
        return True
    return _GAZETTE.match(text.strip()) is not None or is_imprint(text)


def is_imprint(text: str) -> bool:
    """Tell whether a line says who printed a notice, and when.

    >>> is_imprint("清岗市人民政府办公室  2022年11月8日印发"), is_imprint("2022年11月8日印发")
    (True, False)
    """
    return _IMPRINT.match(text.strip()) is not None
