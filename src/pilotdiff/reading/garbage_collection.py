"""The garbage collector held while a table is built.

A million tuples without a cycle among them make it walk the whole heap again and again: half of
the time that a large table takes.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_held() -> Iterator[None]:
    """Stop the cyclic collector inside the block; afterwards it is as it was."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
