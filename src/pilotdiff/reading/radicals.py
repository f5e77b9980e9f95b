"""Radicals that PDF writers put in the place of characters: ⻄ for 西, ⼈ for 人.

Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt, for U+2E80 to U+2EFF; the
Kangxi radicals U+2F00 to U+2FD5 have a compatibility decomposition of their own.
"""

from functools import cache

# Only those that stand for a whole character; the rest are mere parts of characters.
_SUPPLEMENT = dict(
    zip(
        "⺒⺓⺝⺟⺠⺩⺬⺼⻁⻄⻅⻆⻉⻊⻋⻏⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "巳幺月母民王示月虎西见角贝足车邑長长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)


def unified(character: str) -> str:
    """The character that a radical stands for; any other as it is."""
    return _decomposed(character) if "\u2e80" <= character <= "\u2fd5" else character


@cache
def _decomposed(character: str) -> str:
    from unicodedata import normalize

    return _SUPPLEMENT.get(character) or normalize("NFKC", character)
