"""Lines of text that are the rows of a table, as people and as programs write them."""
