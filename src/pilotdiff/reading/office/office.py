"""Old office formats and those of a single XML file (.doc, .wps, .rtf, .odt, .fods, .fodt, XML of
Word and Excel): converted by LibreOffice."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from pilotdiff.model import msg
from pilotdiff.model.system_errors import system_said
from pilotdiff.reading.contents import Contents, RawSource
from pilotdiff.reading.limits import OFFICE_SECONDS
from pilotdiff.reading.office import word, workbook
from pilotdiff.reading.sniffing import binary_kind, markup_kind

_PROGRAMS = ("soffice", "libreoffice")
_FLAGS = ("--headless", "--norestore", "--nologo", "--nolockcheck", "--convert-to")
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
# No macro runs, and nothing that the document refers to is fetched.
_SETTINGS = {
    "DisableMacrosExecution": "true",
    "MacroSecurityLevel": "3",
    "BlockUntrustedRefererLinks": "true",
}
_SUFFIXES = {"excel-xml": "xml", "word-xml": "xml", "ole": "doc", "xls": "doc"}
_SHEETS = frozenset({"excel-xml", "fods"})
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse">'
    "<value>{value}</value></prop></item>"
)


def contents(source: RawSource) -> Contents:
    """Return the lines of the document that LibreOffice makes of it; UserError where it is
    missing."""
    kind = binary_kind(source.data) or markup_kind(source.data)
    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    if program is None:
        source.refuse(
            "is of an old format that only LibreOffice can convert, and it is not installed; "
            "install it, or save the file as .docx, .xlsx or PDF"
        )
    target = "xlsx" if kind in _SHEETS else "docx"
    data = _converted(source, program, kind, target)
    converted = RawSource(source.name, data, source.tick)
    found = workbook.contents(converted) if target == "xlsx" else word.contents(converted)
    return Contents(
        found.lines, (*found.notes, msg("converted to .{format} by LibreOffice", format=target))
    )


def _converted(source: RawSource, program: str, kind: str, target: str) -> bytes:
    suffix = _SUFFIXES.get(kind, kind)
    with tempfile.TemporaryDirectory(prefix="pilotdiff-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given = folder / f"source.{suffix}"
        given.write_bytes(source.data)
        profile = _profile(folder / "profile")
        _run(
            source,
            [program, f"-env:UserInstallation={profile}", *_FLAGS, target, given.name],
            folder,
        )
        made = given.with_suffix(f".{target}")
        if not made.is_file():
            source.refuse("is nothing that LibreOffice can convert; save it as .docx, .xlsx or PDF")
        return made.read_bytes()


def _profile(folder: Path) -> str:
    """Return a profile of its own: none of the user's settings, no clash with a running
    LibreOffice."""
    items = (
        _ITEM.format(path=_SECURITY, name=name, value=value) for name, value in _SETTINGS.items()
    )
    (folder / "user").mkdir(parents=True)
    settings = folder / "user" / "registrymodifications.xcu"
    settings.write_text(_PROFILE.format(items="".join(items)), "utf-8")
    return folder.as_uri()


def _run(source: RawSource, command: list[str], folder: Path) -> None:
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(
            command, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        source.refuse(
            "needs LibreOffice, which cannot be run ({error}); save it as .docx or PDF",
            error=system_said(error),
        )
    try:
        process.wait(OFFICE_SECONDS)
    except subprocess.TimeoutExpired:
        source.refuse(
            "takes LibreOffice more than {most} s; save it as .docx, .xlsx or PDF",
            most=OFFICE_SECONDS,
        )
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Stop LibreOffice with the processes that its start script made."""
    if process.poll() is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
