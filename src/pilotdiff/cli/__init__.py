"""The command: options in, exit code out, nothing else."""

from pilotdiff.cli.entry import main

__all__ = ["main"]
