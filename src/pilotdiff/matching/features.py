"""What speaks for and against a pair: each feature a small function, its docstring its meaning.

A feature gives a number; its weight (tables/weights.json, learned by bench/learn.py) turns that
into log odds, as in Fellegi and Sunter's theory of record linkage. Names have 2 to 5 characters,
so a similarity score alone says nothing; what differs, and where the two stand, says much.
"""

from pilotdiff.matching.compared_pair import DECLARED
from pilotdiff.matching.names import name_features
from pilotdiff.matching.places import place_features
from pilotdiff.model import Said, msg

FEATURES = (*DECLARED[name_features.__name__], *DECLARED[place_features.__name__])

# What counts beside the features of a pair, in the order in which it does.
LEAD = "lead"
DOUBT = "doubt"
BESIDE: dict[str, Said] = {
    LEAD: msg("how far it leads its best rival, or falls behind it"),
    DOUBT: msg("where little speaks for a pair, it is right less often still"),
}


def meaning(name: str) -> Said:
    """Return what a feature says, in words: its docstring."""
    if name in BESIDE:
        return BESIDE[name]
    return next((f.__doc__ or name for f in FEATURES if f.__name__ == name), name)
