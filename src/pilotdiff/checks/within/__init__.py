"""What a list says against itself: one module a family of checks.

Each has `check(filed) -> Iterator[Finding]`.
"""
