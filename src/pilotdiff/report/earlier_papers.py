"""What comes out otherwise than in the working papers of an earlier run."""

import csv
import hashlib
import io
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from pilotdiff.column_headings import column
from pilotdiff.column_values import plain_value
from pilotdiff.model import Level, Outcome, Row, Unit, UserError
from pilotdiff.model.system_errors import system_said

# What one of two papers says of a unit: its outcome, and the unit of the other list.
_Standing = tuple[Outcome, str]
_UnitKey = tuple[Level, str]


class Turned(NamedTuple):
    """A unit that comes out otherwise.

    before, now    its outcome then and now, None where it stood, or stands, in neither list
    then_with, with_   the unit of the other list then and now, "" where there was none
    """

    level: Level
    name: str
    before: Outcome | None
    now: Outcome | None
    then_with: str = ""
    with_: str = ""


class ListTurn(NamedTuple):
    """How many units a list did not have then, and how many it has no longer."""

    added: int
    gone: int


class Since(NamedTuple):
    """What has changed since earlier papers: where they are, their digest, and the units.

    same      how many pilots come out as they did
    pilots, results  what either list has gained and lost
    verdicts  how many verdicts of persons those papers followed
    decided   whether the answer of now was given a file of verdicts
    """

    folder: str
    sha256: str
    turned: tuple[Turned, ...]
    same: int
    pilots: ListTurn
    results: ListTurn
    verdicts: int = 0
    decided: bool = False

    @property
    def otherwise(self) -> int:
        """How many units of then and now come out otherwise."""
        return sum(one.before is not None and one.now is not None for one in self.turned)


def since(
    rows: Iterable[Row], folder: Path, options: Mapping[str, object], *, decided: bool = False
) -> Since:
    """Return what of these rows is otherwise than in the papers of a folder.

    `options` are those of now: papers of another part of the lists cannot be compared; `decided`
    tells whether the rows were given a file of verdicts. Raises UserError where the folder holds no
    papers, or such.
    """
    raw = _bytes(folder / "diff.csv")
    run = _run(folder)
    _refuse_other_part(run, folder, options)
    pilots, results = _earlier(raw.decode("utf-8-sig", "replace"), folder)
    turned, same, added = [], 0, Counter[str]()
    for row in rows:
        ours = row.pilot or row.result
        assert ours is not None, "a row without a unit"
        before = _taken(pilots if row.pilot else results, ours)
        added["pilots" if row.pilot else "results"] += before is None
        if row.pilot and row.result:
            added["results"] += _taken(results, row.result) is None
        partner = _name(row.result) if row.pilot else ""
        if before == (row.outcome, partner):
            same += row.pilot is not None
            continue
        then, then_with = before or (None, "")
        turned.append(Turned(ours.level, ours.name, then, row.outcome, then_with, partner))
    gone = list(_left(pilots)), list(_left(results))
    return Since(
        str(folder),
        hashlib.sha256(raw).hexdigest(),
        (*turned, *gone[0], *(one for one in gone[1] if not one.then_with)),
        same,
        ListTurn(added["pilots"], len(gone[0])),
        ListTurn(added["results"], len(gone[1])),
        _verdicts(run),
        decided,
    )


def _name(unit: Unit | None) -> str:
    return unit.name if unit else ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(
            "{path} cannot be read ({why}): --against names a folder that match -o has written",
            path=path,
            why=system_said(error),
        ) from None


def _run(folder: Path) -> Mapping[str, Any]:
    """Return what run.json says of the papers. Raises UserError where it is none."""
    path = folder / "run.json"
    try:
        run = json.loads(_bytes(path))
    except ValueError:
        run = None
    if not isinstance(run, dict) or not isinstance(run.get("options", {}), dict):
        raise UserError("{path} is no run.json of working papers", path=path)
    return run


def _verdicts(run: Mapping[str, Any]) -> int:
    """Return how many verdicts the papers followed."""
    decisions = run.get("decisions")
    applied = decisions.get("applied") if isinstance(decisions, dict) else 0
    return applied if isinstance(applied, int) else 0


def _refuse_other_part(run: Mapping[str, Any], folder: Path, options: Mapping[str, object]) -> None:
    """Refuse papers of another part of the lists: what they lack would seem to be new."""
    then = run.get("options", {})
    asked = {key: list(value) for key, value in options.items() if isinstance(value, list)}
    if any(list(then.get(key, [])) != value for key, value in asked.items()):
        raise UserError(
            "the papers in {folder} are of another part of the lists: give the same --only, "
            "--level, --category and --within",
            folder=folder,
        )


_Standings = dict[_UnitKey, list[_Standing]]


def _earlier(text: str, folder: Path) -> tuple[_Standings, _Standings]:
    """Return what the papers say of each pilot and of each result."""
    pilots: _Standings = {}
    results: _Standings = {}
    table = csv.DictReader(io.StringIO(text))
    table.fieldnames = [column(head) for head in table.fieldnames or ()]
    if not {"outcome", "level", "pilot_name", "result_name"} <= {*table.fieldnames}:
        raise UserError("{path} is no diff.csv of working papers", path=folder / "diff.csv")
    for record in table:
        try:
            outcome = Outcome(plain_value("outcome", record["outcome"]))
            level = Level(plain_value("level", record["level"]))
        except ValueError:
            raise UserError(
                "{path} is no diff.csv of working papers", path=folder / "diff.csv"
            ) from None
        ours, theirs = record["pilot_name"] or "", record["result_name"] or ""
        if ours:
            pilots.setdefault((level, ours), []).append((outcome, theirs))
        if theirs:
            results.setdefault((level, theirs), []).append((outcome, ours))
    return pilots, results


def _taken(standings: _Standings, unit: Unit) -> _Standing | None:
    """Return what was said of a unit; of a name that stands twice, one after the other."""
    found = standings.get((unit.level, unit.name))
    return found.pop(0) if found else None


def _left(standings: _Standings) -> Iterator[Turned]:
    """Yield what stands in neither list any more."""
    for (level, name), found in standings.items():
        for outcome, partner in found:
            yield Turned(level, name, outcome, None, partner)
