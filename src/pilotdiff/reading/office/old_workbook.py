"""Old .xls workbooks, read in a process of their own.

On some broken ones calamine panics or asks for more memory than there is, which ends the process;
here only a child dies, and the user reads a sentence. (.xlsx and .ods are surveyed beforehand.)
"""

import json
import os
import subprocess
import sys
from typing import Any

from pilotdiff.model import Line, Message, UserError
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.limits import CHILD_BYTES, OFFICE_SECONDS
from pilotdiff.reading.office import workbook


def contents(source: RawSource) -> Contents:
    """Return what `workbook.contents` gives for it."""
    answer = _asked(source)
    if "refused" in answer:
        source.refuse(_message(answer["refused"]))
    notes = tuple(map(_message, answer["notes"]))
    return Contents(_lines(answer["lines"]), notes, unseen=_lines(answer["unseen"]))


def _lines(parts: list[Any]) -> tuple[Line, ...]:
    return tuple(
        Line(number, text, tuple(cells), _message(place), heading)
        for number, text, cells, place, heading in parts
    )


def _message(parts: list[Any]) -> Message:
    """Return a message as JSON holds it: lists in the place of tuples."""
    text, values, many, number = parts
    plain = ((name, tuple(value) if isinstance(value, list) else value) for name, value in values)
    return Message(text, tuple(plain), many, number)


def _asked(source: RawSource) -> Any:
    command = [sys.executable, "-m", "pilotdiff.reading.office.old_workbook"]
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
        source.refuse(
            "takes more than {most} s to read; save it as .xlsx and give that", most=OFFICE_SECONDS
        )
    if child.returncode:
        source.refuse(workbook.BROKEN)
    return json.loads(child.stdout)


def _answer(data: bytes) -> dict[str, object]:
    try:
        found = workbook.contents(RawSource("", data))
    except UserError as refusal:
        return {"refused": dict(refusal.message.values)["why"]}
    return {"lines": found.lines, "notes": found.notes, "unseen": found.unseen}


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # not on Windows
        return
    resource.setrlimit(resource.RLIMIT_AS, (CHILD_BYTES, CHILD_BYTES))


if __name__ == "__main__":
    _limit_memory()
    json.dump(_answer(sys.stdin.buffer.read()), sys.stdout)
