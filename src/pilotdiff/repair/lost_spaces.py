"""Signs that stand in place of a space between names: 白溪县?南岭县?清岗市, 清岗市 ? ? ? 2.白溪市.

A character set that lacks the no-break space has a question mark for it, a font a box, a decoder
U+FFFD. The same signs stand for characters of names (宜春市□都镇): which of the two they are in a
document is told by names behind them that cannot lie in the unit before them.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from pilotdiff.model import RepairKind, msg
from pilotdiff.patterns import pattern
from pilotdiff.repair.lost import BOXES
from pilotdiff.repair.repair_steps import RepairStep, Replacement, carried_out

_SIGNS = f"?？\ufffd{BOXES}"
# By the last character of a kind: the highest and the lowest tier at which units of it stand.
_TIERS = {
    **dict.fromkeys("省", (0, 0)),
    **dict.fromkeys("州盟", (1, 1)),
    **dict.fromkeys("市", (1, 2)),
    **dict.fromkeys("县縣区區旗", (2, 2)),
    **dict.fromkeys("镇鎮乡鄉道", (3, 3)),
    **dict.fromkeys("村", (4, 4)),
}
_KIND = f"(?:社[区區]|街道|[{''.join(_TIERS)}])(?<!(?<!街)道)"
_BETWEEN = pattern(
    rf"(?<=\p{{Han}})(?P<own>{_KIND})(?P<sign>[{_SIGNS}])(?=\p{{Han}}{{1,8}}?(?P<next>{_KIND}))",
    needs=_SIGNS,
)
# Every other one of a row of blanks.
_AMONG_BLANKS = pattern(
    rf"(?<=\p{{Han}})\s+(?P<sign>[{_SIGNS}])(?:\s+(?P=sign))+(?=\s*(?:\d|\p{{Han}}))", needs=_SIGNS
)
# One alone may be an honest one.
_OFTEN = 2


def spacing_signs(sample: Iterable[str]) -> str:
    """Return the signs that stand for spaces between the names of a document: those that stand
    twice before a name that is none of a unit within the one before it.

    >>> spacing_signs(["清岗市：白溪县?南岭县?北岭区"]), spacing_signs(["清岗县?溪镇、清岗县?岭镇"])
    ('?', '')
    >>> spacing_signs(["1.清岗市 ? ? ? 2.白溪市 ? ? 3.南岭市"])
    '?'
    """
    texts = list(sample)
    found = Counter(sign for text in texts for sign in _apart(text))
    often = [sign for sign, times in found.items() if times >= _OFTEN]
    # What lines begin with is a box to tick.
    ticked = {text.lstrip()[:1] for text in texts} if often else set()
    return "".join(sign for sign in often if sign not in ticked)


def _apart(text: str) -> Iterator[str]:
    """Yield the signs of a line between two names of which the second cannot lie in the first, and
    those of a row among blanks."""
    yield from (match["sign"] for match in _AMONG_BLANKS.finditer(text))
    for match in _BETWEEN.finditer(text):
        highest, lowest = _tiers(match["own"])[0], _tiers(match["next"])[1]
        if highest >= lowest:
            yield match["sign"]


def _tiers(kind: str) -> tuple[int, int]:
    return (4, 4) if kind[0] == "社" else _TIERS[kind[-1]]


def mark_spaces(text: str, signs: str) -> RepairStep:
    """Put a space where one of these signs stands between two names.

    >>> mark_spaces("清岗市：白溪县?南岭县（共2个？）", "?").text
    '清岗市：白溪县 南岭县（共2个？）'
    >>> mark_spaces("1.清岗市 ? ? 2.白溪市", "?").text
    '1.清岗市     2.白溪市'
    """
    why = msg("a sign in place of a space")
    spans = [match.span("sign") for match in _BETWEEN.finditer(text) if match["sign"] in signs]
    for row in _AMONG_BLANKS.finditer(text):
        if row["sign"] in signs:
            spans += [(at, at + 1) for at in range(*row.span()) if text[at] == row["sign"]]
    edits = [Replacement(start, end, " ", why) for start, end in sorted(spans)]
    return RepairStep(*carried_out(RepairKind.WIDTH, text, edits)) if edits else RepairStep(text)
