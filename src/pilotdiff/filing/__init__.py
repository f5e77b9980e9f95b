"""What a document is in its programme, told from itself where no catalogue describes it."""

from pilotdiff.filing.guessed import completed, filed
from pilotdiff.filing.pilots_of_results import pairs

__all__ = ["completed", "filed", "pairs"]
