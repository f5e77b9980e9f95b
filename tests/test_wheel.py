"""What is published works by itself: a wheel made from the source archive, run elsewhere."""

import os
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tracked import ROOT, copied

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def build(target: str, source: Path, folder: Path) -> Path:
    """What hatchling makes of the project in `source`."""
    pytest.importorskip("hatchling", reason="hatchling comes with the extra dev")
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the source archive gives, as whoever packages it would make it."""
    folder = tmp_path_factory.mktemp("wheel")
    archive = build("sdist", copied(ROOT, folder / "project"), folder / "archive")
    with tarfile.open(archive) as tar:
        tar.extractall(folder / "source", filter="data")
    (source,) = (folder / "source").iterdir()
    return build("wheel", source, folder / "made")


@pytest.mark.parametrize("target", ["sdist", "wheel"])
def test_the_same_source_gives_the_same_bytes(target: str, tmp_path: Path) -> None:
    made = []
    for number, mask in enumerate((0o022, 0o077)):
        before = os.umask(mask)
        try:
            source = copied(ROOT, tmp_path / f"source{number}")
            for path in source.rglob("*"):
                os.utime(path, (1_500_000_000 + number, 1_500_000_000 + number))
            made.append(build(target, source, tmp_path / f"made{number}").read_bytes())
        finally:
            os.umask(before)
    assert made[0] == made[1]


@pytest.fixture(scope="module")
def run(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Call what the wheel holds, from a folder of its own, and from nowhere else."""
    site = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    environment = {**os.environ, "PYTHONPATH": str(site), "LC_ALL": "C.UTF-8", "COLUMNS": "80"}

    def call(*arguments: str) -> "subprocess.CompletedProcess[str]":
        elsewhere = tmp_path_factory.mktemp("elsewhere")
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=elsewhere, env=environment, capture_output=True, encoding="utf-8"
        )

    return call


def test_it_is_the_wheel_that_runs(run: Run) -> None:
    done = run("-c", "import pilotdiff; print(pilotdiff.__file__)")
    assert "/site" in done.stdout
    assert str(ROOT) not in done.stdout


def test_it_carries_the_documents_and_the_translations(run: Run) -> None:
    english, chinese = (run("-m", "pilotdiff", "match", "--lang", lang) for lang in ("en", "zh"))
    assert (english.returncode, english.stderr) == (chinese.returncode, chinese.stderr) == (0, "")
    assert "Promoted" in english.stdout
    assert "Promoted" not in chinese.stdout
    assert "清江社区" in english.stdout
    assert "清江社区" in chinese.stdout


def test_it_says_what_it_needs_and_how_it_is_called(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "pilotdiff = pilotdiff.cli:main" in archive.read(entry).decode()
        (metadata,) = (name for name in names if name.endswith("METADATA"))
        assert "Requires-Dist: rapidfuzz" in archive.read(metadata).decode()
    assert "pilotdiff/py.typed" in names
    assert "pilotdiff/data/catalogue.toml" in names


def test_licence_and_notice_are_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    for name in ("LICENSE", "NOTICE"):
        assert any(each.endswith(f".dist-info/licenses/{name}") for each in names)


def test_every_file_that_is_read_at_run_time_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    source = ROOT / "src"
    kept = [path for path in source.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert not {str(path.relative_to(source)) for path in kept} - names
