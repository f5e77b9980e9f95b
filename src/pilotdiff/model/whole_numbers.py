"""Numbers written in digits by somebody else: in a header, an address, an attribute, a date."""

_LONGEST = 6


def whole_number(text: str, longest: int = _LONGEST) -> int | None:
    """Return the number that a text of at most so many ASCII digits is; None for anything else.

    Python counts ² and ① as digits and cannot read them, and refuses what has thousands of them.

    >>> whole_number("042"), whole_number("²"), whole_number("-1"), whole_number("9" * 7)
    (42, None, None, None)
    """
    return int(text) if len(text) <= longest and text.isascii() and text.isdecimal() else None
