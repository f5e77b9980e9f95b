"""What a list says against itself: one module a family of checks.

Each has its `CODES`, and `check(filed) -> Iterator[Finding]`.
"""
