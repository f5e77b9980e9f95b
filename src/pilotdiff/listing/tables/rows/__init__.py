"""What the rows of a table are, and the entries that they give."""
