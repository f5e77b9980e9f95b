"""Which files of a folder pilotdiff wrote, by the digests in its run.json: no other is replaced."""

import json
from collections.abc import Iterable, Mapping
from hashlib import file_digest
from pathlib import Path

from pilotdiff.model import UserError

RECORD_FILE = "run.json"
_Record = Mapping[str, object]


def run_record(folder: Path) -> _Record:
    """Return what the run.json of a folder says; nothing where it has none of pilotdiff's."""
    try:
        said = json.loads((folder / RECORD_FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) and said.get("tool") == "pilotdiff" else {}


def refuse_foreign(folder: Path, names: Iterable[str]) -> None:
    """Refuse, before the work, to replace files of these names that pilotdiff did not write, or
    that were changed since. Raises UserError."""
    there = [folder / name for name in names if (folder / name).is_file()]
    if not there:
        return
    said = run_record(folder)
    written = _digests(said)
    for path in there:
        if not said or (written and path.name not in written and path.name != RECORD_FILE):
            raise UserError(
                "{path} was not written by pilotdiff, and what is written would take its place: "
                "move it, or name another folder",
                path=path,
            )
        if written.get(path.name, digest := _digest(path)) != digest:
            raise UserError(
                "{path} was changed since pilotdiff wrote it, and a new one would take its place: "
                "move it, or name another folder",
                path=path,
            )


def written_names(said: _Record) -> set[str]:
    """Return the names of the files that a run.json has the digests of."""
    return {*_digests(said)}


def add_digests(made: Path, folder: Path) -> None:
    """Add to the run.json of new files, in `made`, the digest of each and of those of earlier runs
    that stay in `folder`."""
    path = made / RECORD_FILE
    if not path.is_file():
        return
    names = {each.name for each in made.iterdir()} - {RECORD_FILE}
    staying = {
        name: digest
        for name, digest in _digests(run_record(folder)).items()
        if name not in names and (folder / name).is_file()
    }
    files = staying | {name: _digest(made / name) for name in names}
    said = {**json.loads(path.read_text("utf-8")), "files": dict(sorted(files.items()))}
    path.write_text(f"{json.dumps(said, ensure_ascii=False, indent=2)}\n", "utf-8")


def _digests(said: _Record) -> dict[str, str]:
    """Return the digests by the names of the files; none where the run.json is of an older run."""
    files = said.get("files")
    if not isinstance(files, dict):
        return {}
    return {str(name): str(digest) for name, digest in files.items()}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()
