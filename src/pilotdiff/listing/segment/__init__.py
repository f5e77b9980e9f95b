"""The best way through the lines: which candidate each line is, and how sure that is."""
