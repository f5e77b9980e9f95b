"""The programme that a text speaks of: its name, its batch, and when its work is to be done."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from pilotdiff.facts.scopes import batch_number, batches
from pilotdiff.model import Stated
from pilotdiff.patterns import pattern
from pilotdiff.repair.texts import Text

# A name begins behind a quotation mark, a verb of carrying out or with its clause; its last words
# say what it is.
_NAMED = pattern(
    r"(?:^|[“「『《\"，。；：]|印发|实施|启动|开展|推进|关于)了?"
    r"(?P<name>\p{Han}{2,30}?(?:行动计划|专项行动|行动方案))"
)
_LEAD = pattern(r".*(?:关于|印发|实施|启动|开展|推进)了?")
_SHORTEST = 7
_DEADLINE = pattern(
    r"(?P<year>20\d\d)年(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?(?:[上中下]旬|底|末)?(?:之|以)?前"
)
_SENTENCE = pattern(r"[^。！？；;]+")
_DONE = pattern(r"完成|验收|结束|总结")


class Scheme(NamedTuple):
    """A programme's name, "" when the text names none, its batch and the end of its work."""

    programme: str = ""
    batch: int | None = None
    ends: Stated | None = None


def read_scheme(titles: Sequence[str], prose: Sequence[Text]) -> Scheme:
    """Return what titles and running text tell of it."""
    return Scheme(_programme(prose), _batch(titles, prose), _end(prose))


def _programme(texts: Iterable[Text]) -> str:
    """Return the plan that the text names most often, by the longest form of its name."""
    named = Counter(name for text in texts for name in _names(text.text))
    return max(named, key=lambda name: (named[name], len(name)), default="")


def _names(line: str) -> list[str]:
    found = (_LEAD.sub("", match["name"]) for match in _NAMED.finditer(line))
    return [name for name in found if len(name) >= _SHORTEST]


def _batch(titles: Sequence[str], texts: Iterable[Text]) -> int | None:
    """Return the batch that the first of the titles to name one names; else the only one in the
    text."""
    for title in titles:
        if (batch := batch_number(title)) is not None:
            return batch
    told = {batch for text in texts for batch in batches(text.text)}
    return told.pop() if len(told) == 1 else None


def _end(texts: Iterable[Text]) -> Stated | None:
    """Return the last of the days or months by which the text wants something completed."""
    found = [
        Stated(day, text.line)
        for text in texts
        for sentence in _SENTENCE.finditer(text.text)
        if _DONE.search(sentence[0])
        for match in _DEADLINE.finditer(sentence[0])
        if (day := _iso(match))
    ]
    return max(found, key=lambda stated: (stated.value, -stated.line), default=None)


def _iso(match: re.Match[str]) -> str:
    """Return the day, or the month; "" where the calendar has none."""
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"] or 1)).isoformat()
    except ValueError:
        return ""
    return day if match["day"] else day[:7]
