"""What documents beside the two lists say of their units: evidence that changes no outcome."""

from pilotdiff.confirming.confirmed_rows import confirmed
from pilotdiff.confirming.witnesses import Witnesses

__all__ = ["Witnesses", "confirmed"]
