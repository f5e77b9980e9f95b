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


class TwoLists:
    """Lists that a test writes into files of its own folder, and asks the command about."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def put(self, *texts: str, suffix: str = "txt", later: str = "") -> list[str]:
        """Write them into files of the folder."""
        return put(self.folder, *texts, suffix=suffix, later=later)

    def printed(self) -> str:
        """What was printed since it was last asked."""
        return self._capsys.readouterr().out

    def one_line(self, *arguments: str) -> str:
        """What the command prints, in one line."""
        main([*arguments])
        return " ".join(self.printed().split())

    def rows(self, *arguments: str) -> list[dict[str, str]]:
        """The rows that the command prints as CSV."""
        main([*arguments, "-f", "csv", "-q"])
        return [*csv.DictReader(self.printed().lstrip("\ufeff").splitlines())]
