"""Names that a remark gives one behind the other: 东街、西街社区, 石桥村和永和村."""

from pilotdiff.patterns import pattern

# A word that joins names may stand in one as well: 永和村, 和平社区, 大同镇. It joins where the
# name before it ends with a kind, or where on both sides there is more than a kind and one more
# character.
_KINDS = "村镇乡区市县旗道街居屯"
_BREAK = pattern(
    r"[、，。；;,（）()\s]+"
    rf"|(?<=[^、，。；;,（）()\s][{_KINDS}])[和与及同]"
    r"|(?<=\p{Han}[^\W和与及同])[和与及](?=\p{Han}\p{Han})(?!(?:社区|街道|[村镇乡县]))"
)


def joined(text: str) -> list[str]:
    """Return the names in a text that says nothing else.

    >>> joined("东街、西街社区"), joined("石桥村和永和村"), joined("石桥和长坝村")
    (['东街', '西街社区'], ['石桥村', '永和村'], ['石桥', '长坝村'])
    >>> joined("和平村"), joined("新永和社区")
    (['和平村'], ['新永和社区'])
    """
    return [piece for piece in _BREAK.split(text) if piece]
