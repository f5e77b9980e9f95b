"""What a row says of a unit for which the other list has nothing."""

from pilotdiff.model import Said, msg

NOTHING_NEAR = msg("nothing in its place or near it is likely to be the same unit")
NO_NAME = msg("no unit of the other list bears a name that may be its own")
NOT_IN_PILOT_LIST = msg("not in the pilot list")


def says_nothing(reason: Said) -> bool:
    """Tell whether a reason says that nothing was found, and no more."""
    return reason in (NOTHING_NEAR, NO_NAME, NOT_IN_PILOT_LIST)
