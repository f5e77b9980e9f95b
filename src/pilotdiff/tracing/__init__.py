"""One unit through all documents: where each names it, and what became of it."""

from pilotdiff.tracing.model import Course, Sighting, Stop, Trail
from pilotdiff.tracing.trace import trace

__all__ = ["Course", "Sighting", "Stop", "Trail", "trace"]
