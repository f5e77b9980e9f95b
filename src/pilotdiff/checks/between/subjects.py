"""Whether two figures are about the same thing, as far as their words tell."""

import re

from pilotdiff.model import Figure
from pilotdiff.names.full_names import stands_in_order
from pilotdiff.patterns import IN_BRACKETS, pattern

# When and which batch is compared apart; 的 is wording.
_WORDING = pattern(
    r"第[〇零一二三四五六七八九十百\d]+(?:轮|批次?)|首批|每年|年均|(?:19|20)\d\d年|[的了共总]|全[省市县]|累计|已|新"
)
_SHORTEST = 4
# A subject that holds another with more words between is a narrower thing.
_SAME, _NEAR = 0.6, 0.4


def bare_subject(figure: Figure) -> str:
    """Return the words of a subject without time, batch and wording."""
    return _WORDING.sub("", re.sub(rf"\s|{IN_BRACKETS}|[“”\"]", "", figure.subject))


def likeness(one: str, other: str) -> float:
    """Return how far one subject is the other with words put in: 0 to 1; 0 where a word differs.

    引入社会组织 and 引入专业社会组织 are the same thing, 培育社会组织 is another.

    >>> likeness("试点社区", "城乡社区治理试点社区")
    0.4
    """
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or short[-2:] != long[-2:] or not stands_in_order(short, long):
        return 0.0
    return len(short) / len(long)


def may_be_same(likeness: float) -> bool:
    """Tell whether the likeness is enough to say that two figures agree."""
    return likeness >= _NEAR


def is_same(likeness: float) -> bool:
    """Tell whether the likeness is enough to say that two figures contradict each other."""
    return likeness >= _SAME
