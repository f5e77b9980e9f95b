"""Rows that share the kind behind their last name, and gave no unit: 石桥、柳林村; 红旗街道和平、
团结社区. A list has them as entries; they may be taken for its title or for a heading."""

from collections import Counter
from collections.abc import Iterator, Sequence

from pilotdiff.listing.lines.headings import speaks_of_programme
from pilotdiff.listing.lines.ordinals import read_ordinal
from pilotdiff.listing.omissions import NOT_READ
from pilotdiff.model import LeftOut, Level, LineReading, Listing, Role, Unit, msg
from pilotdiff.names.called_by_programmes import is_of_programmes
from pilotdiff.names.head_words import PROGRAMME, is_head_word
from pilotdiff.patterns import TOWN_KIND, VILLAGE_KIND, pattern

_WHY = msg("may be a row of names that share the kind behind the last")
_ROW = pattern(
    rf"\s*(?P<place>\p{{Han}}{{1,8}}{TOWN_KIND})?(?P<first>\p{{Han}}{{2,5}})"
    r"(?P<others>(?:[、，,]\p{Han}{2,5})*?)[、和]"
    rf"(?P<last>\p{{Han}}{{2,5}}?)(?:[村居]?{VILLAGE_KIND}|{TOWN_KIND})"
    r"(?:[、，,](?P<more>.+))?[；;。]?\s*"
)
# A town, how many it has, and their names without kinds: 白溪镇（3个）东岭、西岭、南岭.
_COUNTED = pattern(
    rf"\s*(?:\d{{1,3}}[.．、])?\p{{Han}}{{1,8}}{TOWN_KIND}"
    r"\s*[（(]\d{1,3}个?(?:村|社区)?[）)]\s*"
    r"\p{Han}{1,5}(?:[、，,\s]+\p{Han}{1,5})*[；;。]?\s*",
    needs="（(",
)
_TOWN_BEFORE = pattern(rf"\s*\p{{Han}}{{1,8}}{TOWN_KIND}\s*[：:]", needs="：:")
_HEADED = pattern(
    r"\s*(?:[（(]?\d{1,3}[)）、.．]\s*)?(?P<head>\p{Han}{2,4})[：:]\s*"
    r"(?:\p{Han}{1,4}(?:[（(][^（()）]{1,8}[）)])?[、，])+(?:\p{Han}{1,4}(?:[（(][^（()）]{1,8}[）)])?)?[；;。]?\s*",
    needs="：:",
)
_WORDS = (Role.TITLE, Role.HEADING, Role.FURNITURE, Role.RUNNING_TEXT)
_SIGNS = pattern(r"[、，,]")
_NEAR = 3


def bare_rows(listing: Listing, units: Sequence[Unit]) -> Iterator[LeftOut]:
    """Yield such lines near the units or among them. What programmes call their units, and words
    for tiers, are no names, but in a town: 文明、平安社区, 街道、社区."""
    words = [each for each in listing.readings if each.role in _WORDS]
    counted = [each.line for each in words if _COUNTED.fullmatch(each.text)]
    counted += _headed(words) if _are_headed(listing, units) else []
    rows = [each for each in words if each.line in counted or _is_row(each)]
    held = {unit.entry.line for unit in units} if rows else set()
    first, last = min(held, default=0) - _NEAR, max(held, default=0) + _NEAR
    for each in rows:
        if first <= each.line <= last and each.line not in held:
            why = NOT_READ if each.line in counted else _WHY
            yield LeftOut(each.line, each.text.strip(), why)


def _are_headed(listing: Listing, units: Sequence[Unit]) -> bool:
    """Tell whether towns stand before the colons of rows that gave units."""
    held = {unit.entry.line for unit in units}
    rows = (each.text for each in listing.readings if each.line in held)
    return any(_TOWN_BEFORE.match(text) for text in rows)


def _headed(words: Sequence[LineReading]) -> list[int]:
    """Return the lines of several rows of short names behind short ones, each another: 白溪：东岭、
    西岭. Labels stand again and again: 树种：油松、侧柏."""
    found = [(each.line, row["head"]) for each in words if (row := _HEADED.fullmatch(each.text))]
    often = Counter(head for _, head in found)
    once = [line for line, head in found if often[head] == 1]
    return once if len(once) > 1 else []


def _is_row(reading: LineReading) -> bool:
    if read_ordinal(reading.text) is not None or PROGRAMME.search(reading.text):
        return False
    match = _ROW.fullmatch(reading.text)
    if match is None:
        return False
    if match["place"]:
        return True
    stems = [match["first"], *filter(None, _SIGNS.split(match["others"])), match["last"]]
    return not any(map(_is_word, stems[:-1])) or (match["more"] or "").endswith("村")


def _is_word(stem: str) -> bool:
    """Tell whether a stem is what programmes call units, or a word for a tier."""
    of_programmes = is_of_programmes(Level.COMMUNITY, f"{stem}村")
    return of_programmes or is_head_word(stem) or speaks_of_programme([stem])
