"""What a figure is about: the tier of what it counts, whether these are pilots or results, the
batch and the year."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from pilotdiff.facts.numerals import CHINESE, numeral
from pilotdiff.model import Figure, SourceKind
from pilotdiff.names.head_words import head_level
from pilotdiff.patterns import BRACKET, pattern

_BATCH = pattern(rf"第(?P<number>{CHINESE}+|\d+)(?:轮|批次?)|首批")
_TIME = pattern(rf"第(?:{CHINESE}+|\d+)(?:轮|批次?)|首批|每年|年均|(?P<year>(?:19|20)\d\d)年")
_MOST_BATCHES = 99
_YEARLY = ("每年", "年均")
# No sentence tells further away what its figures are about.
_REACH = 400
_SENTENCE = pattern(r"[。！？!?]")
# A figure's clause goes on over 、 and brackets: 44个县（市、区）、44个街道、150个社区试点任务.
_CLAUSE = pattern(r"[，,。；;：:！？!?]")
_STAGE = pattern(r"试点示范|试点|创建|示范|命名")
_STAGES = {
    "试点": SourceKind.PILOTS,
    "创建": SourceKind.PILOTS,
    "示范": SourceKind.RESULTS,
    "命名": SourceKind.RESULTS,
}


class _Time(NamedTuple):
    batch: int | None = None
    year: int | None = None
    yearly: bool = False


def batch_number(text: str) -> int | None:
    """Return the batch that a text names first: 第三批 is 3, 首批 is 1; None past any that there
    is.

    >>> batch_number("四川省第三批试点名单")
    3
    """
    match = _BATCH.search(text)
    if match is None:
        return None
    number = numeral(match["number"]) if match["number"] else 1
    return number if number is not None and number <= _MOST_BATCHES else None


def batches(text: str) -> list[int]:
    """Return every batch that a text names.

    >>> batches("首批和第二批试点")
    [1, 2]
    """
    found = (batch_number(match[0]) for match in _BATCH.finditer(text))
    return [number for number in found if number]


def scoped(figure: Figure, line: str = "", start: int = 0, end: int = 0) -> Figure:
    """Return the figure with what its subject, and its place [start, end) in a line, say it is
    about.

    What the figure says already stands.
    """
    before = _SENTENCE.split(line[max(0, start - _REACH) : start])[-1] + figure.subject
    behind = _SENTENCE.split(line[end : end + _REACH])[0]
    level = figure.level or head_level(figure.subject)[0]
    stage = figure.stage or (_stage(figure.subject, behind) if level else None)
    time = _time(before, behind)
    return figure._replace(
        level=level,
        stage=stage,
        batch=time.batch if figure.batch is None else figure.batch,
        year=time.year if figure.year is None else figure.year,
        yearly=figure.yearly or time.yearly,
    )


def _stage(subject: str, behind: str) -> SourceKind | None:
    """Return what the subject says the units are, else the rest of its clause."""
    clause = _CLAUSE.split(BRACKET.sub("", behind))[0]
    for text in (subject, clause):
        match = _STAGE.search(text)
        if match is not None:
            return _STAGES.get(match[0])
    return None


def _time(before: str, behind: str) -> _Time:
    """Return the batch or year that is told of a figure: in its own clause before it, then behind
    it, then in the clauses before, then in those behind."""
    marks = list(_TIME.finditer(before))
    own = [mark for mark in marks if not _CLAUSE.search(before, mark.end())]
    if (own or marks) and (own or marks)[-1][0] in _YEARLY:
        return _Time(yearly=True)
    batch = _last_batch(own) or batch_number(_CLAUSE.split(behind)[0]) or _last_batch(marks)
    if batch is None and not marks:
        batch = batch_number(behind)
    year = next((int(mark["year"]) for mark in reversed(marks) if mark["year"]), None)
    return _Time(batch, year)


def _last_batch(marks: Sequence[re.Match[str]]) -> int | None:
    found = (batch_number(mark[0]) for mark in reversed(marks))
    return next((batch for batch in found if batch), None)
