"""Answers on a terminal: `X_answer` is shown by the `parts` of `X_screen`; and what these share."""
