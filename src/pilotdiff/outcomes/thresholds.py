"""Where a pairing is believed, and where it is only proposed.

Chosen for precision on the two editions of the division codes: docs/matching.md has the table.
"""

from typing import NamedTuple

# At or above this confidence, with at least this margin, a pairing is accepted.
ACCEPT = 0.8
MARGIN = 0.3
# From here to ACCEPT it is proposed to a person; below, the two units are said to have nothing.
PROPOSE = 0.3


class Thresholds(NamedTuple):
    """Where a pairing is believed: each a probability, 0 to 1.

    accept   from this confidence it is accepted
    margin   if it leads its best rival by so much
    propose  from this confidence it is proposed to a person
    """

    accept: float = ACCEPT
    margin: float = MARGIN
    propose: float = PROPOSE


DEFAULT = Thresholds()
