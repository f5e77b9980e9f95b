"""What a line is by itself, and lines that a page breaks, adds or repeats."""
