"""One unit through all documents: where each names it, and what became of it."""

from pilotdiff.tracing.trail import trail_of
from pilotdiff.tracing.trail_types import Course, Sighting, Stop, Trail

__all__ = ["Course", "Sighting", "Stop", "Trail", "trail_of"]
