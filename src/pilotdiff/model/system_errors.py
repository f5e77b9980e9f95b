"""What the system says of a file, in words that have a translation."""

from pilotdiff.model.messages import Said, msg

# As Linux says them, which no program translates where it has but one locale (strerror(3)).
_SAID = {
    said.text: said
    for said in (
        msg("No such file or directory"),
        msg("Permission denied"),
        msg("Operation not permitted"),
        msg("Is a directory"),
        msg("Not a directory"),
        msg("File exists"),
        msg("Directory not empty"),
        msg("No space left on device"),
        msg("Disk quota exceeded"),
        msg("File too large"),
        msg("Read-only file system"),
        msg("Input/output error"),
        msg("File name too long"),
        msg("Too many levels of symbolic links"),
        msg("Too many open files"),
        msg("Bad file descriptor"),
        msg("Broken pipe"),
        msg("Address already in use"),
        msg("Cannot assign requested address"),
        msg("Name or service not known"),
    )
}


def system_said(error: Exception) -> Said:
    """Return what the system says of an error.

    >>> str(system_said(FileNotFoundError(2, "No such file or directory")))
    'No such file or directory'
    >>> str(system_said(ValueError("[Errno 28] No space left on device")))
    'No space left on device'
    """
    text = getattr(error, "strerror", None) or str(error) or type(error).__name__
    if text.startswith("[Errno "):  # a package may hand an error on as a text
        text = text.partition("] ")[2]
    return _SAID.get(text, text)
