"""The words for it that units were chosen, as alternatives of an expression."""

ENTERED = "入选|入榜|入围|上榜|榜上有名|当选|中选|获评|获批|获选|荣获|喜获|获得"
"""What the units did, which stand before them or behind: 东岭村、西岭村入选."""
NAMED_AS = "(?:评|评选|评定|认定|命名|确定|列)为|授予|列入|纳入"
"""What was done with them: 东岭村被评为示范村."""
