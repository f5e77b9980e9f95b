"""Numbers that a document raises behind a word, to lead to a note below."""

from lxml import etree

from pilotdiff.patterns import pattern

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBER = pattern(r"\d{1,3}")
_ENDS_A_WORD = pattern(r"(?:\p{Han}|[）)”》])\s*$")


def in_raised_digits(number: str) -> str:
    """Write a number in raised digits, so that it is no part of the word before it.

    >>> in_raised_digits("12")
    '¹²'
    """
    return number.translate(_RAISED)


def raise_numbers(root: etree._Element) -> None:
    """Write the numbers of a page's `<sup>` behind Chinese words in raised digits; powers (km²,
    10³) and all other elements stay."""
    for element in root.iter("sup"):
        number = "".join(element.itertext()).strip()
        if _NUMBER.fullmatch(number) and _ENDS_A_WORD.search(_before(element)):
            for child in list(element):
                element.remove(child)
            element.text = in_raised_digits(number)


def _before(element: etree._Element) -> str:
    """Return the text that stands right before an element, in its parent or before that."""
    while (parent := element.getparent()) is not None:
        before = element.getprevious()
        if before is not None:
            return str(before.tail or "".join(before.itertext()))
        if parent.text:
            return str(parent.text)
        element = parent
    return ""
