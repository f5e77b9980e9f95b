"""Repairs of damaged text: each pure, recorded, replayable; their order is fixed.

mojibake → markup → width → pinyin → lost spaces and characters → gbk → script
"""

from pilotdiff.repair.fold import fold
from pilotdiff.repair.line import clean, needs_more_than_script
from pilotdiff.repair.lost import is_questioned
from pilotdiff.repair.lost_spaces import mark_spaces, spacing_signs
from pilotdiff.repair.mojibake import judge_mojibake
from pilotdiff.repair.plain import plain_characters, plain_steps
from pilotdiff.repair.replay import part, replay
from pilotdiff.repair.script import is_mixed, judge_script, mixes_scripts, to_simplified
from pilotdiff.repair.wildcard import admits, witness

__all__ = [
    "admits",
    "clean",
    "fold",
    "is_mixed",
    "is_questioned",
    "judge_mojibake",
    "judge_script",
    "mark_spaces",
    "mixes_scripts",
    "needs_more_than_script",
    "part",
    "plain_characters",
    "plain_steps",
    "replay",
    "spacing_signs",
    "to_simplified",
    "witness",
]
