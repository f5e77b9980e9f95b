"""The batches of a programme as a funnel, from the lists and figures of its documents."""

from pilotdiff.programme.funnel import funnel
from pilotdiff.programme.programme_types import (
    Amount,
    Basis,
    Batch,
    Cited,
    Count,
    Matrix,
    MatrixColumn,
    PlaceShare,
    Programme,
    Stage,
    Tier,
    Topic,
)

__all__ = [
    "Amount",
    "Basis",
    "Batch",
    "Cited",
    "Count",
    "Matrix",
    "MatrixColumn",
    "PlaceShare",
    "Programme",
    "Stage",
    "Tier",
    "Topic",
    "funnel",
]
