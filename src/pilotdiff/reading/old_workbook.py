"""Old .xls workbooks, read in a process of their own.

On some broken ones calamine panics or asks for more memory than there is, which ends the process;
here only a child dies, and the user reads a sentence. (.xlsx and .ods are surveyed beforehand.)
"""

import json
import os
import subprocess
import sys
from typing import Any

from pilotdiff.model import Line, UserError
from pilotdiff.reading.contents import Contents, Source
from pilotdiff.reading.limits import CHILD_BYTES, OFFICE_SECONDS

_BROKEN = "is broken or no workbook; open it in a spreadsheet program and save it again"


def contents(source: Source) -> Contents:
    """What `workbook.contents` gives for it."""
    answer = _asked(source)
    if answer.get("refused"):
        source.refuse(answer["refused"])
    lines = ((number, text, tuple(cells), *rest) for number, text, cells, *rest in answer["lines"])
    return Contents(tuple(map(Line._make, lines)), tuple(answer["notes"]))


def _asked(source: Source) -> Any:
    command = [sys.executable, "-m", "pilotdiff.reading.old_workbook"]
    # The child must find this very package, wherever the parent had it from.
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        child = subprocess.run(
            command,
            input=source.data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=OFFICE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        source.refuse(f"takes more than {OFFICE_SECONDS} s to read; save it as .xlsx and give that")
    if child.returncode:
        source.refuse(_BROKEN)
    return json.loads(child.stdout)


def _answer(data: bytes) -> dict[str, object]:
    from pilotdiff.reading import workbook

    try:
        found = workbook.contents(Source("", data))
    except UserError as refusal:
        return {"refused": str(refusal).strip()}
    return {"lines": found.lines, "notes": found.notes}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_BYTES, CHILD_BYTES))


if __name__ == "__main__":
    _limit_memory()
    json.dump(_answer(sys.stdin.buffer.read()), sys.stdout)
