"""What is said where no document names a unit."""

from pilotdiff.model import UserError
from pilotdiff.tracing.trail_types import Trail


def unnamed(trail: Trail, within: str) -> UserError:
    """Return the error that tells what may have been meant; `within` is the place asked for."""
    if within:
        return UserError(
            "no document names {name} within {place}: try it without --within",
            name=trail.name,
            place=within,
        )
    if trail.near:
        return UserError(
            "no document names {name}: did you mean {near}?", name=trail.name, near=trail.near
        )
    return UserError(
        "no document names {name}: try another spelling, or a part of the name", name=trail.name
    )
