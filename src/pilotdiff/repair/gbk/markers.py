"""The characters that stand where bytes were lost: a question mark, narrow or wide, or U+FFFD."""

MARKERS = "?？\ufffd"
