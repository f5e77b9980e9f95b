"""The project as it is kept; what a reader or a developer wrote into the checkout is no part."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
_LEFT_OUT = shutil.ignore_patterns(".*", "__pycache__", "build", "dist", "*.mo")


def copied(folder: Path, to: Path) -> Path:
    """Copy what is kept of a folder of the project to a new place, and return that.

    Outside a checkout (in a source archive) nothing else is there, and all is copied.
    """
    names = _tracked(folder)
    if names is None:
        return Path(shutil.copytree(folder, to, ignore=_LEFT_OUT))
    for name in names:
        if (folder / name).is_file():  # it may be deleted and not yet committed
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / name, to / name)
    return to


def _tracked(folder: Path) -> list[str] | None:
    """The files that git keeps, or would: those that it was not told to ignore."""
    if not (ROOT / ".git").exists() or shutil.which("git") is None:
        return None
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return list(filter(None, done.stdout.split("\0"))) if done.returncode == 0 else None
