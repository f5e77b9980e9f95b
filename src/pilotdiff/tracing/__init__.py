"""One unit through all documents: where each names it, and what became of it."""

from pilotdiff.tracing.model import Sighting, Stop, Trail, Way
from pilotdiff.tracing.trace import trace

__all__ = ["Sighting", "Stop", "Trail", "Way", "trace"]
