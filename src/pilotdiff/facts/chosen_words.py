"""The words for it that units were chosen, and proposed."""

from pilotdiff.patterns import pattern

ENTERED = "入选|入榜|入围|上榜|榜上有名|当选|中选|获评|获批|获选|荣获|喜获|获得"
"""What the units did, which stand before them or behind: 东岭村、西岭村入选."""
NAMED_AS = "(?:评|评选|评定|认定|命名|确定|列)为|授予|列入|纳入"
"""What was done with them: 东岭村被评为示范村."""


# What a place did that proposed what lies in it: 清岗省推荐|的白溪县.
_PROPOSES = pattern(r"(?<=..)(?:择优|联合)?(?:推荐|推选|选送|申报|报送|上报|呈报)(?:上来)?$")


def without_proposing(text: str) -> str:
    """Return a text before 的 without the word for what a place did to have its units chosen.

    >>> without_proposing("清岗省推荐"), without_proposing("清岗省")
    ('清岗省', '清岗省')
    """
    return _PROPOSES.sub("", text)
