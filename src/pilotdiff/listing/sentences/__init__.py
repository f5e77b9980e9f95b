"""Units named in running text: 确定甲街道为…，确定乙社区、丙社区…分别承担…."""

from pilotdiff.listing.sentences.runs import Run, runs

__all__ = ["Run", "runs"]
