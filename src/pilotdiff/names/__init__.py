"""What a Chinese unit name is made of: kinds, stems, the gazetteer, the grammar of paths."""

from pilotdiff.names.gazetteer import known
from pilotdiff.names.grammar import Reading, parse
from pilotdiff.names.kinds import PLACEHOLDERS, kind_words, split

__all__ = ["PLACEHOLDERS", "Reading", "kind_words", "known", "parse", "split"]
