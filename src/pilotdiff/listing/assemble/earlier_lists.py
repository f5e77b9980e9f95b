"""The list of an earlier batch that a page goes on with: 此前 / 在第一批名单中 / 有19个乡村上榜."""

from collections.abc import Iterator, Sequence

from pilotdiff.facts.chosen_words import ENTERED
from pilotdiff.facts.scopes import batches
from pilotdiff.listing.lines.following import following
from pilotdiff.model import Entry, Line
from pilotdiff.patterns import pattern

_BEFORE = pattern(
    r"\s*(?:另外[，,]?)?(?:在?此前|在此之前|早前)(?![一二三四五六七八九十\d])", needs="前"
)
_CHOSEN = pattern(rf"{ENTERED}|名单|公布|认定|命名")
_NOW = pattern(r"[此这本]次|本批")
# A sentence that a page breaks over its lines.
_LINES = 3


def of_earlier_batches(
    entries: Sequence[Entry], lines: Sequence[Line], title: str
) -> frozenset[Entry]:
    """Return the entries below a line that leads to another batch than that of the title, up to one
    that leads back to it."""
    own = set(batches(title))
    if len(own) != 1 or not entries:
        return frozenset()
    listed = {one.line for one in entries}
    first, last = min(listed), max(listed)
    others = [
        (line.number, line.text)
        for line in lines
        if first < line.number <= last and line.number not in listed and line.text.strip()
    ]
    spans = list(_spans(others, listed, own, last))
    return frozenset(one for one in entries if any(a < one.line < b for a, b in spans))


def _spans(
    others: Sequence[tuple[int, str]], listed: set[int], own: set[int], last: int
) -> Iterator[tuple[int, int]]:
    """Yield where such lists lie, between two lines."""
    for at, (number, text) in enumerate(others):
        if _BEFORE.match(text) is None:
            continue
        more = following(others, at, at + _LINES)
        said = "".join(text for by, text in more if not listed & set(range(number, by)))
        told = set(batches(said))
        if not told or told & own or _CHOSEN.search(said) is None:
            continue
        back = (by for by, text in others[at + 1 :] if _leads_back(text, own))
        yield number, next(back, last + 1)


def _leads_back(text: str, own: set[int]) -> bool:
    return bool(own & set(batches(text))) or _NOW.search(text) is not None
