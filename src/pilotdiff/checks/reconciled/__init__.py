"""What documents say of each other, by what became of the units of two lists: one module a family
of checks.

Each has `check(documents, reconciler) -> Iterator[Finding]`.
"""
