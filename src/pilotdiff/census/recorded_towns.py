"""What the official record has of the town that a list or a label names."""

from collections.abc import Sequence

from pilotdiff.model import Level


def is_recorded_town(county: Sequence[str], town: str) -> bool:
    """Tell whether the record has a `town` of that name, in whatever years, in a `county`, which
    stands with its parents: ("北京市", "", "东城区")."""
    from pilotdiff.record import locate

    province, prefecture, own = county[: Level.TOWNSHIP.depth]
    return bool(own) and bool(locate((province, prefecture, own, town, "")).same)
