"""What a list says against the official record: one module a family of checks.

Each has `check(filed, as_of) -> Iterator[Finding]`.
"""
