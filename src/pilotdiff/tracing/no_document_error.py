"""What is said where no document names a unit."""

from pilotdiff.model import UserError
from pilotdiff.tracing.searched_text import has_text
from pilotdiff.tracing.trail_types import Trail


def unnamed(trail: Trail, within: str) -> UserError:
    """Return the error that tells what may have been meant; `within` is the place asked for."""
    if within:
        return UserError(
            "{name} is among no units that were read within {place}: try it without --within",
            name=trail.name,
            place=within,
        )
    if trail.near:
        return UserError(
            "{name} is among no units that were read, and in no text that there is: did you mean "
            "{near}?",
            name=trail.name,
            near=trail.near,
        )
    unread = tuple(filed.source.id for filed in trail.documents if not has_text(filed))
    if unread:
        return UserError(
            "{name} is among no units that were read, and in no text that there is; of {documents} "
            "there are figures alone, and no text to look in",
            name=trail.name,
            documents=unread,
        )
    return UserError(
        "{name} is among no units that were read, and in no text that there is: try another "
        "spelling, or a part of the name",
        name=trail.name,
    )
