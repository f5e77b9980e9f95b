"""The batches of a programme as bars: planned, pilots, demonstrations of each level."""

from typing import NamedTuple

from pilotdiff.model import Level
from pilotdiff.programme import Batch, Count, Programme, Stage


class Step(NamedTuple):
    """A stage of the funnel; `length` is its bar in per cent of the longest of all batches.

    `best` is None where no document gives a number.
    """

    stage: Stage
    best: Count | None
    others: tuple[Count, ...]
    length: float
    disagrees: bool


class Tier(NamedTuple):
    """The stages of one level, and demonstrations by pilots where both are known."""

    level: Level
    steps: tuple[Step, ...]
    rate: float | None


class Funnel(NamedTuple):
    """A batch with its levels."""

    batch: Batch
    tiers: tuple[Tier, ...]


def funnels(programme: Programme | None) -> list[Funnel]:
    """The batches that have numbers to show, all drawn to one scale."""
    batches = [batch for batch in programme.batches if batch.tiers] if programme else []
    numbers = [_number(tier.best(stage)) for b in batches for tier in b.tiers for stage in Stage]
    longest = max(numbers, default=0) or 1
    return [
        Funnel(
            batch,
            tuple(
                Tier(
                    tier.level,
                    tuple(
                        Step(
                            stage,
                            tier.best(stage),
                            tier.at(stage)[1:],
                            round(100 * _number(tier.best(stage)) / longest, 3),
                            tier.disagrees(stage),
                        )
                        for stage in Stage
                    ),
                    tier.rate,
                )
                for tier in batch.tiers
            ),
        )
        for batch in batches
    ]


def _number(count: Count | None) -> int:
    return count.number if count else 0
