"""Lists in files, and what the command says of them, called in this process."""

import csv
from pathlib import Path

import pytest

from pilotdiff.cli import main


def put(folder: Path, *texts: str, suffix: str = "txt", later: str = "") -> list[str]:
    """Write the pilots, the results and perhaps more of them into files and return their paths;
    those behind the pilots may have a suffix of their own."""
    paths = [folder / f"pilots.{suffix}"]
    paths += [folder / f"{name}.{later or suffix}" for name in ("results", "more")]
    paths = paths[: len(texts)]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(text, "utf-8")
    return [str(path) for path in paths]


def one_line(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints, in one line."""
    main([*arguments])
    return " ".join(capsys.readouterr().out.split())


def rows(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, str]]:
    """The rows that the command prints as CSV."""
    main([*arguments, "-f", "csv", "-q"])
    return [*csv.DictReader(capsys.readouterr().out.lstrip("\ufeff").splitlines())]
