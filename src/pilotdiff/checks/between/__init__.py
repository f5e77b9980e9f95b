"""What documents say of each other: one module a family of checks.

Each has `check(documents) -> Iterator[Finding]`.
"""
