"""The lines of a text whose markup ends lines within a line: 东岭村<br/>西岭村."""

from pilotdiff.patterns import pattern

# The end of a line as web pages write it, more of the text behind it.
_BREAK = pattern(
    r"(?<=\S)(?:(?:<br\s*/?>|</?(?:p|li|div)(?:\s[^<>\n]*)?>)[^\S\n]*)+(?=[^\s<])", needs="<"
)


def lines_shown(line: str) -> list[str]:
    """Return the lines that a line of text is, cut where its markup ends one before more text; a
    row of cells stays whole.

    >>> lines_shown("名单<p>清岗县<br/>白溪县</p>"), lines_shown("清岗县|甲<br>乙|")
    (['名单', '清岗县', '白溪县</p>'], ['清岗县|甲<br>乙|'])
    """
    if "|" in line or "\t" in line or _BREAK.search(line) is None:
        return [line]
    return _BREAK.sub("\n", line).split("\n")
