"""What documents say of each other: one module a family of checks.

Each has its `CODES`, and `check(documents) -> Iterator[Finding]`.
"""
