"""What a list says against the official record: one module a family of checks.

Each has its `CODES`, and `check(filed, as_of) -> Iterator[Finding]`.
"""
