"""Where a pairing is believed, and where it is only proposed.

Chosen for precision on the two editions of the division codes: docs/matching.md has the table.
"""

from typing import NamedTuple

from pilotdiff.model import Pairing

# At or above this confidence, with at least this margin, a pairing is accepted.
ACCEPT = 0.8
MARGIN = 0.2
# The same in lists of a chosen few, where most units that a name could mean stand in neither list.
ACCEPT_FEW = 0.95
# From here to ACCEPT it is proposed to a person; below, the two units are said to have nothing.
PROPOSE = 0.3


class Thresholds(NamedTuple):
    """Where a pairing is believed: each a probability, 0 to 1.

    accept   from this confidence it is accepted
    margin   if it leads its best rival by so much
    propose  from this confidence it is proposed to a person
    few      as accept, in lists of a chosen few, for what rests on the likeness of names
    """

    accept: float = ACCEPT
    margin: float = MARGIN
    propose: float = PROPOSE
    few: float = ACCEPT_FEW

    def accepts(self, pairing: Pairing) -> bool:
        """Tell whether a pairing is believed without a person."""
        least = self.few if pairing.few else self.accept
        return pairing.confidence >= least and pairing.margin >= self.margin


DEFAULT = Thresholds()
