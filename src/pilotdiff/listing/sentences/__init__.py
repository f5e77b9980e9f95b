"""Units named in running text: 确定甲街道为…，确定乙社区、丙社区…分别承担…."""

from pilotdiff.listing.sentences.runs import Run, runs
from pilotdiff.listing.sentences.unread_rows import unread_rows

__all__ = ["Run", "runs", "unread_rows"]
