"""The names of units on a line: short, in brackets, side by side, with what stands behind them."""
