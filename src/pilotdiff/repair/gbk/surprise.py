"""How surprising a character is in an administrative text, in nats (-ln of its probability).

Sound names are made of few characters; text that is out of step by one byte is made of any.
"""

from functools import cache

from pilotdiff.repair import tables

PUNCTUATION = "、，。：；（）！？“”‘’《》〈〉【】—…·①②③④⑤⑥⑦⑧⑨⑩"
_SIGN, _LEVEL_1, _LEVEL_2, _OTHER, _SYMBOL = 6.0, 13.5, 14.5, 16.0, 18.0
_TOGETHER = 3.0  # what the second character of a pair saves


@cache
def _frequent() -> dict[str, float]:
    return {c: float(row[0]) for row in tables.own("frequency") for c in row[1]}


@cache
def surprise(char: str) -> float:
    """Return how unlikely a character is in a notice: 3 for 村, 18 for ┏, 13.5 for a rare one of GB
    2312."""
    if char in PUNCTUATION:
        return _SIGN
    own = _frequent().get(char)
    plain = _frequent().get(_simplified(char)) if char in tables.opencc("TSCharacters") else None
    if plain is not None:
        return min(own if own is not None else _OTHER, plain + 0.5)
    return own if own is not None else _unknown(char)


def _unknown(char: str) -> float:
    if not ("\u3400" <= char <= "\u9fff" or char >= "\U00020000"):
        return _SYMBOL
    pair = char.encode("gb2312", errors="replace")
    if len(pair) != 2:
        return _OTHER
    return _LEVEL_1 if pair[0] < 0xD8 else _LEVEL_2


@cache
def _pairs() -> frozenset[str]:
    return frozenset(row[0] for row in tables.own("pairs"))


@cache
def saved_together(first: str, second: str) -> float:
    """Return what two neighbours save when they make a word of administrative names, in either
    script."""
    pair = "".join(_simplified(char) for char in (first, second))
    return _TOGETHER if pair in _pairs() else 0.0


@cache
def _followers() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1]) for row in tables.own("followers")}


@cache
def follows(first: str, second: str) -> bool:
    """Tell whether `second` is at home in names behind `first`, a character that begins with BF."""
    return _simplified(second) in _followers().get(_simplified(first), ())


def _simplified(char: str) -> str:
    return tables.opencc("TSCharacters").get(char, char)[:1]
