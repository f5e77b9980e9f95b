"""What only the lines beside it tell of a line."""
