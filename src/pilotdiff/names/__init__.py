"""What a Chinese unit name is made of: kinds, stems, the gazetteer, the grammar of paths."""

from pilotdiff.names.below_parents import below_county, below_township
from pilotdiff.names.full_names import called_short, in_full, shortened, whole_name, whole_within
from pilotdiff.names.gazetteer import homes, known
from pilotdiff.names.generic_names import has_generic_stem, sorts_areas
from pilotdiff.names.grammar import Reading, parse
from pilotdiff.names.joined_names import joined
from pilotdiff.names.kinds import PLACEHOLDERS, is_park, is_zone, kind_words, split

__all__ = [
    "PLACEHOLDERS",
    "Reading",
    "below_county",
    "below_township",
    "called_short",
    "has_generic_stem",
    "homes",
    "in_full",
    "is_park",
    "is_zone",
    "joined",
    "kind_words",
    "known",
    "parse",
    "shortened",
    "sorts_areas",
    "split",
    "whole_name",
    "whole_within",
]
