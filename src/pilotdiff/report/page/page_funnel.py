"""The batches of a programme as bars: planned, pilots, demonstrations of each level."""

from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.programme import Batch, Count, PlaceShare, Programme, Stage
from pilotdiff.programme import Tier as Counted


class FunnelStep(NamedTuple):
    """A stage of the funnel: every number that a document gives, the best first.

    length     the bar of the best, in per cent of the longest of all batches
    disagrees  whether documents give numbers that cannot all be right
    """

    stage: Stage
    counts: tuple[Count, ...]
    length: float
    disagrees: bool


class FunnelTier(NamedTuple):
    """The stages of one level for which there are numbers; how many of its pilots went on, None
    where that is not known."""

    level: Level
    steps: tuple[FunnelStep, ...]
    went: PlaceShare | None


class Funnel(NamedTuple):
    """A batch with its levels."""

    batch: Batch
    tiers: tuple[FunnelTier, ...]


def funnels(programme: Programme | None) -> list[Funnel]:
    """Return the batches that have numbers to show, all drawn to one scale."""
    batches = [batch for batch in programme.batches if batch.tiers] if programme else []
    tiers = [tier for batch in batches for tier in batch.tiers]
    best = (tier.best(stage) for tier in tiers for stage in Stage)
    longest = max((count.number for count in best if count), default=0) or 1
    return [Funnel(batch, tuple(_tier(tier, longest) for tier in batch.tiers)) for batch in batches]


def _tier(tier: Counted, longest: int) -> FunnelTier:
    return FunnelTier(
        tier.level,
        tuple(_step(tier, stage, longest) for stage in Stage if tier.at(stage)),
        tier.followed,
    )


def _step(tier: Counted, stage: Stage, longest: int) -> FunnelStep:
    counts = tier.at(stage)
    length = round(100 * counts[0].number / longest, 3)
    return FunnelStep(stage, counts, length, tier.disagrees(stage))
