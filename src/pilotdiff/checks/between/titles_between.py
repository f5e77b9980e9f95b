"""Whether a cited title means a document that is at hand, or the same document as another title."""

import re

from pilotdiff.checks.between.date_order import year_of_number
from pilotdiff.checks.between.groups import levels
from pilotdiff.facts.numerals import NUMBER, numeral
from pilotdiff.facts.scopes import batch_number
from pilotdiff.model import Citation, Filed, Level
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import IN_BRACKETS, pattern

_OFFICES = pattern(r"^.*?关于")
_WRAPPING = pattern(r"^(?:印发|转发|公布|下达|发布)+|的?(?:通知|公告|公示|决定|批复|意见|函|通报)$")
_NOT_WORDS = pattern(r"[\s《》〈〉“”\"（）()]")
# So much of its wording must the title share with the document's: 城乡社区治理试点单位.
_SHARED = 6
_COUNT = pattern(
    rf"(?P<number>{NUMBER})[个家名](?P<noun>[^\d，。；、《》（(]{{1,14}}?(?:{IN_BRACKETS})?)"
    r"(?=为|作为|列为|的|等|和|、|$)"
)


def announced(title: str) -> list[tuple[Level, int]]:
    """Return the totals that a title gives: …等41个区（市、县）为… is 41 counties.

    >>> announced("关于公布清岗等41个区（市、县）为第三批试点的通知")
    [(<Level.COUNTY: 'county'>, 41)]
    """
    found = []
    for match in _COUNT.finditer(title):
        level = head_level(match["noun"])[0]
        number = numeral(match["number"])
        if level is not None and number is not None:
            found.append((level, number))
    return found


def core_of_title(title: str) -> str:
    """Return the words of a title without office, 关于印发 and 的通知.

    >>> core_of_title("关于公布第三批试点名单的通知")
    '第三批试点名单'
    """
    plain = _NOT_WORDS.sub("", _OFFICES.sub("", title))
    while (cut := _WRAPPING.sub("", plain)) != plain:
        plain = cut
    return plain


_SHORTEST = 6


def same_title(one: str, other: str) -> bool:
    """Tell whether two titles are of one document, one of them perhaps cited in short."""
    short, long = sorted((core_of_title(one), core_of_title(other)), key=len)
    return len(short) >= _SHORTEST and short in long


def is_about(citation: Citation, filed: Filed) -> bool:
    """Tell whether a cited title speaks of a document: the same wording, and the same batch or a
    unit of its list, of the same year."""
    title, source = citation.title, filed.source
    if not title or not _same_year(citation.number, source.date):
        return False
    if same_title(title, source.title):
        return True
    batch = batch_number(title)
    if batch and source.batch and batch != source.batch:
        return False
    evidence = (batch is not None and batch == source.batch) + _names_a_unit(title, filed)
    return evidence > 0 and _shared(core_of_title(title), core_of_title(source.title)) >= _SHARED


def is_another(citation: Citation, filed: Filed) -> bool:
    """Tell whether the title beside a number cannot be that of the document of this number: another
    batch, or other words where the document bears title and number itself."""
    title, source = citation.title, filed.source
    numbers = {stated.value for stated in filed.units.listing.numbers}
    batch, own = batch_number(title), batch_number(source.title)
    if citation.number not in {source.number, *numbers} or not title:
        return False
    if batch and own and batch != own:
        return True
    other_words = _shared(core_of_title(title), core_of_title(source.title)) < _SHARED
    return citation.number in numbers and bool(source.title) and other_words


def _same_year(number: str, date: str) -> bool:
    year = year_of_number(number)
    return year is None or not date or year == int(date[:4])


def _names_a_unit(title: str, filed: Filed) -> bool:
    """Tell whether the list has the unit that a title names: 成都市温江区 in
    …关于确定成都市温江区等41个…."""
    named = re.search(
        r"(?:确定|命名|认定|公布|同意将?|确认|授予)(?P<name>[^，。等]{2,30})等", title
    )
    if named is None or not levels(filed):
        return False
    return any(unit.name == named["name"] for unit in filed.units.units)


def _shared(one: str, other: str) -> int:
    """Return the length of the longest run of characters that two titles share."""
    best = 0
    for start in range(len(one)):
        while one[start : start + best + 1] in other and start + best < len(one):
            best += 1
    return best
