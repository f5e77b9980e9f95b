"""What long work calls while it goes on."""

from collections.abc import Callable

# How much is done, and of how much.
Tick = Callable[[int, int], None]
