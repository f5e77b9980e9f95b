"""Where a pairing is believed, and where it is only proposed.

Chosen for precision on the two editions of the division codes: docs/matching.md has the table.
"""

# At or above this confidence, with at least this margin, a pairing is accepted.
ACCEPT = 0.8
MARGIN = 0.3
# From here to ACCEPT it is proposed to a person; below, the two units are said to have nothing.
PROPOSE = 0.3
