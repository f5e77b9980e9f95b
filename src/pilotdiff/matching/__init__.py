"""Two lists of units → pairings, each with its evidence, confidence, runner-up and margin.

The whole is loaded when it is asked for: most stages ask for the keys of names and places alone.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pilotdiff.matching.pairing import Matching, match

__all__ = ["Matching", "match"]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from pilotdiff.matching import pairing

    return getattr(pairing, name)
